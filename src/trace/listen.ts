import { currentLoop } from "../loop/base_event_loop.ts";
import type { TraceMoment, TraceSink } from "../loop/trace_event.ts";
import { printedText } from "./printed_text.ts";

/** The methods of a console that print a line. */
const METHODS = ["log", "info", "debug", "warn", "error"] as const;

/** A console, or whatever stands for one. */
export type PrintingConsole = Record<
  "log" | "info" | "debug" | "warn" | "error",
  (...args: unknown[]) => void
>;

/** How to listen to a console. */
export interface ListenOptions {
  /** Whether the lines are still printed; by default they are. */
  echo?: boolean;
}

/** A console that is being listened to. */
export interface Listening extends Disposable {
  /** Stops listening and gives the console its own methods back. */
  stop(): void;
}

/**
 * Records every line that is printed as a `printed` event.
 *
 * @param sink who hears of it
 * @param console what to listen to
 * @param options whether the lines are still printed
 * @param lastMoment the time and pass of what is printed outside of any loop
 * @returns what ends it
 */
export function listenTo(
  sink: TraceSink,
  console: PrintingConsole,
  { echo = true }: ListenOptions,
  lastMoment: () => TraceMoment,
): Listening {
  let listening = true;
  const restores = METHODS.map((method) => {
    const own = Object.getOwnPropertyDescriptor(console, method);
    const original = console[method];
    const heard = (...args: unknown[]): void => {
      if (listening) record(sink, args, lastMoment);
      if (echo || !listening) original.apply(console, args as never[]);
    };
    console[method] = heard;
    return () => {
      // Somebody may have come after us: then our place in the chain stays.
      if (console[method] !== heard) return;
      if (own) Object.defineProperty(console, method, own);
      else Reflect.deleteProperty(console, method);
    };
  });
  const stop = (): void => {
    if (!listening) return;
    listening = false;
    for (const restore of restores) restore();
  };
  return { stop, [Symbol.dispose]: stop };
}

function record(
  sink: TraceSink,
  args: readonly unknown[],
  lastMoment: () => TraceMoment,
): void {
  const loop = currentLoop();
  const { time, pass } = loop === null
    ? lastMoment()
    : { time: loop.time(), pass: loop._pass };
  sink.record({
    kind: "printed",
    time,
    pass,
    text: printedText(args),
    by: loop?._tracer?.actor() ?? null,
  });
}
