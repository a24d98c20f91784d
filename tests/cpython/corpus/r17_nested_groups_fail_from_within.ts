// The error group of an inner group is an error of the outer one.
import { ExceptionGroup, sleep, taskGroup } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  throw new Boom("inner");
}

export function* main() {
  try {
    yield* taskGroup(function* (outer) {
      outer.createTask(sleep(1000));
      yield* taskGroup(function* (inner) {
        inner.createTask(fail());
      });
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
