// A failing child of the outer group cancels the body that waits in the inner one.
import { ExceptionGroup, sleep, taskGroup } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("outer");
}

function* child() {
  try {
    yield* sleep(1000);
  } finally {
    log("child of the inner group leaves");
  }
}

export function* main() {
  try {
    yield* taskGroup(function* (outer) {
      outer.createTask(fail());
      yield* taskGroup(function* (inner) {
        inner.createTask(child());
      });
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
