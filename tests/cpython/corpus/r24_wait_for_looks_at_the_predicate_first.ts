// A predicate that holds already needs no notification.
import { Condition, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const condition = new Condition();
  {
    using _ = yield* condition.acquire();
    log(yield* condition.waitFor(() => "holds"));
  }
  yield* sleep(0);
}
