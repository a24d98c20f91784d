import { assertEquals } from "@std/assert";
import {
  type CancelledError,
  type Coroutine,
  createTask,
  currentTask,
  gather,
  getRunningLoop,
  isCancelled,
  runSync,
  sleep,
  type Task,
} from "../../mod.ts";

/** The message of the cancellation that waiting for the task ends with. */
function* messageOf(task: Task<unknown>): Coroutine<string> {
  try {
    yield* task;
    return "no cancellation";
  } catch (error) {
    return (error as CancelledError).message;
  }
}

Deno.test("the error that ended a task is handed out once; the next to look gets one without a message", () => {
  const messages = runSync(function* () {
    const task = createTask(sleep(1000));
    const first = createTask(messageOf(task));
    const second = createTask(messageOf(task));
    yield* sleep(0);
    task.cancel("enough");
    return [yield* first, yield* second];
  });
  assertEquals(messages, ["enough", ""]);
});

Deno.test("everybody who waits for a cancelled future gets its message", () => {
  const messages = runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    future.cancel("enough");
    return [0, 1].map(() => {
      try {
        return future.result();
      } catch (error) {
        return (error as CancelledError).message;
      }
    });
  });
  assertEquals(messages, ["enough", "enough"]);
});

Deno.test("gather with returnExceptions gives the message of a cancelled future, but not what a task threw", () => {
  const messages = runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const task = createTask(sleep(1000));
    yield* sleep(0);
    future.cancel("future");
    task.cancel("task");
    const errors = yield* gather([future, task], { returnExceptions: true });
    return errors.map((error) => (error as CancelledError).message);
  });
  assertEquals(messages, ["future", ""]);
});

/** Catches a cancellation that comes at its next step, and goes on. */
function* getsOverIt(): Coroutine<void> {
  createTask(cancels(currentTask()!));
  try {
    yield* sleep(0);
    yield* sleep(0);
  } catch (error) {
    if (!isCancelled(error)) throw error;
  }
}

function* cancels(task: Task<unknown>): Coroutine<void> {
  task.cancel("early");
}

Deno.test("a cancelled gather ends with the message of its last child, even of one that got over it", () => {
  const message = runSync(function* () {
    const future = getRunningLoop().createFuture<void>();
    const task = createTask(getsOverIt());
    const all = gather([future, task], { returnExceptions: true });
    yield* sleep(10);
    all.cancel("late");
    try {
      return yield* all;
    } catch (error) {
      return (error as CancelledError).message;
    }
  });
  assertEquals(message, "early");
});
