import { assertEquals } from "@std/assert";
import { main } from "./one_try.ts";
import { main as native } from "./one_try_native.ts";
import { linesOf, timedLinesOf } from "../recording.ts";

Deno.test("one try reaches over every wait in it", () => {
  assertEquals(timedLinesOf(main), [
    "20 no bill: no price for a kettle",
    "20 the ledger is closed",
  ]);
});

Deno.test("an async function has the same try", async () => {
  assertEquals(await linesOf(native), [
    "no bill: no price for a kettle",
    "the ledger is closed",
  ]);
});
