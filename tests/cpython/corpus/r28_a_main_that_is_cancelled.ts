// A main that cancels itself ends the run with the cancellation.
import { currentTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  currentTask()!.cancel("the end");
  try {
    yield* sleep(1000);
  } finally {
    log("leaving");
  }
}
