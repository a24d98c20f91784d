import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  ensureFuture,
  EventLoop,
  type ExceptionContext,
  getRunningLoop,
  runSync,
  sleep,
  taskGroup,
  timeout,
} from "../../mod.ts";

/** Runs something and gives the lines that went to a method of the console. */
function heard(method: "warn" | "error", body: () => void): string[] {
  const lines: string[] = [];
  const original = console[method];
  console[method] = (...words: unknown[]) => lines.push(words.join(" "));
  try {
    body();
  } finally {
    console[method] = original;
  }
  return lines;
}

/** Computes until the host's clock has moved on. */
function compute(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

Deno.test("debug mode names a slow task and where it was made", () => {
  const warnings = heard("warn", () =>
    runSync(function* () {
      getRunningLoop().slowCallbackDuration = 5;
      yield* createTask(
        function* () {
          compute(10);
        }(),
        { name: "hog" },
      );
    }, { debug: true }));
  // On a busy machine other steps may be slow as well.
  const lines = warnings.filter((line) => line.includes("hog"));
  assertEquals(lines.length, 1);
  assert(
    /^Executing hog took \d+ ms; it was made here:/.test(lines[0]!),
    lines[0],
  );
  assert(lines[0]!.includes("debug_mode_test.ts"), lines[0]);
});

Deno.test("debug mode names a slow callback", () => {
  const lines = heard("warn", () =>
    runSync(function* () {
      const loop = getRunningLoop();
      loop.slowCallbackDuration = 5;
      loop.callSoon(function crunch() {
        compute(10);
      });
      yield* sleep(0);
    }, { debug: true }));
  assert(lines[0]!.startsWith("Executing crunch took "), lines[0]);
});

Deno.test("without debug mode nothing is timed", () => {
  const lines = heard("warn", () =>
    runSync(function* () {
      getRunningLoop().slowCallbackDuration = 0;
      yield* sleep(0);
    }));
  assertEquals(lines, []);
});

Deno.test("debug mode tells of coroutines that were never awaited", () => {
  const contexts: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) =>
      contexts.push(context)
    );
    // deno-lint-ignore loopbook/no-floating-coroutines
    sleep(1000);
    // deno-lint-ignore loopbook/no-floating-coroutines
    timeout(5, () => sleep(1));
    yield* sleep(1);
    yield* timeout(5, () => sleep(1));
  }, { debug: true });
  assertEquals(contexts.map(({ message }) => message), [
    "sleep(1000) was never awaited",
    "timeout() was never awaited",
  ]);
  assert(contexts[0]!.origin!.includes("debug_mode_test.ts"));
});

Deno.test("debug mode says where a callback that threw was made", () => {
  const lines = heard("error", () =>
    runSync(function* () {
      getRunningLoop().callSoon(() => {
        throw new Error("boom");
      });
      yield* sleep(0);
    }, { debug: true }));
  assert(lines[0]!.includes("It was made here:"), lines[0]);
  assert(lines[0]!.includes("debug_mode_test.ts"), lines[0]);
});

Deno.test("debug mode refuses the use of a loop inside another", () => {
  const other = new EventLoop({ debug: true });
  const calls: string[] = [];
  runSync(function* () {
    assertThrows(
      () => other.callSoon(() => {}),
      Error,
      "use callSoonThreadsafe()",
    );
    assertThrows(
      () => other.callLater(1, () => {}),
      Error,
      "use callSoonThreadsafe()",
    );
    other.callSoonThreadsafe(() => calls.push("called"));
  });
  assert(other.getDebug());
  other.setDebug(false);
  assertEquals(other.getDebug(), false);
  other.close();
});

Deno.test("in debug mode even gathering and sleeping have a name", () => {
  const lines: string[] = [];
  const original = console.warn;
  console.warn = (line: string) => lines.push(line);
  try {
    runSync(function* () {
      getRunningLoop().slowCallbackDuration = 0;
      yield* ensureFuture(sleep(1));
      yield* taskGroup(function* (group) {
        group.createTask(sleep(1));
      });
    }, { debug: true });
  } finally {
    console.warn = original;
  }
  assert(
    lines.some((line) => line.startsWith("Executing sleep took")),
    lines.join("\n"),
  );
  assert(lines.some((line) => line.startsWith("Executing Task-2 took")));
});
