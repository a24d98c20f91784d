/**
 * Answers nobody.
 *
 * @module
 */

import { getRunningLoop } from "../../mod.ts";
import { answerWith } from "./bridge.ts";

answerWith(function* () {
  return yield* getRunningLoop().createFuture<string>();
});
