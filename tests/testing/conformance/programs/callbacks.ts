/** Rules 1 to 4: what a loop does with callbacks alone. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import type { Chapter } from "./chapter.ts";

/** Callbacks that do nothing but say so. */
function speakers(...names: string[]): Record<string, Block> {
  return Object.fromEntries(names.map((name) => [name, [["log", "runs"]]]));
}

export const CALLBACKS: Chapter = {
  1: {
    "Callbacks run in the order they were scheduled": {
      script: [
        ["callSoon", "a"],
        ["callSoon", "b"],
        ["callSoon", "c"],
        ["log", "nothing has run yet"],
        ["run"],
      ],
      callbacks: speakers("a", "b", "c"),
    },
    "What a callback schedules waits for the next pass": {
      script: [["callSoon", "a"], ["callSoon", "b"], ["run"]],
      callbacks: {
        a: [["callSoon", "child"], ["log", "has scheduled child"]],
        b: [["log", "runs before child"]],
        child: [["log", "runs"]],
      },
    },
    "Two chains of callbacks take turns": {
      script: [["callSoon", "a1"], ["callSoon", "b1"], ["run"]],
      callbacks: {
        a1: [["log", "runs"], ["callSoon", "a2"]],
        a2: [["log", "runs"], ["callSoon", "a3"]],
        a3: [["log", "runs"]],
        b1: [["log", "runs"], ["callSoon", "b2"]],
        b2: [["log", "runs"], ["callSoon", "b3"]],
        b3: [["log", "runs"]],
      },
    },
    "A cancelled callback is skipped": {
      script: [
        ["callSoon", "a"],
        ["callSoon", "b", "handle"],
        ["callSoon", "c"],
        ["cancelHandle", "handle"],
        ["run"],
      ],
      callbacks: speakers("a", "b", "c"),
    },
    "A callback may cancel one that is next in the same pass": {
      script: [
        ["callSoon", "a"],
        ["callSoon", "b", "handle"],
        ["callSoon", "c"],
        ["run"],
      ],
      callbacks: {
        a: [["cancelHandle", "handle"], ["log", "cancels b"]],
        ...speakers("b", "c"),
      },
    },
    "A timer that is due joins the pass behind what is ready": {
      script: [["callLater", 0, "timer"], ["callSoon", "a"], ["run"]],
      callbacks: {
        a: [["log", "runs"], ["callSoon", "next"]],
        ...speakers("timer", "next"),
      },
    },
    "A pass looks at the timers once, at its start": {
      script: [["callSoon", "a"], ["callSoon", "b"], ["run"]],
      callbacks: {
        a: [["callLater", 0, "timer"], ["log", "sets a timer"]],
        b: [["callSoon", "child"], ["log", "schedules child"]],
        ...speakers("child", "timer"),
      },
    },
    "A due timer runs before what its pass schedules": {
      script: [["callSoon", "a"], ["run"]],
      callbacks: {
        a: [["callLater", 0, "timer"], ["callSoon", "b"], ["log", "sets both"]],
        b: [["log", "runs"], ["callSoon", "c"]],
        ...speakers("c", "timer"),
      },
    },
    "A chain of callbacks does not keep a timer waiting": {
      script: [["callSoon", "spin"], ["callSoon", "set"], ["run"]],
      callbacks: {
        set: [["callLater", 0, "timer"]],
        spin: [["callSoon", "spin", "again"], ["log", "spins"]],
        timer: [["cancelHandle", "again"], ["log", "ends it"]],
      },
    },
    "Scheduled twice, a callback runs twice": {
      script: [["callSoon", "a"], ["callSoon", "b"], ["callSoon", "a"], [
        "run",
      ]],
      callbacks: speakers("a", "b"),
    },
  },
  2: {
    "Timers fire by deadline, not by age": {
      script: [
        ["callLater", 30, "c"],
        ["callLater", 10, "a"],
        ["callLater", 40, "d"],
        ["callLater", 20, "b"],
        ["run"],
      ],
      callbacks: speakers("a", "b", "c", "d"),
    },
    "Equal deadlines fire in the order they were set": {
      script: [
        ["callLater", 10, "a"],
        ["callLater", 10, "b"],
        ["callLater", 10, "c"],
        ["callLater", 10, "d"],
        ["callLater", 10, "e"],
        ["run"],
      ],
      callbacks: speakers("a", "b", "c", "d", "e"),
    },
    "callAt and callLater mean the same clock": {
      script: [["callLater", 10, "set"], ["run"]],
      callbacks: {
        set: [
          ["callAt", 15, "at15"],
          ["callLater", 7, "after7"],
          ["callAt", 20, "at20"],
        ],
        ...speakers("at15", "after7", "at20"),
      },
    },
    "A deadline in the past is due in the next pass": {
      script: [["callLater", 10, "set"], ["run"]],
      callbacks: {
        set: [["callAt", 5, "past"], ["log", "sets"]],
        ...speakers("past"),
      },
    },
    "Deadlines in the past keep their order": {
      script: [["callLater", 10, "set"], ["run"]],
      callbacks: {
        set: [["callAt", 5, "at5"], ["callAt", 3, "at3"]],
        ...speakers("at5", "at3"),
      },
    },
    "The clock stands still while anything is ready": {
      script: [["callLater", 10, "a"], ["run"]],
      callbacks: {
        a: [["log", "runs"], ["callSoon", "b"]],
        b: [["log", "runs"], ["callSoon", "c"]],
        c: [["log", "runs"], ["callLater", 5, "d"]],
        d: [["log", "runs"]],
      },
    },
    "A cancelled timer never fires": {
      script: [
        ["callLater", 10, "a"],
        ["callLater", 10, "b", "handle"],
        ["callLater", 10, "c"],
        ["callLater", 5, "cancel"],
        ["run"],
      ],
      callbacks: {
        cancel: [["cancelHandle", "handle"], ["log", "cancels b"]],
        ...speakers("a", "b", "c"),
      },
    },
    "A cancelled timer does not hold the clock": {
      script: [
        ["callLater", 1000, "never", "handle"],
        ["callLater", 10, "cancel"],
        ["run"],
        ["log", "the loop is idle"],
      ],
      callbacks: {
        cancel: [["cancelHandle", "handle"], ["log", "cancels"]],
        ...speakers("never"),
      },
    },
    "Timers of one moment fire in one pass": {
      script: [["callLater", 10, "a"], ["callLater", 10, "b"], ["run"]],
      callbacks: {
        a: [["log", "runs"], ["callSoon", "afterA"]],
        b: [["log", "runs"], ["callSoon", "afterB"]],
        ...speakers("afterA", "afterB"),
      },
    },
  },
  3: {
    "stop() lets the pass finish": {
      script: [["callSoon", "stopper"], ["callSoon", "last"], ["run"], [
        "log",
        "the loop has stopped",
      ]],
      callbacks: {
        stopper: [["stop"], ["log", "stops"]],
        last: [["log", "runs all the same"]],
      },
    },
    "A loop that was stopped runs again": {
      script: [
        ["callSoon", "stopper"],
        ["run"],
        ["log", "the loop has stopped"],
        ["callSoon", "left"],
        ["callLater", 10, "timer"],
        ["run"],
        ["log", "the loop is idle"],
      ],
      callbacks: {
        stopper: [["stop"], ["log", "stops"]],
        ...speakers("left", "timer"),
      },
    },
    "A stopped loop does not wait for its timers": {
      script: [
        ["callLater", 10, "timer"],
        ["callSoon", "stopper"],
        ["run"],
        ["log", "the loop has stopped"],
        ["run"],
      ],
      callbacks: {
        stopper: [["stop"], ["log", "stops"]],
        timer: [["log", "runs"]],
      },
    },
    "stop() before the loop runs lets one pass through": {
      script: [
        ["callSoon", "a"],
        ["stop"],
        ["run"],
        ["log", "the loop has stopped"],
        ["run"],
      ],
      callbacks: {
        a: [["log", "runs"], ["callLater", 10, "timer"]],
        ...speakers("timer"),
      },
    },
  },
  4: {
    "A callback that throws does not stop the loop": {
      script: [["reportErrors"], ["callSoon", "bad"], ["callSoon", "good"], [
        "run",
      ]],
      callbacks: {
        bad: [["log", "throws"], ["raise", "in a callback"]],
        good: [["log", "runs"]],
      },
    },
    "A timer that throws does not stop the others": {
      script: [
        ["reportErrors"],
        ["callLater", 10, "bad"],
        ["callLater", 20, "good"],
        ["run"],
      ],
      callbacks: {
        bad: [["raise", "in a timer"]],
        good: [["log", "runs"]],
      },
    },
    "The handler hears of each error, between the callbacks": {
      script: [
        ["reportErrors"],
        ["callSoon", "one"],
        ["callSoon", "between"],
        ["callSoon", "two"],
        ["run"],
      ],
      callbacks: {
        one: [["raise", "first"]],
        between: [["log", "runs"]],
        two: [["raise", "second"]],
      },
    },
    "A done callback that throws does not stop the others": {
      script: [
        ["reportErrors"],
        ["future", "future"],
        ["addDoneCallback", "future", "bad"],
        ["addDoneCallback", "future", "good"],
        ["setResult", "future", "value"],
        ["run"],
      ],
      callbacks: {
        bad: [["raise", "in a done callback"]],
        good: [["log", "runs"]],
      },
    },
  },
};
