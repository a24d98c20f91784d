import { assert, assertEquals } from "@std/assert";

Deno.test("a million schedules take no more memory than ten thousand", async () => {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--v8-flags=--expose-gc",
      `${import.meta.dirname}/fixtures/memory.ts`,
    ],
  }).output();
  assertEquals(code, 0);
  const grown = new TextDecoder().decode(stdout).trim().split("\n").map(Number);
  assertEquals(grown.length, 2);
  for (const bytes of grown) assert(bytes < 20e6, `${bytes} bytes`);
});
