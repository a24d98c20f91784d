import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { gathered, main } from "./two_errors.ts";
import { main as native } from "./two_errors_native.ts";

Deno.test("a group keeps the error of a cleanup beside the one that caused it", async () => {
  assertEquals(await linesOf(main), [
    "try again: orders: come back later",
    "a mistake: basket: clean() is not a function",
  ]);
});

Deno.test("Promise.all keeps the first error and drops the second without a word", async () => {
  const unhandled: unknown[] = [];
  const listener = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    unhandled.push(event.reason);
  };
  addEventListener("unhandledrejection", listener);
  try {
    assertEquals(await linesOf(native), ["caught: orders: come back later"]);
    assertEquals(unhandled, []);
  } finally {
    removeEventListener("unhandledrejection", listener);
  }
});

Deno.test("gather throws the first error and drops the second without a word", async () => {
  assertEquals(await linesOf(gathered), ["caught: orders: come back later"]);
});
