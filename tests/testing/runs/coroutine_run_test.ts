import { assertEquals, assertRejects } from "@std/assert";
import {
  CancelledError,
  type Coroutine,
  createTask,
  DeadlockError,
  eagerTaskFactory,
  explore,
  gather,
  getRunningLoop,
  Lock,
  ScheduleError,
  sleep,
  timeout,
} from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";

Deno.test("wrapped coroutine functions take effect and answer when the schedule says so", async () => {
  const { outcomes, schedules } = await survey(function* ({ io }) {
    let order = "";
    const call = io(function* (name: string) {
      yield* sleep(0);
      order += name;
      return name.toUpperCase();
    });
    function* named(name: string) {
      const answer = yield* call(name);
      order += answer;
    }
    yield* gather([named("a"), named("b")]);
    return order;
  }, { delivery: "single" });
  assertEquals(schedules, 6);
  assertEquals(outcomes.size, 6);
});

Deno.test("a wrapped plain function may ask for the loop", async () => {
  await explore(function* ({ io, check }) {
    const ask = io(() => getRunningLoop());
    check((yield* ask()) === getRunningLoop());
  });
});

Deno.test("faults strike coroutines too", async () => {
  const { outcomes } = await survey(function* ({ io }) {
    const save = io(() => "saved", { faults: ["disk full"] });
    try {
      return yield* save();
    } catch (error) {
      return (error as Error).message;
    }
  });
  assertEquals([...outcomes], ['returned "saved"', 'returned "disk full"']);
});

Deno.test("what is cancelled waits for nothing: its completion is no decision", async () => {
  const report = await explore(function* ({ io, check }) {
    function* read() {
      try {
        yield* io("read");
      } catch (error) {
        check(error instanceof CancelledError);
        throw error;
      }
    }
    const task = createTask(read());
    yield* io("cancel");
    task.cancel();
    yield* gather([task], { returnExceptions: true });
  }, { delivery: "single" });
  assertEquals(report.schedules, 2);
});

Deno.test("a time limit may pass before or after what it limits", async () => {
  const { outcomes } = await survey(function* ({ io }) {
    try {
      yield* timeout(100, function* () {
        yield* io("answer");
      });
      return "answered";
    } catch {
      return "too late";
    }
  });
  assertEquals([...outcomes].sort(), [
    'returned "answered"',
    'returned "too late"',
  ]);
});

Deno.test("tasks that are left over and unheard errors don't reach the next run", async () => {
  const names = new Set<string>();
  const { outcomes, failures, schedules } = await survey(
    function* ({ io, choose }) {
      const how = choose("how", ["leave", "fail", "clean"]);
      const task = createTask(function* () {
        yield* io("work");
        if (how === "fail") throw new Error("unheard");
      }());
      names.add(task.getName());
      if (how !== "leave") yield* sleep(1);
    },
    { delivery: "single" },
  );
  assertEquals([...names], ["Task-2"]);
  assertEquals([...outcomes].sort(), [
    "rejection: Error: unheard",
    "returned",
  ]);
  assertEquals([failures, schedules], [1, 5]);
});

Deno.test("a deadlock of tasks says which task waits for what", async () => {
  const error = await assertRejects(
    () =>
      explore(function* ({ io }) {
        const [left, right] = [new Lock(), new Lock()];
        function* both(first: Lock, second: Lock) {
          yield* first.acquire();
          yield* io("work");
          yield* second.acquire();
        }
        yield* gather([both(left, right), both(right, left)]);
      }),
    ScheduleError,
  );
  assertEquals(error.cause instanceof DeadlockError, true);
  assertEquals((error.cause as Error).message.split("\n").length, 4);
});

function* fail(): Coroutine<void> {
  throw new Error("nobody looks");
}

Deno.test("an error that a run has left without a look is not taken for the next run's", async () => {
  const { outcomes } = await survey(function* ({ choose }) {
    if (choose("hang?", [true, false])) {
      createTask(fail());
      yield* getRunningLoop().createFuture(); // for ever
    }
    return "well";
  });
  assertEquals([...outcomes], ["deadlock", 'returned "well"']);
});

Deno.test("what a run has set on its loop is not there in the next", async () => {
  const { outcomes } = await survey(function* ({ choose }) {
    const loop = getRunningLoop();
    const before = [
      loop.getTaskFactory() === null,
      loop.getDebug(),
      loop.getExceptionHandler()?.name,
    ];
    switch (choose("what?", ["factory", "debug", "handler", "nothing"])) {
      case "factory":
        loop.setTaskFactory(eagerTaskFactory);
        break;
      case "debug":
        loop.setDebug(true);
        break;
      case "handler":
        loop.setExceptionHandler(function mine() {});
    }
    return before;
  });
  assertEquals(outcomes.size, 1);
});
