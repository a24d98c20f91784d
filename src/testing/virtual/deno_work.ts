/**
 * The operations of Deno that are under way, each with its name and the stack that
 * began it: Deno lists them inside, for its own search for leaks.
 *
 * @module
 */

import {
  type DenoCore,
  denoCore,
  promiseJobRunner,
} from "../host/host_turn.ts";
import { originOf } from "../host/origins.ts";
import type { HostWatch, HostWork } from "./host_watch.ts";

/** Deno's numbers for what it lists. */
const OPERATION = 0;
const TIMER = 2;
const INTERVAL = 3;
const KINDS = [OPERATION, TIMER, INTERVAL];

/** Operations that wait for somebody else to begin something. */
const STANDING =
  /^op_(http_wait|net_accept|signal_poll|fs_events_poll|node_ipc_read)/;

let watching = 0;
let tracedBefore = false;

/** Has Deno list what is under way, until what it gives is called. */
function traceDeno(core: DenoCore): () => void {
  if (watching++ === 0) {
    tracedBefore = core.isLeakTracingEnabled!();
    core.setLeakTracingEnabled!(true);
  }
  return () => {
    if (--watching === 0) core.setLeakTracingEnabled!(tracedBefore);
  };
}

/** Begins to look; what is in flight already doesn't count. */
export function watchDeno(core: DenoCore): HostWatch {
  const close = traceDeno(core);
  const known = core.getAllLeakTraces!().has(OPERATION)
    ? new Set(operations(core, 0).map(({ id }) => id))
    : new Set<number>();
  let from = 0;
  const pending = () => {
    const found = operations(core, from);
    from = found[0]?.id ?? from;
    return found.filter(({ id }) => !known.has(id));
  };
  const work = () => pending().filter(({ name }) => !STANDING.test(name));
  return {
    certainty: "certain",
    busy: () => core.getAllLeakTraces!().has(OPERATION) && work().length > 0,
    realTimers() {
      const traces = core.getAllLeakTraces!();
      return traces.has(TIMER) || traces.has(INTERVAL);
    },
    work,
    standing: () => pending().filter(({ name }) => STANDING.test(name)),
    close,
  };
}

/**
 * Sees what is begun of real between two turns of the host. Nobody but the code
 * that runs then can have begun it, and none of it can be over already.
 */
export interface BeginningsWatch {
  /** What is begun up to here is not meant. */
  mark(): void;
  /**
   * What was begun since: operations; of real timers only that there are.
   *
   * @returns `null` for nothing
   */
  begun(): readonly HostWork[] | null;
  /** Ends the watch. */
  close(): void;
}

/**
 * Begins to look.
 *
 * @returns `null` where the host doesn't tell, or needs turns for promise jobs
 */
export function watchBeginnings(): BeginningsWatch | null {
  const core = denoCore();
  if (core?.getAllLeakTraces === undefined || promiseJobRunner() === null) {
    return null;
  }
  const close = traceDeno(core);
  const last = () => {
    const traces = core.getAllLeakTraces!();
    return KINDS.map((kind) => Number(traces.get(kind) ?? -1));
  };
  let marks = last();
  return {
    mark: () => void (marks = last()),
    begun() {
      const now = last();
      if (now.every((id, kind) => id <= marks[kind]!)) return null;
      return operations(core, marks[0]! + 1);
    },
    close,
  };
}

/** The operations from an id on that are under way, the oldest first. */
function operations(
  core: DenoCore,
  from: number,
): (HostWork & { id: number })[] {
  const last = Number(core.getAllLeakTraces!().get(OPERATION) ?? -1);
  const found: (HostWork & { id: number })[] = [];
  for (let id = from; id <= last; id++) {
    const stack = core.getLeakTraceForPromise!({ [core.promiseIdSymbol!]: id });
    if (stack === undefined) continue;
    const name = /op_\w+/.exec(stack)?.[0] ?? "operation";
    found.push({ id, name, origin: originOf({ name, message: "", stack }) });
  }
  return found;
}
