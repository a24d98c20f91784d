import {
  type Coroutine,
  gather,
  getRunningLoop,
  run,
  Semaphore,
  sleep,
} from "../../mod.ts";

// #region ways
function* answer() {
  yield* sleep(100); // the database thinks, we wait
}

export function* oneAfterAnother(requests: number) {
  for (let i = 0; i < requests; i++) yield* answer();
}

export function* concurrently(requests: number) {
  yield* gather(Array.from({ length: requests }, answer));
}

export function* tenAtATime(requests: number) {
  const connections = new Semaphore(10);
  function* answerWithConnection() {
    using _connection = yield* connections.acquire();
    yield* answer();
  }
  yield* gather(Array.from({ length: requests }, answerWithConnection));
}
// #endregion

// #region main
/** How long the last of so many requests waits, in milliseconds. */
export function* longestWait(
  way: (requests: number) => Coroutine<void>,
  requests: number,
) {
  const loop = getRunningLoop();
  const begin = loop.time();
  yield* way(requests);
  return loop.time() - begin;
}

export function* main() {
  console.log("requests  one after another  concurrently  ten at a time");
  for (const requests of [1, 10, 1000]) {
    let line = String(requests).padStart(8);
    for (
      const [way, width] of [
        [oneAfterAnother, 19],
        [concurrently, 14],
        [tenAtATime, 15],
      ] as const
    ) {
      const wait = yield* longestWait(way, requests);
      line += `${(wait / 1000).toFixed(1)} s`.padStart(width);
    }
    console.log(line);
  }
}
// #endregion

if (import.meta.main) await run(main);
