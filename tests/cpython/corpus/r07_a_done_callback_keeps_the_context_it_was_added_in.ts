// A done callback sees the values of whoever added it, not of whoever settled it.
import {
  ContextVar,
  createTask,
  type Future,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* settler(variable: ContextVar<unknown>, future: Future<unknown>) {
  variable.set("settler");
  future.setResult(undefined);
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const future = getRunningLoop().createFuture<unknown>();
  variable.set("adder");
  future.addDoneCallback(() => log("callback", variable.get()));
  yield* createTask(settler(variable, future));
  yield* sleep(0);
}
