// A loop that is stopped before its main task is done has no result to give.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  log("before");
  getRunningLoop().stop();
  yield* sleep(0);
  log("never");
}
