/**
 * What the real host still does for a program: the I/O that is in flight.
 *
 * A virtual clock must not jump over a file that is being read, and a program
 * that waits for a socket is not deadlocked. Hosts tell this in different ways.
 *
 * - Deno can list the operations that are under way, each with its name and the
 *   stack that began it (inside, for its own search for leaks). Operations begun
 *   before the run are not listed. A server that waits for somebody to call is
 *   not in flight, for no answer is due; but who waits for nothing else is not
 *   deadlocked either, since somebody may call.
 * - Node lists the kinds of resources that are open. What was open before the run
 *   doesn't count, nor do timers, servers and the like. Jobs of `crypto` are not
 *   on the list; its asynchronous hooks tell of them. Of `zlib` nothing tells.
 * - Browsers tell nothing.
 *
 * @module
 */

import { hostModule } from "../host/async_context.ts";
import { originOf } from "../host/origins.ts";
import {
  type DenoCore,
  denoCore,
  promiseJobRunner,
} from "../host/host_turn.ts";

/** An operation that the host has not finished. */
export interface HostWork {
  /** The host's name for it: `op_fetch_send`, `FSReqCallback`. */
  readonly name: string;
  /** Where it was begun, where the host tells it. */
  readonly origin: readonly string[];
}

/** How much the answer is worth. */
export type Certainty = "certain" | "likely" | "unknown";

/** Looks at the host for the time of one run. */
export interface HostWatch {
  /** Whether the host tells everything. */
  readonly certainty: Certainty;
  /** Whether something may be in flight: quick. */
  busy(): boolean;
  /**
   * Whether a real timer is set, by code outside of the run or with a function
   * that was taken before it.
   */
  realTimers(): boolean;
  /** What is in flight. */
  work(): readonly HostWork[];
  /** What waits for somebody outside to begin something. */
  standing(): readonly HostWork[];
  /** Ends the watch. */
  close(): void;
}

/** Begins to look; what is in flight already doesn't count. */
export function watchHost(): HostWatch {
  const core = denoCore();
  if (core?.getAllLeakTraces !== undefined) return watchDeno(core);
  const { process } = globalThis as unknown as { process?: NodeProcess };
  return process?.getActiveResourcesInfo === undefined
    ? NOTHING_KNOWN
    : watchNode(() => openResources(process), watchJobs());
}

const NOTHING_KNOWN: HostWatch = {
  certainty: "unknown",
  busy: () => false,
  realTimers: () => false,
  work: () => [],
  standing: () => [],
  close() {},
};

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

function watchDeno(core: DenoCore): HostWatch {
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

/** Node's names for its timers, and for TCP connections. */
const TIMEOUT = "Timeout";
const SOCKET = "TCPSocketWrap";

/** Resources of Node's that are open without anything being under way. */
const IDLE = new Set([
  "Immediate",
  "TCPServerWrap",
  "PipeServerWrap",
  "TTYWrap",
  "SignalWrap",
  "FSEventWrap",
]);

interface NodeProcess {
  getActiveResourcesInfo?(): string[];
  _getActiveHandles?(): readonly { readonly server?: unknown }[];
}

/**
 * What is open, without the sockets that a server of this process has accepted:
 * like the server, they wait for somebody to ask. Who asks has a socket as well.
 */
function openResources(process: NodeProcess): string[] {
  const names = process.getActiveResourcesInfo!();
  if (!names.includes(SOCKET)) return names;
  let accepted = (process._getActiveHandles?.() ?? [])
    .filter(({ server }) => server).length;
  return names.filter((name) => name !== SOCKET || accepted-- <= 0);
}

function watchNode(resources: () => string[], jobs: JobWatch): HostWatch {
  // What was open before counts no longer once it was seen closed. Requests come
  // and go; one that began before is soon over, and then it may be ours.
  const before = counts(resources().filter((name) => !/Req/i.test(name)));
  const more = (): Map<string, number> => {
    const now = counts(resources());
    for (const [name, count] of before) {
      const still = Math.min(count, now.get(name) ?? 0);
      before.set(name, still);
      now.set(name, (now.get(name) ?? 0) - still);
    }
    return now;
  };
  const work = () => [
    ...[...more()].flatMap(([name, count]): HostWork[] =>
      name === TIMEOUT ? [] : Array(count).fill({ name, origin: [] })
    ),
    ...jobs.inFlight.values(),
  ];
  return {
    certainty: "likely",
    busy: () => work().length > 0,
    realTimers: () => (more().get(TIMEOUT) ?? 0) > 0,
    work,
    standing: () => [],
    close: jobs.close,
  };
}

/** The jobs of Node's `crypto` that were begun in a run. */
interface JobWatch {
  readonly inFlight: ReadonlyMap<number, HostWork>;
  close(): void;
}

interface HookModule {
  createHook?(hooks: {
    init(id: number, type: string): void;
    destroy(id: number): void;
  }): { enable(): void; disable(): void };
}

/** Node calls them `HASHREQUEST`, `PBKDF2REQUEST` and so on. */
function watchJobs(): JobWatch {
  const inFlight = new Map<number, HostWork>();
  const module = hostModule("node:async_hooks") as HookModule | undefined;
  const hook = module?.createHook?.({
    init(id, type) {
      if (!type.endsWith("REQUEST")) return;
      const origin = originOf(new Error("job"));
      inFlight.set(id, { name: type, origin });
    },
    destroy: (id) => void inFlight.delete(id),
  });
  hook?.enable();
  return { inFlight, close: () => hook?.disable() };
}

function counts(names: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const name of names) {
    if (!IDLE.has(name)) counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return counted;
}
