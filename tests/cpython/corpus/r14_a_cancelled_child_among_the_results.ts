// With return_exceptions a cancelled child stands among the results.
import { createTask, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const child = createTask(sleep(1000));
  const sleeping = sleep(20, "value");
  const gathered = gather([child, sleeping], { returnExceptions: true });
  yield* sleep(10);
  child.cancel();
  log(yield* gathered);
}
