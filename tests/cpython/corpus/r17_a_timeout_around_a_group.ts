// A timeout around a group cancels the children and stays a TimeoutError.
import { sleep, taskGroup, timeout, TimeoutError } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving");
  }
}

export function* main() {
  try {
    yield* timeout(10, function* () {
      yield* taskGroup(function* (group) {
        group.createTask(child());
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    log(error);
  }
}
