// When the time is over, wait returns what is done and leaves the rest running.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const quick = createTask(sleep(10), { name: "quick" });
  const slow = createTask(sleep(30, "slow result"), { name: "slow" });
  const { done, pending } = yield* wait([slow, quick], { timeout: 20 });
  log([...done], [...pending]);
  log(yield* slow);
}
