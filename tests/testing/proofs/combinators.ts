/** gather, shield, timeout and the task group, on every schedule. */

import {
  allTasks,
  type Coroutine,
  createTask,
  gather,
  isCancelled,
  shield,
  sleep,
  type Task,
  taskGroup,
  timeout,
  wait,
} from "../../../mod.ts";
import { cancellable, prove } from "./prove.ts";

prove(
  "gather gives results by position, or ends its children with itself",
  function* (world) {
    const { io, check } = world;
    const children: Task<number>[] = [];

    function* answer(value: number): Coroutine<number> {
      yield* io(`answer ${value}`);
      return value;
    }

    function* all(): Coroutine<number[]> {
      children.push(...[1, 2, 3].map((n) => createTask(answer(n))));
      return yield* gather(children);
    }

    const task = cancellable(world, all(), "gather");
    yield* wait([task]);
    if (!task.cancelled()) {
      check(
        task.result().join() === "1,2,3",
        "wrong results",
      );
    }
    check(
      children.every((child) => child.done()),
      "a child outlives the gather that waits for it",
    );
  },
);

prove(
  "the first error of a gather comes out, and the others run on",
  function* (world) {
    const { io, check } = world;
    const log: string[] = [];

    function* fail(name: string): Coroutine<void> {
      yield* io(`${name} fails`);
      log.push(name);
      throw new Error(name);
    }

    const children = [createTask(fail("a")), createTask(fail("b"))];
    try {
      yield* gather(children);
      check(false, "no error came out");
    } catch (error) {
      check((error as Error).message === log[0], `not the first: ${error}`);
    }
    yield* wait(children);
    check(log.length === 2, "one of them was stopped");
    return log;
  },
);

prove(
  "what is shielded ends by itself, whenever its waiter is cancelled",
  function* (world) {
    const { io, check } = world;
    let saved = false;

    function* save(): Coroutine<string> {
      yield* io("save");
      saved = true;
      return "saved";
    }

    const saving = createTask(save());
    const task = cancellable(
      world,
      (function* () {
        return yield* shield(saving);
      })(),
      "waiter",
    );
    yield* wait([task]);
    check(!saving.cancelled(), "the cancellation went through the shield");
    if (!task.cancelled()) check(task.result() === "saved", "no result");
    yield* saving;
    check(saved, "it never ended");
  },
);

prove(
  "a timeout ends with a result or with its error, and swallows no cancellation",
  function* (world) {
    const { io, check } = world;
    let wasCancelled = false;
    let cleanedUp = false;

    function* limited(): Coroutine<string> {
      return yield* timeout(100, function* () {
        try {
          yield* io("answer");
          return "answer";
        } finally {
          cleanedUp = true;
        }
      });
    }

    const task = createTask(limited(), { name: "limited" });
    createTask((function* () {
      yield* io("cancel");
      wasCancelled = task.cancel();
    })());
    yield* wait([task]);
    check(cleanedUp || task.cancelled(), "the body was left as it was");
    if (wasCancelled) {
      check(task.cancelled(), "the cancellation was swallowed");
    } else if (task.exception() === undefined || task.exception() === null) {
      check(task.result() === "answer", "neither result nor error");
    } else {
      check(
        (task.exception() as Error).name === "TimeoutError",
        "another error",
      );
    }
  },
);

prove(
  "nothing of a task group is alive when it is left, whatever fails and whoever is cancelled",
  function* (world) {
    const { io, check } = world;
    let alive = 0;

    function* work(name: string, fails: boolean): Coroutine<void> {
      alive++;
      try {
        yield* io(`${name} works`);
        if (fails) throw new Error(name);
      } finally {
        try {
          yield* sleep(0); // cleaning up takes a while, and may be cancelled
        } finally {
          alive--;
        }
      }
    }

    function* all(): Coroutine<void> {
      try {
        yield* taskGroup(function* (group) {
          group.createTask(work("a", false));
          group.createTask(work("b", true));
          yield* io("body");
        });
      } finally {
        check(alive === 0, `${alive} of the group are alive outside of it`);
      }
    }

    const task = cancellable(world, all(), "group");
    yield* wait([task]);
    const error = task.cancelled() ? null : task.exception();
    if (error instanceof AggregateError) {
      check(error.errors.length === 1, "another error");
      check(!error.errors.some(isCancelled), "a cancellation among the errors");
    } else check(task.cancelled(), `neither error nor cancellation: ${error}`);
    check(
      allTasks().filter((it) => !it.done()).length <= 2,
      "somebody is left behind",
    );
  },
);
