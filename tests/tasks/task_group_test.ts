import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type Coroutine,
  createTask,
  currentTask,
  eagerTaskFactory,
  type ExceptionContext,
  ExceptionGroup,
  getRunningLoop,
  runSync,
  sleep,
  type Task,
  taskGroup,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* fail(delay: number, error: Error): Coroutine<never> {
  yield* sleep(delay);
  throw error;
}

/** Runs a coroutine and says how it ended. */
function* outcome(coroutine: Coroutine<unknown>): Coroutine<string> {
  try {
    return `result ${String(yield* coroutine)}`;
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) return (error as Error).name;
    return `group of ${
      error.errors.map((each) => (each as Error).message).join(", ")
    }`;
  }
}

Deno.test("rule 17: a group waits for all of its tasks and gives the body's result", () => {
  runSync(function* () {
    const result = yield* taskGroup(function* (group) {
      group.createTask(sleep(30));
      const task = group.createTask(sleep(10, "ten"));
      return yield* task;
    });
    assertEquals(result, "ten");
    assertEquals(getRunningLoop().time(), 30);
  });
});

Deno.test("a task group of one takes 3 passes", () => {
  assertEquals(
    runSync(() =>
      passesOf(() =>
        taskGroup(function* (group) {
          group.createTask(function* () {}());
        })
      )
    ),
    3,
  );
});

Deno.test("rule 17: the first failing child cancels its siblings and the body", () => {
  const log: string[] = [];
  runSync(function* () {
    const ended = yield* outcome(taskGroup(function* (group) {
      group.createTask(fail(10, new Error("boom")));
      group.createTask(function* () {
        try {
          yield* sleep(1000);
        } catch (error) {
          log.push(`sibling ${(error as Error).name}`);
          throw error;
        }
      }());
      try {
        yield* sleep(1000);
      } catch (error) {
        log.push(`body ${(error as Error).name}`);
        throw error;
      }
    }));
    log.push(ended);
    assertEquals(currentTask()!.cancelling(), 0);
  });
  assertEquals(log, [
    "sibling CancelledError",
    "body CancelledError",
    "group of boom",
  ]);
});

Deno.test("rule 17: errors of several children and of the body come together", () => {
  runSync(function* () {
    const ended = yield* outcome(taskGroup(function* (group) {
      for (const name of ["a", "b"]) {
        group.createTask(function* () {
          try {
            yield* sleep(1000);
          } catch {
            throw new Error(`${name} while cleaning up`);
          }
        }());
      }
      yield* sleep(1);
      throw new Error("body");
    }));
    assertEquals(
      ended,
      "group of a while cleaning up, b while cleaning up, body",
    );
  });
});

Deno.test("rule 17: a foreign cancellation cancels the tasks and goes on", () => {
  const log: string[] = [];
  runSync(function* () {
    const parent = createTask(taskGroup(function* (group) {
      group.createTask(function* () {
        try {
          yield* sleep(1000);
        } finally {
          yield* sleep(20);
          log.push(`child cleaned at ${getRunningLoop().time()}`);
        }
      }());
      yield* sleep(1000);
    }));
    yield* sleep(5);
    parent.cancel();
    log.push(yield* outcome(parent[Symbol.iterator]()));
  });
  assertEquals(log, ["child cleaned at 25", "CancelledError"]);
});

Deno.test("rule 17: leaving waits through repeated cancels", () => {
  const log: string[] = [];
  runSync(function* () {
    const parent: Task<unknown> = createTask(taskGroup(function* (group) {
      group.createTask(function* () {
        try {
          yield* sleep(1000);
        } finally {
          yield* sleep(50);
          log.push("child cleaned");
        }
      }());
    }));
    for (let i = 0; i < 3; i++) {
      yield* sleep(5);
      parent.cancel();
    }
    log.push(yield* outcome(parent[Symbol.iterator]()));
  });
  assertEquals(log, ["child cleaned", "CancelledError"]);
});

Deno.test("rule 17: errors beat a foreign cancellation, which comes at the next wait", () => {
  const log: string[] = [];
  runSync(function* () {
    const parent: Task<unknown> = createTask(function* () {
      log.push(
        yield* outcome(taskGroup(function* (group) {
          group.createTask(function* () {
            try {
              yield* sleep(1000);
            } catch {
              throw new Error("child");
            }
          }());
          yield* sleep(1000);
        })),
      );
      log.push(`cancelling ${currentTask()!.cancelling()}`);
      yield* sleep(1);
      log.push("never");
    }());
    yield* sleep(5);
    parent.cancel();
    log.push(yield* outcome(parent[Symbol.iterator]()));
  });
  assertEquals(log, ["group of child", "cancelling 1", "CancelledError"]);
});

