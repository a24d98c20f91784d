import { createTask, sleep } from "../../../mod.ts";

function* save(text: string) {
  yield* sleep(20);
  console.log(`saved: ${text}`);
}

export function* wrong() {
  // #region wrong
  save("my life's work");
  // #endregion
  yield* sleep(100);
}

export function* right() {
  // #region right
  yield* save("my life's work");
  createTask(save("and a copy")); // or beside
  // #endregion
  yield* sleep(100);
}
