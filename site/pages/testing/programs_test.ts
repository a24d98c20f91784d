/** What the programs of the page show. */

import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { stub } from "@std/testing/mock";
import { explore, ScheduleError } from "../../../mod.ts";
import * as again from "./again.ts";
import * as drawn from "./drawn.ts";
import * as fewer from "./fewer.ts";
import { twoWithdrawals } from "./explored.ts";
import { onePayment } from "./faults.ts";
import { twoTransfers } from "./hang.ts";
import * as leaks from "./leaks.ts";
import * as orders from "./orders.ts";
import * as plain from "./plain.ts";
import * as retries from "./retries.ts";

/** What a program prints. */
async function printed(main: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  using _ = stub(console, "log", (...values: unknown[]) => {
    lines.push(values.join(" "));
  });
  await main();
  return lines;
}

Deno.test("the plain test passes", async () => {
  assertEquals(await printed(plain.main), ["all is well"]);
});

Deno.test("two withdrawals at once take out too much, with everything first in, first out", async () => {
  const error = await assertRejects(() => explore(twoWithdrawals));
  assertEquals((error as ScheduleError).shrunk, "");
  assertEquals(await printed(again.main), [
    "Ann had 100 and has taken out 160",
  ]);
});

Deno.test("three answers come in six orders, however they are delivered", async () => {
  assertEquals(await printed(orders.main), ["single 6 6", "batch 18 6"]);
});

Deno.test("a lost answer charges the card twice, and one fault is enough", async () => {
  const error = await assertRejects(() => explore(onePayment), ScheduleError);
  assertEquals([error.shrunk, error.cause instanceof Error], [
    "0.0.0.f1",
    true,
  ]);
});

Deno.test("the transfers wait for each other in a circle", async () => {
  const error = await assertRejects(() => explore(twoTransfers), ScheduleError);
  assertStringIncludes(error.message, "ann to bob → bob to ann → ann to bob");
});

Deno.test("eleven failures take 2,047 seconds of virtual time", async () => {
  assertEquals(await printed(retries.main), ["done after 2047 s"]);
});

Deno.test("a heartbeat that nobody stops is left over", async () => {
  const [line = ""] = await printed(leaks.main);
  assertStringIncludes(line, "left over");
});

Deno.test("priorities find what needs a task to be held up for long", async () => {
  const [line = ""] = await printed(drawn.main);
  assertStringIncludes(line, "seed 1");
});

Deno.test("what calls touch, once said, spares most schedules and no outcome", async () => {
  const [all, some] = (await printed(fewer.main)).map((line) =>
    line.match(/\d+/g)!.map(Number)
  );
  assert(some![0]! * 10 < all![0]!, `${some![0]} of ${all![0]} schedules`);
  assertEquals(some![1], all![1]);
});
