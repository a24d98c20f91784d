/** The rows of the page with this library; a test runs them on virtual time. */

import {
  asCompleted,
  ContextVar,
  type Coroutine,
  createTask,
  Event,
  FIRST_COMPLETED,
  gather,
  getRunningLoop,
  Lock,
  Queue,
  QueueShutDown,
  Semaphore,
  shield,
  sleep,
  taskGroup,
  timeout,
  wait,
} from "../../../mod.ts";

function* page(name: string, ms: number): Coroutine<string> {
  yield* sleep(ms);
  return name;
}

function* broken(ms: number): Coroutine<string> {
  yield* sleep(ms);
  throw new Error("no answer");
}

export function* waitAWhile(): Coroutine<void> {
  // #region wait-a-while
  const text = yield* sleep(10, "later");
  console.log(text); // → later
  // #endregion
}

export function* startSomething(): Coroutine<void> {
  // #region start-something
  const task = createTask(page("a", 10));
  console.log(task.done(), yield* task); // → false a
  // #endregion
}

export function* allOfThem(): Coroutine<void> {
  // #region all-of-them
  const pages = yield* gather([page("a", 20), page("b", 10)]);
  console.log(...pages); // → a b
  // #endregion
}

export function* errorsAsValues(): Coroutine<void> {
  // #region errors-as-values
  const [first, second] = yield* gather(
    [page("a", 20), broken(10)],
    { returnExceptions: true },
  );
  // #endregion
  console.log(first, (second as Error).message); // → a no answer
}

export function* theFirstOfThem(): Coroutine<void> {
  const [slow, quick] = [
    createTask(page("slow", 20)),
    createTask(page("quick", 10)),
  ];
  // #region the-first-of-them
  const { done } = yield* wait(
    [slow, quick],
    { returnWhen: FIRST_COMPLETED },
  );
  console.log(...[...done].map((task) => task.result())); // → quick
  // #endregion
}

export function* asTheyCome(): Coroutine<void> {
  // #region as-they-come
  for (const next of asCompleted([page("a", 20), page("b", 10)])) {
    console.log(yield* next); // → b a
  }
  // #endregion
}

export function* aTimeLimit(): Coroutine<void> {
  try {
    // #region a-time-limit
    yield* timeout(10, function* () {
      yield* page("slow", 1000);
    });
    // #endregion
  } catch (error) {
    console.log((error as Error).name); // → TimeoutError
  }
}

export function* stopIt(): Coroutine<void> {
  function* work(): Coroutine<void> {
    try {
      yield* sleep(1000);
    } finally {
      console.log("cleaned up");
    }
  }
  const task = createTask(work());
  yield* sleep(0);
  // #region stop-it
  task.cancel();
  yield* wait([task]); // → cleaned up
  // #endregion
}

export function* togetherOrNotAtAll(): Coroutine<void> {
  try {
    // #region together-or-not-at-all
    yield* taskGroup(function* (group) {
      group.createTask(page("slow", 1000));
      group.createTask(broken(10));
    });
    // #endregion
  } catch (error) {
    const [first] = (error as AggregateError).errors;
    console.log(first.message); // → no answer
  }
}

export function* letItFinish(): Coroutine<void> {
  const saved: string[] = [];
  function* save(): Coroutine<void> {
    yield* sleep(10);
    saved.push("saved");
  }
  function* visitor(): Coroutine<void> {
    // #region let-it-finish
    const saving = createTask(save());
    yield* shield(saving);
    // #endregion
  }
  const leaving = createTask(visitor());
  yield* sleep(0);
  leaving.cancel();
  yield* wait([leaving]);
  yield* sleep(20);
  console.log(leaving.cancelled(), ...saved); // → true saved
}

export function* twoAtATime(): Coroutine<void> {
  let busy = 0;
  let most = 0;
  function* fetch(name: string): Coroutine<string> {
    most = Math.max(most, ++busy);
    yield* sleep(10);
    busy--;
    return name;
  }
  // #region two-at-a-time
  const slots = new Semaphore(2);
  function* limited(name: string): Coroutine<string> {
    using _ = yield* slots.acquire();
    return yield* fetch(name);
  }
  const pages = yield* gather([..."abcd"].map(limited));
  // #endregion
  console.log(most, ...pages); // → 2 a b c d
}

export function* oneAfterAnother(): Coroutine<void> {
  function* step(name: string): Coroutine<void> {
    console.log(name, "in");
    yield* sleep(10);
    console.log(name, "out");
  }
  // #region one-after-another
  const lock = new Lock();
  function* alone(name: string): Coroutine<void> {
    using _ = yield* lock.acquire();
    yield* step(name);
  }
  yield* gather([alone("a"), alone("b")]); // → a in a out b in b out
  // #endregion
}

export function* passThingsOn(): Coroutine<void> {
  // #region pass-things-on
  const queue = new Queue<string>(1);
  function* produce(): Coroutine<void> {
    for (const item of "ab") yield* queue.put(item);
    queue.shutdown();
  }
  function* consume(): Coroutine<void> {
    try {
      while (true) console.log(yield* queue.get()); // → a b
    } catch (error) {
      if (!(error instanceof QueueShutDown)) throw error;
    }
  }
  yield* gather([produce(), consume()]);
  // #endregion
}

export function* giveASign(): Coroutine<void> {
  // #region give-a-sign
  const ready = new Event();
  getRunningLoop().callLater(10, () => ready.set());
  yield* ready.wait();
  // #endregion
  console.log(ready.isSet()); // → true
}

export function* anAnswerFromOutside(): Coroutine<void> {
  // #region an-answer-from-outside
  const loop = getRunningLoop();
  const answer = loop.createFuture<number>();
  loop.callLater(10, () => answer.setResult(42));
  console.log(yield* answer); // → 42
  // #endregion
}

export function* soonAndLater(): Coroutine<void> {
  // #region soon-and-later
  const loop = getRunningLoop();
  loop.callLater(10, console.log, "later");
  loop.callSoon(console.log, "soon");
  yield* sleep(20); // → soon later
  // #endregion
}

export function* whoseRequest(): Coroutine<void> {
  function* log(): Coroutine<void> {
    yield* sleep(10);
    console.log(user.get());
  }
  // #region whose-request
  const user = new ContextVar<string>("user");
  function* handle(name: string): Coroutine<void> {
    user.set(name);
    yield* log();
  }
  yield* gather([handle("ann"), handle("bob")]); // → ann bob
  // #endregion
}
