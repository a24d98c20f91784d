// A group counts eager children that are done already as well.
import { taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  log(name);
  return name;
}

export function* main() {
  yield* taskGroup(function* (group) {
    const task = group.createTask(child("a"), { eagerStart: true });
    log(task.done());
    group.createTask(child("b"));
  });
  log("left");
}
