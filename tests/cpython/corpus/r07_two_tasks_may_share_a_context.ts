// Two tasks in one context see what the other sets.
import {
  ContextVar,
  copyContext,
  createTask,
  gather,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* child(name: string) {
  log(name, "sees", variable.get());
  variable.set(name);
  yield* sleep(0);
  log(name, "sees", variable.get());
}

export function* main() {
  const shared = copyContext();
  yield* gather([
    createTask(child("a"), { context: shared }),
    createTask(child("b"), { context: shared }),
  ]);
}
