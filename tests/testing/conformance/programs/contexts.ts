/** Rule 7: contexts, and who shares one. */
import type { Chapter } from "./chapter.ts";

export const CONTEXTS: Chapter = {
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
};
