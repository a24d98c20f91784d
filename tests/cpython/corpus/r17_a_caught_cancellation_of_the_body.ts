// A body that catches the group's cancellation and goes on is not cancelled again.
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
        log("caught");
      }
      yield* sleep(10);
      log("body goes on");
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error, currentTask()!.cancelling());
  }
}
