// A child that is cancelled by others leaves its siblings alone.
import { sleep, type Task, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  let child!: Task<unknown>;
  yield* taskGroup(function* (group) {
    child = group.createTask(sleep(1000));
    group.createTask(sleep(20));
    yield* sleep(10);
    child.cancel();
  });
  log("left", child.cancelled());
}
