// A task that was made in main's last step never runs.
import { createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("never");
}

export function* main() {
  createTask(child());
  log("main is over");
}
