/** Rules 14 and 18: a future that stands for others. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import { failing, LEAVING, SAY, sleeper } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

/** A coroutine that refuses to be cancelled. */
const REFUSING: Block = [
  ["try", [["sleep", 1000]], "cancellation", [["log", "refuses"]]],
  ["return", "value"],
];

export const GATHERING: Chapter = {
  14: {
    "Results come by position": {
      coroutines: {
        main: [
          ["gather", "both", [["coroutine", "slow"], ["coroutine", "quick"]]],
          ["await", "both", "x"],
          ["log", ["get", "x"]],
        ],
        slow: sleeper(20, "slow"),
        quick: sleeper(10, "quick"),
      },
    },
    "gather of two takes three passes": {
      script: [["task", "main", "main"], ["callSoon", "pass1"], ["run"]],
      callbacks: {
        pass1: [["log", "runs"], ["callSoon", "pass2"]],
        pass2: [["log", "runs"], ["callSoon", "pass3"]],
        pass3: [["log", "runs"], ["callSoon", "pass4"]],
        pass4: [["log", "runs"], ["callSoon", "pass5"]],
        pass5: [["log", "runs"]],
      },
      coroutines: {
        main: [
          ["gather", "both", [["coroutine", "a"], ["coroutine", "b"]]],
          ["await", "both"],
          ["log", "is back"],
        ],
        a: [["log", "runs"]],
        b: [["log", "runs"]],
      },
    },
    "The same future twice counts once": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["gather", "both", ["task", "task"]],
          ["await", "both", "x"],
          ["log", ["get", "x"]],
        ],
        child: [["return", "value"]],
      },
    },
    "gather of nothing is there at once": {
      coroutines: {
        main: [
          ["gather", "none", []],
          ["await", "none", "x"],
          ["log", "got", ["get", "x"]],
        ],
      },
    },
    "The first error settles it, the siblings run on": {
      coroutines: {
        main: [
          ["gather", "both", [["coroutine", "bad"], ["coroutine", "good"]]],
          ["try", [["await", "both"]], "Boom", SAY],
        ],
        bad: failing(10, "mine"),
        good: sleeper(20, "good"),
      },
    },
    "With returnExceptions errors are results": {
      coroutines: {
        main: [
          [
            "gather",
            "both",
            [["coroutine", "bad"], ["coroutine", "good"]],
            true,
          ],
          ["await", "both", "x"],
          ["log", ["get", "x"]],
        ],
        bad: failing(10, "mine"),
        good: sleeper(20, "good"),
      },
    },
    "A cancelled child counts as an error": {
      coroutines: {
        main: [
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["gather", "both", ["first", "second"]],
          ["sleep", 0],
          ["cancel", "first"],
          ["try", [["await", "both"]], "cancellation", SAY],
          ["log", ["cancelled", "both"]],
        ],
        a: LEAVING,
        b: sleeper(20, "b"),
      },
    },
    "Cancelling the outer cancels the children": {
      coroutines: {
        main: [
          ["gather", "both", [["coroutine", "a"], ["coroutine", "b"]]],
          ["sleep", 0],
          ["log", ["cancel", "both"], ["done", "both"]],
          ["try", [["await", "both"]], "cancellation", SAY],
        ],
        a: LEAVING,
        b: LEAVING,
      },
    },
    "Cancelling who waits cancels the gather": {
      coroutines: {
        main: [
          ["task", "task", "waiter"],
          ["sleep", 10],
          ["cancel", "task"],
        ],
        waiter: [
          ["gather", "both", [["coroutine", "a"], ["coroutine", "b"]]],
          ["try", [["await", "both"]], "cancellation", SAY],
        ],
        a: LEAVING,
        b: LEAVING,
      },
    },
    "Cancelled, with children that refuse, it has no results": {
      coroutines: {
        main: [
          ["gather", "both", [["coroutine", "a"], ["coroutine", "b"]]],
          ["sleep", 10],
          ["cancel", "both"],
          ["try", [["await", "both"]], "cancellation", SAY],
        ],
        a: REFUSING,
        b: REFUSING,
      },
    },
    "Once the children are done, it cannot be cancelled": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["gather", "both", ["task"]],
          ["await", "task"],
          ["log", ["cancel", "both"]],
          ["await", "both", "x"],
          ["log", ["get", "x"]],
        ],
        child: [["return", "value"]],
      },
    },
  },
  18: {
    "The outer is cancelled, the inner runs on": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["shield", "outer", "task"],
          ["sleep", 0],
          ["cancel", "outer"],
          ["log", ["cancelled", "outer"], ["done", "task"]],
        ],
        child: sleeper(10, "value"),
      },
    },
    "Cancelling who waits leaves the inner": {
      coroutines: {
        main: [["task", "task", "waiter"], ["sleep", 10], ["cancel", "task"]],
        waiter: [
          ["shield", "outer", ["coroutine", "child"]],
          ["try", [["await", "outer"]], "cancellation", SAY],
        ],
        child: sleeper(20, "value"),
      },
    },
    "A result comes through": {
      coroutines: {
        main: [
          ["shield", "outer", ["coroutine", "child"]],
          ["await", "outer", "x"],
          ["log", "got", ["get", "x"]],
        ],
        child: sleeper(10, "value"),
      },
    },
    "What is done already is not wrapped": {
      coroutines: {
        main: [
          ["future", "future"],
          ["setResult", "future", "value"],
          ["shield", "outer", "future"],
          ["log", ["same", "outer", "future"]],
        ],
      },
    },
    "A cancelled inner cancels the outer": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["shield", "outer", "task"],
          ["sleep", 0],
          ["cancel", "task"],
          ["try", [["await", "outer"]], "cancellation", SAY],
          ["log", ["cancelled", "outer"]],
        ],
        child: LEAVING,
      },
    },
    "An error after the outer was cancelled is reported": {
      script: [["reportErrors"], ["task", "main", "main"], ["run"]],
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["shield", "outer", "task"],
          ["sleep", 0],
          ["cancel", "outer"],
        ],
        child: failing(10, "nobody hears"),
      },
    },
  },
};
