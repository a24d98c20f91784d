/**
 * Strands of coroutines do something with the same thing, and whoever comes first
 * makes a difference. So a reduced search has to try both orders: what a program
 * can see by, the footprints must tell.
 */

import { assert, assertEquals } from "@std/assert";
import {
  abortSignal,
  allTasks,
  asCompleted,
  Barrier,
  BoundedSemaphore,
  Condition,
  ContextVar,
  copyContext,
  type Coroutine,
  createTask,
  eagerTaskFactory,
  Event,
  type Future,
  gather,
  getRunningLoop,
  isCancelled,
  LifoQueue,
  Lock,
  PriorityQueue,
  Queue,
  Semaphore,
  shield,
  sleep,
  survey,
  taskGroup,
  type Timeout,
  timeout,
  track,
  wait,
  type World,
} from "../../../mod.ts";
import { surveyBy } from "./survey_by.ts";

/** What a strand does between its two deliveries. */
type Work = () => unknown;

const meeting: Record<string, (world: World) => readonly Work[]> = {
  "a lock": () => {
    const lock = new Lock();
    return [() => lock.acquire(), () => lock.locked()];
  },
  "the line at a lock": () => {
    const lock = new Lock();
    const log: string[] = [];
    function* take(name: string): Coroutine<string> {
      yield* lock.acquire();
      log.push(name);
      lock.release();
      return log.join();
    }
    return [
      () => lock.acquire(),
      () => take("b"),
      () => attempt(() => lock.release()),
    ];
  },
  "a semaphore": () => {
    const semaphore = new Semaphore(1);
    return [() => semaphore.acquire(), () => semaphore.locked()];
  },
  "a bounded semaphore": () => {
    const semaphore = new BoundedSemaphore(1);
    return [
      () => semaphore.acquire(),
      () => attempt(() => semaphore.release()),
    ];
  },
  "an event": () => {
    const event = new Event();
    return [() => event.set(), () => event.isSet()];
  },
  "a condition": () => {
    const condition = new Condition();
    return [() => condition.acquire(), () => condition.locked()];
  },
  "a barrier": () => {
    const barrier = new Barrier(2);
    const arrive = () => void createTask(barrier.wait(), { name: "arrives" });
    return [arrive, () => barrier.nWaiting];
  },
  "a queue": () => {
    const queue = new Queue<string>();
    return [() => queue.putNowait("item"), () => queue.qsize()];
  },
  "a last-in first-out queue": () => {
    const queue = new LifoQueue<string>();
    return [() => queue.putNowait("item"), () => queue.empty()];
  },
  "a priority queue": () => {
    const queue = new PriorityQueue<string>(1);
    return [() => queue.putNowait("item"), () => queue.full()];
  },
  "a future": () => {
    const future = getRunningLoop().createFuture<void>();
    return [() => future.setResult(), () => future.done()];
  },
  "the line at a future": () => {
    const future = getRunningLoop().createFuture<void>();
    const log: string[] = [];
    function* join(name: string): Coroutine<void> {
      yield* future;
      log.push(name);
    }
    const waits = (name: string) => void createTask(join(name), { name });
    function* settle(): Coroutine<string> {
      yield* wait([...allTasks()].slice(1, 3)); // when the other two are over
      future.setResult();
      yield* future;
      return log.join();
    }
    return [() => waits("a"), () => waits("b"), settle];
  },
  "the cancellation of a future": () => {
    const future = getRunningLoop().createFuture<void>();
    return [() => future.cancel(), () => future.cancelled()];
  },
  "the result of a future": () => {
    const future = getRunningLoop().createFuture<string>();
    const result = () => attempt(() => future.result());
    return [() => future.setResult("there"), result];
  },
  "the exception of a future": () => {
    const future = getRunningLoop().createFuture<string>();
    const exception = () => attempt(() => future.exception());
    return [() => future.setException(new Error("no")), exception];
  },
  "a callback of a future that is settled": ({ io }) => {
    const future = getRunningLoop().createFuture<void>();
    const queue = new Queue<string>();
    function* add(): Coroutine<number> {
      future.addDoneCallback(() => queue.putNowait("called"));
      yield* io("between", { resource: [] });
      return queue.qsize();
    }
    return [() => future.setResult(), add];
  },
  "a callback that is taken back": ({ io }) => {
    const future = getRunningLoop().createFuture<void>();
    const queue = new Queue<string>();
    const callback = () => queue.putNowait("called");
    future.addDoneCallback(callback);
    function* settle(): Coroutine<number> {
      future.setResult();
      yield* io("between", { resource: [] });
      return queue.qsize();
    }
    return [() => future.removeDoneCallback(callback), settle];
  },
  "an error that is handed out once": () => {
    const task = createTask(forever(), { name: "task" });
    task.cancel("why");
    const result = () => attempt(() => task.result());
    return [result, result];
  },
  "a cancellation that nobody follows": () => {
    const child = createTask(stubborn(), { name: "child" });
    const task = createTask(joining(child), { name: "task" });
    return [() => task.cancel(), () => task.cancelling()];
  },
  "a cancellation that is taken back": () => {
    const child = createTask(stubborn(), { name: "child" });
    const task = createTask(joining(child), { name: "task" });
    getRunningLoop().callSoon(() => task.cancel());
    return [() => void task.uncancel(), () => task.cancelling()];
  },
  "a task": () => {
    const task = createTask(forever(), { name: "task" });
    return [() => task.cancel(), () => task.cancelling()];
  },
  "a delivery that is called off": ({ io }) => {
    function* read(): Coroutine<void> {
      yield* sleep(0); // the strands come first
      yield* sleep(0);
      yield* io("read", { resource: [] });
    }
    const task = createTask(read(), { name: "task" });
    return [() => task.cancel(), () => null];
  },
  "the end of a task": () => {
    const event = new Event();
    const task = createTask(event.wait(), { name: "task" });
    return [() => event.set(), () => task.done()];
  },
  "the name of a task": () => {
    const task = createTask(forever(), { name: "task" });
    return [() => task.setName("renamed"), () => task.getName()];
  },
  "the numbers of tasks": () => {
    const make = () => createTask(forever()).getName();
    return [make, make];
  },
  "the list of tasks": () => {
    const make = () => void createTask(forever(), { name: "task" });
    return [make, () => allTasks().length];
  },
  "a task that a callback makes": ({ io }) => {
    const begun = io("begun", { resource: [] }) as unknown as Future<void>;
    begun.addDoneCallback(() => createTask(forever(), { name: "made" }));
    const isThere = () => allTasks().some((each) => each.getName() === "made");
    return [isThere, isThere];
  },
  "a task that a group refuses": () => {
    function* work(): Coroutine<void> {
      yield* forever();
    }
    const groups: { createTask(coroutine: Coroutine<void>): unknown }[] = [];
    const doomed = new Event();
    function* child(): Coroutine<void> {
      yield* doomed.wait();
      throw new Error("a child fails");
    }
    function* parent(): Coroutine<void> {
      yield* taskGroup(function* (group) {
        groups.push(group);
        group.createTask(child(), { name: "child" });
        try {
          yield* forever();
        } finally {
          yield* stubborn(); // the group is not left for a while
        }
      });
    }
    createTask(parent(), { name: "parent" });
    const enter = () => attempt(() => void groups[0]!.createTask(work()));
    return [() => doomed.set(), enter];
  },
  "the errors that nobody looks at": () => {
    function* fail(name: string): Coroutine<void> {
      throw new Error(name);
    }
    const fails = (name: string) => void createTask(fail(name), { name });
    return [() => fails("a"), () => fails("b")];
  },
  "a variable in a context": () => {
    const variable = new ContextVar("variable", { defaultValue: "none" });
    const context = copyContext();
    return [
      () => void context.run(() => variable.set("some")),
      () => context.run(() => variable.get()),
    ];
  },
  "an abort signal": () => {
    let signal: AbortSignal | null = null;
    function* work(): Coroutine<void> {
      signal = abortSignal();
      yield* forever();
    }
    const task = createTask(work(), { name: "task" });
    return [() => task.cancel(), () => signal?.aborted];
  },
  "a setting of the loop": () => {
    const log: string[] = [];
    function* work(): Coroutine<void> {
      log.push("work");
    }
    return [
      () => getRunningLoop().setTaskFactory(eagerTaskFactory),
      () => {
        createTask(work(), { name: "work" });
        return log.length;
      },
    ];
  },
  "a limit that is moved": () => {
    let limit: Timeout | null = null;
    const event = new Event();
    function* work(): Coroutine<unknown> {
      return yield* timeout(null, function* (its) {
        limit = its;
        return yield* event.wait();
      });
    }
    createTask(work(), { name: "work" });
    const move = () => attempt(() => limit?.reschedule(null));
    return [() => event.set(), move];
  },
  "the results of asCompleted": () => {
    const events = [new Event(), new Event()];
    const ended = asCompleted(
      events.map((event, number) =>
        createTask(numbered(event, number), { name: `task ${number}` })
      ),
    );
    const first = createTask(ended.next().value!, { name: "first" });
    return [() => events[0]!.set(), () => events[1]!.set(), () => first];
  },
  "who is handed what by asCompleted": () => {
    const event = new Event();
    const ended = asCompleted([
      createTask(numbered(event, 0), { name: "task 0" }),
    ]);
    event.set();
    return [() => ended.next().done, () => ended.next().done];
  },
  "the first of several to end": () => {
    const events = [new Event(), new Event()];
    const tasks = events.map((event, number) =>
      createTask(numbered(event, number), { name: `task ${number}` })
    );
    const first = createTask(wait(tasks, { returnWhen: "FIRST_COMPLETED" }), {
      name: "first",
    });
    function* winner(): Coroutine<boolean> {
      const { done } = yield* first;
      return done.has(tasks[0]!);
    }
    return [() => events[0]!.set(), () => events[1]!.set(), winner];
  },
  "the error that a gather throws": () => {
    const events = [new Event(), new Event()];
    const all = gather(events.map(failing));
    function* error(): Coroutine<unknown> {
      try {
        return yield* all;
      } catch (error) {
        return String(error);
      }
    }
    return [() => events[0]!.set(), () => events[1]!.set(), error];
  },
  "a shield that is cancelled": () => {
    const event = new Event();
    const inner = createTask(numbered(event, 0), { name: "inner" });
    const outer = shield(inner) as Future<number>;
    return [() => event.set(), () => outer.cancel()];
  },
};

