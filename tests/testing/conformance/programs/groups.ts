/** Rule 17: tasks that begin and end together. */
import { failing, LEAVING, SAY, sleeper } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

export const GROUPS: Chapter = {
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
};
