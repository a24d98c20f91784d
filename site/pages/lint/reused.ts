import { createTask, sleep } from "../../../mod.ts";

function* load() {
  yield* sleep(20);
  return "my life's work";
}

export function* wrong() {
  // #region wrong
  const loading = load();
  console.log(yield* loading);
  console.log(yield* loading); // undefined
  // #endregion
}

export function* right() {
  // #region right
  const loading = createTask(load());
  console.log(yield* loading);
  console.log(yield* loading);
  // #endregion
}
