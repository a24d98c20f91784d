// A loop that runs cannot be closed.
import { getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const loop = getRunningLoop();
  try {
    loop.close();
  } catch (error) {
    log(error);
  }
  yield* sleep(0);
  log(loop.isRunning(), loop.isClosed());
}
