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
function longSearch(terminal: FakeTerminal) {
  const clock = { now: 0 };
  const tally = new Tally();
  tally.schedules = 1_234_567;
  const search = new LongSearch(
    { tally, share: () => 0.374, resume: () => 'from: "1/3.0/2"' },
    () => clock.now,
    () => terminal,
  );
  return { clock, search };
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
      '\nInterrupted after 1,234,567 schedules; none of them failed.\nTo go on from here: explore(body, { from: "1/3.0/2" })\n',
    ),
    terminal.written,
  );
  assertEquals([terminal.exited, terminal.listeners.length], [130, 0]);
});
