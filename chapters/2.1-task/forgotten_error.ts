import { createTask, getRunningLoop, run, sleep } from "../../mod.ts";

// #region forgotten
function* upload(name: string) {
  yield* sleep(20);
  throw new Error(`${name}: connection lost`);
}

export function* main() {
  getRunningLoop().setExceptionHandler((_loop, { message, exception }) => {
    console.log(`handler: ${message} (${exception})`);
  });
  createTask(upload("photo"), { name: "photo" });
  yield* sleep(50);
  console.log("main: all is well");
}
// #endregion

if (import.meta.main) await run(main);
