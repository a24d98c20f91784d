import { assertEquals } from "@std/assert";
import { explore, replay, run, sleep, type World } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";
import { errorOf } from "../error_of.ts";
import { readTwice } from "../read_twice.ts";

Deno.test("exploring inside of a body that is explored is refused", async () => {
  for (const inner of [explore, survey, replay] as const) {
    assertEquals(
      await errorOf(() =>
        explore(async ({ io }) => {
          await io("a");
          await inner(readTwice, (inner === replay ? "" : {}) as never);
        })
      ),
      `Error: ${inner.name}() was called inside of a body that is being explored; call one after the other`,
    );
  }
});

Deno.test("exploring inside of a running loop is refused", async () => {
  let refusal: Promise<unknown> = Promise.resolve();
  await run(function* () {
    refusal = explore(readTwice);
    refusal.catch(() => {});
    yield* sleep(0);
  });
  assertEquals(
    await errorOf(() => refusal),
    "Error: explore() was called inside of a running event loop; call it from native code",
  );
});

Deno.test("explorations that overlap take turns", async () => {
  const running: string[] = [];
  const body = (name: string) => async ({ io, check }: World) => {
    running.push(name);
    await readTwice({ io } as World);
    check(running.every((each) => each === running.at(-1)), "mixed");
    running.length = 0;
  };
  const reports = await Promise.all([
    explore(body("one")),
    explore(body("two")),
    explore(body("three")),
  ]);
  assertEquals(reports.map(({ schedules }) => schedules), [4, 4, 4]);
});
