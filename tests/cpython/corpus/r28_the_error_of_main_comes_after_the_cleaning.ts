// When main fails the others are cleaned up first, then its error is thrown.
import { createTask, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* left() {
  try {
    yield* sleep(1000);
  } finally {
    yield* sleep(20);
    log("clean");
  }
}

export function* main() {
  createTask(left());
  yield* sleep(10);
  throw new Boom("main");
}
