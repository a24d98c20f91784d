import {
  type Coroutine,
  gather,
  getRunningLoop,
  run,
  Semaphore,
  sleep,
} from "../../mod.ts";

// #region apis
const reply = new Int32Array(new SharedArrayBuffer(4)); // nobody will write it

/** An API that blocks: the thread stands still until the reply is here. */
function* blocking(): Coroutine<void> {
  Atomics.wait(reply, 0, 0, 5);
}

/** One that waits: the loop serves others until the reply is here. */
function* waiting(): Coroutine<void> {
  yield* sleep(100);
}
// #endregion

// #region ways
type Api = () => Coroutine<void>;

let inFlight = 0;
let most = 0;

function* request(api: Api) {
  most = Math.max(most, ++inFlight);
  yield* api();
  inFlight--;
}

function* oneByOne(api: Api) {
  for (let i = 0; i < 6; i++) yield* request(api);
}

function* together(api: Api) {
  yield* gather(Array.from({ length: 6 }, () => request(api)));
}

function* atMostTwo(api: Api) {
  const permits = new Semaphore(2);
  function* permitted() {
    using _ = yield* permits.acquire();
    yield* request(api);
  }
  yield* gather(Array.from({ length: 6 }, permitted));
}
// #endregion

// #region main
export function* main() {
  const loop = getRunningLoop();
  yield* together(blocking);
  console.log(`blocking, together: ${most} in flight`);
  for (const way of [oneByOne, together, atMostTwo]) {
    most = 0;
    const begin = loop.time();
    yield* way(waiting);
    const time = `${loop.time() - begin} ms`;
    console.log(`waiting, ${way.name}: ${most} in flight, ${time}`);
  }
}
// #endregion

if (import.meta.main) await run(main);
