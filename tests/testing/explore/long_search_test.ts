import { assert, assertEquals } from "@std/assert";
import {
  LongSearch,
  type Terminal,
} from "../../../src/testing/explore/long_search.ts";
import { Tally } from "../../../src/testing/explore/search.ts";

/** A terminal that keeps what is written to it. */
class FakeTerminal implements Terminal {
  written = "";
  exited: number | null = null;
  readonly listeners: (() => void)[] = [];
  readonly isTerminal: boolean;

  constructor(isTerminal = true) {
    this.isTerminal = isTerminal;
  }

  write(text: string): void {
    this.written += text;
  }
  onInterrupt(callback: () => void): void {
    this.listeners.push(callback);
  }
  offInterrupt(callback: () => void): void {
    const place = this.listeners.indexOf(callback);
    if (place >= 0) this.listeners.splice(place, 1);
  }
  exit(code: number): void {
    this.exited = code;
  }
}

/** A search that has done 1,234,567 schedules, and a clock that can be set. */
function longSearch(terminal: FakeTerminal, share = 0.374) {
  const clock = { now: 0 };
  const tally = new Tally();
  tally.schedules = 1_234_567;
  const search = new LongSearch(
    { tally, share: () => share, interrupted: () => "To go on: so" },
    () => clock.now,
    () => terminal,
  );
  return { clock, tally, search };
}

Deno.test("a search of less than a second says nothing and listens to nothing", () => {
  const terminal = new FakeTerminal();
  const { clock, search } = longSearch(terminal);
  clock.now = 999;
  search.turn();
  search.close();
  assertEquals([terminal.written, terminal.listeners.length], ["", 0]);
});

Deno.test("a longer search says how far it is, in one line, four times a second at most", () => {
  const terminal = new FakeTerminal();
  const { clock, search } = longSearch(terminal);
  for (clock.now = 1_000; clock.now < 2_000; clock.now += 10) search.turn();
  const lines = terminal.written.split("\r\x1b[2K").slice(1);
  assertEquals(lines.length, 4);
  assertEquals(
    lines[0],
    "exploring: 1,234,567 schedules, about 37 %, 1,234,567 a second",
  );
  search.close();
  assert(terminal.written.endsWith("\r\x1b[2K"), "the line is still there");
});

Deno.test("where nobody looks nothing is written, and Ctrl-C is heard all the same", () => {
  const terminal = new FakeTerminal(false);
  const { clock, search } = longSearch(terminal);
  clock.now = 1_000;
  search.turn();
  assertEquals([terminal.written, terminal.listeners.length], ["", 1]);
});

Deno.test("Ctrl-C ends a search with what was seen, and how to go on", () => {
  const terminal = new FakeTerminal();
  const { clock, search } = longSearch(terminal);
  clock.now = 1_000;
  search.turn();
  terminal.listeners[0]!();
  assert(
    terminal.written.endsWith(
      "\nInterrupted after 1,234,567 schedules; none of them failed.\nTo go on: so\n",
    ),
    terminal.written,
  );
  assertEquals([terminal.exited, terminal.listeners.length], [130, 0]);
});

Deno.test("a share of the whole is told from a hundredth of a percent on", () => {
  for (
    const [share, told] of [
      [0, ""],
      [0.000_09, ""],
      [0.000_1, ", about 0.01 %"],
      [0.004_56, ", about 0.46 %"],
      [0.01, ", about 1 %"],
    ] as const
  ) {
    const terminal = new FakeTerminal();
    const { clock, search } = longSearch(terminal, share);
    clock.now = 1_000;
    search.turn();
    assertEquals(
      terminal.written,
      `\r\x1b[2Kexploring: 1,234,567 schedules${told}, 1,234,567 a second`,
    );
  }
});

Deno.test("Ctrl-C tells how many schedules have failed where all are counted", () => {
  const terminal = new FakeTerminal();
  const { clock, tally, search } = longSearch(terminal);
  tally.failures = 2_000;
  clock.now = 1_000;
  search.turn();
  terminal.listeners[0]!();
  assert(
    terminal.written.includes("schedules; 2,000 of them failed.\n"),
    terminal.written,
  );
});
