/**
 * Company for whoever waits for a long search.
 *
 * After a second a search says how far it is, on a terminal, in one line that is
 * written over. Ctrl-C ends it, writes its checkpoint, and prints what was seen so far and
 * how the search goes on from there. Short searches never get to any of this:
 * they neither look for a terminal nor listen for a signal.
 *
 * @module
 */

import type { Tally } from "./search.ts";

/** Milliseconds that a search may take without a word. */
const QUIET = 1_000;

/** Milliseconds between two words. */
const PAUSE = 250;

/** A share of the whole that is too small to be told. */
const LEAST = 1e-4;

/** A search, as far as its company needs to know it. */
export interface Progress {
  readonly tally: Tally;
  /** What is done of the whole, from 0 to 1; `null` when nobody can say. */
  share(): number | null;
  /**
   * Keeps what there is to keep of a search that is interrupted.
   *
   * @returns how another goes on from here
   */
  interrupted(): string;
}

/** The process around a search, as far as it has one. */
export interface Terminal {
  /** Whether somebody looks at what is written. */
  readonly isTerminal: boolean;
  write(text: string): void;
  /** Calls back when somebody presses Ctrl-C. */
  onInterrupt(callback: () => void): void;
  offInterrupt(callback: () => void): void;
  /** Ends the process. */
  exit(code: number): void;
}

/** Keeps somebody company during one search. */
export class LongSearch {
  readonly #progress: Progress;
  readonly #clock: () => number;
  readonly #began: number;
  readonly #find: () => Terminal | null;
  #terminal: Terminal | null = null;
  #next: number;
  #drawn = false;

  /**
   * @param progress the search
   * @param clock the host's clock in milliseconds
   * @param find finds the terminal, once it is needed
   */
  constructor(
    progress: Progress,
    clock: () => number,
    find: () => Terminal | null = hostTerminal,
  ) {
    this.#progress = progress;
    this.#clock = clock;
    this.#find = find;
    this.#began = clock();
    this.#next = this.#began + QUIET;
  }

  /** On a turn of the host: says something, when it is time to. */
  turn(): void {
    const now = this.#clock();
    if (now < this.#next) return;
    this.#next = now + PAUSE;
    if (this.#terminal === null) {
      this.#terminal = this.#find();
      this.#terminal?.onInterrupt(this.#interrupt);
    }
    if (this.#terminal?.isTerminal) this.#draw(this.#terminal, now);
  }

  /** The search is over: the line goes away. */
  close(): void {
    if (this.#drawn) this.#terminal?.write("\r\x1b[2K");
    this.#terminal?.offInterrupt(this.#interrupt);
  }

  #draw(terminal: Terminal, now: number): void {
    const { tally } = this.#progress;
    const share = this.#progress.share();
    const rate = tally.schedules / (now - this.#began) * 1_000;
    const done = share === null || share < LEAST
      ? ""
      : `, about ${percent(share)}`;
    this.#drawn = true;
    terminal.write(
      `\r\x1b[2Kexploring: ${count(tally.schedules)} schedules${done}, ${
        count(Math.round(rate))
      } a second`,
    );
  }

  readonly #interrupt = () => {
    const terminal = this.#terminal!;
    const { tally } = this.#progress;
    this.close();
    terminal.write(
      `\nInterrupted after ${count(tally.schedules)} schedules; ${
        tally.failures === 0 ? "none" : count(tally.failures)
      } of them failed.\n${this.#progress.interrupted()}\n`,
    );
    terminal.exit(130);
  };
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function percent(share: number): string {
  return share < 0.01
    ? `${(share * 100).toFixed(2)} %`
    : `${Math.floor(share * 100)} %`;
}

interface HostProcess {
  readonly stderr?: { isTTY?: boolean; write(text: string): void };
  on(signal: string, callback: () => void): void;
  off(signal: string, callback: () => void): void;
  exit(code: number): void;
}

/** The terminal of Deno, Node or Bun; `null` in a browser. */
function hostTerminal(): Terminal | null {
  const { process } = globalThis as { process?: HostProcess };
  const stderr = process?.stderr;
  if (process === undefined || stderr === undefined) return null;
  return {
    isTerminal: stderr.isTTY === true,
    write: (text) => stderr.write(text),
    onInterrupt: (callback) => process.on("SIGINT", callback),
    offInterrupt: (callback) => process.off("SIGINT", callback),
    exit: (code) => process.exit(code),
  };
}
