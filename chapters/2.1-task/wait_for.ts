import { run, sleep, waitFor } from "../../mod.ts";

// #region program
function* upload(name: string) {
  try {
    yield* sleep(40);
    console.log(`${name}: sent`);
  } finally {
    console.log(`${name}: over`);
  }
}

export function* main() {
  try {
    yield* waitFor(upload("photo"), 10);
  } catch (error) {
    console.log(`main: gave up (${(error as Error).name})`);
  }
  yield* sleep(100); // long enough for the photo, if it were still on its way
}
// #endregion

if (import.meta.main) await run(main);
