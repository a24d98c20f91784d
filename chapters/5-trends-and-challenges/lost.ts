import {
  type BaseEventLoop,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  isCancelled,
  run,
  sleep,
  taskGroup,
} from "../../mod.ts";

// #region requests
function* basket() {
  yield* sleep(20);
  throw new Error("basket: counter closed");
}

function* orders() {
  try {
    yield* sleep(100);
    say("orders has its answer");
  } catch (error) {
    if (isCancelled(error)) say("orders is called off");
    throw error;
  }
}
// #endregion

// #region ways
function* callback() {
  getRunningLoop().callLater(20, function basket() {
    throw new Error("basket: counter closed");
  });
  yield* orders();
}

function* forgotten() {
  createTask(basket());
  yield* orders();
}

function* gathered() {
  yield* gather([orders(), basket()]);
}

function* collected() {
  yield* gather([orders(), basket()], { returnExceptions: true });
}

function* grouped() {
  yield* taskGroup(function* (group) {
    group.createTask(orders());
    group.createTask(basket());
  });
}
// #endregion

// #region main
function* caller(page: Coroutine<void>) {
  getRunningLoop().setExceptionHandler((loop, { message }) => {
    say(`handler: ${message}`, loop);
  });
  try {
    yield* page;
    say("caller: all is well");
  } catch (error) {
    say(`caller: caught an ${(error as Error).name}`);
  }
  yield* sleep(200); // the program goes on
  say("the program ends");
}

export async function main() {
  for (const way of [callback, forgotten, gathered, collected, grouped]) {
    console.log(way.name);
    await run(() => caller(way()), { clock: "virtual" });
  }
}
// #endregion

function say(text: string, loop: BaseEventLoop = getRunningLoop()): void {
  console.log(`${String(loop.time()).padStart(5)} ms  ${text}`);
}

if (import.meta.main) await main();
