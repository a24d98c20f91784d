// A callback added by a done callback runs a pass later.
import { type Future, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  const future = loop.createFuture<unknown>();

  function first(done: Future<unknown>) {
    log("first");
    done.addDoneCallback(() => log("third"));
  }

  future.addDoneCallback(first);
  future.addDoneCallback(() => log("second"));
  future.setResult(undefined);
  yield* sleep(0);
  log("main");
  yield* sleep(0);
}
