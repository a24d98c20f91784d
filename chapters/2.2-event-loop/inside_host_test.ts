import { assert } from "@std/assert";
import { main } from "./inside_host.ts";
import { linesOf } from "../recording.ts";

Deno.test("the host runs microtasks between two of its callbacks", async () => {
  const lines = await linesOf(main);
  const at = (text: string) => lines.indexOf(text);
  assert(at("host: first callback") < at("host: microtask"));
  assert(at("host: microtask") < at("host: second callback"));
});

Deno.test("no microtask of the host runs between two callbacks of one pass", async () => {
  const lines = await linesOf(main);
  const at = (text: string) => lines.indexOf(text);
  assert(at("ours: first callback") < at("ours: second callback"));
  assert(at("ours: second callback") < at("ours: microtask"));
});
