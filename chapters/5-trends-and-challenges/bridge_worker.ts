import { sleep } from "../../mod.ts";
import { answerWith } from "./bridge.ts";

// #region answer
answerWith(function* (question) {
  yield* sleep(20);
  if (question === "weather") throw new Error("It is too dark to see");
  return `the answer to "${question}"`;
});
// #endregion
