// All that was ready meanwhile is handed out without waiting.
import { asCompleted, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const sleeps = [sleep(20, "b"), sleep(10, "a")];
  const iterator = asCompleted(sleeps);
  const first = iterator.next().value!;
  yield* sleep(50);
  log(yield* first);
  log(yield* iterator.next().value!);
}
