/**
 * The examples of "When not to use this". What stands behind an arrow is what
 * its line prints; a test runs them all, on virtual time.
 */

import { deadline, delay, pooledMap } from "@std/async";
import {
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  isCancelled,
  sleep,
  wait,
} from "../../../mod.ts";

export async function promisesWillDo(): Promise<void> {
  async function fetchPage(name: string): Promise<string> {
    await delay(10);
    return name.toUpperCase();
  }
  // #region promises-will-do
  const pages = await deadline(
    Array.fromAsync(pooledMap(2, ["a", "b", "c"], fetchPage)),
    1000,
  );
  console.log(...pages); // → A B C
  // #endregion
}

export function* oneThread(): Coroutine<void> {
  const order: string[] = [];
  function* count(name: string): Coroutine<void> {
    for (let n = 0; n < 1000; n++) if (n % 500 === 0) order.push(name);
  }
  // #region one-thread
  yield* gather([count("a"), count("b")]);
  console.log(...order); // → a a b b
  // #endregion
}

export function* notInside(): Coroutine<void> {
  const log: string[] = [];
  async function save(): Promise<void> {
    await delay(10);
    log.push("first half");
    await delay(10);
    log.push("second half");
  }
  // #region not-inside
  function* saving(): Coroutine<void> {
    yield* fromPromise(save());
  }
  const task = createTask(saving());
  yield* sleep(15);
  task.cancel();
  yield* wait([task]);
  console.log(task.cancelled(), ...log); // → true first half
  yield* sleep(10);
  console.log(...log); // → first half second half
  // #endregion
}

export function* takenByCatch(): Coroutine<void> {
  async function thirdParty(work: () => Promise<void>): Promise<string> {
    try {
      await work();
      return "fine";
    } catch (error) {
      return isCancelled(error) ? "took the cancellation" : "took an error";
    }
  }
  // #region taken-by-catch
  const task = createTask(sleep(1000));
  const answer = thirdParty(async () => await task);
  yield* sleep(10);
  task.cancel();
  console.log(yield* fromPromise(answer)); // → took the cancellation
  // #endregion
}
