// deno-lint-ignore-file loopbook/no-floating-coroutines loopbook/no-reused-coroutines -- they are the subject
/**
 * The examples of the page, each in a region. What stands behind an arrow is
 * what its line prints; a test runs them all, those of examples.py in CPython.
 */

import {
  allTasks,
  asCompleted,
  captureCallGraph,
  ContextVar,
  type Coroutine,
  createTask,
  currentTask,
  fromPromise,
  gather,
  getRunningLoop,
  isCancelled,
  Lock,
  run,
  runSync,
  setRunDefaults,
  sleep,
  type Task,
  taskGroup,
  timeout,
  toPromise,
  wait,
} from "../../../mod.ts";

export function* equalDeadlines() {
  const loop = getRunningLoop();
  // #region equal-deadlines
  for (const n of [0, 1, 2, 3]) loop.callAt(1000, () => console.log(n));
  yield* sleep(2000); // → 0 1 2 3
  // #endregion
}

export function* sets() {
  const tasks = ["a", "b", "c"].map((name) => createTask(sleep(1), { name }));
  // #region sets
  const { done } = yield* wait(tasks);
  for (const task of done) console.log(task.getName()); // → a b c
  // #endregion
}

export function taskNumbers() {
  function* name() {
    return currentTask()?.getName();
  }
  // #region task-numbers
  console.log(runSync(name)); // → Task-1
  console.log(runSync(name)); // → Task-1
  // #endregion
}

export function* milliseconds() {
  const loop = getRunningLoop();
  // #region milliseconds
  loop.callAt(100 + 200, () => console.log("sum"));
  loop.callAt(300, () => console.log("whole"));
  yield* sleep(1000); // → sum whole
  // #endregion
}

export function neverGoesOn() {
  // #region never-goes-on
  try {
    runSync(sleep(Infinity));
  } catch (error) {
    console.log((error as Error).name); // → DeadlockError
  }
  // #endregion
}

export function* spent() {
  function* work() {
    yield* sleep(10);
    return "done";
  }
  // #region spent
  const coroutine = work();
  console.log(yield* coroutine); // → done
  console.log(yield* coroutine); // → undefined
  // #endregion
}

export function* neverAwaited() {
  const loop = getRunningLoop();
  loop.setExceptionHandler((_, { message }) => console.log(message));
  function* work() {
    yield* sleep(10);
  }
  // #region never-awaited
  work();
  loop.setDebug(true);
  sleep(10); // → sleep(10) was never awaited
  // #endregion
}

export function* notCleanedUp() {
  function* work() {
    try {
      yield* sleep(10);
    } finally {
      console.log("cleaned up");
    }
  }
  // #region not-cleaned-up
  let coroutine: unknown = work();
  (coroutine as Generator).next();
  coroutine = undefined;
  console.log("dropped"); // → dropped
  // #endregion
  return coroutine;
}

export function* frames() {
  function* inner() {
    yield* sleep(10);
  }
  function* outer() {
    yield* inner();
  }
  // #region frames
  const task = createTask(outer());
  yield* sleep(0);
  const graph = captureCallGraph(task);
  console.log(graph?.callStack[0]?.text); // → waits for sleep until 10 ms
  // #endregion
}

export function* promises() {
  // #region promises
  const promise = Promise.resolve("from the host");
  console.log(yield* fromPromise(promise)); // → from the host
  const [first] = yield* gather([promise, sleep(10)]);
  console.log(first); // → from the host
  // #endregion
}

export function* refusedWait() {
  function* waitForItself(): Coroutine<void> {
    try {
      yield* task;
    } catch (error) {
      if (isCancelled(error)) throw error;
      yield* sleep(10);
    }
  }
  const task: Task<void> = createTask(waitForItself());
  yield* sleep(1);
  // #region refused-wait
  yield* task; // which has tried to wait for itself
  console.log("went on"); // → went on
  // #endregion
}

export function* thenable() {
  // #region thenable
  const task = createTask(sleep(10, "result"));
  yield* task;
  const promise = Promise.resolve(task); // takes over what the task gives
  console.log(yield* fromPromise(promise)); // → result
  // #endregion
}

