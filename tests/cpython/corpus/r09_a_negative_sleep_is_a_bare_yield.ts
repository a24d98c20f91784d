// A sleep of less than nothing takes one pass and no time.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  createTask(other());
  log(yield* sleep(-1, "result"));
  log(yield* sleep(-500, "another"));
}
