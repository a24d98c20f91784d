// An error of the body cancels the children and stands behind theirs.
import {
  CancelledError,
  ExceptionGroup,
  sleep,
  taskGroup,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom("child");
  }
}

export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fail());
      yield* sleep(10);
      throw new Boom("body");
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
