// A callback added to a done future runs in the next pass, not inline.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("value");
  future.addDoneCallback((done) => log("callback", done.result()));
  log("added");
  yield* sleep(0);
  log("next pass");
}
