import { gather, run, sleep } from "../mod.ts";

// #region breakfast
function* make(what: string, minutes: number) {
  console.log(`${what}: started`);
  yield* sleep(minutes);
  console.log(`${what}: ready`);
  return what;
}

export function* main() {
  const order = [make("coffee", 3), make("toast", 2)];
  const served = yield* gather(order);
  console.log(`breakfast: ${served.join(" and ")}`);
}
// #endregion

if (import.meta.main) await run(main);
