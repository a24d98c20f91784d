/** Rules 14 to 20: waiting for several, and for no longer than a limit. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import type { Chapter } from "./programs.ts";

/** Says which error it caught. */
const SAY: Block = [["log", "caught", ["get", "error"]]];

/** A coroutine that sleeps, says so and returns its name. */
function sleeper(delay: number, name: string): Block {
  return [["sleep", delay], ["log", "wakes"], ["return", name]];
}

/** A coroutine that fails after some time. */
function failing(delay: number, message: string): Block {
  return [["sleep", delay], ["raise", message]];
}

/** A coroutine that says so when it has to go. */
const LEAVING: Block = [["try", [["sleep", 1000]], null, [], [[
  "log",
  "leaves",
]]]];

/** A coroutine that refuses to be cancelled. */
const REFUSING: Block = [
  ["try", [["sleep", 1000]], "cancellation", [["log", "refuses"]]],
  ["return", "value"],
];

export const COMBINATORS: Chapter = {
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
  17: {
    "Leaving waits for every child": {
      coroutines: {
        main: [
          ["group", [
            ["groupTask", "first", "a"],
            ["groupTask", "second", "b"],
            ["log", "the body is over"],
          ]],
          ["log", ["result", "first"], ["result", "second"]],
        ],
        a: sleeper(20, "a"),
        b: sleeper(10, "b"),
      },
    },
    "An empty group takes no pass": {
      coroutines: {
        main: [
          ["task", "task", "other"],
          ["group", []],
          ["log", "goes on"],
        ],
        other: [["log", "runs"]],
      },
    },
    "A failing child cancels its siblings": {
      coroutines: {
        main: [[
          "try",
          [["group", [
            ["groupTask", "first", "bad"],
            ["groupTask", "second", "good"],
          ]]],
          "anything",
          SAY,
        ]],
        bad: failing(10, "mine"),
        good: LEAVING,
      },
    },
    "A failing child cancels the body": {
      coroutines: {
        main: [
          [
            "try",
            [["group", [
              ["groupTask", "first", "bad"],
              ["try", [["sleep", 1000], ["log", "never"]], "cancellation", [
                ...SAY,
                ["rethrow"],
              ]],
            ]]],
            "anything",
            SAY,
          ],
          ["log", "goes on", ["cancelling", "self"]],
        ],
        bad: failing(10, "mine"),
      },
    },
    "Errors of several children come together": {
      coroutines: {
        main: [[
          "try",
          [["group", [
            ["groupTask", "first", "bad"],
            ["groupTask", "second", "worse"],
          ]]],
          "anything",
          SAY,
        ]],
        bad: failing(10, "bad"),
        worse: [["try", [["sleep", 1000]], "cancellation", [[
          "raise",
          "worse",
        ]]]],
      },
    },
    "The body's error comes with the others": {
      coroutines: {
        main: [[
          "try",
          [["group", [
            ["groupTask", "first", "child"],
            ["sleep", 10],
            ["raise", "body"],
          ]]],
          "anything",
          SAY,
        ]],
        child: [["try", [["sleep", 1000]], "cancellation", [[
          "raise",
          "child",
        ]]]],
      },
    },
    "Cancelling the parent cancels the children": {
      coroutines: {
        main: [["task", "task", "parent"], ["sleep", 10], ["cancel", "task"]],
        parent: [[
          "try",
          [["group", [["groupTask", "first", "child"]]]],
          "anything",
          SAY,
        ]],
        child: LEAVING,
      },
    },
    "Errors beat the cancellation of the parent": {
      coroutines: {
        main: [["task", "task", "parent"], ["sleep", 10], ["cancel", "task"]],
        parent: [[
          "try",
          [["group", [["groupTask", "first", "child"]]]],
          "anything",
          SAY,
        ]],
        child: [["try", [["sleep", 1000]], "cancellation", [[
          "raise",
          "child",
        ]]]],
      },
    },
    "A cancelled child is no failure": {
      coroutines: {
        main: [
          ["group", [
            ["groupTask", "first", "a"],
            ["groupTask", "second", "b"],
            ["sleep", 0],
            ["cancel", "first"],
          ]],
          ["log", "goes on", ["cancelled", "first"]],
        ],
        a: LEAVING,
        b: sleeper(20, "b"),
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
