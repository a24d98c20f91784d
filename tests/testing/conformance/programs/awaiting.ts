/** Rules 5 and 12: what a coroutine may await, and what not. */
import type { Chapter } from "./chapter.ts";

export const AWAITING: Chapter = {
  5: {
    "Awaiting a done future does not switch": {
      coroutines: {
        main: [
          ["future", "future"],
          ["setResult", "future", "value"],
          ["task", "task", "other"],
          ["await", "future", "x"],
          ["log", "got", ["get", "x"]],
          ["await", "future", "y"],
          ["log", "got", ["get", "y"], "again"],
        ],
        other: [["log", "runs"]],
      },
    },
    "Awaiting a failed future throws at once": {
      coroutines: {
        main: [
          ["future", "future"],
          ["setException", "future", "stored"],
          ["task", "task", "other"],
          ["try", [["await", "future"]], "Boom", [[
            "log",
            "caught",
            ["get", "error"],
          ]]],
        ],
        other: [["log", "runs"]],
      },
    },
    "Awaiting a pending future lets others run": {
      coroutines: {
        main: [
          ["future", "future"],
          ["task", "task", "other"],
          ["log", "waits"],
          ["await", "future", "x"],
          ["log", "got", ["get", "x"]],
        ],
        other: [["log", "sets the result"], ["setResult", "future", "value"], [
          "log",
          "goes on",
        ]],
      },
    },
    "A waiter resumes in the pass after the result": {
      script: [
        ["future", "future"],
        ["task", "task", "waiter"],
        ["callSoon", "settle"],
        ["run"],
      ],
      callbacks: {
        settle: [
          ["callSoon", "before"],
          ["setResult", "future", "value"],
          ["callSoon", "behind"],
        ],
        before: [["log", "runs"]],
        behind: [["log", "runs"]],
      },
      coroutines: {
        waiter: [["await", "future", "x"], ["log", "got", ["get", "x"]]],
      },
    },
    "Waiters wake in the order they came": {
      script: [
        ["future", "future"],
        ["task", "first", "a"],
        ["task", "second", "b"],
        ["task", "third", "c"],
        ["callSoon", "settle"],
        ["run"],
      ],
      callbacks: { settle: [["setResult", "future", 7]] },
      coroutines: {
        a: [["log", "waits"], ["await", "future", "x"], [
          "log",
          "got",
          ["get", "x"],
        ]],
        b: [["log", "waits"], ["await", "future", "x"], [
          "log",
          "got",
          ["get", "x"],
        ]],
        c: [["log", "waits"], ["await", "future", "x"], [
          "log",
          "got",
          ["get", "x"],
        ]],
      },
    },
    "A coroutine called by a coroutine takes no pass": {
      coroutines: {
        main: [
          ["task", "task", "other"],
          ["call", "inner", "x"],
          ["log", "got", ["get", "x"]],
        ],
        inner: [["log", "runs"], ["return", 1]],
        other: [["log", "runs"]],
      },
    },
    "A finished task gives its result again": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["await", "task", "x"],
          ["await", "task", "y"],
          ["log", ["get", "x"], ["get", "y"], ["result", "task"]],
        ],
        child: [["return", "value"]],
      },
    },
    "Waiters and done callbacks of a future share one line": {
      script: [
        ["future", "future"],
        ["addDoneCallback", "future", "onDone"],
        ["task", "task", "waiter"],
        ["callSoon", "settle"],
        ["run"],
      ],
      callbacks: {
        onDone: [["log", "runs"]],
        last: [["log", "runs"]],
        settle: [
          ["addDoneCallback", "future", "last"],
          ["setResult", "future", 1],
        ],
      },
      coroutines: { waiter: [["await", "future"], ["log", "goes on"]] },
    },
  },
  12: {
    "A task that awaits itself gets an error": {
      coroutines: {
        main: [
          ["try", [["await", "self"]], "error", [["log", "refused"]]],
          ["log", "goes on"],
        ],
      },
    },
    "A future of another loop is refused": {
      coroutines: {
        main: [
          ["foreignFuture", "foreign"],
          ["try", [["await", "foreign"]], "error", [["log", "refused"]]],
          ["log", "goes on"],
        ],
      },
    },
    "A yield of something foreign is refused": {
      coroutines: {
        main: [
          ["try", [["yieldNonsense"]], "error", [["log", "refused"]]],
          ["log", "goes on"],
        ],
      },
    },
    "The error comes in a step of its own": {
      script: [["task", "main", "main"], ["callSoon", "between"], ["run"]],
      callbacks: { between: [["log", "runs"]] },
      coroutines: {
        main: [["log", "starts"], ["try", [["yieldNonsense"]], "error", [[
          "log",
          "refused",
        ]]]],
      },
    },
    "Nobody catches it: the task fails": {
      script: [["task", "task", "child"], ["run"], ["log", ["done", "task"], [
        "exception",
        "task",
      ]]],
      coroutines: {
        child: [["try", [["await", "self"]], null, [], [["log", "leaves"]]]],
      },
    },
  },
};
