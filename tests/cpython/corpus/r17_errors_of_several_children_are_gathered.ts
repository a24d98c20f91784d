// All errors are gathered in the order in which they came.
import {
  CancelledError,
  ExceptionGroup,
  sleep,
  taskGroup,
} from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail(name: string) {
  try {
    yield* sleep(1000);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new Boom(name);
  }
}

function* first() {
  throw new Boom("first");
}

export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fail("second"));
      group.createTask(fail("third"));
      yield* sleep(0);
      group.createTask(first());
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
