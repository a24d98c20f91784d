import { assertEquals, assertThrows } from "@std/assert";
import {
  Barrier,
  BrokenBarrierError,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
} from "../../mod.ts";

function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return String(yield* task);
  } catch (error) {
    return (error as Error).name;
  }
}

Deno.test("rule 27: nobody goes on before everybody is there, and places are by arrival", () => {
  const places = runSync(function* () {
    const barrier = new Barrier(3);
    function* arrive(delay: number) {
      yield* sleep(delay);
      const place = yield* barrier.wait();
      return `${place} at ${getRunningLoop().time()}`;
    }
    const tasks = [20, 10, 30].map((delay) => createTask(arrive(delay)));
    yield* sleep(25);
    assertEquals([barrier.parties, barrier.nWaiting], [3, 2]);
    return yield* gather(tasks);
  });
  assertEquals(places, ["1 at 30", "0 at 30", "2 at 30"]);
});

Deno.test("rule 27: a barrier is used again after it has drained", () => {
  runSync(function* () {
    const barrier = new Barrier(2);
    function* twice() {
      const first = yield* barrier.wait();
      const second = yield* barrier.wait();
      return [first, second].sort().join();
    }
    yield* gather([twice(), twice()]);
    assertEquals(barrier.nWaiting, 0);
  });
});

Deno.test("rule 27: abort breaks the barrier for who waits and who comes", () => {
  runSync(function* () {
    const barrier = new Barrier(2);
    const waiting = createTask(barrier.wait());
    yield* sleep(0);
    yield* barrier.abort();
    assertEquals(barrier.broken, true);
    assertEquals(yield* ending(waiting), "BrokenBarrierError");
    assertEquals(
      yield* ending(createTask(barrier.wait())),
      "BrokenBarrierError",
    );
    yield* barrier.reset();
    assertEquals(barrier.broken, false);
    assertEquals(yield* gather([barrier.wait(), barrier.wait()]), [0, 1]);
  });
});

Deno.test("rule 27: reset throws out who waits, and the barrier goes on", () => {
  runSync(function* () {
    const barrier = new Barrier(2);
    const waiting = createTask(barrier.wait());
    yield* sleep(0);
    yield* barrier.reset();
    assertEquals(yield* ending(waiting), "BrokenBarrierError");
    assertEquals(barrier.broken, false);
    assertEquals(yield* gather([barrier.wait(), barrier.wait()]), [0, 1]);
  });
});

Deno.test("rule 27: a cancelled waiter leaves its place free", () => {
  runSync(function* () {
    const barrier = new Barrier(2);
    const gone = createTask(barrier.wait());
    yield* sleep(0);
    gone.cancel();
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(barrier.nWaiting, 0);
    assertEquals(yield* gather([barrier.wait(), barrier.wait()]), [0, 1]);
  });
});

Deno.test("a barrier refuses a number of parties that makes no sense", () => {
  for (const parties of [0, -1, 1.5, NaN]) {
    assertThrows(() => new Barrier(parties), RangeError, `not ${parties}`);
  }
  assertEquals(new BrokenBarrierError("x").name, "BrokenBarrierError");
});
