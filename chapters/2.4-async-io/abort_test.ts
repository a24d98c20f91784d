import { assertEquals } from "@std/assert";
import { main } from "./abort.ts";
import { main as native } from "./abort_native.ts";
import { linesOf } from "../recording.ts";

const server = [
  "server: the reader of /aborted has gone",
  "server: still open: /forgotten",
];

Deno.test("the server sees the cancellation that went through a signal, and no other", async () => {
  assertEquals(await linesOf(main), [
    "client: cancelled, cancelled",
    ...server,
  ]);
});

Deno.test("a promise that was only given up leaves its connection open", async () => {
  assertEquals(await linesOf(native), [
    "client: AbortError, AbortError",
    ...server,
  ]);
});
