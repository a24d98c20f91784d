// Awaiting a coroutine is a call: without a suspension inside nothing else runs.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* inner() {
  log("inner");
  return 1;
}

function* outer() {
  return (yield* inner()) + 1;
}

function* other() {
  log("other");
}

export function* main() {
  createTask(other());
  log(yield* outer());
  yield* sleep(0);
}
