// A gather of nothing is done with an empty list, a pass later.
import { createTask, gather } from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  createTask(other());
  const gathered = gather([]);
  log(gathered.done());
  log(yield* gathered);
}
