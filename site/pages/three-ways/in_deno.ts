/**
 * The rows of the page with what Deno and `@std/async` have. A test runs them
 * on the kit's virtual time.
 */

import { AsyncLocalStorage } from "node:async_hooks";
import { abortable, deadline, delay, pooledMap } from "@std/async";

async function page(
  name: string,
  ms: number,
  signal?: AbortSignal,
): Promise<string> {
  await delay(ms, signal ? { signal } : {});
  return name;
}

async function broken(ms: number): Promise<string> {
  await delay(ms);
  throw new Error("no answer");
}

export async function waitAWhile(): Promise<void> {
  // #region wait-a-while
  await delay(10);
  console.log("later"); // → later
  // #endregion
}

export async function startSomething(): Promise<void> {
  // #region start-something
  const running = page("a", 10); // it has begun; whether it is done can't be asked
  console.log(false, await running); // → false a
  // #endregion
}

export async function allOfThem(): Promise<void> {
  // #region all-of-them
  const pages = await Promise.all([page("a", 20), page("b", 10)]);
  console.log(...pages); // → a b
  // #endregion
}

export async function errorsAsValues(): Promise<void> {
  // #region errors-as-values
  const [first, second] = await Promise.allSettled([page("a", 20), broken(10)]);
  // #endregion
  console.log( // → a no answer
    first.status === "fulfilled" && first.value,
    second.status === "rejected" && second.reason.message,
  );
}

export async function theFirstOfThem(): Promise<void> {
  const [slow, quick] = [page("slow", 20), page("quick", 10)];
  // #region the-first-of-them
  const first = await Promise.race([slow, quick]);
  console.log(first); // → quick
  // #endregion
}

export async function asTheyCome(): Promise<void> {
  // #region as-they-come
  const show = async (it: Promise<string>) => console.log(await it); // → b a
  await Promise.all([page("a", 20), page("b", 10)].map(show));
  // #endregion
}

export async function aTimeLimit(): Promise<void> {
  try {
    // #region a-time-limit
    await deadline(page("slow", 1000), 10); // page goes on behind your back
    // #endregion
  } catch (error) {
    console.log((error as Error).name); // → TimeoutError
  }
}

export async function stopIt(): Promise<void> {
  async function work(signal: AbortSignal): Promise<void> {
    try {
      await delay(1000, { signal });
    } finally {
      console.log("cleaned up");
    }
  }
  // #region stop-it
  const controller = new AbortController();
  const running = work(controller.signal);
  controller.abort();
  await Promise.allSettled([running]); // → cleaned up
  // #endregion
}

export async function togetherOrNotAtAll(): Promise<void> {
  try {
    // #region together-or-not-at-all
    const controller = new AbortController();
    const { signal } = controller;
    const both = [page("slow", 1000, signal), broken(10)];
    try {
      await Promise.all(both);
    } finally {
      controller.abort();
      await Promise.allSettled(both);
    }
    // #endregion
  } catch (error) {
    console.log((error as Error).message); // → no answer
  }
}

export async function letItFinish(): Promise<void> {
  const saved: string[] = [];
  async function save(): Promise<void> {
    await delay(10);
    saved.push("saved");
  }
  const leaving = new AbortController();
  const { signal } = leaving;
  async function visitor(): Promise<void> {
    // #region let-it-finish
    const saving = save();
    await abortable(saving, signal);
    // #endregion
  }
  const gone = visitor().then(() => false, () => true);
  leaving.abort();
  await delay(20);
  console.log(await gone, ...saved); // → true saved
}

export async function twoAtATime(): Promise<void> {
  let busy = 0;
  let most = 0;
  async function fetch(name: string): Promise<string> {
    most = Math.max(most, ++busy);
    await delay(10);
    busy--;
    return name;
  }
  // #region two-at-a-time
  const pages = await Array.fromAsync(pooledMap(2, "abcd", fetch));
  // #endregion
  console.log(most, ...pages); // → 2 a b c d
}

export async function oneAfterAnother(): Promise<void> {
  async function step(name: string): Promise<void> {
    console.log(name, "in");
    await delay(10);
    console.log(name, "out");
  }
  // #region one-after-another
  let last = Promise.resolve();
  const alone = (name: string) => last = last.then(() => step(name));
  await Promise.all([alone("a"), alone("b")]); // → a in a out b in b out
  // #endregion
}

export async function passThingsOn(): Promise<void> {
  // #region pass-things-on
  const { readable, writable } = new TransformStream<string, string>();
  async function produce(): Promise<void> {
    const writer = writable.getWriter();
    for (const item of "ab") await writer.write(item);
    await writer.close();
  }
  async function consume(): Promise<void> {
    for await (const item of readable) console.log(item); // → a b
  }
  await Promise.all([produce(), consume()]);
  // #endregion
}

export async function giveASign(): Promise<void> {
  // #region give-a-sign
  const ready = Promise.withResolvers<boolean>();
  setTimeout(() => ready.resolve(true), 10);
  const isSet = await ready.promise;
  // #endregion
  console.log(isSet); // → true
}

export async function anAnswerFromOutside(): Promise<void> {
  // #region an-answer-from-outside
  const answer = Promise.withResolvers<number>();
  setTimeout(answer.resolve, 10, 42);
  console.log(await answer.promise); // → 42
  // #endregion
}

export async function soonAndLater(): Promise<void> {
  // #region soon-and-later
  setTimeout(console.log, 10, "later");
  queueMicrotask(() => console.log("soon"));
  await delay(20); // → soon later
  // #endregion
}

export async function whoseRequest(): Promise<void> {
  async function log(): Promise<void> {
    await delay(10);
    console.log(user.getStore());
  }
  // #region whose-request
  const user = new AsyncLocalStorage<string>();
  const handle = (name: string) => user.run(name, log);
  await Promise.all([handle("ann"), handle("bob")]); // → ann bob
  // #endregion
}
