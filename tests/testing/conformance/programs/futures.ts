/** Rules 6 and 13: futures and their callbacks, and errors that get lost. */
import type { Chapter } from "./chapter.ts";

export const FUTURES: Chapter = {
  6: {
    "Done callbacks run in the order they were added": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "a"],
        ["addDoneCallback", "future", "b"],
        ["addDoneCallback", "future", "c"],
        ["setResult", "future", 1],
        ["run"],
      ],
      callbacks: {
        a: [["log", "runs"]],
        b: [["log", "runs"]],
        c: [["log", "runs"]],
      },
    },
    "Setting the result calls nobody at once": {
      script: [["future", "future"], ["callSoon", "settle"], ["run"]],
      callbacks: {
        settle: [
          ["addDoneCallback", "future", "onDone"],
          ["setResult", "future", 1],
          ["log", "has set the result"],
        ],
        onDone: [["log", "runs"]],
      },
    },
    "A done callback waits behind what is ready": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["callSoon", "a"],
        ["setResult", "future", 1],
        ["callSoon", "b"],
        ["run"],
      ],
      callbacks: {
        a: [["log", "runs"]],
        b: [["log", "runs"]],
        onDone: [["log", "runs"]],
      },
    },
    "Added to a done future, a callback is scheduled, not called": {
      script: [["future", "future"], ["callSoon", "late"], ["run"]],
      callbacks: {
        late: [
          ["setResult", "future", 1],
          ["addDoneCallback", "future", "onDone"],
          ["log", "has added it"],
        ],
        onDone: [["log", "runs"]],
      },
    },
    "The callback gets its future": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["setResult", "future", "value"],
        ["run"],
      ],
      callbacks: {
        onDone: [["log", ["same", "it", "future"], ["result", "it"]]],
      },
    },
    "The same callback added twice runs twice": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["addDoneCallback", "future", "onDone"],
        ["setException", "future", "stored"],
        ["run"],
      ],
      callbacks: { onDone: [["log", "runs", ["exception", "it"]]] },
    },
    "A removed callback does not run, however often it was added": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "gone"],
        ["addDoneCallback", "future", "kept"],
        ["addDoneCallback", "future", "gone"],
        ["log", ["removeDoneCallback", "future", "gone"]],
        ["log", ["removeDoneCallback", "future", "gone"]],
        ["setResult", "future", 1],
        ["run"],
      ],
      callbacks: { gone: [["log", "runs"]], kept: [["log", "runs"]] },
    },
    "Once scheduled, a callback cannot be removed": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["setResult", "future", 1],
        ["log", ["removeDoneCallback", "future", "onDone"]],
        ["run"],
      ],
      callbacks: { onDone: [["log", "runs"]] },
    },
    "Cancelling a future schedules its callbacks": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["log", ["cancel", "future"], ["cancel", "future"]],
        ["log", ["done", "future"], ["cancelled", "future"]],
        ["run"],
      ],
      callbacks: { onDone: [["log", "runs", ["cancelled", "it"]]] },
    },
    "A callback may add a callback, which runs in the next pass": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "first"],
        ["addDoneCallback", "future", "second"],
        ["setResult", "future", 1],
        ["run"],
      ],
      callbacks: {
        first: [["addDoneCallback", "it", "third"], ["log", "adds third"]],
        second: [["log", "runs"]],
        third: [["log", "runs"]],
      },
    },
  },
  8: {
    "A future is settled once": {
      script: [
        ["future", "future"],
        ["setResult", "future", "first"],
        ["try", [["setResult", "future", "second"]], "error", [[
          "log",
          "refused",
        ]]],
        ["try", [["setException", "future", "third"]], "error", [[
          "log",
          "refused",
        ]]],
        ["log", ["result", "future"]],
      ],
    },
    "A pending future has no result": {
      script: [
        ["future", "future"],
        ["log", ["done", "future"]],
        ["try", [["log", ["result", "future"]]], "error", [[
          "log",
          "not there yet",
        ]]],
        ["setResult", "future", "value"],
        ["log", ["done", "future"], ["result", "future"]],
      ],
    },
    "The result of a failed future throws its error": {
      script: [
        ["future", "future"],
        ["setException", "future", "stored"],
        ["try", [["log", ["result", "future"]]], "Boom", [[
          "log",
          "throws",
          ["get", "error"],
        ]]],
        ["log", ["done", "future"], ["exception", "future"]],
      ],
    },
    "The result of a cancelled future throws the cancellation": {
      script: [
        ["future", "future"],
        ["cancel", "future"],
        ["try", [["log", ["result", "future"]]], "cancellation", [[
          "log",
          "throws",
          ["get", "error"],
        ]]],
        ["try", [["log", ["exception", "future"]]], "cancellation", [[
          "log",
          "throws",
          ["get", "error"],
        ]]],
        ["try", [["setResult", "future", 1]], "error", [["log", "refused"]]],
      ],
    },
  },
  13: {
    "An error that nobody retrieved is reported at the close": {
      script: [
        ["reportErrors"],
        ["task", "task", "child"],
        ["run"],
        ["log", "the loop is idle"],
        ["close"],
      ],
      coroutines: { child: [["log", "fails"], ["raise", "unseen"]] },
    },
    "An error that was retrieved is not reported": {
      script: [
        ["reportErrors"],
        ["task", "task", "child"],
        ["run"],
        ["log", ["exception", "task"]],
        ["close"],
        ["log", "closed"],
      ],
      coroutines: { child: [["raise", "seen"]] },
    },
    "An error that a waiter got is not reported": {
      script: [
        ["reportErrors"],
        ["task", "task", "child"],
        ["task", "waiter", "waits"],
        ["run"],
        ["close"],
        ["log", "closed"],
      ],
      coroutines: {
        child: [["raise", "thrown"]],
        waits: [["try", [["await", "task"]], "Boom", [[
          "log",
          ["get", "error"],
        ]]]],
      },
    },
    "A task dropped while pending is reported": {
      script: [
        ["reportErrors"],
        ["future", "future"],
        ["task", "task", "child"],
        ["run"],
        ["log", "the loop is idle"],
        ["close"],
      ],
      coroutines: { child: [["await", "future"]] },
    },
  },
};
