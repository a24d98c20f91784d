/** Rules 15 and 16: waiting for no longer than a limit. */
import { failing, LEAVING, SAY, sleeper } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

export const LIMITS: Chapter = {
  15: {
    "A result in time": {
      coroutines: {
        main: [
          ["waitFor", ["coroutine", "child"], 20, "x"],
          ["log", "got", ["get", "x"]],
        ],
        child: sleeper(10, "value"),
      },
    },
    "After the limit the awaited is cancelled": {
      coroutines: {
        main: [["try", [["waitFor", ["coroutine", "child"], 20]], "timeout", [
          ...SAY,
        ]]],
        child: LEAVING,
      },
    },
    "waitFor waits for the cancellation": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["try", [["waitFor", "task", 20]], "timeout", SAY],
          ["log", ["done", "task"]],
        ],
        child: [["try", [["sleep", 1000]], null, [], [
          ["log", "cleans up"],
          ["sleep", 30],
          ["log", "is clean"],
        ]]],
      },
    },
    "A limit of zero cancels what is not there": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["try", [["waitFor", "task", 0]], "timeout", SAY],
          ["log", ["cancelled", "task"]],
        ],
        child: LEAVING,
      },
    },
    "A limit of zero waits for the cancellation too": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["try", [["waitFor", "task", 0]], "timeout", SAY],
          ["log", ["done", "task"]],
        ],
        child: [["try", [["sleep", 1000]], null, [], [
          ["log", "cleans up"],
          ["sleep", 30],
          ["log", "is clean"],
        ]]],
      },
    },
    "A limit of zero takes a result that is there": {
      coroutines: {
        main: [
          ["future", "future"],
          ["setResult", "future", "value"],
          ["waitFor", "future", 0, "x"],
          ["log", "got", ["get", "x"]],
        ],
      },
    },
    "Its error comes through": {
      coroutines: {
        main: [["try", [["waitFor", ["coroutine", "child"], 20]], "Boom", [
          ...SAY,
        ]]],
        child: failing(10, "mine"),
      },
    },
    "A coroutine with a limit runs inside the caller's task": {
      coroutines: {
        main: [
          ["task", "task", "other"],
          ["waitFor", ["coroutine", "child"], 20],
          ["log", "goes on"],
        ],
        child: [["log", ["same", "self", "main"]]],
        other: [["log", "runs"]],
      },
    },
  },
  16: {
    "The body ends in time": {
      coroutines: {
        main: [
          ["timeout", 20, [["sleep", 10], ["log", "is done"]]],
          ["sleep", 20],
          ["log", "nothing has struck"],
        ],
      },
    },
    "A body that takes too long": {
      coroutines: {
        main: [
          [
            "try",
            [["timeout", 20, [["sleep", 1000], ["log", "never"]]]],
            "timeout",
            SAY,
          ],
          ["log", "goes on", ["cancelling", "self"]],
        ],
      },
    },
    "The body sees a cancellation": {
      coroutines: {
        main: [
          [
            "try",
            [["timeout", 20, [[
              "try",
              [["sleep", 1000]],
              "cancellation",
              [...SAY, ["rethrow"]],
            ]]]],
            "timeout",
            SAY,
          ],
        ],
      },
    },
    "A cancellation from outside stays one": {
      coroutines: {
        main: [["task", "task", "child"], ["sleep", 10], ["cancel", "task"]],
        child: [["try", [["timeout", 20, [["sleep", 1000]]]], "anything", SAY]],
      },
    },
    "A cancellation from outside beside its own stays one": {
      coroutines: {
        main: [["task", "task", "child"], ["sleep", 20], ["cancel", "task"]],
        child: [["try", [["timeout", 20, [["sleep", 1000]]]], "anything", [
          ...SAY,
          ["log", ["cancelling", "self"]],
        ]]],
      },
    },
    "Entered with a request outstanding, it counts only its own": {
      coroutines: {
        main: [["task", "task", "child"], ["sleep", 10], ["cancel", "task"]],
        child: [
          ["try", [["sleep", 1000]], "cancellation", [[
            "log",
            "does not take it back",
            ["cancelling", "self"],
          ]]],
          ["try", [["timeout", 20, [["sleep", 1000]]]], "anything", [
            ...SAY,
            ["log", ["cancelling", "self"]],
          ]],
        ],
      },
    },
    "A limit of zero strikes before what the body schedules": {
      callbacks: {
        a: [["log", "runs"], ["callSoon", "b"]],
        b: [["log", "runs"]],
      },
      coroutines: {
        main: [[
          "try",
          [["timeout", 0, [
            ["callSoon", "a"],
            ["sleep", 10],
          ]]],
          "timeout",
          SAY,
        ]],
      },
    },
    "Of two timeouts the one that struck speaks": {
      coroutines: {
        main: [
          [
            "try",
            [["timeout", 30, [
              ["try", [["timeout", 20, [["sleep", 1000]]]], "timeout", [[
                "log",
                "the inner",
              ]]],
              ["sleep", 1000],
            ]]],
            "timeout",
            [["log", "the outer"]],
          ],
        ],
      },
    },
    "An error of the body comes through": {
      coroutines: {
        main: [[
          "try",
          [["timeout", 20, [["sleep", 10], ["raise", "mine"]]]],
          "anything",
          SAY,
        ]],
      },
    },
    "A limit of zero strikes at the first wait": {
      coroutines: {
        main: [
          [
            "try",
            [["timeout", 0, [
              ["log", "runs"],
              ["sleep", 10],
              ["log", "never"],
            ]]],
            "timeout",
            SAY,
          ],
        ],
      },
    },
  },
};
