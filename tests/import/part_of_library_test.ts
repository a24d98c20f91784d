/**
 * Who imports a part of the library loads a part of it: a bundler leaves out what
 * the imported names cannot reach.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { bundle } from "../../site/after/scripts.ts";
import { libraryScript } from "./library_bundle.ts";

/** A sign of each part in the text of a bundle that is not made small. */
const PARTS: Readonly<Record<string, string>> = {
  "the loop": '"Event loop is closed; make a new one"',
  "sleep": '"Sleep was already awaited; call sleep() again"',
  "debug mode": "was never awaited",
  "the tracer": '"cancel-requested"',
  "gather": "gather() takes one array of awaitables",
  "runSync": "runSync() cannot deliver",
  "deadlocks": "No task can go on",
  "variables of contexts": "Token was already used",
  "the call graph": "Call stack:",
  "timeouts": "timeoutAt",
  "groups": "ExceptionGroup",
  "locks": "Lock is not acquired",
  "queues": "Queue is empty",
  "pictures": "prefers-color-scheme",
  "clocks with timers of their own": "ClockTurns",
  "the test kit": "LeakError",
};

Deno.test("a bundle of the whole library has all its parts", async () => {
  const text = await libraryScript();
  const missing = Object.entries(PARTS).filter(([, sign]) =>
    !text.includes(sign)
  );
  assertEquals(missing, []);
});

Deno.test("a bundle of run and sleep has the loop, what run's options can ask for, and nothing else", async () => {
  const entry = import.meta.resolve("./run_and_sleep.ts");
  const text = new TextDecoder().decode(await bundle(entry, "esm", false));
  const there = Object.keys(PARTS).filter((part) =>
    text.includes(PARTS[part]!)
  );
  assertEquals(there, ["the loop", "sleep", "debug mode", "the tracer"]);
  assert(/export \{\s*run,\s*sleep\s*\}/.test(text));
});
