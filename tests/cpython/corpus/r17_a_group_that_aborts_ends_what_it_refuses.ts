// A group that aborts ends the coroutine that it refuses.
import { type Coroutine, sleep, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  try {
    log("begun");
    yield* sleep(0);
  } finally {
    log("ended");
  }
}

function* fails(): Coroutine<void> {
  throw new RangeError();
}

export function* main() {
  const began = child();
  began.next();
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fails());
      try {
        yield* sleep(1000);
      } finally {
        try {
          group.createTask(began);
        } catch (error) {
          log(error);
        }
      }
    });
  } catch (error) {
    log(error);
  }
}
