/** Rules 10 and 11: cancellation, the request and its corners. */
import { SAY } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

export const CANCELLATION: Chapter = {
  10: {
    "A cancelled task throws where it waits": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 10],
          ["log", "cancels", ["cancel", "task"]],
        ],
        child: [["try", [["sleep", 1000], ["log", "never"]], "cancellation", [
          ...SAY,
          ["rethrow"],
        ]]],
      },
    },
    "Cancelling is a request: nothing happens at once": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["log", ["done", "task"]],
          ["sleep", 0],
          ["sleep", 0],
          ["log", ["done", "task"], ["cancelled", "task"]],
        ],
        child: [["try", [["sleep", 1000]], null, [], [["log", "leaves"]]]],
      },
    },
    "The request goes to what the task waits for": {
      coroutines: {
        main: [
          ["future", "future"],
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["log", ["cancelled", "future"], ["cancelled", "task"]],
        ],
        child: [["await", "future"]],
      },
    },
    "It goes down a chain of tasks": {
      coroutines: {
        main: [
          ["task", "outer", "top"],
          ["sleep", 10],
          ["cancel", "outer"],
        ],
        top: [
          ["task", "inner", "middle"],
          ["try", [["await", "inner"]], null, [], [["log", "leaves"]]],
        ],
        middle: [
          ["task", "innermost", "bottom"],
          ["try", [["await", "innermost"]], null, [], [["log", "leaves"]]],
        ],
        bottom: [["try", [["sleep", 1000]], null, [], [["log", "leaves"]]]],
      },
    },
    "A task may refuse": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["await", "task", "x"],
          ["log", "got", ["get", "x"], ["cancelled", "task"]],
        ],
        child: [
          ["try", [["sleep", 1000]], "cancellation", [["log", "refuses"]]],
          ["sleep", 10],
          ["return", "done"],
        ],
      },
    },
    "A finally may wait": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 10],
          ["cancel", "task"],
          ["sleep", 10],
          ["log", ["done", "task"]],
        ],
        child: [["try", [["sleep", 1000]], null, [], [
          ["log", "cleans up"],
          ["sleep", 20],
          ["log", "is clean"],
        ]]],
      },
    },
    "A second cancel interrupts the cleaning": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 10],
          ["cancel", "task"],
          ["sleep", 10],
          ["cancel", "task"],
        ],
        child: [["try", [["sleep", 1000]], null, [], [
          ["log", "cleans up"],
          ["try", [["sleep", 500], ["log", "never"]], null, [], [[
            "log",
            "gives up",
          ]]],
        ]]],
      },
    },
    "An error while being cancelled wins": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["try", [["await", "task"]], "Boom", SAY],
          ["log", ["cancelled", "task"]],
        ],
        child: [["try", [["sleep", 1000]], "cancellation", [[
          "raise",
          "instead",
        ]]]],
      },
    },
    "A task that is over cannot be cancelled": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["await", "task"],
          ["log", ["cancel", "task"], ["cancelled", "task"], [
            "result",
            "task",
          ]],
        ],
        child: [["return", "value"]],
      },
    },
    "Requests are counted, and taken back": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["cancel", "task"],
          ["log", ["cancelling", "task"]],
        ],
        child: [["try", [["sleep", 1000]], "cancellation", [[
          "log",
          ["cancelling", "self"],
          ["uncancel", "self"],
          ["uncancel", "self"],
          ["uncancel", "self"],
        ]]]],
      },
    },
    "uncancel() withdraws what is only pending": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["log", ["uncancel", "task"]],
        ],
        child: [["sleep", 0], ["log", "runs on"]],
      },
    },
    "One of two requests taken back changes nothing": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["cancel", "task"],
          ["log", ["uncancel", "task"]],
          ["sleep", 0],
          ["log", ["cancelled", "task"]],
        ],
        child: [["sleep", 0], ["log", "never"]],
      },
    },
    "A cancellation that was refused further down does not come back": {
      coroutines: {
        main: [["task", "outer", "middle"], ["sleep", 10], ["cancel", "outer"]],
        middle: [
          ["task", "inner", "stubborn"],
          ["await", "inner", "x"],
          ["log", "got", ["get", "x"]],
          ["sleep", 10],
          ["log", "goes on", ["cancelling", "self"]],
        ],
        stubborn: [
          ["try", [["sleep", 1000]], "cancellation", [["log", "refuses"]]],
          ["return", "value"],
        ],
      },
    },
    "uncancel() does not reach a future that is cancelled": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["log", ["uncancel", "task"]],
        ],
        child: [["try", [["sleep", 1000]], "cancellation", [[
          "log",
          "it comes all the same",
        ]]]],
      },
    },
    "Awaiting a cancelled task throws the cancellation": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["try", [["await", "task"]], "cancellation", SAY],
          ["log", "goes on"],
        ],
        child: [["sleep", 1000]],
      },
    },
  },
  11: {
    "A result and a cancel in one pass: the result is lost": {
      coroutines: {
        main: [
          ["future", "future"],
          ["task", "task", "waiter"],
          ["sleep", 0],
          ["setResult", "future", "lost"],
          ["log", ["cancel", "task"]],
          ["sleep", 0],
          ["log", ["cancelled", "task"], ["result", "future"]],
        ],
        waiter: [["await", "future", "x"], ["log", "got", ["get", "x"]]],
      },
    },
    "An error and a cancel in one pass: the error is lost": {
      coroutines: {
        main: [
          ["future", "future"],
          ["task", "task", "waiter"],
          ["sleep", 0],
          ["setException", "future", "lost"],
          ["cancel", "task"],
          ["sleep", 0],
          ["log", ["cancelled", "task"], ["exception", "future"]],
        ],
        waiter: [["try", [["await", "future"]], "anything", [
          ...SAY,
          ["rethrow"],
        ]]],
      },
    },
    "Cancelled before its first step, a task never runs": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["cancel", "task"],
          ["log", ["done", "task"]],
          ["sleep", 0],
          ["log", ["done", "task"], ["cancelled", "task"]],
        ],
        child: [["try", [["log", "never"]], null, [], [["log", "neither"]]]],
      },
    },
    "A task that gives way is cancelled at its next step": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["sleep", 0],
          ["cancel", "task"],
          ["sleep", 0],
          ["log", ["cancelled", "task"]],
        ],
        child: [["try", [["sleep", 0], ["log", "never"]], "cancellation", [
          ...SAY,
          ["rethrow"],
        ]]],
      },
    },
    "A sleeper whose time has come can still be cancelled": {
      script: [
        ["task", "task", "sleeper"],
        ["callSoon", "set"],
        ["run"],
        ["log", ["cancelled", "task"]],
      ],
      callbacks: {
        set: [["callLater", 10, "cancel"]],
        cancel: [["log", "cancels", ["cancel", "task"]]],
      },
      coroutines: {
        sleeper: [["sleep", 10], ["log", "never"]],
      },
    },
    "A task that returns with a cancellation pending ends cancelled": {
      script: [["task", "task", "child"], ["run"], [
        "log",
        ["cancelled", "task"],
      ]],
      coroutines: {
        child: [["cancel", "self"], ["log", "still here"], [
          "return",
          "lost",
        ]],
      },
    },
    "A task that fails with a cancellation pending fails": {
      script: [["task", "task", "child"], ["run"], ["log", [
        "cancelled",
        "task",
      ], ["exception", "task"]]],
      coroutines: {
        child: [["cancel", "self"], ["raise", "first"]],
      },
    },
    "A task that cancels itself throws at its next wait": {
      coroutines: {
        main: [
          ["cancel", "self"],
          ["log", "still here"],
          ["try", [["sleep", 10], ["log", "never"]], "cancellation", SAY],
          ["log", "has survived"],
        ],
      },
    },
    "A pending future that is awaited is cancelled at once": {
      coroutines: {
        main: [
          ["future", "future"],
          ["cancel", "self"],
          ["try", [["await", "future"]], "cancellation", SAY],
          ["log", ["cancelled", "future"]],
        ],
      },
    },
    "A done future does not take the cancellation": {
      coroutines: {
        main: [
          ["future", "future"],
          ["setResult", "future", "value"],
          ["cancel", "self"],
          ["await", "future", "x"],
          ["log", "got", ["get", "x"]],
          ["try", [["sleep", 10]], "cancellation", SAY],
        ],
      },
    },
  },
};
