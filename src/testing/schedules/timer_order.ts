/**
 * Which timers may fire next, when nobody knows how long I/O takes.
 *
 * A timer of 10 ms that was set together with one of 20 ms fires first, always. Of
 * a timer of 20 ms, and one of 10 ms that was set after some file had been read,
 * either may be first: it depends on how long the reading took. A search must try
 * both, and must not try what no duration explains.
 *
 * So times are kept as what is known of them. A *base* is the unknown moment of
 * an I/O completion; moments that are reached from it by timers alone lie at known
 * distances behind it, and a deadline is a base and a distance. What happens
 * teaches something of the distances between bases:
 *
 * - a completion comes: no earlier than now, no later than any deadline that is
 *   still ahead;
 * - a timer fires: its deadline is no earlier than now, and no other deadline is
 *   earlier than it.
 *
 * All of these say "b is at least so much later than a". Such knowledge is kept
 * closed: whenever one is added, what follows from it and the others is added
 * too (a longest path in a graph of differences). Then a timer is surely later
 * than another when that stands in the table, and there are durations that make
 * it first when it is surely later than none.
 *
 * Bases that no deadline refers to are forgotten, so the table is as small as the
 * number of completions after which timers were set that still wait.
 *
 * @module
 */

/** When a timer is due. */
export interface Deadline {
  /** The completion it is counted from. */
  readonly base: number;
  /** Milliseconds after that. */
  readonly offset: number;
}

/** Less than any difference between delays that somebody means. */
const JUST = 1e-6;

const START: Deadline = { base: 0, offset: 0 };

/** What is known of the deadlines of a run. */
export class TimerOrder {
  /** Deadlines ahead, in the order in which their timers were set. */
  readonly #waiting: Deadline[] = [];
  /** Base `b` comes at least `#least[a][b]` milliseconds after base `a`. */
  #least: number[][] = [[0]];
  #now = START;

  /** Whether no timer waits. */
  get idle(): boolean {
    return this.#waiting.length === 0;
  }

  /** Begins anew, for the next run. */
  reset(): void {
    if (this.#now === START && this.idle) return;
    this.#waiting.length = 0;
    this.#forget();
  }

  /** A timer is set. */
  set(delay: number): Deadline {
    const { base, offset } = this.#now;
    const deadline = { base, offset: offset + Math.max(0, delay) };
    this.#waiting.push(deadline);
    return deadline;
  }

  /** A timer is called off. */
  callOff(deadline: Deadline): void {
    const place = this.#waiting.indexOf(deadline);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** Whether there are durations of I/O with which a timer is the next. */
  mayBeNext(deadline: Deadline): boolean {
    let setLater = true;
    for (const other of this.#waiting) {
      if (other === deadline) setLater = false;
      else {
        const lead = this.#leastLead(other, deadline);
        if (lead > 0 || lead === 0 && setLater) return false;
      }
    }
    return true;
  }

  /** Those that are due at the very moment of a timer, in the order of setting. */
  dueWith(deadline: Deadline): Deadline[] {
    return this.#waiting.filter(({ base, offset }) =>
      base === deadline.base && offset === deadline.offset
    );
  }

  /** A timer fires, which no other may have preceded. */
  fired(deadline: Deadline): void {
    this.#learn(this.#now, deadline, 0);
    let setEarlier = true;
    for (const other of this.#waiting) {
      if (other === deadline) setEarlier = false;
      else this.#learn(deadline, other, setEarlier ? JUST : 0);
    }
    this.#now = deadline;
    this.callOff(deadline);
    if (this.idle) this.#forget();
  }

  /** A completion comes, after nobody knows how long. */
  delivered(): void {
    if (this.idle) return this.#forget();
    const now = { base: this.#freeBase(), offset: 0 };
    this.#learn(this.#now, now, 0);
    for (const deadline of this.#waiting) this.#learn(now, deadline, 0);
    this.#now = now;
  }

  /** Learns that one moment comes at least so much after another. */
  #learn(from: Deadline, to: Deadline, lead: number): void {
    const least = this.#least;
    const a = from.base;
    const b = to.base;
    const gap = from.offset - to.offset + lead;
    if (gap <= least[a]![b]!) return;
    const after = [...least[b]!]; // as it is now, while rows change
    for (const row of least) {
      const before = row[a]! + gap;
      for (let base = 0; base < row.length; base++) {
        row[base] = Math.max(row[base]!, before + after[base]!);
      }
    }
  }

  /** How much later a moment is than another, for certain. */
  #leastLead(from: Deadline, to: Deadline): number {
    return this.#least[from.base]![to.base]! + to.offset - from.offset;
  }

  /** A base of which nothing is known; one that nobody refers to, if any. */
  #freeBase(): number {
    const least = this.#least;
    const used = new Set(this.#waiting.map(({ base }) => base));
    used.add(this.#now.base);
    const free = least.findIndex((_, base) => !used.has(base));
    const base = free < 0 ? least.length : free;
    if (free < 0) least.push([]);
    for (let other = 0; other < least.length; other++) {
      least[other]![base] = -Infinity;
      least[base]![other] = -Infinity;
    }
    least[base]![base] = 0;
    return base;
  }

  #forget(): void {
    this.#now = START;
    if (this.#least.length > 1) this.#least = [[0]];
  }
}
