import { createTask, run, sleep } from "../../mod.ts";

// #region early
function* upload(name: string) {
  try {
    console.log(`${name}: started`);
    yield* sleep(100);
  } finally {
    console.log(`${name}: cleaned up`);
  }
}

export function* main() {
  const photo = createTask(upload("photo"));
  photo.cancel(); // in the same step: it has not begun
  yield* sleep(20);
  console.log(`main: the photo is ${photo.cancelled() ? "" : "not "}cancelled`);
}
// #endregion

if (import.meta.main) await run(main);
