import { createTask, gather, run, sleep, type Task } from "../../mod.ts";

// #region errors
function* upload(name: string) {
  yield* sleep(20);
  throw new Error(`${name}: connection lost`);
}

function* show(where: string, photo: Task<void>) {
  try {
    yield* photo;
    console.log(`${where}: has the photo`);
  } catch (error) {
    console.log(`${where}: ${error}`);
  }
}

export function* main() {
  const photo = createTask(upload("photo"));
  yield* sleep(50);
  console.log(`main: the photo is ${photo.done() ? "over" : "on its way"}`);
  yield* gather([show("album", photo), show("mail", photo)]);
}
// #endregion

if (import.meta.main) await run(main);
