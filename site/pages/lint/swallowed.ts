import { isCancelled, sleep } from "../../../mod.ts";

function* attempt() {
  yield* sleep(20);
  throw new Error("Server is busy");
}

// #region wrong
export function* wrong() {
  for (;;) {
    try {
      return yield* attempt();
    } catch {
      console.log("once more"); // also when somebody cancels
    }
  }
}
// #endregion

// #region right
export function* right() {
  for (;;) {
    try {
      return yield* attempt();
    } catch (error) {
      if (isCancelled(error)) throw error;
      console.log("once more");
    }
  }
}
// #endregion
