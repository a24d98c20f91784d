/**
 * The test kit in Deno, in Node and in a page: it finds the same everywhere.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_cases.ts";
import { emptyFolder, runIn } from "./empty_folder.ts";
import { findingsInPage } from "./in_page.ts";
import { kitProgram } from "./kit_program.ts";
import { libraryBundle } from "./library_bundle.ts";
import { findNode } from "./node.ts";
import { programModule } from "./program.ts";

const HOUR = 3_600_000;
const ALL_OF_THREE = {
  schedules: 18,
  exhausted: true,
  distinctOutcomes: 6,
  maxDepth: 3,
  decisions: 42,
};
const LEFT_OVER =
  "LeakError: One thing is left over at the end of virtual(); finish or cancel what the body begins";
const CIRCLE = [
  "  In a circle: Task-2 → Task-3 → Task-2",
  "  Task-2 waits for Lock #2, held by Task-3",
  "  Task-3 waits for Lock #1, held by Task-2",
];
const DRAWN_CIRCLE = [
  "    In a circle: Task-2 → Task-3 → Task-2",
  "    Task-2 ──▶ Lock #2, held by Task-3",
  "    Task-3 ──▶ Lock #1, held by Task-2",
];

const expected = {
  "native code sleeps": [HOUR, Date.UTC(2000, 0, 1, 1), HOUR],
  "a coroutine sleeps": HOUR,
  "a loop of its own sleeps": HOUR,
  "coroutines and promises share a clock": 3,
  "timers fire in order": [10, "b", 20, true],
  "time is advanced": [1, 2, 3],
  "a hundred thousand timers fire": 100_000,
  "a callback that throws ends the run": "RangeError: thrown by a timer",
  "a timer is left over": LEFT_OVER,
  "a rejection is left over": LEFT_OVER,
  "coroutines wait for each other": CIRCLE,
  "native code waits for ever":
    "DeadlockError: Body waits for what can never happen: at 0 ms nothing is ready, no timer is set and no I/O is in flight",
  "the real clock is back": true,
  "every order of three": ALL_OF_THREE,
  "every order of three coroutines": ALL_OF_THREE,
  "schedules are drawn": {
    ...ALL_OF_THREE,
    schedules: 50,
    exhausted: false,
    decisions: 114,
  },
  "an update is lost": "ScheduleError: count is 1",
  "the failure is replayed": "ScheduleError: count is 1",
  "an order is replayed": "cba",
  "timers fire on the schedule's clock": {
    schedules: 2,
    exhausted: true,
    distinctOutcomes: 1,
    maxDepth: 2,
    decisions: 4,
  },
  "an exploration that hangs":
    "ScheduleError: Body is not done, and nothing is pending that could go on",
  "explored coroutines wait for each other": DRAWN_CIRCLE,
  "an exploration leaves a rejection": "ScheduleError: lost",
  "something real is waited for":
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
};

Deno.test("the kit finds what it should", async () => {
  assertEquals(await kitProgram(loopbook), expected);
});

browserTest("the kit finds the same in a page", async (browser) => {
  assertEquals(await findingsInPage(browser, kitProgram), {
    ...expected,
    // A page doesn't tell what is in flight: it may be a request.
    "native code waits for ever":
      "TimeoutError: Body waits, and the clock stood still for 100 ms of real time; this may be real I/O that takes longer (raise realTimeLimit) or never ends (close it, or put a fake in its place); this host doesn't tell what is in flight, so it may as well be a deadlock",
  });
});

const node = await findNode([20, 0]);
Deno.test({
  name: "the kit finds the same in Node",
  ignore: node.kind === "none",
  async fn() {
    if (node.kind === "none") return;
    await using folder = await emptyFolder({
      "loopbook.mjs": await libraryBundle(),
      "program.mjs": programModule("./loopbook.mjs", kitProgram),
    });
    const { code, stdout, stderr } = await runIn(
      folder.path,
      [await node.program(), "program.mjs"],
      { NODE_NO_WARNINGS: "1" },
    );
    assertEquals({ code, stderr }, { code: 0, stderr: "" });
    assertEquals(JSON.parse(stdout), expected);
  },
});
