/**
 * Looks for what a body has left over when it is done.
 *
 * @module
 */

import type { CoroutineBody } from "./coroutine_body.ts";
import { HostTurn } from "../host/host_turn.ts";
import { type Leak, LeakError, RejectionLeak } from "./leaks.ts";
import { errorAt, originOf } from "../host/origins.ts";
import type { RejectionWatch } from "./unhandled.ts";
import type { VirtualHost } from "./virtual_host.ts";
import type { VirtualRun } from "./virtual_run.ts";
import type { Advance } from "./virtual_time.ts";

/** Where something may be left over. */
export interface Places {
  /** Its timers. */
  readonly host: VirtualHost;
  /** Those who wait in `advance`. */
  readonly advances: ReadonlySet<Advance>;
  /** Its tasks. */
  readonly coroutines: CoroutineBody;
  /** Its operations of the real host. */
  readonly run: VirtualRun;
  /** Its unhandled rejections. */
  readonly rejections: RejectionWatch;
}

/** Turns in which the host may still report, and finish what was closed. */
const LAST_TURNS = 3;

/** Deno waits for two things of each worker, until its thread has ended. */
const OF_WORKER = /^op_host_recv_(ctrl|message)/;
const WORKER = "op_host_recv_ctrl";

/** So often the thread of a terminated worker is waited for; pauses in ms. */
const WORKER_TURNS = 100;
const WORKER_PAUSE = 5;

/**
 * Gives the host its last turns, and looks.
 *
 * @param places where
 * @throws {LeakError} when something is there
 */
export async function checkLeaks(places: Places): Promise<void> {
  await hostTurns(LAST_TURNS);
  await workersEnd(places.run);
  const leaks = [
    ...places.coroutines.leaks(),
    ...timerLeaks(places.host),
    ...advanceLeaks(places.advances),
    ...operationLeaks(places.run),
    ...rejectionLeaks(places.rejections),
  ];
  if (leaks.length === 0) return;
  throw errorAt(leaks[0]!.origin, () => new LeakError(leaks, "virtual()"));
}

function timerLeaks(host: VirtualHost): Leak[] {
  return Array.from(host.timers()).filter(({ refed }) => refed).map(
    ({ kind, label, deadline, origin }) => ({
      kind: kind === "time.sleep" || kind === "timers/promises"
        ? "promise"
        : "timer",
      label: `${label}, due at ${deadline} ms`,
      origin: originOf(origin),
    }),
  );
}

function advanceLeaks(advances: ReadonlySet<Advance>): Leak[] {
  return Array.from(advances, ({ target, origin }) => ({
    kind: "promise",
    label: `time.advance, which was to end at ${target} ms`,
    origin: originOf(origin),
  }));
}

/** Only where the host tells all: elsewhere an idle connection looks the same. */
function operationLeaks({ watch }: VirtualRun): Leak[] {
  if (watch.certainty !== "certain") return [];
  return watch.work()
    .filter(({ name }) => name === WORKER || !OF_WORKER.test(name))
    .map(({ name, origin }) => ({
      kind: "operation",
      label: name === WORKER
        ? `a worker that goes on, as nobody has terminated it (${name})`
        : `${name} of the host, in flight`,
      origin,
    }));
}

function rejectionLeaks(rejections: RejectionWatch): Leak[] {
  return rejections.reasons().map((reason) => new RejectionLeak(reason));
}

/** `terminate()` returns before the worker's thread has ended. */
function workersEnd({ watch }: VirtualRun): Promise<void> {
  return new Promise((resolve) => {
    let left = WORKER_TURNS;
    const look = () => {
      const waits = left-- > 0 &&
        watch.work().some(({ name }) => OF_WORKER.test(name));
      if (waits) return turn.after(WORKER_PAUSE);
      turn.close();
      resolve();
    };
    const turn = new HostTurn(look);
    look();
  });
}

function hostTurns(count: number): Promise<void> {
  return new Promise((resolve) => {
    const turn = new HostTurn(() => {
      if (--count > 0) return turn.next();
      turn.close();
      resolve();
    });
    turn.next();
  });
}
