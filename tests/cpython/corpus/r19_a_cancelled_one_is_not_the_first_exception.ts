// A cancelled task does not count as the first exception.
import {
  createTask,
  FIRST_EXCEPTION,
  getRunningLoop,
  sleep,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const cancelled = createTask(sleep(1000), { name: "cancelled" });
  const slow = createTask(sleep(20), { name: "slow" });
  getRunningLoop().callLater(10, () => cancelled.cancel());
  const both = [cancelled, slow];
  const { done, pending } = yield* wait(both, { returnWhen: FIRST_EXCEPTION });
  log([...done], [...pending]);
}
