import { assertRejects } from "@std/assert";
import { record } from "../recording.ts";
import { main } from "./yield_without_star.ts";

Deno.test("yield in the place of yield* is an error that says so", async () => {
  await assertRejects(
    // @ts-expect-error: a coroutine must not yield a coroutine
    () => record(main),
    TypeError,
    "yielded an awaitable with yield; use yield*",
  );
});
