import { sleep } from "../../../mod.ts";

export function* wrong() {
  yield* sleep(20);
  // #region wrong
  yield sleep(20);
  // #endregion
}

export function* right() {
  // #region right
  yield* sleep(20);
  // #endregion
}
