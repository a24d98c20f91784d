// Wait does not switch when the first is done already.
import {
  createTask,
  FIRST_COMPLETED,
  getRunningLoop,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* other() {
  log("other");
}

export function* main() {
  const loop = getRunningLoop();
  const there = loop.createFuture<unknown>();
  there.setResult(undefined);
  const missing = loop.createFuture<unknown>();
  createTask(other());
  const both = [missing, there];
  const { done, pending } = yield* wait(both, { returnWhen: FIRST_COMPLETED });
  log([...done], [...pending]);
}
