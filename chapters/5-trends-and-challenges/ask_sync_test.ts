import { assertEquals, assertThrows } from "@std/assert";
import { main } from "./ask_sync.ts";
import { SyncBridge } from "./bridge.ts";
import { linesOf } from "../recording.ts";

const WORKER = new URL("bridge_worker.ts", import.meta.url);

Deno.test("a function has the answer of a coroutine, and no timer fires meanwhile", async () => {
  assertEquals(await linesOf(main), [
    'the answer to "How late is it?"',
    "caught: It is too dark to see",
    "timers that fired meanwhile: 0",
    "timers that fired afterwards: 1",
  ]);
});

Deno.test("a bridge answers again and again, whatever the letters", () => {
  using bridge = new SyncBridge(WORKER);
  assertEquals(bridge.ask("一"), 'the answer to "一"');
  assertEquals(bridge.ask("二"), 'the answer to "二"');
});

Deno.test("an answer that does not fit into the memory is an error, not half an answer", () => {
  using bridge = new SyncBridge(WORKER);
  assertThrows(
    () => bridge.ask("x".repeat(1024)),
    Error,
    "The answer is too long",
  );
});

Deno.test("a bridge whose patience ends says so", () => {
  using bridge = new SyncBridge(new URL("silent_worker.ts", import.meta.url));
  assertThrows(
    () => bridge.ask("Is anybody there?", 20),
    Error,
    'No answer to "Is anybody there?" within 20 ms',
  );
});
