// A child may add children to its group while the group waits.
import { sleep, type TaskGroup, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* worker(group: TaskGroup, depth: number) {
  log("worker", depth);
  if (depth > 0) {
    group.createTask(worker(group, depth - 1));
  }
  yield* sleep(10);
}

export function* main() {
  yield* taskGroup(function* (group) {
    group.createTask(worker(group, 2));
  });
  log("left");
}
