import { createTask, run, sleep } from "../../mod.ts";

// #region callbacks
type Done = (error: Error) => void;

/** request calls back, part hands the callback on, page gets the error. */
function withCallbacks(): Promise<Error> {
  const page = (resolve: Done) => part(resolve);
  const part = (done: Done) => ask(done);
  const ask = (done: Done) => {
    setTimeout(function request() {
      done(new Error("connection lost"));
    }, 1);
  };
  return new Promise(page);
}
// #endregion

// #region promises
function withPromises(): Promise<never> {
  async function request(): Promise<never> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throw new Error("connection lost");
  }
  async function part() {
    return await request();
  }
  async function page() {
    return await part();
  }
  return page();
}
// #endregion

// #region coroutines
function* request() {
  yield* sleep(1);
  throw new Error("connection lost");
}

function* part() {
  yield* request();
}

function withCoroutines() {
  return run(function* page() {
    yield* part();
  });
}

function withTask() {
  return run(function* page() {
    yield* createTask(part());
  });
}
// #endregion

// #region main
/** Which of the three stand on the stack of an error, innermost first. */
export async function namesOn(thrown: Promise<unknown>): Promise<string[]> {
  const error = await thrown.catch((error) => error) as Error;
  const lines = error.stack!.matchAll(
    / at (?:async |Timeout\.)?(request|part|page) /g,
  );
  return Array.from(lines, ([, name]) => name!);
}

export async function main() {
  for (
    const way of [withCallbacks, withPromises, withCoroutines, withTask]
  ) {
    const names = await namesOn(way());
    console.log(`${way.name.padEnd(14)}  ${names.join(", called by ")}`);
  }
}
// #endregion

if (import.meta.main) await main();
