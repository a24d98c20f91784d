/**
 * What can be known of the host's work in flight: the words for it.
 *
 * @module
 */

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
