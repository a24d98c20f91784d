import { assertEquals } from "@std/assert";
import { diagnose, expectFindings, expectSilence } from "./run_plugin.ts";

const RULE = "no-swallowed-cancellation";
const LOAD = "function* load() { yield* sleep(20); }";

Deno.test("a catch around a wait that lets nothing through is found", () => {
  expectFindings(
    RULE,
    `
    import { open } from "./files.ts";
    ${LOAD}
    function* quiet() {
      try {
        yield* load();
      } catch {} // here
    }
    function* tells() {
      for (;;) {
        try {
          const file = yield* open();
          return file;
        } catch (error) { // here
          console.error(String(error), error);
        }
      }
    }
    function* givesBack(task) {
      try {
        yield* task;
      } catch ({ message }) { // here
        return message;
      } finally {
        yield* sleep(1);
      }
    }
    function* keeps(log) {
      try {
        if (Math.random() > 0.5) yield* sleep(1);
      } catch (error) { // here
        log.push(error);
        keep(error);
      }
    }
    function keep(error) {
      setTimeout(() => {
        throw error;
      });
    }
  `,
  );
});

Deno.test("only the catch that ends the way of the cancellation is found", () => {
  expectFindings(
    RULE,
    `
    ${LOAD}
    function* main() {
      try {
        try {
          yield* load();
        } catch (error) {
          throw new Error("Cannot load", { cause: error });
        }
        try {
          yield* load();
        } catch { // here
          console.log("inner");
        }
      } catch { // here
        console.log("outer");
      }
    }
    function* outerOnly() {
      try {
        try {
          yield* load();
        } catch { // here
          console.log("inner");
        }
      } catch {
        console.log("outer");
      }
    }
  `,
  );
});

Deno.test("a catch that throws or asks is let be", () => {
  expectSilence(`
    import { CancelledError, isCancelled } from "@loopbook/loopbook";
    import { rethrowUnlessMissing } from "./errors.ts";
    import { assertEquals, assertInstanceOf } from "@std/assert";
    ${LOAD}
    function* rethrows() {
      try {
        yield* load();
      } catch (error) {
        console.log("cleaning up");
        throw error;
      }
    }
    function* narrows() {
      try {
        yield* load();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    function* asks() {
      try {
        yield* load();
      } catch (error) {
        if (!isCancelled(error)) console.log(error);
      }
    }
    function* asksByClass() {
      try {
        yield* load();
      } catch (error) {
        return error instanceof CancelledError ? "stopped" : "failed";
      }
    }
    function* asksByName() {
      try {
        yield* load();
      } catch (error) {
        switch (error.name) {
          case "CancelledError":
            return;
        }
      }
    }
    function* handsOn() {
      try {
        yield* load();
      } catch (error) {
        rethrowUnlessMissing(error);
      }
      try {
        yield* load();
      } catch (error) {
        unlessMissing(error);
      }
    }
    function unlessMissing(error) {
      if (error.name !== "NotFound") throw error;
    }
    function* inTests() {
      try {
        yield* load();
      } catch (error) {
        assertInstanceOf(error, RangeError);
        assertEquals(error.message, "too far");
      }
      try {
        yield* load();
      } catch (error) {
        assertEquals((error as Error).message, "too far");
      }
    }
  `);
});

Deno.test("a catch without a wait in its try is let be", () => {
  expectSilence(`
    ${LOAD}
    function* main() {
      try {
        JSON.parse("{");
      } catch {}
      try {
        createTask(load());
        createTask(function* () {
          yield* load();
        }());
      } catch {}
      try {
        JSON.parse("{");
      } catch {
        yield* load();
      }
      try {
        yield* load();
      } finally {
        console.log("cleaned up");
      }
    }
  `);
});

Deno.test("an iterator and native code may catch what they like", () => {
  expectSilence(`
    ${LOAD}
    function* walk(tree) {
      try {
        yield* walk(tree.left);
        yield* [1, 2];
        yield* tree.children.values();
        yield* "text";
      } catch {}
      yield tree.value;
    }
    function* all(given): Generator<number> {
      try {
        yield* given;
      } catch {}
    }
    async function native() {
      try {
        await run(load);
      } catch {}
    }
    async function* stream(source) {
      try {
        yield* source;
      } catch {}
    }
  `);
});

Deno.test("the hint uses the name that the error has", () => {
  const hints = ["catch (thrown) {}", "catch {}"].map((handler) =>
    diagnose(`import { sleep } from "@loopbook/loopbook";
      function* main() { try { yield* sleep(1); } ${handler} }`)[0]?.hint
  );
  assertEquals(hints, [
    "Begin it with: if (isCancelled(thrown)) throw thrown; cleaning up belongs in finally",
    "Begin it with: if (isCancelled(error)) throw error; cleaning up belongs in finally",
  ]);
});
