import type {
  TraceEvent,
  TraceMoment,
  TraceSink,
} from "../loop/trace_event.ts";
import {
  type ChromeTrace,
  type ChromeTraceOptions,
  toChromeTrace,
} from "./chrome_trace.ts";
import {
  type Listening,
  type ListenOptions,
  listenTo,
  type PrintingConsole,
} from "./listen.ts";
import { type SvgOptions, toSvg } from "./svg.ts";
import { type TimelineOptions, toTimeline } from "./timeline.ts";

/** A trace as JSON. */
export interface TraceJson {
  /** The name of the format. */
  readonly format: "loopbook-trace";
  /** Its version. */
  readonly version: 1;
  /** What happened, in order. */
  readonly events: readonly TraceEvent[];
}

/**
 * Records what a loop does, and draws it.
 *
 * Hand it to `run`, `runSync` or an `EventLoop` as `trace`. Recording is one
 * `push`; all the work is done when a picture is asked for. Loops that run one
 * after the other may share a trace: each gets a picture of its own.
 *
 * asyncio has nothing of the kind; the closest is its debug mode.
 *
 * @example
 * ```ts
 * import { runSync, sleep, Trace } from "@loopbook/loopbook";
 * import { assertEquals } from "@std/assert";
 *
 * function* main() {
 *   yield* sleep(1000);
 * }
 *
 * const trace = new Trace();
 * runSync(main, { trace });
 * assertEquals(
 *   trace.toTimeline({ width: 60 }),
 *   `\
 * ms      0 ┈┈┈┈┈┈┈┈┈┈┈ 1000
 * pass    1             3
 * Task-1  █·· sleep ····█✓
 *
 * █ runs   · waits   ✓ done`,
 * );
 * ```
 */
export class Trace implements TraceSink {
  readonly #events: TraceEvent[] = [];

  /**
   * Makes a trace of events that were recorded before.
   *
   * @param events the events in the order they were recorded; they are copied
   * @returns a trace that can be drawn, and recorded to
   */
  static fromEvents(events: Iterable<TraceEvent>): Trace {
    const trace = new Trace();
    for (const event of events) trace.#events.push(event);
    return trace;
  }

  /** What happened so far, in the order it happened. */
  get events(): readonly TraceEvent[] {
    return this.#events;
  }

  /**
   * Takes one event; the loop calls this.
   *
   * @param event what happened
   */
  record(event: TraceEvent): void {
    this.#events.push(event);
  }

  /**
   * Hears the lines that are printed from now on, so that the pictures can
   * show them at their moment. Give the console back with `stop`, or with
   * `using`.
   *
   * @param console the console to listen to, by default the global one
   * @param options whether the lines are still printed
   * @returns what ends it
   *
   * @example
   * ```ts
   * import { runSync, Trace } from "@loopbook/loopbook";
   * import { assertStringIncludes } from "@std/assert";
   *
   * const trace = new Trace();
   * const listening = trace.listen(console, { echo: false });
   * runSync(function* () {
   *   console.log("Hello");
   * }, { trace });
   * listening.stop();
   * assertStringIncludes(trace.toTimeline(), "Hello");
   * ```
   */
  listen(
    console: PrintingConsole = globalThis.console,
    options: ListenOptions = {},
  ): Listening {
    return listenTo(this, console, options, () => this.#lastMoment());
  }

  /**
   * Draws the run as text, for a terminal or a book.
   *
   * @param options width in terminal columns (80), color, ASCII, limits
   * @returns lines of at most `width` columns, without a line break at the end
   * @throws {RangeError} when a number is not whole or too small
   */
  toTimeline(options: TimelineOptions = {}): string {
    return toTimeline(this.#events, options);
  }

  /**
   * Draws the run as SVG, for a page: light and dark by CSS variables, with a
   * text alternative, without script.
   *
   * @param options width in pixels (720), title, prefix of the ids, limits
   * @returns an `svg` element
   * @throws {RangeError} when a number is not whole or too small
   * @throws {TypeError} when the prefix is not a plain identifier
   */
  toSvg(options: SvgOptions = {}): string {
    return toSvg(this.#events, options);
  }

  /**
   * Writes the run in Chrome's trace event format, which Perfetto opens.
   *
   * A turn takes no virtual time, but needs some width to be seen: it is drawn
   * a little wide, and its true time stands in its arguments.
   *
   * @param options how wide turns are drawn, in microseconds
   * @returns an object to be stored as JSON
   * @throws {RangeError} when the width is not a number of at least 1
   *
   * @example
   * ```ts
   * import { runSync, sleep, Trace } from "@loopbook/loopbook";
   * import { assertEquals } from "@std/assert";
   *
   * const trace = new Trace();
   * runSync(sleep(1000), { trace });
   * const file = JSON.stringify(trace.toChromeTrace());
   * assertEquals(JSON.parse(file).displayTimeUnit, "ms");
   * ```
   */
  toChromeTrace(options: ChromeTraceOptions = {}): ChromeTrace {
    return toChromeTrace(this.#events, options);
  }

  /**
   * What `JSON.stringify` writes for a trace; `Trace.fromEvents` reads its
   * `events` back.
   *
   * @returns the events, and by what name and version the format goes
   */
  toJSON(): TraceJson {
    return { format: "loopbook-trace", version: 1, events: this.#events };
  }

  #lastMoment(): TraceMoment {
    const last = this.#events.at(-1);
    return { time: last?.time ?? 0, pass: last?.pass ?? 0 };
  }
}
