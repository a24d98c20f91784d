import { assertEquals } from "@std/assert";
import { diagnose, expectFindings, expectSilence } from "./run_plugin.ts";

const RULE = "yield-star";

Deno.test("yield of an awaitable in a coroutine is found", () => {
  expectFindings(
    RULE,
    `
    import { Lock, type Coroutine, type Future } from "@loopbook/loopbook";
    const lock = new Lock();
    function* waitsElsewhere(future: Future<number>, task) {
      yield* sleep(1);
      yield sleep(10); // here
      yield gather([sleep(1), sleep(2)]); // here
      yield lock.acquire(); // here
      yield future; // here
      yield work(); // here
      const started = createTask(work());
      yield started; // here
    }
    function* work(): Coroutine<void> {
      yield sleep(10); // here
    }
    function* main() {
      yield sleep(10); // here
    }
    run(main);
    function* child() {
      yield sleep(10); // here
    }
    createTask(child());
    const bound = function* () {
      yield sleep(10); // here
    };
    gather([bound(), sleep(1)]);
    class Shop {
      *serve() {
        yield* lock.acquire();
        yield sleep(10); // here
      }
    }
  `,
  );
});

Deno.test("a body that is written where it is handed over is a coroutine", () => {
  expectFindings(
    RULE,
    `
    import { taskGroup, timeout } from "@loopbook/loopbook";
    export const limited = () => timeout(500, function* () {
      yield sleep(10); // here
    });
    export const grouped = () => taskGroup(function* (group) {
      yield group.createTask(sleep(1));
      yield sleep(10); // here
    });
  `,
  );
});

Deno.test("a value that is expected of the yield shows that it should wait", () => {
  expectFindings(
    RULE,
    `
    export function* load() {
      const word = yield sleep(10, "word"); // here
      return word;
    }
  `,
  );
});

Deno.test("a promise is told of without a fix", () => {
  const found = diagnose(`
    import { sleep } from "@loopbook/loopbook";
    async function native() {}
    function* main(given: Promise<void>) {
      yield* sleep(1);
      yield fetch("data:,");
      yield Promise.resolve(1);
      yield new Promise(() => {});
      yield native();
      yield given;
    }
  `);
  assertEquals(found.length, 5);
  for (const { message, hint, fix } of found) {
    assertEquals(message, "yield does not wait for a promise");
    assertEquals(hint, "Wait for it with yield* fromPromise(promise)");
    assertEquals(fix ?? [], []);
  }
});

Deno.test("the fix puts in the star and nothing else", () => {
  const source = `
    import { sleep } from "@loopbook/loopbook";
    function* main() {
      yield* sleep(1);
      const x = (yield   sleep(10, 1)) + 1;
      yield/* well */sleep(2);
    }
  `;
  let fixed = source;
  for (const { fix } of diagnose(source).reverse()) {
    for (const { range: [start, end], text } of fix ?? []) {
      fixed = fixed.slice(0, start) + text + fixed.slice(end);
    }
  }
  assertEquals(
    fixed,
    source.replace("yield   sleep", "yield*   sleep")
      .replace("yield/*", "yield*/*"),
  );
  assertEquals(diagnose(fixed), []);
});

Deno.test("an iterator may yield coroutines", () => {
  expectSilence(`
    function* work() {
      yield* sleep(1);
    }
    function* jobs() {
      yield work();
      yield sleep(10);
    }
    function* moreJobs(): Generator<unknown> {
      yield* jobs();
      yield* [work(), work()];
      yield* list.map(work);
      yield* new Set([work()]);
      yield sleep(10);
    }
    function* walk(tree: Tree): Iterable<unknown> {
      for (const child of tree.children) yield* walk(child);
      yield work();
    }
    function* fromOutside(given: Iterable<unknown>) {
      yield* given;
      yield work();
    }
    for (const job of jobs()) createTask(job);
  `);
});

Deno.test("what gives way, and what nobody can know, is let be", () => {
  expectSilence(`
    import { load } from "./load.ts";
    function* main(given, other: Task) {
      yield* sleep(1);
      yield;
      yield undefined;
      yield load();
      yield given;
      yield other;
      const answer = yield* load();
    }
    async function* stream() {
      yield sleep(1);
    }
  `);
});

Deno.test("functions that call each other are judged together", () => {
  expectFindings(
    RULE,
    `
    export function* even(n: number) {
      if (n > 0) yield* odd(n - 1);
      yield* sleep(1);
    }
    export function* odd(n: number) {
      if (n > 0) yield* even(n - 1);
      yield sleep(1); // here
    }
  `,
  );
});
