/** Rule 27: waiting until all are there. */
import type { Block } from "../../../../src/testing/conformance/program.ts";
import { SAY, waiter } from "./bodies.ts";
import type { Chapter } from "./chapter.ts";

/** Waits at a barrier and says as which it came. */
const PARTY: Block = [
  ["awaitDo", "barrier", "wait", [], "x"],
  ["log", "goes on", ["get", "x"]],
];

export const BARRIERS: Chapter = {
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
