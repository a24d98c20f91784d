import { assertRejects } from "@std/assert";
import { main } from "./forgotten_call.ts";
import { record } from "../recording.ts";

Deno.test("a function in the place of a coroutine is an error that says: call it", async () => {
  await assertRejects(
    () => record(main),
    TypeError,
    "got the generator function hello, not a coroutine; call it: hello()",
  );
});
