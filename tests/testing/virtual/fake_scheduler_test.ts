import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { explore, virtual } from "../../../mod.ts";

/** A browser's scheduler, as far as it is called. */
interface Scheduler {
  postTask<T>(
    task: () => T,
    options?: { delay?: number; signal?: AbortSignal },
  ): Promise<Awaited<T>>;
}

/** Puts a scheduler into the globals, which Deno's have not. */
class GlobalScheduler implements Disposable, Scheduler {
  readonly real: string[] = [];

  constructor() {
    Object.assign(globalThis, { scheduler: this });
  }

  async postTask<T>(task: () => T, _options?: object): Promise<Awaited<T>> {
    this.real.push("posted");
    return await task();
  }

  [Symbol.dispose](): void {
    Reflect.deleteProperty(globalThis, "scheduler");
  }
}

Deno.test("a task that is posted runs on virtual time, and its promise gives what it gave", async () => {
  using scheduler = new GlobalScheduler();
  const log = await virtual(async (time) => {
    const log: unknown[] = [];
    const late = scheduler.postTask(() => time.now(), { delay: 500 });
    log.push(await scheduler.postTask(() => "at once"), time.now());
    log.push(await late);
    log.push(
      await scheduler.postTask(() => Promise.reject("no")).catch((no) => no),
    );
    return log;
  });
  assertEquals(log, ["at once", 0, 500, "no"]);
  assertEquals(scheduler.real, []);
});

Deno.test("a task that is posted can be called off by its signal", async () => {
  using scheduler = new GlobalScheduler();
  await virtual(async (time) => {
    const controller = new AbortController();
    const { signal } = controller;
    const options = { signal, delay: 10 };
    const task = scheduler.postTask(() => "never", options);
    controller.abort("changed my mind");
    assertEquals(await task.catch((reason) => reason), "changed my mind");
    const later = scheduler.postTask(() => "never", options);
    assertEquals(await later.catch((reason) => reason), "changed my mind");
    assertEquals([time.now(), time.timers()], [0, []]);
  });
});

Deno.test("a task that is posted and never waited for is a leak with its name", async () => {
  using scheduler = new GlobalScheduler();
  await assertRejects(
    () =>
      virtual(() => void scheduler.postTask(function retry() {}, { delay: 5 })),
    Error,
    "scheduler.postTask(retry), due at 5 ms",
  );
});

Deno.test("a task that is posted is a decision of an exploration", async () => {
  using scheduler = new GlobalScheduler();
  const { schedules } = await explore(async ({ io }) => {
    await Promise.all([io("a"), scheduler.postTask(() => {})]);
  });
  assertEquals(schedules, 2);
});

Deno.test("tasks are posted to the host again after a run", async () => {
  using scheduler = new GlobalScheduler();
  const { postTask } = scheduler;
  await virtual(() => {});
  assertStrictEquals(scheduler.postTask, postTask);
  assertEquals(await scheduler.postTask(() => "real"), "real");
  assertEquals(scheduler.real, ["posted"]);
});
