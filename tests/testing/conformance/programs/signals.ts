/** Rules 24 and 25: waiting until somebody says so. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import { waiter } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

/** Waits for a condition. */
const LISTENER: Block = [
  ["awaitDo", "condition", "acquire", []],
  ["log", "waits"],
  [
    "try",
    [["awaitDo", "condition", "wait", []], ["log", "was told"]],
    null,
    [],
    [
      ["log", "holds the lock", ["do", "condition", "locked"]],
      ["do", "condition", "release"],
    ],
  ],
];

export const SIGNALS: Chapter = {
  24: {
    "wait() gives the lock away and holds it again": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "listener"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["do", "condition", "notify"],
          ["log", "notifies, and keeps the lock"],
          ["sleep", 10],
          ["do", "condition", "release"],
        ],
        listener: LISTENER,
      },
    },
    "notify() wakes the first": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["do", "condition", "notify"],
          ["do", "condition", "release"],
        ],
        a: LISTENER,
        b: LISTENER,
      },
    },
    "notifyAll() wakes everybody, one by one": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["do", "condition", "notifyAll"],
          ["do", "condition", "release"],
        ],
        a: LISTENER,
        b: LISTENER,
      },
    },
    "A cancelled wait holds the lock again": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "listener"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["cancel", "first"],
          ["sleep", 10],
          ["log", "releases"],
          ["do", "condition", "release"],
        ],
        listener: LISTENER,
      },
    },
    "Cancelled twice, a wait still holds the lock again": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "listener"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["cancel", "first"],
          ["sleep", 10],
          ["cancel", "first"],
          ["sleep", 10],
          ["log", "releases"],
          ["do", "condition", "release"],
        ],
        listener: LISTENER,
      },
    },
    "A notification of a cancelled wait is passed on": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["awaitDo", "condition", "acquire", []],
          ["do", "condition", "notify"],
          ["cancel", "first"],
          ["do", "condition", "release"],
        ],
        a: LISTENER,
        b: LISTENER,
      },
    },
    "notify() without the lock is refused": {
      coroutines: {
        main: [
          ["condition", "condition"],
          ["try", [["do", "condition", "notify"]], "error", [[
            "log",
            "refused",
          ]]],
        ],
      },
    },
  },
  25: {
    "set() wakes everybody": {
      coroutines: {
        main: [
          ["event", "event"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "event", "set"],
          ["log", "has set it", ["do", "event", "isSet"]],
        ],
        a: waiter("event"),
        b: waiter("event"),
      },
    },
    "set() and clear() wake all the same": {
      coroutines: {
        main: [
          ["event", "event"],
          ["task", "first", "a"],
          ["sleep", 0],
          ["do", "event", "set"],
          ["do", "event", "clear"],
          ["log", ["do", "event", "isSet"]],
        ],
        a: waiter("event"),
      },
    },
    "An event that is set does not stop anybody": {
      coroutines: {
        main: [
          ["event", "event"],
          ["do", "event", "set"],
          ["task", "first", "other"],
          ["awaitDo", "event", "wait", []],
          ["log", "goes on"],
        ],
        other: [["log", "runs"]],
      },
    },
    "A cancelled waiter leaves the others": {
      coroutines: {
        main: [
          ["event", "event"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["cancel", "first"],
          ["do", "event", "set"],
          ["await", "second"],
          ["log", ["cancelled", "first"]],
        ],
        a: waiter("event"),
        b: waiter("event"),
      },
    },
  },
};
