/** Rules 5, 7, 8, 9, 12 and 21: coroutines at work. */
import type { Chapter } from "./programs.ts";

export const TASKS: Chapter = {
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
  7: {
    "A callback runs in the context of its registration": {
      script: [["variable", "color", "none"], ["callSoon", "start"], ["run"]],
      callbacks: {
        start: [
          ["write", "color", "red"],
          ["callSoon", "soon"],
          ["callLater", 10, "later"],
          ["write", "color", "blue"],
          ["log", ["read", "color"]],
        ],
        soon: [["log", ["read", "color"]]],
        later: [["log", ["read", "color"]]],
      },
    },
    "What a callback sets stays in its context": {
      script: [
        ["variable", "color", "none"],
        ["callSoon", "a"],
        ["callSoon", "b"],
        ["run"],
        ["log", ["read", "color"]],
      ],
      callbacks: {
        a: [["write", "color", "red"], ["callSoon", "child"]],
        b: [["log", ["read", "color"]]],
        child: [["log", ["read", "color"]]],
      },
    },
    "A task copies the context when it is made": {
      coroutines: {
        main: [
          ["variable", "color", "none"],
          ["write", "color", "red"],
          ["task", "task", "child"],
          ["write", "color", "blue"],
          ["await", "task"],
          ["log", ["read", "color"]],
        ],
        child: [["log", ["read", "color"]]],
      },
    },
    "What a task sets stays in the task, over all its steps": {
      script: [
        ["variable", "color", "none"],
        ["task", "first", "a"],
        ["task", "second", "b"],
        ["run"],
        ["log", ["read", "color"]],
      ],
      coroutines: {
        a: [["write", "color", "red"], ["sleep", 0], [
          "log",
          ["read", "color"],
        ]],
        b: [["write", "color", "blue"], ["sleep", 0], [
          "log",
          ["read", "color"],
        ]],
      },
    },
    "A coroutine called by a coroutine shares its context": {
      coroutines: {
        main: [
          ["variable", "color", "none"],
          ["call", "inner"],
          ["log", ["read", "color"]],
        ],
        inner: [["sleep", 0], ["write", "color", "red"]],
      },
    },
    "A done callback keeps the context it was added in": {
      coroutines: {
        main: [
          ["variable", "color", "none"],
          ["future", "future"],
          ["write", "color", "red"],
          ["addDoneCallback", "future", "onDone"],
          ["write", "color", "blue"],
          ["task", "task", "settler"],
        ],
        settler: [["write", "color", "green"], ["setResult", "future", 1]],
      },
      callbacks: { onDone: [["log", ["read", "color"]]] },
    },
  },
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
