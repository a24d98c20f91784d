/**
 * What the host could deliver: completions that a run waits for.
 *
 * @module
 */

import type { Deadline } from "./timer_order.ts";

/** What a pending completion is of. */
export type CompletionKind =
  /** A bare `io(label)`. */
  | "io"
  /** A call of a wrapped function is about to take effect. */
  | "effect"
  /** The result of such a call is on its way back. */
  | "result"
  /** A timer, of the host or of the loop. */
  | "timer";

/** A completion that the host has not delivered yet. */
export interface Pending {
  /** What it is of. */
  readonly kind: CompletionKind;
  /** What the body calls it. */
  readonly label: string;
  /** Counted from 0 in the order in which they became pending in this run. */
  readonly id: number;
  /** The id of the completion in whose step it was made, -1 for none. */
  readonly parent: number;
  /** For a result, the id of the call that it is of. */
  readonly effect?: number;
  /** Whether the host may deliver it together with others, as it does I/O. */
  readonly joins: boolean;
  /** What it may fail with; `null` when it can't. */
  readonly faults: readonly unknown[] | null;
  /** What it touches, where the body has said so. */
  readonly resource: unknown;
  /** When it is due, for a timer; `null` for what takes any time. */
  readonly deadline: Deadline | null;
  /** A sentence's worth of it, for a reader. */
  describe(): string;
  /** Completes it; promise jobs run later. */
  deliver(): void;
  /** Completes it with a fault of its list. */
  fail(fault: unknown): void;
}
