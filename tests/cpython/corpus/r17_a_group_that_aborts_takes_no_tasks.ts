// A group that is being aborted refuses new tasks.
import { ExceptionGroup, sleep, taskGroup } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail() {
  throw new Boom("child");
}

export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fail());
      try {
        yield* sleep(1000);
      } finally {
        try {
          group.createTask(fail());
        } catch (error) {
          log(error);
        }
      }
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    log(error);
  }
}
