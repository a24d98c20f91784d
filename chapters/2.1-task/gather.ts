import { gather, getRunningLoop, run, sleep } from "../../mod.ts";

// #region upload
function* upload(name: string, ms: number) {
  yield* sleep(ms);
  if (name === "virus") throw new Error(`${name}: refused`);
  console.log(`${name}: sent`);
  return ms;
}
// #endregion

export function* main() {
  const loop = getRunningLoop();
  // #region results
  const begin = loop.time();
  const results = yield* gather([upload("photo", 30), upload("text", 10)]);
  console.log(`results [${results}] after ${loop.time() - begin} ms`);
  // #endregion

  // #region first-error
  try {
    yield* gather([upload("photo", 30), upload("virus", 10)]);
  } catch (error) {
    console.log(`caught ${error}`);
  }
  yield* sleep(50);
  // #endregion

  // #region return-exceptions
  const outcomes = yield* gather(
    [upload("photo", 30), upload("virus", 10)],
    { returnExceptions: true },
  );
  console.log(`outcomes [${outcomes}]`);
  // #endregion
}

if (import.meta.main) await run(main);
