import { type Coroutine, createTask, run, sleep } from "../../mod.ts";

let calls = 0;

// #region counted
/** Counts each time a level is entered, and changes nothing. */
function counted<T>(coroutine: Coroutine<T>): Coroutine<T> {
  const next = coroutine.next.bind(coroutine);
  coroutine.next = (value) => {
    calls++;
    return next(value);
  };
  return coroutine;
}
// #endregion

// #region depth
function* work() {
  for (let i = 0; i < 1000; i++) yield* sleep(0);
}

function* nested(depth: number): Coroutine<void> {
  if (depth > 1) yield* counted(nested(depth - 1));
  else yield* work();
}

function* nestedInTask(depth: number): Coroutine<void> {
  if (depth > 1) yield* counted(nestedInTask(depth - 1));
  else yield* createTask(counted(work()));
}

export function* main() {
  for (const depth of [1, 10, 100]) {
    calls = 0;
    yield* counted(nested(depth));
    console.log(`${depth} deep: ${calls} calls for 1000 waits`);
  }
  calls = 0;
  yield* counted(nestedInTask(100));
  console.log(`100 deep, a task at the bottom: ${calls} calls`);
}
// #endregion

if (import.meta.main) await run(main);
