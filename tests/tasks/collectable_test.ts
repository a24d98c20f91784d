import { assert } from "@std/assert";

Deno.test("a loop on which errors got lost can be collected, and everything on it", async () => {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-prompt",
      "--no-check",
      "--v8-flags=--expose-gc",
      new URL("collectable.ts", import.meta.url).href,
    ],
  }).output();
  const printed = new TextDecoder().decode(stdout).trim();
  // The last one may still stand on the stack.
  assert(/^[012]$/.test(printed), printed + new TextDecoder().decode(stderr));
});
