import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import {
  createTask,
  type ExceptionContext,
  getRunningLoop,
  runSync,
  shield,
  sleep,
  waitFor,
} from "../../mod.ts";
import { passesOf } from "./passes.ts";

function* nothing() {}

Deno.test("shield takes 3 passes", () => {
  assertEquals(
    runSync(() =>
      passesOf(function* () {
        yield* shield(nothing());
      })
    ),
    3,
  );
});

Deno.test("rule 18: a done inner is returned as it is", () => {
  runSync(function* () {
    const inner = createTask(nothing());
    yield* inner;
    assertStrictEquals(shield(inner), inner);
  });
});

Deno.test("rule 18: results and errors pass through", () => {
  runSync(function* () {
    assertEquals(yield* shield(sleep(5, "through")), "through");
    const error = new Error("boom");
    let caught: unknown;
    try {
      yield* shield(function* () {
        yield* sleep(1);
        throw error;
      }());
    } catch (thrown) {
      caught = thrown;
    }
    assertStrictEquals(caught, error);
  });
});

Deno.test("rule 18: cancelling the outer leaves the inner running", () => {
  runSync(function* () {
    const inner = createTask(sleep(100, "saved"));
    const outer = shield(inner);
    yield* sleep(1);
    assert(outer.cancel());
    assert(outer.cancelled());
    assertEquals(inner.done(), false);
    assertEquals(yield* inner, "saved");
  });
});

Deno.test("rule 18: a timeout around a shield leaves the inner running", () => {
  runSync(function* () {
    const inner = createTask(sleep(100, "saved"));
    try {
      yield* waitFor(shield(inner), 10);
    } catch (error) {
      assertEquals((error as Error).name, "TimeoutError");
    }
    assertEquals(yield* inner, "saved");
    assertEquals(getRunningLoop().time(), 100);
  });
});

Deno.test("rule 18: an error after the outer was cancelled reaches the exception handler", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    getRunningLoop().setExceptionHandler((_, context) => heard.push(context));
    const inner = createTask(
      function* () {
        yield* sleep(10);
        throw new Error("unheard");
      }(),
      { name: "inner" },
    );
    const outer = shield(inner);
    yield* sleep(1);
    outer.cancel();
    yield* sleep(20);
  });
  assertEquals(heard.map(({ message }) => message), [
    "inner exception in shielded future",
  ]);
});

Deno.test("rule 18: cancelling the inner cancels the outer", () => {
  runSync(function* () {
    const inner = createTask(sleep(100));
    const outer = shield(inner);
    yield* sleep(1);
    inner.cancel();
    yield* sleep(1);
    assert(outer.cancelled());
  });
});

Deno.test("a shield whose inner is done in the pass in which the outer is cancelled stays cancelled", () => {
  runSync(function* () {
    const inner = getRunningLoop().createFuture<string>();
    const outer = shield(inner);
    inner.setResult("there");
    outer.cancel();
    yield* sleep(0);
    assert(outer.cancelled());
    assertEquals(inner.result(), "there");
  });
});

Deno.test("an inner that ends well, or cancelled, after its outer was cancelled is no news", () => {
  const heard: ExceptionContext[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, context) => heard.push(context));
    const [good, gone] = [loop.createFuture<void>(), loop.createFuture<void>()];
    for (const inner of [good, gone]) shield(inner).cancel();
    yield* sleep(0);
    good.setResult();
    gone.cancel();
    yield* sleep(0);
  });
  assertEquals(heard, []);
});
