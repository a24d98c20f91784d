import { assert, assertEquals } from "@std/assert";
import { run, Trace } from "../../mod.ts";
import { main } from "./host.ts";
import { main as hello } from "./main.ts";
import { PretendHost } from "./pretend_host.ts";
import { record } from "../recording.ts";
import { linesOf } from "./recording.ts";

async function printed(program: () => Promise<unknown>): Promise<string[]> {
  return (await linesOf(program)).map(([, text]) => text);
}

Deno.test("a host that calls too early is asked again for the rest", async () => {
  assertEquals(await printed(main), [
    "   0 ms  loop: call me in 1000 ms",
    " 999 ms  host: now!",
    " 999 ms  loop: call me in 1 ms",
    "1000 ms  host: now!",
    "Hello, world!",
  ]);
});

Deno.test("a host that is on time is asked once", async () => {
  const host = new PretendHost();
  const lines = await printed(() =>
    host.during(() => run(hello, { clock: "real" }))
  );
  assertEquals(lines, [
    "   0 ms  loop: call me in 1000 ms",
    "1000 ms  host: now!",
    "Hello, world!",
  ]);
});

Deno.test("on virtual time the host is never asked", async () => {
  const host = new PretendHost();
  const lines = await printed(() =>
    host.during(() => run(hello, { clock: "virtual" }))
  );
  assertEquals(lines, ["Hello, world!"]);
});

Deno.test("the loop does the same on both clocks, event for event", async () => {
  const trace = new Trace();
  const host = new PretendHost();
  await printed(() => host.during(() => run(hello, { clock: "real", trace })));
  const events = await record(hello);
  assertEquals(trace.events, events.filter(({ kind }) => kind !== "printed"));
});

Deno.test("the real host is back in its place afterwards", async () => {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = performance;
  await new PretendHost().during(() => Promise.resolve());
  assert(globalThis.setTimeout === setTimeout);
  assert(globalThis.clearTimeout === clearTimeout);
  assert(performance.now === now);
});
