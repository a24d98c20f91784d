/** Rule 28: the end of a program and of a loop. */
import type { Chapter } from "./chapter.ts";

export const CLOSING: Chapter = {
  28: {
    "What is left is cancelled and awaited": {
      script: [["runMain", "main"]],
      coroutines: {
        main: [["task", "task", "left"], ["sleep", 10], ["return", "value"]],
        left: [["try", [["sleep", 1000]], null, [], [
          ["log", "cleans up"],
          ["sleep", 20],
          ["log", "is clean"],
        ]]],
      },
    },
    "A task made in the last step still has its first one": {
      script: [["runMain", "main"], ["log", ["cancelled", "task"]]],
      coroutines: {
        main: [["task", "task", "left"], ["return", "value"]],
        left: [["log", "runs"]],
      },
    },
    "The error of main comes after the cleaning": {
      script: [["runMain", "main"]],
      coroutines: {
        main: [["task", "task", "left"], ["sleep", 0], ["raise", "mine"]],
        left: [["try", [["sleep", 1000]], null, [], [["log", "leaves"]]]],
      },
    },
    "An error at the end is reported": {
      script: [["reportErrors"], ["runMain", "main"]],
      coroutines: {
        main: [["task", "task", "left"], ["sleep", 0]],
        left: [["try", [["sleep", 1000]], "cancellation", [[
          "raise",
          "too late",
        ]]]],
      },
    },
    "A timer that is left does not fire": {
      script: [["runMain", "main"]],
      callbacks: { timer: [["log", "never"]] },
      coroutines: {
        main: [["callLater", 10, "timer"], ["log", "is over"], [
          "return",
          "value",
        ]],
      },
    },
    "Closing twice is fine, using a closed loop is not": {
      script: [
        ["close"],
        ["close"],
        ["try", [["callSoon", "a"]], "error", [["log", "refused"]]],
      ],
      callbacks: { a: [["log", "never"]] },
    },
    "A closed loop drops what was scheduled": {
      script: [
        ["callSoon", "a"],
        ["close"],
        ["try", [["callSoon", "a"]], "error", [["log", "refused"]]],
      ],
      callbacks: { a: [["log", "never"]] },
    },
  },
};
