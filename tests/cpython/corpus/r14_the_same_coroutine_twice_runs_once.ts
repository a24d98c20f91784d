// A coroutine given twice is one task.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("once");
  yield* sleep(0);
  return "value";
}

export function* main() {
  const coroutine = child();
  log(yield* gather([coroutine, coroutine]));
}
