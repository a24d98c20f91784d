import { createTask, gather, run, sleep } from "../../mod.ts";

// #region twice
function* upload(name: string) {
  try {
    yield* sleep(100);
  } finally {
    console.log(`${name}: removing the half-sent file`);
    yield* sleep(10);
    console.log(`${name}: removed`);
  }
}

export function* main() {
  const photo = createTask(upload("photo"));
  yield* sleep(20);
  photo.cancel();
  console.log(`main: ${photo.cancelling()} request`);
  yield* sleep(5); // the photo is in its finally block by now
  photo.cancel();
  console.log(`main: ${photo.cancelling()} requests`);
  yield* gather([photo], { returnExceptions: true });
  console.log("main: the photo has stopped");
}
// #endregion

if (import.meta.main) await run(main);
