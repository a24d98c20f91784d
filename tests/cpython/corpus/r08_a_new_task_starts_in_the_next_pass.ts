// Making a task runs nothing of it yet.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  log(name);
}

export function* main() {
  createTask(child("a"));
  createTask(child("b"));
  log("made");
  yield* sleep(0);
  log("after a pass");
}
