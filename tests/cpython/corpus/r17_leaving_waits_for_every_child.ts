// A group is left when all its children are over.
import { sleep, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  yield* sleep(delay);
  log(name);
  return name;
}

export function* main() {
  yield* taskGroup(function* (group) {
    group.createTask(child("a", 20));
    group.createTask(child("b", 10));
    log("body is over");
  });
  log("left");
}
