import { createTask, run, sleep } from "../../mod.ts";

// #region upload
function* upload(name: string, ms: number) {
  console.log(`${name}: started`);
  yield* sleep(ms);
  console.log(`${name}: sent`);
  return ms;
}
// #endregion

// #region main
export function* main() {
  const photo = createTask(upload("photo", 20), { name: "photo" });
  const video = createTask(upload("video", 60), { name: "video" });
  console.log("main: two tasks made");
  console.log(`main: the photo took ${yield* photo} ms`);
  console.log(`main: the video took ${yield* video} ms`);
}
// #endregion

if (import.meta.main) await run(main);
