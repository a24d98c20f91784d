// A group without children is left without a switch.
import { createTask, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  createTask(other());
  yield* taskGroup(function* () {
    log("body");
  });
  log("left");
}
