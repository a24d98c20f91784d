import { ExceptionGroup, gather, run, sleep, taskGroup } from "../../mod.ts";

// #region requests
class Refused extends Error {}

function* orders() {
  yield* sleep(20);
  throw new Refused("orders: come back later");
}

function* basket() {
  try {
    yield* sleep(100);
  } catch {
    throw new TypeError("basket: clean() is not a function");
  }
}
// #endregion

// #region main
export function* main() {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(orders(), { name: "orders" });
      group.createTask(basket(), { name: "basket" });
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    const { match: refused, rest } = error.split(Refused);
    for (const { message } of refused?.errors ?? []) {
      console.log(`try again: ${message}`);
    }
    for (const { message } of rest?.errors ?? []) {
      console.log(`a mistake: ${message}`);
    }
  }
}
// #endregion

/** Two that fail, one after the other, behind a gather. */
export function* gathered() {
  try {
    yield* gather([orders(), advice()]);
  } catch (error) {
    console.log(`caught: ${(error as Error).message}`);
  }
  yield* sleep(100); // long enough for the other
}

function* advice() {
  yield* sleep(30);
  throw new Refused("advice: nobody knows");
}

if (import.meta.main) await run(main);
