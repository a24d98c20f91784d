import {
  createTask,
  gather,
  isCancelled,
  run,
  sleep,
  type Task,
} from "../../mod.ts";

// #region stubborn
function* stubborn(name: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      yield* sleep(100);
      return console.log(`${name}: sent`);
    } catch {
      console.log(`${name}: attempt ${attempt} failed, trying again`);
    }
  }
}
// #endregion

// #region polite
function* polite(name: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      yield* sleep(100);
      return console.log(`${name}: sent`);
    } catch (error) {
      if (isCancelled(error)) throw error;
      console.log(`${name}: attempt ${attempt} failed, trying again`);
    }
  }
}
// #endregion

// #region main
function outcome(task: Task<void>): string {
  const requests = `${task.cancelling()} request to cancel`;
  return `${requests}, ${task.cancelled() ? "cancelled" : "not cancelled"}`;
}

export function* main() {
  const first = createTask(stubborn("stubborn"));
  const second = createTask(polite("polite"));
  yield* sleep(20);
  first.cancel();
  second.cancel();
  yield* gather([first, second], { returnExceptions: true });
  console.log(`stubborn: ${outcome(first)}`);
  console.log(`polite: ${outcome(second)}`);
}
// #endregion

if (import.meta.main) await run(main);
