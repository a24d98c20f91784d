/**
 * The examples of "Coming from promises". What stands behind an arrow is what
 * its line prints; a test runs them all, on virtual time.
 */

import { delay } from "@std/async";
import {
  abortSignal,
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  isCancelled,
  run,
  sleep,
  type Task,
  taskGroup,
  toPromise,
  wait,
} from "../../../mod.ts";

export async function before(): Promise<void> {
  // #region before
  async function price(item: string): Promise<number> {
    await delay(10);
    return item.length;
  }

  async function total(items: string[]): Promise<number> {
    const prices = await Promise.all(items.map(price));
    return prices.reduce((sum, each) => sum + each, 0);
  }

  console.log(await total(["tea", "milk"])); // → 7
  // #endregion
}

export async function after(): Promise<void> {
  // #region after
  function* price(item: string): Coroutine<number> {
    yield* sleep(10);
    return item.length;
  }

  function* total(items: string[]): Coroutine<number> {
    const prices = yield* gather(items.map(price));
    return prices.reduce((sum, each) => sum + each, 0);
  }

  console.log(await run(total(["tea", "milk"]))); // → 7
  // #endregion
}

export async function callingAsync(): Promise<void> {
  // #region calling-async
  async function work(): Promise<void> {
    console.log("working");
    await delay(10);
  }
  const running = work();
  console.log("called"); // → working called
  await running;
  // #endregion
}

export function* callingCoroutine(): Coroutine<void> {
  // #region calling-coroutine
  function* work(): Coroutine<void> {
    console.log("working");
    yield* sleep(10);
  }
  const task = createTask(work());
  console.log("called"); // → called working
  yield* task;
  // #endregion
}

export function* oneAfterTheOther(): Coroutine<void> {
  function* step(name: string): Coroutine<string> {
    console.log(name);
    yield* sleep(10);
    return name;
  }
  // #region one-after-the-other
  const first = step("first");
  const second = step("second");
  console.log("made both"); // → made both
  yield* first; // → first
  yield* second; // → second
  // #endregion
}

export async function swallowing(): Promise<void> {
  // #region swallowing-async
  const controller = new AbortController();
  async function poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await delay(10, { signal });
      } catch {
        console.log("again"); // → again
      }
    }
  }
  const polling = poll(controller.signal);
  controller.abort();
  await polling;
  // #endregion
}

export function* lettingThrough(): Coroutine<void> {
  // #region letting-through
  function* poll(): Coroutine<void> {
    while (true) {
      try {
        yield* sleep(10);
      } catch (error) {
        if (isCancelled(error)) throw error;
        console.log("again");
      }
    }
  }
  const task = createTask(poll());
  yield* sleep(25);
  task.cancel();
  yield* wait([task]);
  console.log(task.cancelled()); // → true
  // #endregion
}

export function* noStray(): Coroutine<void> {
  // #region no-stray
  const log: string[] = [];
  function* write(line: string): Coroutine<void> {
    yield* sleep(10);
    log.push(line);
  }
  yield* taskGroup(function* (group) {
    group.createTask(write("one"));
    group.createTask(write("two"));
  });
  console.log(...log); // → one two
  // #endregion
}

export function* promiseInside(): Coroutine<void> {
  // #region promise-inside
  const text = yield* fromPromise(new Response("hello").text());
  console.log(text); // → hello
  // #endregion
}

export function* signalInside(): Coroutine<void> {
  function* download(): Coroutine<void> {
    // #region signal-inside
    const signal = abortSignal();
    yield* fromPromise(delay(1000, { signal })); // or fetch(url, { signal })
    // #endregion
  }
  const task = createTask(download());
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
  console.log(task.cancelled()); // → true
}

export function* promiseOutside(): Coroutine<void> {
  function* answer(): Coroutine<number> {
    yield* sleep(10);
    return 42;
  }
  // #region promise-outside
  const promise = toPromise(answer());
  const both = Promise.all([promise, Promise.resolve("and more")]);
  console.log(...yield* fromPromise(both)); // → 42 and more
  // #endregion
}

export async function awaitingTask(): Promise<void> {
  // #region awaiting-task
  const main = function* (): Coroutine<string> {
    const task: Task<string> = createTask(sleep(10, "done"));
    const next = (async () => `${await task}, said an async function`)();
    return yield* fromPromise(next);
  };
  console.log(await run(main)); // → done, said an async function
  // #endregion
}

export async function microtasks(): Promise<void> {
  // #region microtasks
  const steps: string[] = [];
  async function walk(name: string): Promise<void> {
    for (const n of [1, 2]) {
      steps.push(name + n);
      await null;
    }
  }
  await Promise.all([walk("a"), walk("b")]);
  console.log(...steps); // → a1 b1 a2 b2
  // #endregion
}

export function* passes(): Coroutine<void> {
  // #region passes
  const steps: string[] = [];
  function* walk(name: string): Coroutine<void> {
    for (const n of [1, 2]) {
      steps.push(name + n);
      yield* sleep(0);
    }
  }
  yield* gather([walk("a"), walk("b")]);
  console.log(...steps); // → a1 b1 a2 b2
  // #endregion
}

export function* inCallbacks(): Coroutine<void> {
  function* price(item: string): Coroutine<number> {
    yield* sleep(10);
    return item.length;
  }
  const items = ["tea", "milk"];
  // #region in-callbacks
  const prices: number[] = [];
  for (const item of items) prices.push(yield* price(item)); // one after another
  const atOnce = yield* gather(items.map(price)); // all at once
  console.log(...prices, ...atOnce); // → 3 4 3 4
  // #endregion
}
