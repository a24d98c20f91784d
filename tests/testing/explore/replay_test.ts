import { assertEquals } from "@std/assert";
import { replay, type World } from "../../../mod.ts";
import { errorOf } from "../error_of.ts";
import { readTwice } from "../read_twice.ts";

Deno.test("a schedule that is no text is shown", async () => {
  assertEquals(
    await errorOf(() => replay(readTwice, 5 as never)),
    'TypeError: Schedule must be a text such as "1.0.2+0", not number 5',
  );
});

for (
  const [schedule, message] of [
    [
      "2.0",
      'Schedule "2.0" is not of this body: decision 1 is 2, where the body waits for one of 2 pending completions, 0 to 1: a, b',
    ],
    [
      "1.1",
      'Schedule "1.1" is not of this body: decision 2 is 1, where the body waits for the one pending completion, 0: a',
    ],
    [
      "v1.0",
      'Schedule "v1.0" is not of this body: decision 1 is v1, where the body waits for one of 2 pending completions, 0 to 1: a, b',
    ],
    [
      "0.0.0",
      'Schedule "0.0.0" is not of this body: the body is over after 2 of 3 decisions',
    ],
  ] as const
) {
  Deno.test(`the schedule ${schedule} of another body is refused where it stops fitting`, async () => {
    assertEquals(
      await errorOf(() => replay(readTwice, schedule)),
      `RangeError: ${message}`,
    );
  });
}

Deno.test("a value where the body asks for none, and none where it asks", async () => {
  const body = async ({ io, choose }: World) => {
    choose("which", ["x", "y"]);
    await io("a", { faults: ["lost"] }).catch(() => {});
  };
  for (
    const [schedule, wanted] of [
      ["0", "decision 1 is 0, where the body waits for a value, v0 to v1"],
      ["v2", "decision 1 is v2, where the body waits for a value, v0 to v1"],
      [
        "v1.0.f2",
        "decision 3 is f2, where the body waits for a fault or none, f0 to f1",
      ],
    ] as const
  ) {
    assertEquals(
      await errorOf(() => replay(body, schedule)),
      `RangeError: Schedule "${schedule}" is not of this body: ${wanted}`,
    );
  }
});

Deno.test("a schedule that ends early goes on first in, first out", async () => {
  const body = async ({ io }: World) => {
    let order = "";
    await Promise.all(
      ["a", "b", "c"].map((name) => io(name).then(() => order += name)),
    );
    return order;
  };
  assertEquals(await replay(body, ""), "abc");
  assertEquals(await replay(body, "1"), "bac");
  assertEquals(await replay(body, "2+0"), "cab");
});
