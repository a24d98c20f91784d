/** Rule 26: handing items over. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import { SAY, waiter } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

/** Takes an item and says which. */
const GETTER: Block = [
  ["awaitDo", "items", "get", [], "x"],
  ["log", "got", ["get", "x"]],
];

export const QUEUES: Chapter = {
  26: {
    "Items come in the order they were put": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["awaitDo", "items", "put", [1]],
          ["do", "items", "putNowait", [2]],
          ["log", ["do", "items", "qsize"]],
          ["call", "getter"],
          ["call", "getter"],
        ],
        getter: GETTER,
      },
    },
    "Getters are served in the order they came": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["do", "items", "putNowait", ["y"]],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "A putter waits for room": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["task", "first", "putter"],
          ["sleep", 10],
          ["call", "getter"],
          ["sleep", 10],
          ["call", "getter"],
        ],
        getter: GETTER,
        putter: [
          ["awaitDo", "items", "put", [1]],
          ["log", "has put 1"],
          ["awaitDo", "items", "put", [2]],
          ["log", "has put 2"],
        ],
      },
    },
    "An empty queue and a full one refuse those who do not wait": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["try", [["do", "items", "getNowait"]], "error", [["log", "empty"]]],
          ["do", "items", "putNowait", [1]],
          ["try", [["do", "items", "putNowait", [2]]], "error", [[
            "log",
            "full",
          ]]],
        ],
      },
    },
    "getNowait() may overtake a getter that was woken": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["log", "takes", ["do", "items", "getNowait"]],
          ["sleep", 10],
          ["do", "items", "putNowait", ["y"]],
          ["sleep", 10],
          ["do", "items", "putNowait", ["z"]],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "A cancelled getter takes no item": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["cancel", "first"],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "join() waits for the last taskDone()": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["do", "items", "putNowait", [2]],
          ["task", "first", "worker"],
          ["awaitDo", "items", "join", []],
          ["log", "all is done"],
        ],
        worker: [["repeat", 2, [
          ["awaitDo", "items", "get", [], "x"],
          ["sleep", 10],
          ["log", "has done", ["get", "x"]],
          ["do", "items", "taskDone"],
        ]]],
      },
    },
    "A shutdown wakes those who wait": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "shutdown"],
          ["log", "has shut down"],
        ],
        a: [["try", GETTER, "anything", SAY]],
        b: [["try", GETTER, "anything", SAY]],
      },
    },
    "A shutdown wakes those who wait for room": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["do", "items", "putNowait", [1]],
          ["task", "first", "putter"],
          ["sleep", 0],
          ["do", "items", "shutdown"],
          ["log", "has shut down"],
        ],
        putter: [["try", [["awaitDo", "items", "put", [2]]], "anything", SAY]],
      },
    },
    "After a shutdown the queue gives what it has": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["do", "items", "shutdown"],
          ["try", [["do", "items", "putNowait", [2]]], "anything", SAY],
          ["call", "getter"],
          ["try", [["call", "getter"]], "anything", SAY],
        ],
        getter: GETTER,
      },
    },
    "A shutdown at once drains it": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["task", "first", "joiner"],
          ["sleep", 0],
          ["do", "items", "shutdownNow"],
          ["log", ["do", "items", "qsize"]],
        ],
        joiner: waiter("items", "join"),
      },
    },
  },
};
