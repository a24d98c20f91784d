import { assertEquals } from "@std/assert";
import { createTask, getRunningLoop, isCancelled, sleep } from "../../mod.ts";
import { main as hello } from "./main.ts";
import { steps } from "./steps.ts";

Deno.test("a cancelled sleep is told from the request to the timer called off", async () => {
  function* napper() {
    yield* sleep(100);
  }
  function* main() {
    const task = createTask(napper());
    yield* sleep(0);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  }
  const told = (await steps(main)).map((line) => line.slice(12));
  const begin = told.indexOf("task 2 is asked to stop");
  assertEquals(told.slice(begin, begin + 5), [
    "task 2 is asked to stop",
    "a timer is called off",
    "a timer is cancelled",
    "task 2 is woken and joins the ready queue",
    "Task-1 waits for Task-2",
  ]);
});

Deno.test("futures, callbacks and errors have their words, too", async () => {
  function* main() {
    const loop = getRunningLoop();
    const future = loop.createFuture<void>();
    loop.callSoon(function settle() {
      future.setException(new Error("no luck"));
    });
    try {
      yield* future;
    } catch {
      yield* sleep(0);
    }
  }
  const told = (await steps(main)).map((line) => line.slice(12));
  assertEquals(told.slice(3, -3), [
    "the callback settle() joins the ready queue",
    "Task-1 waits for a future: future",
    "pass 2 begins with 1 in the ready queue",
    "a future (future) is done, with an error",
    "task 1 is woken and joins the ready queue",
    "the callback settle() has run",
    "pass 3 begins with 1 in the ready queue",
    "Task-1 goes on",
    "Task-1 waits for the next pass",
    "pass 4 begins with 1 in the ready queue",
    "Task-1 goes on",
    "Task-1 returns",
    "Task-1 is done",
  ]);
});

Deno.test("the whole program is told in sixteen lines, of which the last is the stop", async () => {
  const told = await steps(hello);
  assertEquals(told.length, 16);
  assertEquals(told.at(-1), "   4  1000  the callback stop() has run");
});
