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
 * - Browsers tell nothing: see `page_work.ts`.
 *
 * @module
 */

import { hostModule } from "../host/async_context.ts";
import { denoCore } from "../host/host_turn.ts";
import { originOf } from "../host/origins.ts";
import { watchDeno } from "./deno_work.ts";
import type { HostWatch, HostWork } from "./host_watch.ts";
import { watchPage } from "./page_work.ts";

/** Begins to look; what is in flight already doesn't count. */
export function watchHost(): HostWatch {
  const core = denoCore();
  if (core?.getAllLeakTraces !== undefined) return watchDeno(core);
  const { process } = globalThis as unknown as { process?: NodeProcess };
  return process?.getActiveResourcesInfo === undefined
    ? watchPage()
    : watchNode(() => openResources(process), watchJobs());
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
