/** Rules 8, 9 and 21: tasks, their sleeps, and eager ones. */
import type { Chapter } from "./chapter.ts";

export const TASKS: Chapter = {
  8: {
    "A new task starts in the next pass": {
      coroutines: {
        main: [["task", "task", "child"], ["log", "has made a task"]],
        child: [["log", "starts"]],
      },
    },
    "Tasks start in the order they were made": {
      script: [
        ["task", "first", "a"],
        ["callSoon", "between"],
        ["task", "second", "b"],
        ["run"],
      ],
      callbacks: { between: [["log", "runs"]] },
      coroutines: { a: [["log", "starts"]], b: [["log", "starts"]] },
    },
    "The error of a task comes out where it is awaited": {
      coroutines: {
        main: [
          ["task", "task", "child"],
          ["try", [["await", "task"]], "Boom", [[
            "log",
            "caught",
            ["get", "error"],
          ]]],
          ["log", ["done", "task"], ["exception", "task"]],
        ],
        child: [["log", "throws"], ["raise", "mine"]],
      },
    },
    "An error goes through every task that awaits": {
      coroutines: {
        main: [
          ["task", "outer", "middle"],
          ["try", [["await", "outer"]], "Boom", [[
            "log",
            "caught",
            ["get", "error"],
          ]]],
        ],
        middle: [
          ["task", "inner", "bottom"],
          ["try", [["await", "inner"]], null, [], [["log", "leaves"]]],
        ],
        bottom: [["raise", "from below"]],
      },
    },
    "A wake-up raises the error of the future": {
      script: [
        ["future", "future"],
        ["task", "task", "waiter"],
        ["callSoon", "settle"],
        ["run"],
      ],
      callbacks: { settle: [["setException", "future", "bad news"]] },
      coroutines: {
        waiter: [
          ["try", [["await", "future"]], "Boom", [[
            "log",
            "caught",
            ["get", "error"],
          ]]],
          ["log", "goes on"],
        ],
      },
    },
    "A task that fails does not disturb the others": {
      script: [["task", "first", "bad"], ["task", "second", "good"], ["run"], [
        "log",
        ["exception", "first"],
      ]],
      coroutines: {
        bad: [["raise", "mine"]],
        good: [["log", "runs"], ["sleep", 0], ["log", "goes on"]],
      },
    },
    "The current task is the one that runs": {
      coroutines: {
        main: [
          ["log", ["same", "self", "main"]],
          ["task", "task", "child"],
          ["await", "task"],
          ["log", ["same", "self", "main"]],
        ],
        child: [["log", ["same", "self", "task"], ["same", "self", "main"]]],
      },
    },
  },
  9: {
    "sleep(0) takes one pass": {
      script: [["task", "task", "sleeper"], ["callSoon", "a"], ["run"]],
      callbacks: {
        a: [["log", "runs"], ["callSoon", "b"]],
        b: [["log", "runs"], ["callSoon", "c"]],
        c: [["log", "runs"]],
      },
      coroutines: {
        sleeper: [["log", "starts"], ["sleep", 0], ["log", "one"], [
          "sleep",
          0,
        ], ["log", "two"]],
      },
    },
    "Tasks that only give way take turns": {
      script: [["task", "first", "a"], ["task", "second", "b"], ["run"]],
      coroutines: {
        a: [["repeat", 3, [["log", "runs"], ["sleep", 0]]]],
        b: [["repeat", 3, [["log", "runs"], ["sleep", 0]]]],
      },
    },
    "A negative sleep gives way for a pass": {
      coroutines: {
        main: [
          ["task", "task", "other"],
          ["sleep", -10],
          ["log", "is back"],
        ],
        other: [["log", "runs"]],
      },
    },
    "Sleepers wake by time": {
      script: [
        ["task", "first", "c"],
        ["task", "second", "a"],
        ["task", "third", "b"],
        ["run"],
      ],
      coroutines: {
        a: [["sleep", 10], ["log", "wakes"]],
        b: [["sleep", 20], ["log", "wakes"]],
        c: [["sleep", 30], ["log", "wakes"]],
      },
    },
    "A sleeper wakes a pass after its timer": {
      script: [["task", "task", "sleeper"], ["callSoon", "set"], ["run"]],
      callbacks: {
        set: [["callLater", 10, "timer"]],
        timer: [["log", "fires"], ["callSoon", "next"]],
        next: [["log", "runs"]],
      },
      coroutines: { sleeper: [["sleep", 10], ["log", "wakes"]] },
    },
    "Sleeps that end together end in the order they began": {
      script: [
        ["task", "first", "a"],
        ["task", "second", "b"],
        ["task", "third", "c"],
        ["run"],
      ],
      coroutines: {
        a: [["sleep", 10], ["sleep", 20], ["log", "wakes"]],
        b: [["sleep", 20], ["sleep", 10], ["log", "wakes"]],
        c: [["sleep", 15], ["sleep", 15], ["log", "wakes"]],
      },
    },
    "A sleep that is cancelled takes its timer along": {
      script: [
        ["task", "task", "sleeper"],
        ["callLater", 10, "cancel"],
        ["run"],
        ["log", "the loop is idle"],
      ],
      callbacks: { cancel: [["cancel", "task"], ["log", "cancels"]] },
      coroutines: { sleeper: [["sleep", 1000], ["log", "never"]] },
    },
  },
  21: {
    "An eager task starts at once": {
      coroutines: {
        main: [
          ["eagerTask", "task", "child"],
          ["log", "has made a task"],
          ["await", "task"],
          ["log", "is back"],
        ],
        child: [["log", "starts"], ["sleep", 0], ["log", "goes on"]],
      },
    },
    "One that never waits is done at once": {
      coroutines: {
        main: [
          ["eagerTask", "task", "child"],
          ["log", ["done", "task"], ["result", "task"]],
        ],
        child: [["return", "value"]],
      },
    },
    "Its error stays in the task": {
      coroutines: {
        main: [
          ["eagerTask", "task", "child"],
          ["log", ["done", "task"], ["exception", "task"]],
        ],
        child: [["raise", "mine"]],
      },
    },
    "The current task is swapped, and swapped back": {
      coroutines: {
        main: [
          ["eagerTask", "task", "child"],
          ["log", ["same", "self", "main"]],
        ],
        child: [["log", ["same", "self", "main"]]],
      },
    },
    "Done callbacks are scheduled even so": {
      coroutines: {
        main: [
          ["eagerTask", "task", "child"],
          ["addDoneCallback", "task", "onDone"],
          ["log", "has added a callback"],
        ],
        child: [["return", 1]],
      },
      callbacks: { onDone: [["log", "runs"]] },
    },
    "Before the loop runs, an eager task is like any other": {
      script: [["eagerTask", "task", "child"], ["log", "has made a task"], [
        "run",
      ]],
      coroutines: { child: [["log", "starts"]] },
    },
  },
};
