// A shield around a done future is the future itself.
import { getRunningLoop, shield, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  future.setResult("value");
  log(shield(future) === future);
  log(yield* shield(future));
  yield* sleep(0);
}
