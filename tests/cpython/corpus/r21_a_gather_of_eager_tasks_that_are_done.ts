// With an eager factory a gather of coroutines that never wait needs no step.
import { eagerTaskFactory, gather, getRunningLoop } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  log(name);
  return name;
}

export function* main() {
  getRunningLoop().setTaskFactory(eagerTaskFactory);
  const gathered = gather([child("a"), child("b")]);
  log("gathered", gathered.done());
  log(yield* gathered);
}
