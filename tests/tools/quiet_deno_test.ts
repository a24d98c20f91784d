import { assertEquals } from "@std/assert";
import { runDenoQuietly } from "../../tools/quiet_deno.ts";
import { PROJECT } from "../weave/book.ts";

Deno.test("a command that takes too long is killed and has failed", async () => {
  const { code, output } = await runDenoQuietly(
    ["eval", "setInterval(() => {}, 1000)"],
    { cwd: PROJECT, time: 500 },
  );
  assertEquals([code !== 0, output.trim()], [
    true,
    "Killed by SIGTERM; it may take 0.5 s",
  ]);
});
