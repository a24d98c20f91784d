import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  Context,
  ContextVar,
  copyContext,
  createTask,
  getRunningLoop,
  runSync,
  sleep,
  Token,
} from "../../mod.ts";

Deno.test("rule 7: a task sees what was set before it was made, and keeps what it sets", () => {
  const user = new ContextVar("user", { defaultValue: "nobody" });
  const seen: string[] = [];
  function* child() {
    seen.push(user.get());
    user.set("child");
    yield* sleep(10);
    seen.push(user.get());
  }
  runSync(function* () {
    user.set("main");
    const task = createTask(child());
    user.set("main later");
    yield* task;
    seen.push(user.get());
  });
  assertEquals(seen, ["main", "child", "main later"]);
  assertEquals(user.get(), "nobody");
});

Deno.test("rule 7: a callback runs in the context of the moment it was registered", () => {
  const word = new ContextVar("word", { defaultValue: "none" });
  const seen: string[] = [];
  runSync(function* () {
    const loop = getRunningLoop();
    word.set("first");
    loop.callSoon(() => seen.push(word.get()));
    loop.callLater(5, () => {
      seen.push(word.get());
      word.set("in the callback");
    });
    const future = loop.createFuture<void>();
    future.addDoneCallback(() => seen.push(word.get()));
    word.set("second");
    yield* sleep(10);
    future.setResult();
    yield* sleep(0);
    seen.push(word.get());
  });
  assertEquals(seen, ["first", "first", "first", "second"]);
});

Deno.test("two tasks that are given the same context share it", () => {
  const word = new ContextVar("word", { defaultValue: "none" });
  const context = copyContext();
  function* write() {
    word.set("shared");
    yield* sleep(1);
  }
  function* read() {
    yield* sleep(1);
    return word.get();
  }
  const seen = runSync(function* () {
    createTask(write(), { context });
    return yield* createTask(read(), { context });
  });
  assertEquals(seen, "shared");
  assertEquals(context.get(word), "shared");
});

Deno.test("task.getContext is the context that the task goes on using", () => {
  const word = new ContextVar<string>("word");
  runSync(function* () {
    const task = createTask(function* () {
      yield* sleep(10);
      return word.get();
    }());
    yield* sleep(0);
    task.getContext().run(() => word.set("from outside"));
    assertEquals(yield* task, "from outside");
    assertEquals(word.get("unset"), "unset");
  });
});

Deno.test("reset puts back the value, or its absence", () => {
  const word = new ContextVar<string>("word");
  new Context().run(() => {
    const first = word.set("one");
    const second = word.set("two");
    assertEquals(second.oldValue, "one");
    assertEquals(first.oldValue, Token.MISSING);
    word.reset(second);
    assertEquals(word.get(), "one");
    word.reset(first);
    assertThrows(() => word.get(), ReferenceError, '"word" has no value here');
    assertThrows(() => word.reset(first), Error, "already used");
  });
});

Deno.test("a token is refused by another variable and in another context", () => {
  const one = new ContextVar<number>("one");
  const two = new ContextVar<number>("two");
  const context = new Context();
  const token = context.run(() => one.set(1));
  assertThrows(
    () => two.reset(token),
    Error,
    'belongs to context variable "one", not to "two"',
  );
  assertThrows(() => one.reset(token), Error, "made in another context");
  context.run(() => one.reset(token));
  assert(!context.has(one));
});

Deno.test("a context lists its variables, and a copy goes its own way", () => {
  const one = new ContextVar<number>("one");
  const context = new Context();
  context.run(() => one.set(1));
  const copy = context.copy();
  copy.run(() => one.set(2));
  assertEquals(context.size, 1);
  assertEquals([...context], [[one, 1]] as never);
  assertEquals(copy.get(one), 2);
});

Deno.test("a context that is entered cannot be entered again", () => {
  const context = new Context();
  context.run(() => {
    assertThrows(() => context.run(() => {}), Error, "already entered");
    context.copy().run(() => {});
  });
  context.run(() => {});
});

Deno.test("get takes a fallback over the default", () => {
  const one = new ContextVar("one", { defaultValue: 1 });
  assertEquals(one.get(), 1);
  assertEquals(one.get(2), 2);
});

Deno.test("a context given to a task stays its own after the task starts others", () => {
  const word = new ContextVar("word", { defaultValue: "none" });
  const context = new Context();
  runSync(function* () {
    yield* createTask(
      function* () {
        const child = createTask(function* () {
          yield* sleep(1);
          return word.get();
        }());
        word.set("after the child was made");
        assertEquals(yield* child, "none");
      }(),
      { context },
    );
  });
  assertEquals(context.get(word), "after the child was made");
});
