import { assertEquals } from "@std/assert";
import { diagnose, expectFindings, expectSilence } from "./run_plugin.ts";

const RULE = "no-reused-coroutines";
const LOAD = "function* load(id = 0) { yield* sleep(20); return id; }";

Deno.test("a second use of a coroutine in a variable is found", () => {
  expectFindings(
    RULE,
    `
    ${LOAD}
    function* twice() {
      const data = load();
      yield* data;
      yield* data; // here
    }
    function* twiceInOne() {
      const data = load();
      return (yield* data) + (yield* data); // here
    }
    function* handedOver() {
      const data = load();
      createTask(data);
      yield* data; // here
    }
    function* toTwoTasks(group, loop) {
      const data = load();
      const first = createTask(data);
      const second = group.createTask(data); // here
      yield* gather([data, first]); // here
    }
    function* ofTheLibrary() {
      const nap = sleep(10);
      yield* nap;
      yield* nap; // here
    }
  `,
  );
});

Deno.test("a use that a loop comes by again is found", () => {
  expectFindings(
    RULE,
    `
    ${LOAD}
    function* main() {
      const data = load();
      while (yield* ready()) {
        console.log(yield* data); // here
      }
      const retried = load();
      for (;;) {
        try {
          return yield* retried; // here
        } catch (error) {
          if (error instanceof RangeError) throw error;
        }
      }
    }
    function* ready() {
      yield* sleep(1);
      return true;
    }
    function* inSwitch(kind) {
      const data = load();
      do {
        switch (kind) {
          case 1:
            yield* data; // here
            break;
        }
      } while (kind++ < 3);
    }
  `,
  );
});

Deno.test("the handler of the first use is on the way to the second", () => {
  expectFindings(
    RULE,
    `
    ${LOAD}
    function* main() {
      const data = load();
      try {
        return yield* data;
      } catch (error) {
        if (error instanceof RangeError) throw error;
        return yield* data; // here
      }
    }
  `,
  );
});

Deno.test("uses of which only one can come are let be", () => {
  expectSilence(`
    ${LOAD}
    function* branches(beside: boolean) {
      const data = load();
      if (beside) createTask(data);
      else yield* data;
      const more = load();
      return beside ? createTask(more) : yield* more;
    }
    function* early(beside: boolean) {
      const data = load();
      if (beside) return createTask(data);
      yield* data;
    }
    function* earlyInBlock(beside: boolean) {
      const data = load();
      if (beside) {
        createTask(data);
        return;
      }
      yield* data;
    }
    function* cases(kind: number) {
      const data = load();
      switch (kind) {
        case 1:
          yield* data;
          break;
        case 2:
          createTask(data);
          return;
        default:
          throw yield* data;
      }
    }
    function* skips(list: number[]) {
      for (const id of list) {
        const data = load(id);
        if (id > 9) {
          createTask(data);
          continue;
        }
        yield* data;
      }
    }
  `);
});

Deno.test("a jump out of an inner loop leads to what follows it", () => {
  expectFindings(
    RULE,
    `
    ${LOAD}
    function* main(list: number[]) {
      const data = load();
      for (const id of list) {
        if (id > 9) {
          yield* data;
          break;
        }
      }
      yield* data; // here
    }
  `,
  );
});

Deno.test("a coroutine that a loop makes anew or leaves after is let be", () => {
  expectSilence(`
    ${LOAD}
    function* main(list: number[]) {
      for (const id of list) {
        const data = load(id);
        yield* data;
      }
      const only = load();
      for (const id of list) {
        if (id > 9) {
          yield* only;
          break;
        }
      }
      const head = load();
      for (const id of yield* numbers(yield* head)) console.log(id);
      const init = load();
      for (let i = yield* init; i < 9; i++) console.log(i);
    }
    function* numbers(n: number) {
      yield* sleep(n);
      return [n];
    }
  `);
});

Deno.test("what can be waited for many times is let be", () => {
  expectSilence(`
    ${LOAD}
    function* main() {
      const task = createTask(load());
      yield* task;
      yield* task;
      const all = gather([load(), task]);
      yield* all;
      yield* all;
      const turn = sleep(0);
      yield* turn;
      yield* turn;
      const both = load();
      yield* gather([both, both]);
    }
  `);
});

Deno.test("a variable that changes, and another of its name, is let be", () => {
  expectSilence(`
    ${LOAD}
    function* main(other) {
      let data = load();
      yield* data;
      data = load();
      yield* data;
      const shadowed = load();
      yield* shadowed;
      {
        const shadowed = load();
        yield* shadowed;
      }
      const inner = load();
      yield* inner;
      createTask(function* () {
        yield* inner;
      }());
      const passed = load();
      yield* passed;
      other.inspect(passed);
      console.log(passed, { passed });
    }
  `);
});

Deno.test("the message names the variable, and the loop where there is one", () => {
  const found = diagnose(`
    import { sleep } from "@loopbook/loopbook";
    function* main() {
      const nap = sleep(10);
      for (;;) yield* nap;
    }
    function* twice() {
      const nap = sleep(10);
      yield* nap;
      yield* nap;
    }
  `);
  assertEquals(found.map(({ message }) => message), [
    'The coroutine "nap" is spent after the first round of the loop',
    'The coroutine "nap" was used before and is spent',
  ]);
});
