// A timeout strikes who waits under a shield; the shielded one goes on.
import {
  createTask,
  shield,
  sleep,
  TimeoutError,
  waitFor,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* saving() {
  yield* sleep(30);
  return "saved";
}

export function* main() {
  const task = createTask(saving());
  try {
    yield* waitFor(shield(task), 10);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
  log(yield* task);
}
