import { createTask, getRunningLoop, run, sleep } from "../../mod.ts";

// #region one-or-two
function* upload(name: string, ms: number) {
  yield* sleep(ms);
  return name;
}

export function* main() {
  const loop = getRunningLoop();

  const begin = loop.time();
  yield* upload("photo", 20);
  yield* upload("video", 30);
  console.log(
    `one task, one upload after the other: ${loop.time() - begin} ms`,
  );

  const again = loop.time();
  const photo = createTask(upload("photo", 20));
  const video = createTask(upload("video", 30));
  yield* photo;
  yield* video;
  console.log(
    `two more tasks, one beside the other: ${loop.time() - again} ms`,
  );
}
// #endregion

if (import.meta.main) await run(main);
