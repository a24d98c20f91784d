/** Coroutines that are ended by hand, or before they began: who cleans up. */

import { assertEquals, assertThrows } from "@std/assert";
import {
  createTask,
  getRunningLoop,
  runSync,
  sleep,
  taskGroup,
  timeout,
} from "../../mod.ts";
import { ending } from "./ending.ts";

Deno.test("closing a coroutine by hand ends its bare yield", () => {
  for (const wait of [() => sleep(0), () => sleep(0, "x")]) {
    const log: string[] = [];
    const coroutine = function* () {
      try {
        yield* wait();
      } finally {
        log.push("closed");
      }
      return "";
    }();
    coroutine.next();
    assertEquals(coroutine.return("early"), { done: true, value: "early" });
    assertEquals(log, ["closed"]);
  }
});

Deno.test("closing a coroutine by hand ends its wait for a future", () => {
  runSync(function* () {
    const future = getRunningLoop().createFuture<string>();
    const coroutine = function* () {
      return yield* future;
    }();
    coroutine.next();
    assertEquals(coroutine.return("early"), { done: true, value: "early" });
    assertEquals(future.done(), false);
  });
});

Deno.test("closing a timeout by hand lets the body clean up and calls the timer off", () => {
  const log: string[] = [];
  const end = runSync(function* () {
    const loop = getRunningLoop();
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } finally {
        log.push("body closed");
      }
      return "";
    });
    block.next();
    assertEquals(block.return("early"), { done: true, value: "early" });
    yield* sleep(1);
    return loop.time();
  });
  assertEquals([log, end], [["body closed"], 1]);
});

Deno.test("closing a block whose body waits while it cleans up hands that wait on", () => {
  runSync(function* () {
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } finally {
        yield* sleep(5);
      }
    });
    block.next();
    assertEquals(block.return().done, false);
    yield* block; // goes on from there
    assertEquals(getRunningLoop().time(), 5);
  });
});

Deno.test("closing a block whose body throws while it cleans up throws that", () => {
  runSync(function* () {
    const block = timeout(1000, function* () {
      try {
        yield* sleep(500);
      } catch {
        // not for a close
      } finally {
        getRunningLoop().createFuture<void>().result();
      }
    });
    block.next();
    assertThrows(() => block.return(), Error, "Result is not set");
  });
});

Deno.test("closing a block that has not begun does nothing", () => {
  let began = false;
  const block = timeout(1, function* () {
    began = true;
  });
  assertEquals(block.return(), { done: true, value: undefined });
  assertEquals(began, false);
});

Deno.test("a block cancelled before its first step never begins", () => {
  let began = false;
  runSync(function* () {
    const task = createTask(timeout(10, function* () {
      began = true;
    }));
    task.cancel();
    assertEquals(yield* ending(task), "CancelledError");
  });
  assertEquals(began, false);
});

Deno.test("timeout and taskGroup belong into a task", () => {
  const messages: string[] = [];
  runSync(function* () {
    getRunningLoop().callSoon(() => {
      for (
        const make of [
          () => timeout(1, () => sleep(0)),
          () => taskGroup(() => sleep(0)),
        ]
      ) {
        try {
          make().next();
        } catch (error) {
          messages.push((error as Error).message);
        }
      }
    });
    yield* sleep(0);
  });
  assertEquals(messages, [
    "Timeout must be used inside a task; start one with run",
    "taskGroup() must be used inside a task; start one with run",
  ]);
});

Deno.test("an error thrown into a group that waits to leave passes through", () => {
  runSync(function* () {
    const group = taskGroup(function* (group) {
      group.createTask(sleep(10));
    });
    group.next();
    assertThrows(
      () => group.throw(new RangeError("by hand")),
      RangeError,
      "by hand",
    );
    yield* sleep(20);
  });
});

Deno.test("closing a group that waits to leave leaves its tasks to the loop", () => {
  runSync(function* () {
    const group = taskGroup(function* (group) {
      group.createTask(sleep(10));
    });
    group.next();
    assertEquals(group.return(undefined), { done: true, value: undefined });
    yield* sleep(20);
  });
});
