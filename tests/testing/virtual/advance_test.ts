import { assertEquals, assertRejects } from "@std/assert";
import { virtual } from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";

Deno.test("time.advance() returns when all that follows from the callbacks has run", async () => {
  const log: string[] = [];
  await virtual(async (time) => {
    setTimeout(async () => {
      log.push("first");
      await hostSleep(10);
      for (let tick = 0; tick < 100; tick++) await null;
      log.push("second");
      setTimeout(() => log.push("third"), 10);
    }, 10);
    setTimeout(() => log.push("late"), 31);
    await time.advance(30);
    log.push(`advanced to ${time.now()}`);
    await time.advance(1);
  });
  assertEquals(log, ["first", "second", "third", "advanced to 30", "late"]);
});

Deno.test("time.advance() of two waiters ends for each in its time", async () => {
  const log: string[] = [];
  await virtual(async (time) => {
    const late = time.advance(20).then(() => log.push(`late at ${time.now()}`));
    const early = time.advance(5).then(() =>
      log.push(`early at ${time.now()}`)
    );
    await Promise.all([late, early, time.advance(0)]);
  });
  assertEquals(log, ["early at 5", "late at 20"]);
});

for (const bad of [-1, NaN, Infinity, "10", undefined]) {
  const shown = typeof bad === "string" ? '"10"' : String(bad);
  Deno.test(`time.advance() and time.sleep() refuse ${shown}`, async () => {
    for (const name of ["advance", "sleep"] as const) {
      const error = await assertRejects(
        () => virtual(async (time) => await time[name](bad as number)),
        RangeError,
      );
      assertEquals(
        error.message,
        `time.${name}() takes milliseconds from 0 on, not ${shown}`,
      );
    }
  });
}
