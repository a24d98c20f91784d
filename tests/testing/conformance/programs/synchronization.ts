/** Rules 22 to 27: taking turns. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import type { Chapter } from "./programs.ts";

/** Says which error it caught. */
const SAY: Block = [["log", "caught", ["get", "error"]]];

/** Takes it, keeps it for a while, and gives it back. */
function user(name: string, time: number): Block {
  return [
    ["awaitDo", name, "acquire", []],
    ["log", "has it"],
    ["sleep", time],
    ["do", name, "release"],
  ];
}

/** Takes it and gives it back at once. */
function visitor(name: string): Block {
  return [
    ["awaitDo", name, "acquire", []],
    ["log", "has it"],
    ["do", name, "release"],
  ];
}

/** Waits for it and says so. */
function waiter(name: string, method = "wait"): Block {
  return [["awaitDo", name, method, []], ["log", "goes on"]];
}

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

/** Takes an item and says which. */
const GETTER: Block = [
  ["awaitDo", "items", "get", [], "x"],
  ["log", "got", ["get", "x"]],
];

/** Waits at a barrier and says as which it came. */
const PARTY: Block = [
  ["awaitDo", "barrier", "wait", [], "x"],
  ["log", "goes on", ["get", "x"]],
];

export const SYNCHRONIZATION: Chapter = {
  22: {
    "A free lock is taken without a switch": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["task", "task", "other"],
          ["awaitDo", "lock", "acquire", []],
          ["log", "has it", ["do", "lock", "locked"]],
          ["do", "lock", "release"],
          ["log", ["do", "lock", "locked"]],
        ],
        other: [["log", "runs"]],
      },
    },
    "The lock goes round in order": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
        ],
        a: user("lock", 10),
        b: user("lock", 10),
        c: user("lock", 10),
      },
    },
    "A newcomer does not overtake": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["awaitDo", "lock", "acquire", []],
          ["task", "first", "a"],
          ["sleep", 0],
          ["do", "lock", "release"],
          ["awaitDo", "lock", "acquire", []],
          ["log", "has it again"],
          ["do", "lock", "release"],
        ],
        a: visitor("lock"),
      },
    },
    "A cancelled waiter leaves the line": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["awaitDo", "lock", "acquire", []],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["cancel", "first"],
          ["do", "lock", "release"],
          ["await", "second"],
          ["log", ["cancelled", "first"]],
        ],
        a: visitor("lock"),
        b: visitor("lock"),
      },
    },
    "A waiter cancelled after its wake-up passes it on": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["awaitDo", "lock", "acquire", []],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "lock", "release"],
          ["cancel", "first"],
          ["await", "second"],
          ["log", ["cancelled", "first"]],
        ],
        a: visitor("lock"),
        b: visitor("lock"),
      },
    },
    "Only cancelled waiters do not keep a newcomer waiting": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["awaitDo", "lock", "acquire", []],
          ["task", "first", "a"],
          ["task", "second", "other"],
          ["sleep", 0],
          ["cancel", "first"],
          ["do", "lock", "release"],
          ["awaitDo", "lock", "acquire", []],
          ["log", "has it again"],
        ],
        a: visitor("lock"),
        other: [["repeat", 3, [["log", "runs"], ["sleep", 0]]]],
      },
    },
    "Releasing a free lock is refused": {
      coroutines: {
        main: [
          ["lock", "lock"],
          ["try", [["do", "lock", "release"]], "error", [["log", "refused"]]],
        ],
      },
    },
  },
  23: {
    "Permits run out": {
      coroutines: {
        main: [
          ["semaphore", "permits", 2],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
        ],
        a: user("permits", 10),
        b: user("permits", 20),
        c: user("permits", 10),
      },
    },
    "A free permit is taken without a switch": {
      coroutines: {
        main: [
          ["semaphore", "permits", 1],
          ["task", "first", "other"],
          ["awaitDo", "permits", "acquire", []],
          ["log", "has it", ["do", "permits", "locked"]],
        ],
        other: [["log", "runs"]],
      },
    },
    "A newcomer waits behind those who were woken": {
      coroutines: {
        main: [
          ["semaphore", "permits", 1],
          ["awaitDo", "permits", "acquire", []],
          ["task", "first", "a"],
          ["sleep", 0],
          ["do", "permits", "release"],
          ["log", ["do", "permits", "locked"]],
          ["awaitDo", "permits", "acquire", []],
          ["log", "has it again"],
        ],
        a: visitor("permits"),
      },
    },
    "A spare permit waits for those in line": {
      coroutines: {
        main: [
          ["semaphore", "permits", 1],
          ["awaitDo", "permits", "acquire", []],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "permits", "release"],
          ["do", "permits", "release"],
          ["do", "permits", "release"],
          ["awaitDo", "permits", "acquire", []],
          ["log", "has it"],
        ],
        a: visitor("permits"),
        b: visitor("permits"),
      },
    },
    "A cancelled waiter gives its permit back": {
      coroutines: {
        main: [
          ["semaphore", "permits", 1],
          ["awaitDo", "permits", "acquire", []],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "permits", "release"],
          ["cancel", "first"],
          ["await", "second"],
        ],
        a: visitor("permits"),
        b: visitor("permits"),
      },
    },
    "Two releases wake two": {
      coroutines: {
        main: [
          ["semaphore", "permits", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
          ["sleep", 0],
          ["do", "permits", "release"],
          ["do", "permits", "release"],
          ["sleep", 10],
          ["log", "releases once more"],
          ["do", "permits", "release"],
        ],
        a: waiter("permits", "acquire"),
        b: waiter("permits", "acquire"),
        c: waiter("permits", "acquire"),
      },
    },
  },
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
  26: {
    "Items come in the order they were put": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["awaitDo", "items", "put", [1]],
          ["do", "items", "putNowait", [2]],
          ["log", ["do", "items", "qsize"]],
          ["call", "getter"],
          ["call", "getter"],
        ],
        getter: GETTER,
      },
    },
    "Getters are served in the order they came": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["do", "items", "putNowait", ["y"]],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "A putter waits for room": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["task", "first", "putter"],
          ["sleep", 10],
          ["call", "getter"],
          ["sleep", 10],
          ["call", "getter"],
        ],
        getter: GETTER,
        putter: [
          ["awaitDo", "items", "put", [1]],
          ["log", "has put 1"],
          ["awaitDo", "items", "put", [2]],
          ["log", "has put 2"],
        ],
      },
    },
    "An empty queue and a full one refuse those who do not wait": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["try", [["do", "items", "getNowait"]], "error", [["log", "empty"]]],
          ["do", "items", "putNowait", [1]],
          ["try", [["do", "items", "putNowait", [2]]], "error", [[
            "log",
            "full",
          ]]],
        ],
      },
    },
    "getNowait() may overtake a getter that was woken": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["log", "takes", ["do", "items", "getNowait"]],
          ["sleep", 10],
          ["do", "items", "putNowait", ["y"]],
          ["sleep", 10],
          ["do", "items", "putNowait", ["z"]],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "A cancelled getter takes no item": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "putNowait", ["x"]],
          ["cancel", "first"],
        ],
        a: GETTER,
        b: GETTER,
      },
    },
    "join() waits for the last taskDone()": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["do", "items", "putNowait", [2]],
          ["task", "first", "worker"],
          ["awaitDo", "items", "join", []],
          ["log", "all is done"],
        ],
        worker: [["repeat", 2, [
          ["awaitDo", "items", "get", [], "x"],
          ["sleep", 10],
          ["log", "has done", ["get", "x"]],
          ["do", "items", "taskDone"],
        ]]],
      },
    },
    "A shutdown wakes those who wait": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 0],
          ["do", "items", "shutdown"],
          ["log", "has shut down"],
        ],
        a: [["try", GETTER, "anything", SAY]],
        b: [["try", GETTER, "anything", SAY]],
      },
    },
    "A shutdown wakes those who wait for room": {
      coroutines: {
        main: [
          ["queue", "items", 1],
          ["do", "items", "putNowait", [1]],
          ["task", "first", "putter"],
          ["sleep", 0],
          ["do", "items", "shutdown"],
          ["log", "has shut down"],
        ],
        putter: [["try", [["awaitDo", "items", "put", [2]]], "anything", SAY]],
      },
    },
    "After a shutdown the queue gives what it has": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["do", "items", "shutdown"],
          ["try", [["do", "items", "putNowait", [2]]], "anything", SAY],
          ["call", "getter"],
          ["try", [["call", "getter"]], "anything", SAY],
        ],
        getter: GETTER,
      },
    },
    "A shutdown at once drains it": {
      coroutines: {
        main: [
          ["queue", "items", 0],
          ["do", "items", "putNowait", [1]],
          ["task", "first", "joiner"],
          ["sleep", 0],
          ["do", "items", "shutdownNow"],
          ["log", ["do", "items", "qsize"]],
        ],
        joiner: waiter("items", "join"),
      },
    },
  },
  27: {
    "A barrier opens when all are there": {
      coroutines: {
        main: [
          ["barrier", "barrier", 3],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 10],
          ["task", "third", "c"],
        ],
        a: waiter("barrier"),
        b: waiter("barrier"),
        c: waiter("barrier"),
      },
    },
    "A barrier of one stops nobody": {
      coroutines: {
        main: [
          ["barrier", "barrier", 1],
          ["task", "first", "other"],
          ["awaitDo", "barrier", "wait", [], "x"],
          ["log", "goes on", ["get", "x"]],
        ],
        other: [["log", "runs"]],
      },
    },
    "Who comes while it drains waits for the next round": {
      coroutines: {
        main: [
          ["barrier", "barrier", 2],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["task", "third", "c"],
          ["task", "fourth", "d"],
        ],
        a: PARTY,
        b: PARTY,
        c: PARTY,
        d: PARTY,
      },
    },
    "It is used again": {
      coroutines: {
        main: [
          ["barrier", "barrier", 2],
          ["task", "first", "a"],
          ["task", "second", "b"],
        ],
        a: [["repeat", 2, [["awaitDo", "barrier", "wait", [], "x"], [
          "log",
          "goes on",
          ["get", "x"],
        ]]]],
        b: [["repeat", 2, [["sleep", 10], [
          "awaitDo",
          "barrier",
          "wait",
          [],
          "x",
        ], ["log", "goes on", ["get", "x"]]]]],
      },
    },
    "abort() breaks it for all": {
      coroutines: {
        main: [
          ["barrier", "barrier", 3],
          ["task", "first", "a"],
          ["task", "second", "b"],
          ["sleep", 10],
          ["awaitDo", "barrier", "abort", []],
          ["try", [["awaitDo", "barrier", "wait", []]], "anything", SAY],
        ],
        a: [["try", waiter("barrier"), "anything", SAY]],
        b: [["try", waiter("barrier"), "anything", SAY]],
      },
    },
    "reset() throws at those who wait, and mends it": {
      coroutines: {
        main: [
          ["barrier", "barrier", 2],
          ["task", "first", "a"],
          ["sleep", 10],
          ["awaitDo", "barrier", "reset", []],
          ["task", "second", "b"],
          ["awaitDo", "barrier", "wait", []],
          ["log", "goes on"],
        ],
        a: [["try", waiter("barrier"), "anything", SAY]],
        b: waiter("barrier"),
      },
    },
  },
};
