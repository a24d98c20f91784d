import {
  type Coroutine,
  ExceptionGroup,
  gather,
  getRunningLoop,
  isCancelled,
  run,
  sleep,
  taskGroup,
} from "../../mod.ts";

// #region orders
function* order(customer: string, ms: number, say: (text: string) => void) {
  try {
    yield* sleep(ms);
    if (customer === "Bo") throw new Error("out of stock");
    say(`${customer} is served`);
  } catch (error) {
    if (isCancelled(error)) say(`${customer}'s order is taken back`);
    throw error;
  }
}

type Say = (text: string) => void;

function orders(say: Say): Coroutine<void>[] {
  return [order("Ada", 60, say), order("Bo", 20, say), order("Cy", 40, say)];
}
// #endregion

// #region two-ways
function* gathered(say: Say) {
  yield* gather(orders(say));
}

function* grouped(say: Say) {
  yield* taskGroup(function* (group) {
    for (const order of orders(say)) group.createTask(order);
  });
}

export function* main() {
  const loop = getRunningLoop();
  for (const serve of [gathered, grouped]) {
    console.log(serve.name);
    const begin = loop.time();
    const say = (text: string) =>
      console.log(`  ${loop.time() - begin} ms: ${text}`);
    try {
      yield* serve(say);
    } catch (error) {
      const [cause] = error instanceof ExceptionGroup ? error.errors : [error];
      say(`main hears of it, ${cause.message}`);
    }
    yield* sleep(100);
  }
}
// #endregion

if (import.meta.main) await run(main);
