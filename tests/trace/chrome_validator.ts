/**
 * A validator for the JSON of Chrome's trace event format.
 *
 * Written from the published description of the format ("Trace Event Format")
 * and from what Perfetto says of its importer: which phases there are and what
 * each must carry, that spans on a thread nest or follow each other, that a flow
 * begins before it ends and both ends lie in a span.
 *
 * @module
 */

/** An object of unknown content. */
type Fields = Record<string, unknown>;

interface Span {
  readonly ts: number;
  readonly end: number;
}

/** Rounding in the millionth part of a microsecond is no overlap. */
const TOLERANCE = 1e-6;

/**
 * Checks a parsed file.
 *
 * @param file what `JSON.parse` gave
 * @returns what is wrong with it; empty when nothing is
 */
export function validateChromeTrace(file: unknown): string[] {
  if (!isObject(file)) return ["The file is not an object"];
  const { traceEvents, displayTimeUnit } = file;
  const faults: string[] = [];
  if (displayTimeUnit !== "ms" && displayTimeUnit !== "ns") {
    faults.push(`displayTimeUnit is ${displayTimeUnit}, not "ms" or "ns"`);
  }
  if (!Array.isArray(traceEvents)) {
    return [...faults, "traceEvents is not an array"];
  }
  const events: Fields[] = [];
  traceEvents.forEach((event, index) => {
    const found = isObject(event) ? faultsOf(event) : ["is not an object"];
    faults.push(...found.map((fault) => `Event ${index} ${fault}`));
    if (isObject(event)) events.push(event);
  });
  return faults.length > 0 ? faults : [
    ...faultsOfOrder(events),
    ...faultsOfNesting(events),
    ...faultsOfFlows(events),
    ...faultsOfNames(events),
  ];
}

function faultsOf(event: Fields): string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  demand(typeof event.name === "string", "has no name");
  demand(typeof event.cat === "string", "has no category");
  demand(isCount(event.pid) && event.pid > 0, "has no process above 0");
  demand(isCount(event.tid) && event.tid > 0, "has no thread above 0");
  demand(isTime(event.ts), `has ts ${event.ts}, not a time from 0 on`);
  demand(
    event.args === undefined || isObject(event.args),
    "has args that are not an object",
  );
  switch (event.ph) {
    case "X":
      demand(isTime(event.dur), `has dur ${event.dur}, not a length from 0 on`);
      break;
    case "i":
      demand(
        ["g", "p", "t"].includes(String(event.s)),
        `is an instant of scope ${event.s}`,
      );
      break;
    case "s":
    case "f":
      demand(
        typeof event.id === "number" || typeof event.id === "string",
        "is a flow without id",
      );
      demand(
        event.bp === undefined || (event.ph === "f" && event.bp === "e"),
        `has binding point ${event.bp}`,
      );
      break;
    case "M":
      faults.push(...faultsOfMetadata(event));
      break;
    default:
      faults.push(`has phase ${event.ph}`);
  }
  return faults;
}

function faultsOfMetadata({ name, args }: Fields): string[] {
  const content = isObject(args) ? args : {};
  switch (name) {
    case "process_name":
    case "thread_name":
      return typeof content.name === "string"
        ? []
        : ["names something without a name"];
    case "thread_sort_index":
      return Number.isInteger(content.sort_index)
        ? []
        : ["sorts a thread without an index"];
    default:
      return [`is metadata called ${name}`];
  }
}

/** The format allows any order; ours is by time, which viewers read fastest. */
function faultsOfOrder(events: readonly Fields[]): string[] {
  let last = new Map<unknown, number>();
  return events.flatMap(({ ph, ts, pid }, index) => {
    if (ph === "M") return [];
    const before = last.get(pid) ?? 0;
    last = last.set(pid, Number(ts));
    return Number(ts) < before ? [`Event ${index} goes back in time`] : [];
  });
}

function faultsOfNesting(events: readonly Fields[]): string[] {
  const faults: string[] = [];
  for (const [thread, spans] of spansOfThreads(events)) {
    const open: Span[] = [];
    const sorted = spans.toSorted((a, b) => a.ts - b.ts || b.end - a.end);
    for (const span of sorted) {
      while (
        open.length > 0 && (open.at(-1)?.end ?? 0) <= span.ts + TOLERANCE
      ) {
        open.pop();
      }
      const outer = open.at(-1);
      if (outer && span.end > outer.end + TOLERANCE) {
        faults.push(`Spans of thread ${thread} overlap at ${span.ts}`);
      }
      open.push(span);
    }
  }
  return faults;
}

function faultsOfFlows(events: readonly Fields[]): string[] {
  const faults: string[] = [];
  const spans = spansOfThreads(events);
  const ends = new Map<unknown, Fields[]>();
  for (const event of events) {
    if (event.ph !== "s" && event.ph !== "f") continue;
    ends.set(event.id, [...ends.get(event.id) ?? [], event]);
    const around = spans.get(threadOf(event))?.some(({ ts, end }) =>
      ts <= Number(event.ts) && Number(event.ts) <= end
    );
    if (!around) faults.push(`Flow ${event.id} has an end outside of any span`);
  }
  for (const [id, flow] of ends) {
    const [start, end] = [...flow].sort((a, b) =>
      Number(a.ts) - Number(b.ts) || (a.ph === "s" ? -1 : 1)
    );
    if (flow.length !== 2 || start?.ph !== "s" || end?.ph !== "f") {
      faults.push(`Flow ${id} is not one start and then one end`);
    } else if (start.cat !== end.cat || start.name !== end.name) {
      faults.push(`Flow ${id} changes its name or category`);
    }
  }
  return faults;
}

function faultsOfNames(events: readonly Fields[]): string[] {
  const named = new Set(
    events.filter(({ name }) => name === "thread_name").map(threadOf),
  );
  const used = new Set(
    events.filter(({ ph }) => ph !== "M").map(threadOf),
  );
  return [...used].filter((thread) => !named.has(thread))
    .map((thread) => `Thread ${thread} has no name`);
}

function spansOfThreads(events: readonly Fields[]): Map<string, Span[]> {
  const threads = new Map<string, Span[]>();
  for (const event of events) {
    if (event.ph !== "X") continue;
    const ts = Number(event.ts);
    const spans = threads.get(threadOf(event)) ?? [];
    threads.set(threadOf(event), spans);
    spans.push({ ts, end: ts + Number(event.dur) });
  }
  return threads;
}

function threadOf({ pid, tid }: Fields): string {
  return `${pid}/${tid}`;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value);
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
