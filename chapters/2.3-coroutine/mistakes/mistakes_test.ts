import { assertEquals, assertThrows } from "@std/assert";
import { type Coroutine, runSync } from "../../../mod.ts";
import { timedLinesOf } from "../../recording.ts";
import { main as floating } from "./floating.ts";
import { main as foreignYield } from "./foreign_yield.ts";
import { main as handedOverTwice } from "./handed_over_twice.ts";
import { main as plainYield } from "./plain_yield.ts";
import { main as spent } from "./spent.ts";
import { main as uncalled } from "./uncalled.ts";

function assertFails(
  main: () => Coroutine<unknown>,
  kind: new (message: string) => Error,
  message: string,
): void {
  assertThrows(() => runSync(main), kind, message);
}

Deno.test("gather names the generator function that nobody called", () => {
  assertFails(uncalled, TypeError, "generator function work, not a coroutine");
});

Deno.test("a coroutine handed to a second task is refused", () => {
  assertFails(handedOverTwice, Error, "already handed to a task");
});

Deno.test("a yield of an awaitable is told to become yield*", () => {
  assertFails(plainYield, TypeError, "with yield; use yield*");
});

Deno.test("a yield of a promise is told about fromPromise", () => {
  assertFails(foreignYield, TypeError, "use yield* fromPromise(promise)");
});

Deno.test("a coroutine that nobody drives fails in silence", () => {
  assertEquals(timedLinesOf(floating), ["1000 good night"]);
});

Deno.test("a spent coroutine gives undefined at once and in silence", () => {
  assertEquals(timedLinesOf(spent), [
    "20 first time: my life's work",
    "20 second time: undefined",
  ]);
});
