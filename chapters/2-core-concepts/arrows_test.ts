import { assertEquals } from "@std/assert";
import { sleep, type TraceEvent } from "../../mod.ts";
import { find, main, record } from "./arrows.ts";
import { linesOf } from "../recording.ts";

const pass = (pass: number): TraceEvent => ({
  kind: "pass",
  time: 0,
  pass,
  ready: 1,
});

Deno.test("evidence is found in the order of its conditions", () => {
  const events = [pass(2), pass(1), pass(2), pass(3)];
  const one = (event: TraceEvent) => event.pass === 1;
  const two = (event: TraceEvent) => event.pass === 2;
  assertEquals(find({ evidence: [one, two] }, events), [
    events[1]!,
    events[2]!,
  ]);
  assertEquals(find({ evidence: [one, one] }, events), null);
});

Deno.test("a first event that leads nowhere is passed over for a later one", () => {
  const events = [pass(4), pass(1), pass(2)];
  const any = () => true;
  const next = (event: TraceEvent, before?: TraceEvent) =>
    event.pass === before!.pass + 1;
  assertEquals(find({ evidence: [any, next] }, events), [
    events[1]!,
    events[2]!,
  ]);
});

Deno.test("a program that fails is not taken for evidence", async () => {
  let error: unknown;
  await record(function* () {
    yield* sleep(1);
    throw new Error("Line is dead");
  }).catch((thrown) => error = thrown);
  assertEquals(String(error), "Error: Line is dead");
});

Deno.test("each arrow is told with its events", async () => {
  const lines = await linesOf(main);
  const at = lines.indexOf(
    "6. future → event loop: puts the waiter into the queue",
  );
  assertEquals(lines.slice(at + 1, at + 3), [
    "   pass 5: prices is settled by a task",
    "   pass 5: Task-1 is woken",
  ]);
  assertEquals(lines.slice(-4), [
    "10. thread → future: settles it from outside",
    "   pass 6: Task-1 waits for a future (promise)",
    "   pass 6: a future (promise) is settled from outside",
    "   pass 6: Task-1 is woken",
  ]);
});