export function* bareCatch() {
  function* work() {
    // #region bare-catch
    try {
      yield* sleep(1000);
    } catch (error) {
      console.log(`caught ${error}`);
    }
    // #endregion
  }
  const task = createTask(work());
  yield* sleep(0);
  // #region bare-catch-cancel
  task.cancel();
  yield* wait([task]); // → caught CancelledError
  console.log(task.cancelled()); // → false
  // #endregion
}

export function* errorNames() {
  // #region error-names
  try {
    yield* sleep(NaN);
  } catch (error) {
    console.log(error instanceof RangeError); // → true
  }
  console.log(createDone().exception()); // → undefined
  // #endregion
}

function createDone() {
  const future = getRunningLoop().createFuture<void>();
  future.setResult();
  return future;
}

export function* throwAnything() {
  // #region throw-anything
  const task = createTask(function* () {
    throw "a string";
  }());
  yield* wait([task]);
  console.log(task.exception()); // → a string
  // #endregion
}

export function* exceptionGroups() {
  function* fail() {
    throw new RangeError("too far");
  }
  // #region exception-groups
  try {
    yield* taskGroup(function* (group) {
      group.createTask(fail());
    });
  } catch (group) {
    console.log(group instanceof AggregateError); // → true
  }
  // #endregion
}

export async function interrupts() {
  // #region interrupts
  const signal = AbortSignal.abort("Ctrl+C");
  await run(sleep(1000), { signal }).catch(
    (error) => console.log(String(error)), // → CancelledError: Ctrl+C
  );
  // #endregion
}

export async function lostErrors() {
  // #region lost-errors
  await run(function* () {
    getRunningLoop().setExceptionHandler((_, { message }) =>
      console.log(message)
    );
    createTask(function* fail() {
      throw new Error("lost");
    }());
    yield* sleep(10);
    console.log("end"); // → end
  }); // → Task Task-2 exception was never retrieved
  // #endregion
}

export function* strongReferences() {
  function* forgotten() {
    yield* getRunningLoop().createFuture();
  }
  // #region strong-references
  createTask(forgotten());
  yield* sleep(10);
  console.log(allTasks().length); // → 2
  // #endregion
}

export async function sideBySide() {
  function* say(word: string) {
    yield* sleep(0);
    console.log(word);
  }
  // #region side-by-side
  await Promise.all([run(say("one")), run(say("two"))]); // → one two
  // #endregion
}

export async function locks() {
  // #region locks
  const lock = new Lock();
  function* visit(name: string) {
    using _ = yield* lock.acquire();
    yield* sleep(10);
    console.log(name);
  }
  await Promise.all([run(visit("one")), run(visit("two"))]); // → one two
  // #endregion
}

export function* contexts() {
  // #region contexts
  const user = new ContextVar("user", { defaultValue: "nobody" });
  user.set("ada");
  async function native() {
    console.log(user.get()); // → ada
    await null;
    console.log(user.get()); // → nobody
  }
  yield* fromPromise(native());
  // #endregion
}

export function* shapes() {
  const lock = new Lock();
  // #region shapes
  const [a, b] = yield* gather([sleep(1, "a"), sleep(2, "b")]);
  console.log(a, b); // → a b
  {
    using _ = yield* lock.acquire();
    console.log(lock.locked()); // → true
  }
  yield* timeout(500, function* () {
    yield* sleep(10);
  });
  // #endregion
}

export function* inOrderOfCompletion() {
  // #region in-order-of-completion
  for (const next of asCompleted([sleep(20, "slow"), sleep(10, "quick")])) {
    console.log(yield* next);
  } // → quick slow
  // #endregion
}

export function* groupCancel() {
  // #region group-cancel
  const result = yield* taskGroup(function* (group) {
    group.createTask(sleep(1000));
    group.cancel();
    yield* sleep(1000);
    return "result";
  });
  console.log(result); // → undefined
  // #endregion
}

export function* threads() {
  const loop = getRunningLoop();
  const done = loop.createFuture<string>();
  // #region threads
  queueMicrotask(() => {
    loop.callSoonThreadsafe(() => done.setResult("from the host"));
  });
  console.log(yield* fromPromise(toPromise(done))); // → from the host
  // #endregion
}

export async function defaults() {
  // #region defaults
  const restore = setRunDefaults({ clock: "virtual" });
  await run(sleep(3_600_000)); // an hour, at once
  restore();
  // #endregion
}
