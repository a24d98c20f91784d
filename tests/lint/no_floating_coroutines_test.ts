import { assertEquals } from "@std/assert";
import { diagnose, expectFindings, expectSilence } from "./run_plugin.ts";

const RULE = "no-floating-coroutines";

Deno.test("a call of a coroutine function as a statement is found", () => {
  expectFindings(
    RULE,
    `
    function* save(text: string) {
      yield* sleep(20);
    }
    const load = function* () {
      yield* sleep(20);
    };
    function* main() {
      save("all"); // here
      load(); // here
      sleep(10); // here
      (sleep(10)); // here
      void sleep(10); // here
      ready && save("some"); // here
      ready ? save("some") : 0; // here
      (function* () { yield* sleep(1); })(); // here
    }
  `,
  );
});

Deno.test("both arms of a conditional are looked at", () => {
  const source = `import { sleep } from "@loopbook/loopbook";
    export function* main() { Math.random() ? sleep(1) : sleep(2); }`;
  assertEquals(diagnose(source).length, 2);
});

Deno.test("a coroutine of one of the library's own objects is found", () => {
  expectFindings(
    RULE,
    `
    import { Lock, Queue } from "@loopbook/loopbook";
    const lock = new Lock();
    class Shop {
      readonly #orders = new Queue<string>();
      readonly open: Lock = make();
      *serve() {
        this.#orders.put("tea"); // here
        this.open.acquire(); // here
        this.open.release();
        this.#brew(); // here
        this.close();
        yield* this.#brew();
      }
      *#brew() {
        yield* sleep(10);
      }
      close() {}
    }
    function* main(queue: Queue<number>) {
      lock.acquire(); // here
      queue.put(1); // here
      queue.putNowait(1);
      new Lock().acquire(); // here
      using _ = yield* lock.acquire();
    }
  `,
  );
});

Deno.test("an alias and a namespace are seen through", () => {
  expectFindings(
    RULE,
    `
    import { sleep as pause } from "@loopbook/loopbook";
    import * as loopbook from "@loopbook/loopbook";
    function* main() {
      pause(10); // here
      loopbook.sleep(10); // here
      loopbook.createTask(loopbook.sleep(10));
    }
  `,
  );
});

Deno.test("await of a coroutine, which runs nothing, is found", () => {
  expectFindings(
    RULE,
    `
    function* load() {
      yield* sleep(20);
    }
    async function native() {
      await load(); // here
      const data = await sleep(10); // here
      await run(load());
      await createTask(load());
    }
  `,
  );
});

Deno.test("a callback whose coroutine is dropped is found", () => {
  expectFindings(
    RULE,
    `
    function* greet(name: string) {
      yield* sleep(20);
    }
    function* main() {
      names.forEach((name) => greet(name)); // here
      names.forEach(greet); // here
      setTimeout(() => greet("late"), 10); // here
      loop.callSoon(() => sleep(10)); // here
      loop.callSoon(() => createTask(greet("now")));
      yield* gather(names.map((name) => greet(name)));
      yield* gather(names.map(greet));
    }
  `,
  );
});

Deno.test("what starts by itself, or is handed to somebody, is let be", () => {
  expectSilence(`
    import { fromPromise, shield, toPromise } from "@loopbook/loopbook";
    function* work() {
      yield* sleep(20);
    }
    function* main() {
      createTask(work());
      gather([work(), sleep(10)]);
      shield(work());
      toPromise(work());
      fromPromise(fetch("data:,"));
      group.createTask(work());
      const later = work();
      const list = [work(), work()];
      yield* later;
      keep(work());
      return work();
    }
    run(main);
    await run(main());
  `);
});

Deno.test("a name of one's own hides the library's", () => {
  expectSilence(`
    import { sleep as pause } from "@loopbook/loopbook";
    function outer(sleep: (ms: number) => void, gather = 1) {
      sleep(10);
      {
        const pause = () => {};
        pause();
      }
      try {
        work();
      } catch (pause) {
        pause();
      }
      for (const pause of list) pause();
      function inner({ a: [pause], ...rest }) {
        pause();
        rest();
      }
    }
    function work() {}
    var late = function* () {};
    late = () => {};
    late();
    let changing = function* () {};
    changing();
  `);
});

Deno.test("a call that nobody can know from this file is let be", () => {
  expectSilence(`
    import { load } from "./load.ts";
    import type { Lock } from "./my_lock.ts";
    import { Queue } from "@loopbook/loopbook";
    class Shop {
      static queue = new Queue();
      *run() {
        this.unknown();
        this[name]();
        super.close();
        yield* sleep(1);
      }
      static close() {
        this.run();
      }
      later = {
        go: function () {
          this.run();
        },
      };
    }
    function* main(lock: Lock, other) {
      load();
      lock.acquire();
      other.acquire();
      Shop.queue.put(1);
      changing.put(1);
      yield* sleep(1);
    }
    let changing = new Queue();
  `);
});

Deno.test("a file without the library is none of its business", () => {
  for (
    const library of ["", 'import { sleep } from "effection";', "import './a';"]
  ) {
    assertEquals(
      diagnose(`${library}
        function* numbers() { yield 1; }
        function* main() { numbers(); sleep(10); yield* sleep(10); }
        await numbers();
      `),
      [],
    );
  }
});

Deno.test("the library is known by its name, or from a path by its use", () => {
  const bySpecifier = (specifier: string, more = "") =>
    diagnose(`import { gather, run, sleep } from "${specifier}";
      function* main() { sleep(10); }
      ${more}`).length;
  for (
    const specifier of [
      "loopbook",
      "@loopbook/loopbook",
      "jsr:@loopbook/loopbook@0.1.0",
      "https://example.com/loopbook/mod.ts",
      "https://example.com/loopbook@1/mod.js",
    ]
  ) assertEquals(bySpecifier(specifier), 1, specifier);
  for (
    const specifier of ["../mod.ts", "/mod.ts", "https://example.com/a.ts"]
  ) {
    assertEquals(bySpecifier(specifier), 0, specifier);
    assertEquals(bySpecifier(specifier, "run(main);"), 1, specifier);
    assertEquals(bySpecifier(specifier, "run(main());"), 1, specifier);
    assertEquals(bySpecifier(specifier, "gather([main()]);"), 1, specifier);
    assertEquals(
      bySpecifier(specifier, "function* b() { yield* sleep(1); }"),
      1,
      specifier,
    );
  }
  assertEquals(bySpecifier("effection", "run(main);"), 0);
});

Deno.test("the message names the call, the hint what to write", () => {
  const [inCoroutine, outside, awaited, callback] = diagnose(`
    import { Queue, sleep } from "@loopbook/loopbook";
    const queue = new Queue<number>();
    function* main() { queue.put(1); }
    sleep(10);
    await main();
    list.forEach(main);
  `);
  assertEquals(
    [inCoroutine?.message, inCoroutine?.hint],
    [
      "The coroutine of queue.put() is dropped and never runs",
      "Wait for it with yield* queue.put(), or let it run beside with createTask(queue.put())",
    ],
  );
  assertEquals(
    outside?.hint,
    "Hand it to createTask(sleep()), or wait for it with yield* in a coroutine",
  );
  assertEquals(
    [awaited?.message, awaited?.hint],
    [
      "await does not run the coroutine of main()",
      "In a coroutine write yield* main(); native code starts a loop with run(main()), or inside of one waits for toPromise(main())",
    ],
  );
  assertEquals(
    callback?.hint,
    "Give a function that makes a task: () => createTask(work())",
  );
});
