/**
 * What the host could deliver: completions that a run waits for.
 *
 * @module
 */

import type { CompletionKind } from "./run_outcome.ts";
import type { Deadline } from "./timer_order.ts";

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
