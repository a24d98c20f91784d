// With return_exceptions a cancelled gather settles when all children are over.
import { CancelledError, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  try {
    yield* sleep(1000);
  } finally {
    yield* sleep(delay);
    log("left", name);
  }
}

export function* main() {
  const children = [child("slow", 50), child("quick", 10)];
  const gathered = gather(children, { returnExceptions: true });
  yield* sleep(10);
  gathered.cancel();
  try {
    log(yield* gathered);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("settled");
  }
}
