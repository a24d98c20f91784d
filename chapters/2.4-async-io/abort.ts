import {
  abortSignal,
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  run,
} from "../../mod.ts";
import { EndlessServer } from "./endless_server.ts";

// #region downloads
function* forgetful(url: string): Coroutine<string> {
  const response = yield* fromPromise(fetch(url));
  return yield* fromPromise(response.text());
}

function* careful(url: string): Coroutine<string> {
  const signal = abortSignal();
  const response = yield* fromPromise(fetch(url, { signal }));
  return yield* fromPromise(response.text());
}
// #endregion

// #region main
export function* main() {
  const server = new EndlessServer();

  const first = createTask(forgetful(`${server.url}/forgotten`));
  yield* fromPromise(server.asked("/forgotten"));
  first.cancel();

  const second = createTask(careful(`${server.url}/aborted`));
  yield* fromPromise(server.asked("/aborted"));
  second.cancel();

  yield* gather([first, second], { returnExceptions: true });
  console.log(`client: ${outcome(first)}, ${outcome(second)}`);
  yield* fromPromise(server.left("/aborted"));
  console.log("server: the reader of /aborted has gone");
  console.log(`server: still open: ${[...server.reading].join(", ")}`);
  yield* fromPromise(server.close());
}
// #endregion

function outcome(task: { cancelled(): boolean }): string {
  return task.cancelled() ? "cancelled" : "not cancelled";
}

if (import.meta.main) await run(main);
