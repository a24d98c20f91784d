import { assert, assertEquals } from "@std/assert";
import { main } from "./counter.ts";
import { linesOf } from "../recording.ts";

Deno.test("Atomics.add loses no count, and ++ never makes one up", async () => {
  const [plain, atomic] = (await linesOf(main)).map((line) =>
    Number(/(\d+) of/.exec(line)![1])
  );
  assert(plain! >= 1_000_000 && plain! <= 2_000_000, String(plain));
  assertEquals(atomic, 2_000_000);
});

Deno.test("coroutines lose counts only where a wait stands between reading and writing", async () => {
  const [, , without, within] = await linesOf(main);
  assertEquals(without, "coroutines, wait after:   2000 of 2000");
  assertEquals(within, "coroutines, wait between: 1000 of 2000");
});
