// A bare yield lets everybody who is ready run once.
import { createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* count(name: string) {
  for (let turn = 0; turn < 3; turn++) {
    log(name, turn);
    yield* sleep(0);
  }
}

export function* main() {
  createTask(count("a"));
  createTask(count("b"));
  for (let turn = 0; turn < 4; turn++) {
    log("main", turn);
    yield* sleep(0);
  }
}
