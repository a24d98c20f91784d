import { type Coroutine, run, sleep } from "../../mod.ts";

// #region body
type Body<T> = Generator<string, T, string>;

function* greeting(): Body<string> {
  const customer = yield "customer";
  const orders = yield `orders of ${customer}`;
  return `${customer} has ${orders} orders`;
}
// #endregion

// #region drivers
function driveSync<T>(body: Body<T>, ask: (what: string) => string): T {
  let step = body.next();
  while (!step.done) step = body.next(ask(step.value));
  return step.value;
}

function* drive<T>(
  body: Body<T>,
  ask: (what: string) => Coroutine<string>,
): Coroutine<T> {
  let step = body.next();
  while (!step.done) step = body.next(yield* ask(step.value));
  return step.value;
}
// #endregion

// #region main
const KNOWN = new Map([["customer", "Ada"], ["orders of Ada", "2"]]);

function lookUp(what: string): string {
  return KNOWN.get(what) ?? "unknown";
}

function* askAround(what: string) {
  yield* sleep(20);
  return lookUp(what);
}

export function* main() {
  console.log(`at once: ${driveSync(greeting(), lookUp)}`);
  console.log(`in time: ${yield* drive(greeting(), askAround)}`);
}
// #endregion

if (import.meta.main) await run(main);
