import { assertEquals } from "@std/assert";
import { main } from "./missing.ts";
import { linesOf } from "../recording.ts";

Deno.test("each missing part has an error of its own that names it", async () => {
  assertEquals((await linesOf(main)).join("\n").split("\n"), [
    "a coroutine and no loop",
    "  Error: No running event loop; start one with run(main)",
    "a future and nobody who settles it",
    "  DeadlockError: No task can go on: nothing is ready, no timer is set, and nothing outside is awaited",
    "  Task-1 waits for a future that nobody settles",
    "a loop and no host",
    "the prices are here",
    "  HostRequiredError: Program waits for a promise, which runSync() cannot deliver; use run()",
  ]);
});
