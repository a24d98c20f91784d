/** Rules 19 and 20: waiting for several, one at a time or for some. */
import { failing, LEAVING, SAY, sleeper } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

export const WAITS: Chapter = {
  19: {
    "wait returns when all are done": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["wait", ["first", "second"], null, "ALL_COMPLETED"],
        ],
        a: sleeper(10, "a"),
        b: failing(20, "mine"),
      },
    },
    "wait returns with the first": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["wait", ["first", "second"], null, "FIRST_COMPLETED"],
          ["wait", ["second"], null, "FIRST_COMPLETED"],
        ],
        a: sleeper(20, "a"),
        b: sleeper(10, "b"),
      },
    },
    "wait returns with the first error": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "bad"],
          ["task", "third", "c"],
          ["wait", ["first", "second", "third"], null, "FIRST_EXCEPTION"],
        ],
        a: sleeper(10, "a"),
        bad: failing(20, "mine"),
        c: sleeper(30, "c"),
      },
    },
    "A cancelled one is not the first exception": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["callLater", 10, "cancel"],
          ["wait", ["first", "second"], null, "FIRST_EXCEPTION"],
        ],
        a: LEAVING,
        b: sleeper(20, "b"),
      },
      callbacks: { cancel: [["cancel", "first"]] },
    },
    "A timeout is not thrown and cancels nothing": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["wait", ["first", "second"], 20, "ALL_COMPLETED"],
          ["await", "second"],
          ["log", "has waited for b"],
        ],
        a: sleeper(10, "a"),
        b: sleeper(30, "b"),
      },
    },
    "Cancelling who waits leaves the tasks": {
      coroutines: {
        main: [["task", "task", "waiter"], ["sleep", 10], ["cancel", "task"]],
        waiter: [
          ["task", "first", "a"],
          [
            "try",
            [["wait", ["first"], null, "ALL_COMPLETED"]],
            "cancellation",
            SAY,
          ],
        ],
        a: sleeper(20, "a"),
      },
    },
  },
  20: {
    "They come in the order of completion": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
          ["asCompleted", ["first", "second", "third"], null],
        ],
        a: sleeper(30, "a"),
        b: sleeper(10, "b"),
        c: sleeper(20, "c"),
      },
    },
    "An error comes when its turn comes": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "bad"],
          ["asCompleted", ["first", "second"], null],
        ],
        a: sleeper(20, "a"),
        bad: failing(10, "mine"),
      },
    },
    "After the limit each that is left throws": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
          ["asCompleted", ["first", "second", "third"], 20],
        ],
        a: sleeper(10, "a"),
        b: sleeper(30, "b"),
        c: sleeper(40, "c"),
      },
    },
    "The timer goes with the last": {
      script: [["task", "main", "main"], ["run"], ["log", "the loop is idle"]],
      coroutines: {
        main: [["task", "first", "a"], ["asCompleted", ["first"], 1000]],
        a: sleeper(10, "a"),
      },
    },
    "The same twice comes once": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["asCompleted", ["first", "first"], null],
          ["log", "is over"],
        ],
        a: sleeper(10, "a"),
      },
    },
  },
};
