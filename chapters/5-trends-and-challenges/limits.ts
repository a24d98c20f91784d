import {
  type Coroutine,
  createTask,
  isCancelled,
  run,
  sleep,
  timeout,
} from "../../mod.ts";

// #region limited
function* limited(name: string, ms: number, body: () => Coroutine<void>) {
  try {
    yield* timeout(ms, body);
  } catch (error) {
    console.log(`  ${name}: ${(error as Error).name}`);
    if (isCancelled(error)) throw error;
  }
}

function request(inner: number, outer: number) {
  return limited(
    "outer",
    outer,
    () => limited("inner", inner, () => sleep(100)),
  );
}
// #endregion

// #region main
export function* main() {
  console.log("the inner limit passes");
  yield* request(20, 80);
  console.log("the outer limit passes");
  yield* request(80, 20);
  console.log("somebody cancels");
  const task = createTask(request(50, 60));
  yield* sleep(10);
  task.cancel();
  yield* sleep(10);
  console.log(`  the task is ${task.cancelled() ? "" : "not "}cancelled`);
}
// #endregion

if (import.meta.main) await run(main);
