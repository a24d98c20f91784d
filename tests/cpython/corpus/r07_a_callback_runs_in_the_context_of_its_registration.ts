// A callback sees the values of the moment it was scheduled.
import { ContextVar, getRunningLoop, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const loop = getRunningLoop();
  variable.set("one");
  loop.callSoon(() => log("soon", variable.get()));
  loop.callLater(10, () => log("later", variable.get()));
  variable.set("two");
  yield* sleep(10);
  log("main", variable.get());
}
