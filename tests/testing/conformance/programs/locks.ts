/** Rules 22 and 23: taking turns. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import { waiter } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

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

export const LOCKS: Chapter = {
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
};
