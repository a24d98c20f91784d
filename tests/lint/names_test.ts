import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import * as library from "../../mod.ts";
import {
  BODY_TAKERS,
  CLASSES,
  FUNCTIONS,
  type Gives,
  METHODS,
  TAKERS,
} from "../../src/lint/names.ts";

const exports: Readonly<Record<string, unknown>> = library;

/** Exported functions whose call gives nothing to wait for. */
const GIVE_NO_AWAITABLE: ReadonlySet<string> = new Set([
  ...["abortSignal", "allTasks", "asCompleted", "captureCallGraph"],
  ...["copyContext", "createEagerTaskFactory", "currentTask"],
  ...["eagerTaskFactory", "formatCallGraph", "getRunningLoop", "isCancelled"],
  ...["model", "printCallGraph", "runSync", "setRunDefaults", "track"],
]);

/** Calls each function that gives an awaitable, as a program would. */
const CALLS: Readonly<Record<string, () => unknown>> = {
  sleep: () => library.sleep(1),
  taskGroup: () => library.taskGroup(work),
  timeout: () => library.timeout(1, work),
  timeoutAt: () => library.timeoutAt(1, work),
  wait: () => library.wait([library.createTask(work())]),
  waitFor: () => library.waitFor(work(), 1),
  createTask: () => library.createTask(work()),
  ensureFuture: () => library.ensureFuture(work()),
  fromPromise: () => library.fromPromise(Promise.resolve()),
  gather: () => library.gather([work()]),
  shield: () => library.shield(work()),
  // There is no loop inside of a loop, nor an exploration: these reject.
  run: () => library.run(work).catch(() => {}),
  explore: () => library.explore(work).catch(() => {}),
  replay: () => library.replay(work, "").catch(() => {}),
  survey: () => library.survey(work).catch(() => {}),
  virtual: () => library.virtual(() => {}).catch(() => {}),
  toPromise: () => library.toPromise(work()),
};

/** Makes an object of each class that has methods to wait for. */
const OBJECTS: Readonly<Record<string, () => unknown>> = {
  Barrier: () => new library.Barrier(2),
  BoundedSemaphore: () => new library.BoundedSemaphore(),
  Condition: () => new library.Condition(),
  Event: () => new library.Event(),
  EventLoop: () => new library.EventLoop({ clock: "virtual" }),
  LifoQueue: () => new library.LifoQueue(),
  Lock: () => new library.Lock(),
  PriorityQueue: () => new library.PriorityQueue(),
  Queue: () => new library.Queue(),
  Runner: () => new library.Runner({ clock: "virtual" }),
  Semaphore: () => new library.Semaphore(),
};

function* work() {
  yield* library.sleep(1);
}

function kindOf(value: unknown): Gives | undefined {
  if (value instanceof library.Future) return "future";
  if (value instanceof Promise) return "promise";
  const { next, throw: raise } = Object(value);
  return typeof next === "function" && typeof raise === "function"
    ? "coroutine"
    : undefined;
}

function isClass(value: unknown): boolean {
  return typeof value === "function" && /^class\b/.test(String(value));
}

Deno.test("every function of the library is known by what it gives", () => {
  const functions = Object.keys(exports).filter((name) =>
    typeof exports[name] === "function" && !isClass(exports[name])
  );
  assertEquals(
    functions.filter((name) => !GIVE_NO_AWAITABLE.has(name)).sort(),
    Object.keys(FUNCTIONS).sort(),
    "A new function belongs into FUNCTIONS of src/lint/names.ts, or into the list of this test",
  );
  assertEquals(Object.keys(CALLS).sort(), Object.keys(FUNCTIONS).sort());
});

for (const [name, gives] of Object.entries(FUNCTIONS)) {
  Deno.test(`${name}() gives a ${gives}`, async () => {
    const given = await library.run(function* () {
      const given = CALLS[name]!();
      yield* library.sleep(10);
      return [given];
    }, { clock: "virtual" });
    assertEquals(kindOf(given[0]), gives);
  });
}

Deno.test("every method of the library that is a coroutine is known", () => {
  for (const [name, value] of Object.entries(exports)) {
    if (!isClass(value)) continue;
    const { prototype } = value as { prototype: object };
    const methods = Object.getOwnPropertyDescriptors(prototype);
    const coroutines = Object.entries(methods).flatMap(([method, { value }]) =>
      value?.constructor?.name === "GeneratorFunction" &&
        !method.startsWith("_")
        ? [method]
        : []
    );
    const known = METHODS[name] ?? {};
    const unknown = coroutines.filter((method) =>
      known[method] !== "coroutine"
    );
    assertEquals(unknown, [], `METHODS.${name} of src/lint/names.ts`);
  }
});

for (const [name, makeObject] of Object.entries(OBJECTS)) {
  const methods = Object.entries(METHODS[name] ?? {});
  Deno.test(`the methods of ${name} give what is said of them`, async () => {
    assert(methods.length > 0);
    const kinds = await library.run(function* () {
      const object = makeObject() as Record<string, (arg: unknown) => unknown>;
      return methods.map(([method]) => {
        const given = object[method]!(work());
        Promise.resolve(given).catch(() => {}); // no loop inside of a loop
        return [method, kindOf(given)];
      });
    }, { clock: "virtual" });
    assertEquals(kinds, methods);
  });
}

Deno.test("classes and takers are the library's", () => {
  assertEquals(
    Object.keys(METHODS).filter((name) => !isClass(exports[name])),
    [],
  );
  assertEquals(
    Object.keys(METHODS).filter((name) => !(name in OBJECTS)),
    ["TaskGroup"],
  );
  assertInstanceOf(library.TaskGroup.prototype.createTask, Function);
  const takers = [...TAKERS, ...BODY_TAKERS].filter((name) =>
    typeof exports[name] !== "function"
  );
  assertEquals(takers, ["runUntilComplete"]);
  assertInstanceOf(library.EventLoop.prototype.runUntilComplete, Function);
  assertEquals(
    Object.keys(CLASSES).filter((name) => !(name in exports)),
    ["Coroutine", "Promise", "PromiseLike"],
  );
});
