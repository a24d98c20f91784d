import { createTask, isCancelled, run, sleep } from "../../mod.ts";

// #region program
function* upload(name: string) {
  console.log(`${name}: started`);
  try {
    yield* sleep(100);
    console.log(`${name}: sent`);
  } finally {
    console.log(`${name}: removing the half-sent file`);
    yield* sleep(10);
    console.log(`${name}: removed`);
  }
}

export function* main() {
  const photo = createTask(upload("photo"), { name: "photo" });
  yield* sleep(20);
  photo.cancel();
  console.log("main: asked the photo to stop");
  try {
    yield* photo;
  } catch (error) {
    if (!isCancelled(error)) throw error;
    console.log("main: the photo has stopped");
  }
}
// #endregion

if (import.meta.main) await run(main);
