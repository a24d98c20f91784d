// The first child that fails cancels the others.
import { ExceptionGroup, sleep, taskGroup } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  yield* sleep(10);
  throw new Boom("child");
}

function* sibling(name: string) {
  try {
    yield* sleep(1000);
  } finally {
    log("leaving", name);
  }
}

export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(sibling("a"));
      group.createTask(fail());
      group.createTask(sibling("b"));
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