Deno.test("group.cancel ends the group without an error (3.15, tests of our own)", () => {
  const log: string[] = [];
  runSync(function* () {
    const result = yield* taskGroup(function* (group) {
      group.createTask(function* () {
        try {
          yield* sleep(1000);
        } finally {
          log.push("child cancelled");
        }
      }());
      yield* sleep(10);
      group.cancel();
      group.cancel();
      yield* sleep(1000);
      log.push("never");
      return "result";
    });
    assertEquals(result, undefined);
    assertEquals(currentTask()!.cancelling(), 0);
    assertEquals(getRunningLoop().time(), 10);
    yield* sleep(1); // no cancellation is left over
  });
  assertEquals(log, ["child cancelled"]);
});

Deno.test("group.cancel from a child, while the body waits to leave", () => {
  runSync(function* () {
    yield* taskGroup(function* (group) {
      group.createTask(sleep(1000));
      group.createTask(function* () {
        yield* sleep(5);
        group.cancel();
      }());
    });
    assertEquals(getRunningLoop().time(), 5);
  });
});

Deno.test("group.cancel does not hide errors", () => {
  runSync(function* () {
    const ended = yield* outcome(taskGroup(function* (group) {
      group.createTask(function* () {
        try {
          yield* sleep(1000);
        } catch {
          throw new Error("cleaning failed");
        }
      }());
      yield* sleep(1);
      group.cancel();
      yield* sleep(1000);
    }));
    assertEquals(ended, "group of cleaning failed");
  });
});

Deno.test("a group that is over, or shutting down, takes no tasks", () => {
  runSync(function* () {
    let kept: { createTask(coroutine: Coroutine<void>): unknown } | undefined;
    yield* taskGroup(function* (group) {
      kept = group;
    });
    assertThrows(
      () => kept!.createTask(sleep(1)),
      Error,
      "TaskGroup is finished",
    );
    yield* taskGroup(function* (group) {
      group.cancel();
      assertThrows(
        () => group.createTask(sleep(1)),
        Error,
        "TaskGroup is shutting down",
      );
      yield* sleep(0);
    });
  });
});

Deno.test("nested groups: the inner one's errors arrive in the outer one", () => {
  runSync(function* () {
    let caught: unknown;
    try {
      yield* taskGroup(function* (outer) {
        outer.createTask(taskGroup(function* (inner) {
          inner.createTask(fail(5, new RangeError("deep")));
        }));
        yield* sleep(1000);
      });
    } catch (error) {
      caught = error;
    }
    assert(caught instanceof ExceptionGroup);
    const match = caught.subgroup(RangeError);
    assert(match?.errors[0] instanceof ExceptionGroup);
    assertEquals(
      String((match.errors[0] as ExceptionGroup).errors[0]),
      "RangeError: deep",
    );
  });
});

Deno.test("an eager task in a group may fail before the body waits", () => {
  runSync(function* () {
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    const ended = yield* outcome(taskGroup(function* (group) {
      group.createTask(function* () {
        throw new Error("at once");
      }());
      yield* sleep(1000);
    }));
    assertEquals(ended, "group of at once");
  });
});

Deno.test("a group ends the coroutine that it refuses", () => {
  runSync(function* () {
    let cleaned = false;
    const began = function* () {
      try {
        yield* sleep(0);
      } finally {
        cleaned = true;
      }
    }();
    began.next();
    yield* taskGroup(function* (group) {
      group.cancel();
      assertThrows(() => group.createTask(began), Error, "is shutting down");
      assertEquals(cleaned, true);
      assertThrows(() => group.createTask(1 as never), Error, "shutting down");
      yield* sleep(0);
    });
  });
});

Deno.test("a group that refuses a coroutine at work leaves it alone", () => {
  runSync(function* () {
    const work = sleep(10, "done");
    const task = createTask(work);
    yield* taskGroup(function* (group) {
      group.cancel();
      assertThrows(() => group.createTask(work), Error, "is shutting down");
      yield* sleep(0);
    });
    assertEquals(yield* task, "done");
  });
});

Deno.test("cancelling a group that is over does nothing", () => {
  runSync(function* () {
    let kept: { cancel(): void } | undefined;
    yield* taskGroup(function* (group) {
      kept = group;
    });
    kept!.cancel();
    yield* sleep(1);
  });
});

Deno.test("a task of a group that fails after its parent is over is reported", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    const parent = createTask(function* () {
      const group = taskGroup(function* (group) {
        group.createTask(function* () {
          yield* sleep(10);
          throw new Error("late");
        }());
      });
      group.next(); // and nobody waits for it
    }());
    yield* parent;
    yield* sleep(20);
  });
  assertEquals(heard.map(({ message }) => message), [
    "Task of a group failed after the group's parent was over",
  ]);
});