function* forever(): Coroutine<void> {
  yield* getRunningLoop().createFuture<void>();
}

/** Goes on when it is cancelled. */
function* stubborn(): Coroutine<void> {
  for (;;) {
    try {
      yield* forever();
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  }
}

function* joining(child: Future<unknown>): Coroutine<void> {
  yield* gather([child]);
}

function* numbered(event: Event, number: number): Coroutine<number> {
  yield* event.wait();
  return number;
}

function* failing(event: Event, number: number): Coroutine<number> {
  yield* event.wait();
  throw new Error(`number ${number}`);
}

function isAwaitable(value: unknown): value is Coroutine<unknown> {
  return typeof value === "object" && value !== null &&
    Symbol.iterator in value;
}

/** What comes of a call, in words. */
function attempt(call: () => unknown): string {
  try {
    return String(call());
  } catch (error) {
    return String(error);
  }
}

/** Each strand waits for a delivery, does its work, and waits for another. */
function bodyOf(works: (world: World) => readonly Work[]) {
  return function* (world: World): Coroutine<unknown> {
    const { io } = world;
    function* strand(work: Work, number: number): Coroutine<unknown> {
      yield* io(`${number} begins`, { resource: [] });
      const made = work();
      const result = isAwaitable(made) ? yield* made : made;
      yield* io(`${number} ends`, { resource: [] });
      return typeof result === "object" ? null : result;
    }
    return yield* gather(
      works(world).map((work, number) =>
        createTask(strand(work, number), { name: `strand ${number}` })
      ),
    );
  };
}

const SINGLE = { delivery: "single" } as const;

for (const [what, works] of Object.entries(meeting)) {
  Deno.test(`a reduced search tries both orders of strands that meet at ${what}`, async () => {
    const body = bodyOf(works);
    const all = await survey(body, { ...SINGLE, reduce: false });
    const some = await survey(body, SINGLE);
    assert(all.exhausted && some.exhausted);
    assert(all.distinctOutcomes > 1, [...all.outcomes].join());
    assertEquals([...some.outcomes].sort(), [...all.outcomes].sort());
  });
}

/** What a strand does with things of its own. */
const alone: Record<string, () => Coroutine<unknown>> = {
  *"a lock"() {
    const lock = new Lock();
    yield* lock.acquire();
    lock.release();
  },
  *"a queue"() {
    const queue = new Queue<number>(1);
    yield* queue.put(1);
    return yield* queue.get();
  },
  *"a future"() {
    const future = getRunningLoop().createFuture<number>();
    getRunningLoop().callSoon(() => future.setResult(1));
    return yield* future;
  },
  *"a task without a name"() {
    return yield* createTask(nothing());
  },
  *"a gather"() {
    return yield* gather([nothing(), nothing()]);
  },
  *"a gather of what is over"() {
    const task = createTask(nothing());
    yield* task;
    return yield* gather([task]);
  },
  *"a shield"() {
    return yield* shield(nothing());
  },
  *"a group of tasks"() {
    return yield* taskGroup(function* (group) {
      group.createTask(nothing());
      group.createTask(nothing());
    });
  },
  *"a wait for the first"() {
    const tasks = [createTask(nothing()), createTask(nothing())];
    yield* wait(tasks, { returnWhen: "FIRST_COMPLETED" });
  },
  *"a hundred tasks"() {
    for (let count = 0; count < 100; count++) yield* createTask(nothing());
  },
};

function* nothing(): Coroutine<number> {
  return 1;
}

const ageless = new Set(["a lock", "a queue", "a gather of what is over"]);

/** Two strands that meet at a log three times, and do their work in between. */
function logging(work: () => Coroutine<unknown>) {
  return function* ({ io }: World): Coroutine<string> {
    const cell = track({ log: "" });
    function* strand(name: string): Coroutine<void> {
      for (let step = 0; step < 3; step++) {
        yield* io(`${name}${step}`, { resource: [] });
        cell.log += name;
        yield* io(`${name} works at ${step}`, { resource: [] });
        yield* work();
      }
    }
    yield* gather([strand("a"), strand("b")]);
    return cell.log;
  };
}

for (const [what, work] of Object.entries(alone)) {
  Deno.test(`a reduced search hardly runs an order twice because strands have ${what} each`, async () => {
    const { tally, abandoned } = await surveyBy(logging(work), { batch: 1 });
    // Each of the 20 logs can end in two ways. Of some things nobody knows that
    // they are new, and both orders of the first to touch one are tried.
    assertEquals(
      [tally.schedules, tally.outcomes.size, abandoned],
      [ageless.has(what) ? 50 : 40, 20, 0],
    );
  });
}
