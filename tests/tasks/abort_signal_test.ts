import { assertEquals, assertThrows } from "@std/assert";
import { abortSignal, createTask, runSync, sleep } from "../../mod.ts";

Deno.test("abortSignal aborts at the moment of the request", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(function* () {
      const signal = abortSignal();
      assertEquals(abortSignal(), signal);
      signal.addEventListener("abort", () => log.push(String(signal.reason)));
      try {
        yield* sleep(1000);
      } catch {
        log.push("coroutine hears");
        assertEquals(abortSignal().aborted, false); // a new one, for what follows
      }
    }());
    yield* sleep(0);
    task.cancel("enough");
    log.push("requested");
    yield* task;
  });
  assertEquals(log, ["CancelledError: enough", "requested", "coroutine hears"]);
  assertThrows(() => abortSignal(), Error, "abortSignal() belongs to a task");
});
