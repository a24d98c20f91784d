// Tasks that are left when main is over are cancelled and waited for.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* left(name: string) {
  try {
    yield* sleep(1000);
  } finally {
    log("cleaning", name);
    yield* sleep(10);
    log("clean", name);
  }
}

export function* main() {
  createTask(left("a"));
  createTask(left("b"));
  yield* sleep(0);
  return "result";
}
