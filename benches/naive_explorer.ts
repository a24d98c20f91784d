/**
 * The simplest explorer that goes through every schedule, as a measure.
 *
 * It knows bare completions, batches of up to two, and nothing else: no faults, no
 * timers, no labels, no outcomes, no turns of the host. It runs a body again and
 * again along a path of answers and has the engine run all promise jobs between
 * two of them. Whatever a real explorer does beyond this is what its features
 * cost.
 *
 * @module
 */

/** A world with nothing in it but completions. */
export interface NaiveWorld {
  io(label: string): Promise<void>;
  check(condition: unknown): void;
}

/** What came out. */
export interface NaiveCount {
  schedules: number;
  failures: number;
}

/**
 * Goes through every schedule. It must be called in a task of the host's.
 *
 * @param body what is explored
 * @param runJobs runs all promise jobs
 * @returns how many schedules there are, and how many fail
 */
export function exploreNaively(
  body: (world: NaiveWorld) => Promise<unknown>,
  runJobs: () => void,
): NaiveCount {
  const answers: number[] = [];
  const counts: number[] = [];
  const seen: NaiveCount = { schedules: 0, failures: 0 };
  do {
    if (!runOnce(body, runJobs, answers, counts)) seen.failures++;
    seen.schedules++;
  } while (nextPath(answers, counts));
  return seen;
}

/** One run; `false` when it fails. */
function runOnce(
  body: (world: NaiveWorld) => Promise<unknown>,
  runJobs: () => void,
  answers: number[],
  counts: number[],
): boolean {
  const pending: (() => void)[] = [];
  let place = 0;
  let done = false;
  let good = true;
  const world: NaiveWorld = {
    io: () => new Promise((resolve) => pending.push(resolve)),
    check(condition) {
      if (!condition) good = false;
    },
  };
  body(world).then(() => done = true, () => {
    done = true;
    good = false;
  });
  runJobs();
  while (!done && pending.length > 0) {
    const ways = pending.length ** 2; // each alone, and each pair in order
    let way = 0;
    if (ways > 1) {
      if (place === answers.length) {
        answers.push(0);
        counts.push(ways);
      }
      way = answers[place++]!;
    }
    deliver(way, pending);
    runJobs();
  }
  return done && good;
}

function deliver(way: number, pending: (() => void)[]): void {
  const others = pending.length - 1;
  if (way <= others) return pending.splice(way, 1)[0]!();
  const pair = way - others - 1;
  const first = Math.floor(pair / others);
  const second = pair % others;
  const resolveFirst = pending.splice(first, 1)[0]!;
  const resolveSecond = pending.splice(second, 1)[0]!;
  resolveFirst();
  resolveSecond();
}

/** Turns to the next path; `false` when there is none. */
function nextPath(answers: number[], counts: number[]): boolean {
  while (answers.length > 0) {
    const last = answers.length - 1;
    if (++answers[last]! < counts[last]!) return true;
    answers.pop();
    counts.pop();
  }
  return false;
}
