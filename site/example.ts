import { gather, run, sleep } from "../mod.ts";

// #region breakfast
function* make(what: string, ms: number) {
  console.log(`${what}: started`);
  yield* sleep(ms);
  console.log(`${what}: ready`);
  return what;
}

export function* main() {
  const order = [make("coffee", 300), make("toast", 200)];
  const served = yield* gather(order);
  console.log(`breakfast: ${served.join(" and ")}`);
}
// #endregion

if (import.meta.main) await run(main);
