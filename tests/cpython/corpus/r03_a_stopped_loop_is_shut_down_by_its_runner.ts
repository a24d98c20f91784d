// The main task of a loop that was stopped is cancelled at shutdown.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  loop.callLater(5, () => loop.stop());
  try {
    yield* sleep(10);
  } finally {
    log("cleaning up");
    yield* sleep(20);
    log("clean");
  }
}
