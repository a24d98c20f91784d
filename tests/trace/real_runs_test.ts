/**
 * Pictures of programs that really run: they hold the loop's events and the
 * drawing of them together.
 */

import { assertMatch, assertStringIncludes } from "@std/assert";
import {
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  getRunningLoop,
  isCancelled,
  run,
  runSync,
  sleep,
  timeout,
  Trace,
} from "../../mod.ts";
import { assertPicture } from "./assert_picture.ts";

/** The timeline of a program on virtual time, with what it printed. */
function timelineOf(main: () => Coroutine<void>): string {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  try {
    runSync(main, { trace });
  } finally {
    listening.stop();
  }
  return trace.toTimeline({ width: 72 });
}

Deno.test("The timeline of three workers shows gather at work", () => {
  function* worker(name: string, ms: number) {
    yield* sleep(ms);
    console.log(`${name} done`);
  }
  const timeline = timelineOf(function* () {
    yield* gather([worker("a", 100), worker("b", 200), worker("c", 150)]);
  });
  assertPicture(
    timeline,
    `
    ms        0        ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ 100 ┈┈┈┈┈┈ 150 ┈┈┈┈┈┈ 200
    pass      1  2                     4          7          10  11 12
    Task-1    █╮·· gather ········································╭─█✓
    Task-2     ├─█·· sleep ············█✓                         │
    Task-3     ├───█·· sleep ································█✓╮  │
    Task-4     ╰─────█·· sleep ···················█✓           │  │
    gather()                                                   ╰─█╯
    print                              └ a done
                                                  └ c done
                                                             └ b done

    █ runs   ─ ready   · waits   ╰─ made or woken   ✓ done
    `,
  );
});

Deno.test("The timeline of a cancellation shows the request, the clean-up and the end", () => {
  function* patient() {
    try {
      yield* sleep(10_000);
    } finally {
      yield* sleep(50);
      console.log("clean");
    }
  }
  const timeline = timelineOf(function* () {
    const task = createTask(patient(), { name: "patient" });
    yield* sleep(300);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      console.log(isCancelled(error));
    }
  });
  assertPicture(
    timeline,
    `
    ms       0    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ 300  ┈┈┈┈┈ 350
    pass     1  2                                     4  5       7   8
    Task-1   █╮·· sleep ······························█╮· patient ·╭─█✓
    patient   ╰─█·· sleep ·····························!─█·······█⊘╯
    print                                                        └ clean
                                                                     └ true

    █ runs   ─ ready   · waits   ╰─ made or woken   ! asked to cancel
    ✓ done   ⊘ cancelled
    `,
  );
});

Deno.test("The timeline of a timeout shows the callback that asks to cancel", () => {
  const timeline = timelineOf(function* () {
    try {
      yield* timeout(50, () => sleep(1000));
    } catch {
      console.log("too late");
    }
  });
  assertPicture(
    timeline,
    `
    ms         0 ┈┈┈┈┈┈┈┈┈┈┈ 50
    pass       1             2  3
    Task-1     █╮·· sleep ····!─█✓
    timeout()   ╰·· timer ···█╯
    print                       └ too late

    █ runs   ─ ready   · waits   ╰─ made or woken   ! asked to cancel
    ✓ done
    `,
  );
});

Deno.test("The timeline of tasks that give way to each other keeps them apart by pass", () => {
  function* turns() {
    for (let i = 0; i < 3; i++) yield* sleep(0);
  }
  const timeline = timelineOf(function* () {
    const one = createTask(turns(), { name: "one" });
    const two = createTask(turns(), { name: "two" });
    yield* one;
    yield* two;
  });
  assertPicture(
    timeline,
    `
    ms      0
    pass    1  2    3    4    5      6
    Task-1  █╮·· one ···········╭────█✓
    one      ├─█────█────█────█✓╯
    two      ╰───█────█────█─────█✓

    █ runs   ─ ready   · waits   ╰─ made or woken   ✓ done
    `,
  );
});

Deno.test("The timeline tells an eager task from one that waits for its turn", () => {
  const timeline = timelineOf(function* () {
    yield* createTask(sleep(5), { name: "eager", eagerStart: true });
  });
  assertPicture(
    timeline,
    `
    ms      0     ┈┈┈┈┈┈┈┈┈┈┈ 5
    pass    1                 3   4
    Task-1  █╮▁▁█·· eager ······╭─█✓
    eager    ╰█·· sleep ······█✓╯

    █ runs   ─ ready   · waits   ▁ held up   ╰─ made or woken   ✓ done
    `,
  );
});

Deno.test("The pictures show what the host completes", async () => {
  const trace = new Trace();
  await run(function* () {
    yield* fromPromise(Promise.resolve());
  }, { trace });
  assertMatch(trace.toTimeline(), /^Task-1 +█.*█✓$/m);
  assertStringIncludes(trace.toSvg(), "woken by the host");
});

Deno.test("The timeline shows callbacks, the timers that call them, and which one threw", () => {
  const timeline = timelineOf(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler(() => {});
    loop.callSoon(function tick() {
      loop.callLater(10, function tock() {
        throw new Error("boom");
      });
    });
    yield* sleep(20);
  });
  assertPicture(
    timeline,
    `
    ms      0    ┈┈┈┈┈┈┈┈┈┈┈ 10 ┈┈┈┈┈┈┈┈┈┈┈ 20
    pass    1  2             3              5
    Task-1  █╮·· sleep ·····················█✓
    tick()   ╰─█╮
    tock()      ╰·· timer ···█✗

    tock() failed: Error: boom

    █ runs   ─ ready   · waits   ╰─ made or woken   ✓ done   ✗ failed
    `,
  );
});
