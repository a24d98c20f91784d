import { assertEquals, assertThrows } from "@std/assert";
import { main as inlineMain } from "./inline.ts";
import { linesOf } from "../recording.ts";
import { Loop } from "./stage1.ts";
import { CancelledError, Future, main } from "./stage3.ts";

Deno.test("whoever settles a future finishes before its callbacks are called", async () => {
  assertEquals(await linesOf(main), [
    "the money is on the counter",
    "receipt: paid 30, 70 left",
  ]);
});

Deno.test("with callbacks called at once, the receipt sees the purse in the middle of the payment", async () => {
  assertEquals(await linesOf(inlineMain), [
    "receipt: paid 30, 100 left",
    "the money is on the counter",
  ]);
});

Deno.test("a future schedules its callbacks in the order in which they were added, late ones too", () => {
  const loop = new Loop();
  const future = new Future<string>(loop);
  const heard: string[] = [];
  future.addDoneCallback((done) => heard.push(`first ${done.result()}`));
  future.addDoneCallback((done) => heard.push(`second ${done.result()}`));
  future.setResult("tea");
  future.addDoneCallback((done) => heard.push(`late ${done.result()}`));
  assertEquals(heard, []);
  loop.run();
  assertEquals(heard, ["first tea", "second tea", "late tea"]);
});

Deno.test("a future is settled once and has no result before", () => {
  const future = new Future<number>(new Loop());
  assertThrows(() => future.result(), Error, "no result yet");
  future.setResult(1);
  assertThrows(() => future.setResult(2), Error, "done already");
  assertEquals(future.result(), 1);
});

Deno.test("a cancelled future throws a CancelledError, a done one refuses to be cancelled", () => {
  const future = new Future<number>(new Loop());
  assertEquals(future.cancel(), true);
  assertThrows(() => future.result(), CancelledError);
  assertEquals(future.cancel(), false);
});
