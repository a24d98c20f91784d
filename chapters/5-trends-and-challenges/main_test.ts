import { assertEquals } from "@std/assert";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, timedLinesOf } from "../recording.ts";

Deno.test("a limit around a group calls off what is late and keeps what has come", () => {
  assertEquals(timedLinesOf(main), [
    "20 customer: answered",
    "30 basket: answered",
    "50 orders: answered",
    "70 advice: called off",
    "70 time is up",
    "70 the page shows customer, basket, orders",
  ]);
});

Deno.test("with a signal handed to every request, the native program prints the same", async () => {
  assertEquals(await linesOf(native), await linesOf(main));
});
