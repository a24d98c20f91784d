import { type Coroutine, run, sleep } from "../../mod.ts";

// #region delegate
/** What `yield* inner` does, written out. */
export function* delegate<T>(inner: Coroutine<T>): Coroutine<T> {
  let step = inner.next();
  while (!step.done) {
    let sent: unknown;
    try {
      sent = yield step.value;
    } catch (error) {
      step = inner.throw(error);
      continue;
    }
    step = inner.next(sent);
  }
  return step.value;
}
// #endregion

// #region main
export function* main() {
  const word = yield* delegate(sleep(20, "awake"));
  console.log(`slept through a hand-written yield*: ${word}`);
}
// #endregion

if (import.meta.main) await run(main);
