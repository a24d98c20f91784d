// A child that fails after the gather was settled is not heard of.
import { gather, sleep } from "../../../mod.ts";
import { Boom, log } from "./words.ts";

function* fail(delay: number, name: string) {
  yield* sleep(delay);
  throw new Boom(name);
}

export function* main() {
  const gathered = gather([fail(10, "first"), fail(20, "second")]);
  gathered.addDoneCallback((done) => log("settled with", done.exception()));
  yield* sleep(30);
  log(gathered.exception());
}
