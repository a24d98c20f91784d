/**
 * Where a search stands, in a short text: to go on from there another day.
 *
 * The exhaustive walk is at the path of answers that it gives next, so the path
 * is all there is to write down: `1/3.0/2.2/4` is the second of three answers,
 * then the first of two, then the third of four. Searches that draw at random are
 * at a number.
 *
 * @module
 */

/**
 * Reads the numbers of a search that draws at random.
 *
 * @param text whole numbers with a colon between
 * @param count how many there are
 * @returns the numbers
 * @throws {SyntaxError} for anything else
 */
export function parseNumbers(text: string, count: number): number[] {
  const numbers = text.split(":").map(Number);
  const fits = numbers.length === count &&
    numbers.every((each) => Number.isSafeInteger(each) && each >= 0);
  if (fits) return numbers;
  throw new SyntaxError(
    `Place ${
      JSON.stringify(text)
    } is of another kind of search; give the options that it was printed with`,
  );
}

/** An answer and how many there were. */
export interface PathStep {
  readonly answer: number;
  readonly count: number;
}

/**
 * Writes a path down.
 *
 * @param path the answers that lead to the next run
 * @returns a text; empty at the start
 */
export function formatPath(path: readonly PathStep[]): string {
  return path.map(({ answer, count }) => `${answer}/${count}`).join(".");
}

/**
 * Reads a path.
 *
 * @param text as `formatPath` writes it
 * @returns the answers
 * @throws {SyntaxError} for what is no path; the message says which step
 */
export function parsePath(text: string): PathStep[] {
  if (text === "") return [];
  return text.split(".").map((step, place) => {
    const [, answer, count] = /^(\d+)\/(\d+)$/.exec(step) ?? [];
    if (answer === undefined || Number(answer) >= Number(count)) {
      throw new SyntaxError(
        `Step ${place + 1} of the place ${JSON.stringify(text)} is ${
          JSON.stringify(step)
        }; write an answer and how many there are, such as 1/3`,
      );
    }
    return { answer: Number(answer), count: Number(count) };
  });
}

/**
 * How much of a tree lies before a path: a guess that takes all branches of a
 * node for equally large.
 *
 * @param path the answers that lead to the next run
 * @returns from 0 to 1
 */
export function shareBefore(path: readonly PathStep[]): number {
  let share = 0;
  let branch = 1;
  for (const { answer, count } of path) {
    branch /= count;
    share += answer * branch;
  }
  return share;
}
