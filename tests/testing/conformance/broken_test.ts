/**
 * The suite bites, and at the right place: loops with a small bug each, and the
 * rule that the suite says is broken.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import {
  type Adapter,
  conformance,
} from "../../../src/testing/conformance/conformance.ts";

/** A bug in the small loop. */
interface Broken {
  /** What goes wrong. */
  readonly name: string;
  /** The rule that it breaks. */
  readonly rule: number;
  /** The part that it is in. */
  readonly file: "small_loop.ts" | "small_cancellation.ts";
  /** What to replace; stands there exactly once. */
  readonly from: string;
  /** What to put there. */
  readonly to: string;
}

const LOOP = "small_loop.ts";
const CANCELLATION = "small_cancellation.ts";

const BROKEN: readonly Broken[] = [
  {
    name: "a pass also runs what its own callbacks schedule",
    rule: 1,
    file: LOOP,
    from: "count > 0; count--",
    to: "this.ready.length > 0;",
  },
  {
    name: "due timers go before what is ready",
    rule: 1,
    file: LOOP,
    from: "this.ready.push(...this.timers",
    to: "this.ready.unshift(...this.timers",
  },
  {
    name: "equal deadlines fire last in, first out",
    rule: 2,
    file: LOOP,
    from: "this.timers.push(handle);",
    to: "this.timers.unshift(handle);",
  },
  {
    name: "timers fire in the order they were set",
    rule: 2,
    file: LOOP,
    from: "this.timers.sort((a, b) => a.when - b.when);",
    to: "",
  },
  {
    name: "a cancelled timer holds the clock",
    rule: 2,
    file: LOOP,
    from: "this.timers = this.timers.filter(({ run }) => run !== null);",
    to: "",
  },
  {
    name: "stop ends the pass at once",
    rule: 3,
    file: LOOP,
    from: "count > 0; count--",
    to: "count > 0 && !this.stopping; count--",
  },
  {
    name: "a loop that was stopped stays so",
    rule: 3,
    file: LOOP,
    from: "    this.stopping = false;\n",
    to: "",
  },
  {
    name: "an error in a callback is lost",
    rule: 4,
    file: LOOP,
    from: "this.onError(error);",
    to: "",
  },
  {
    name: "awaiting a done future takes a pass",
    rule: 5,
    file: LOOP,
    from: 'if (this.state === "pending") yield this;',
    to: "yield this;",
  },
  {
    name: "done callbacks run at once",
    rule: 6,
    file: LOOP,
    from: "else this.loop.callSoon(() => callback(this));",
    to: "else callback(this);",
  },
  {
    name: "done callbacks run last in, first out",
    rule: 6,
    file: LOOP,
    from: "of this.callbacks)",
    to: "of this.callbacks.reverse())",
  },
  {
    name: "a task's first step runs at once",
    rule: 8,
    file: LOOP,
    from: "this.body = body;\n    loop.callSoon(() => this.step());",
    to: "this.body = body;\n    queueMicrotask(() => {});\n    this.step();",
  },
  {
    name: "the error of a task becomes its result",
    rule: 8,
    file: LOOP,
    from: 'this.settle("failed", error);',
    to: 'this.settle("finished", error);',
  },
  {
    name: "sleep(0) does not give way",
    rule: 9,
    file: CANCELLATION,
    from: "if (delay <= 0) return yield;",
    to: "if (delay <= 0) return null;",
  },
  {
    name: "sleep(0) takes two passes",
    rule: 9,
    file: LOOP,
    from: "if (value === undefined) this.loop.callSoon(() => this.step());",
    to:
      "if (value === undefined) this.loop.callSoon(() => this.loop.callSoon(() => this.step()));",
  },
  {
    name: "a sleep that is left leaves its timer behind",
    rule: 9,
    file: CANCELLATION,
    from: "timer.run = null;",
    to: "",
  },
  {
    name: "requests to cancel are not counted",
    rule: 10,
    file: CANCELLATION,
    from: "this.requests++;",
    to: "this.requests = 1;",
  },
  {
    name: "uncancel does not withdraw what is pending",
    rule: 10,
    file: CANCELLATION,
    from: "    if (this.requests === 0) this.mustCancel = false;\n",
    to: "",
  },
  {
    name: "a task that returns with a cancellation pending has finished",
    rule: 11,
    file: CANCELLATION,
    from: 'state === "finished" && this.mustCancel',
    to: "false",
  },
  {
    name: "a pending cancellation does not reach the next future",
    rule: 11,
    file: CANCELLATION,
    from: "if (this.mustCancel && this.waitsFor.cancel())",
    to: "if (false && this.waitsFor.cancel())",
  },
  {
    name: "anything that is yielded gives way",
    rule: 12,
    file: LOOP,
    from: 'this.step(new Error("Cannot wait for it"))',
    to: "this.step()",
  },
];

const HERE = new URL(".", import.meta.url);
const COPIES = new URL("../../../.loopbook/broken/", HERE);
const FILES = [LOOP, CANCELLATION, "small_adapter.ts"];

Deno.test("there is a broken loop for every rule that the small loop keeps", () => {
  assertEquals(
    [...new Set(BROKEN.map(({ rule }) => rule))],
    [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12],
  );
});

/** The loops that fail at their rule and at no other. */
const alone: string[] = [];

for (const broken of BROKEN) {
  const { name, rule } = broken;
  Deno.test(`the suite finds where it is broken that ${name} (rule ${rule})`, async () => {
    const report = await conformance(await load(broken)).run();
    assertEquals(report.broken, [rule], String(report));
    const failed = report.rules.filter(({ failed }) => failed > 0);
    if (failed.length === 1) alone.push(name);
  });
}

Deno.test("a dozen of them fail at their rule and at no other", () => {
  assert(alone.length >= 12, `Only ${alone.length}: ${alone.join(", ")}`);
});

/** Copies the small loop with the bug in it. */
async function load({ name, file, from, to }: Broken): Promise<Adapter> {
  // As deep as the original, so that its imports lead to the same place.
  const folder = new URL(`${name.replaceAll(/[^a-z0-9]+/gi, "-")}/`, COPIES);
  await Deno.mkdir(folder, { recursive: true });
  for (const each of FILES) {
    const text = await Deno.readTextFile(new URL(each, HERE));
    if (each === file) assertEquals(text.split(from).length, 2, from);
    const copy = each === file ? text.replace(from, () => to) : text;
    await Deno.writeTextFile(new URL(each, folder), copy);
  }
  const adapter = new URL("small_adapter.ts", folder);
  const { cancellable }: { cancellable: Adapter } = await import(adapter.href);
  return cancellable;
}
