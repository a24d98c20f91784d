import { assertEquals, assertRejects } from "@std/assert";
import { createTask, fromPromise, gather, run, sleep } from "../../mod.ts";
import { inWorker } from "./in_worker.ts";

const module = (name: string) => new URL(name, import.meta.url);

Deno.test("a job in a worker gives its result", async () => {
  const count = inWorker<number>(module("./primes_worker.ts"), [0, 30]);
  assertEquals(await run(count), 10);
});

Deno.test("an error in a worker is thrown where its result is awaited", async () => {
  await assertRejects(
    () => run(inWorker(module("./crash_worker.ts"), "throw")),
    Error,
    "the soup is burnt",
  );
});

Deno.test("a worker whose job is cancelled is ended at its next turn", async () => {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  await run(function* () {
    const task = createTask(inWorker(module("./counting_worker.ts"), bell));
    while (Atomics.load(bell, 0) === 0) yield* sleep(1);
    task.cancel();
    yield* gather([task], { returnExceptions: true });
    for (let last = -1; last !== Atomics.load(bell, 0);) {
      last = Atomics.load(bell, 0);
      yield* fromPromise(new Promise((resolve) => setTimeout(resolve, 50)));
    }
  });
});
