// The first child that fails cancels the body where it waits, once.
import {
  CancelledError,
  currentTask,
  ExceptionGroup,
  sleep,
  taskGroup,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  throw new Boom("child");
}

export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fail());
      try {
        yield* sleep(1000);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        log("body cancelled", currentTask()!.cancelling());
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error, currentTask()!.cancelling());
  }
}
