import { assertEquals, assertThrows } from "@std/assert";
import { createTask, getRunningLoop, runSync, sleep } from "../../mod.ts";
import { delegate, main } from "./delegate.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("yield* written out waits and hands in the value like the real one", () => {
  assertEquals(timedLinesOf(main), [
    "20 slept through a hand-written yield*: awake",
  ]);
});

Deno.test("yield* written out carries a cancellation in and cleaning up out", () => {
  const log: string[] = [];
  function* careful() {
    try {
      yield* sleep(100);
    } finally {
      yield* sleep(5);
      log.push(`cleaned up at ${getRunningLoop().time()}`);
    }
  }
  function* main() {
    const task = createTask(delegate(careful()));
    yield* sleep(20);
    task.cancel();
    yield* sleep(50);
    return task.cancelled();
  }
  assertEquals(runSync(main), true);
  assertEquals(log, ["cleaned up at 25"]);
});

Deno.test("yield* written out lets an error through", () => {
  function* failing() {
    yield* sleep(1);
    throw new RangeError("Too far");
  }
  assertThrows(() => runSync(() => delegate(failing())), RangeError, "Too far");
});
