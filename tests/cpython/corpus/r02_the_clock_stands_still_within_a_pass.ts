// Steps take no time: everything that runs at one deadline sees one moment.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* tick(name: string) {
  for (let turn = 0; turn < 3; turn++) {
    yield* sleep(10);
    log(name, turn);
  }
}

export function* main() {
  yield* gather([tick("a"), tick("b")]);
  yield* sleep(0);
  log("same moment");
}
