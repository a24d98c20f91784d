/**
 * Schedules that have failed once, kept in a file, and tried first next time.
 *
 * A race that was found after a night of searching should not take another night
 * to find again. The schedule goes into a small file beside the test; whoever has
 * the file, a colleague or CI, sees the failure in the first millisecond, and sees
 * it pass once the bug is mended. It stays in the file then, as a guard.
 *
 * ```json
 * {
 *   "no double spend": ["1.0.2+0"]
 * }
 * ```
 *
 * A schedule that no longer fits its body says nothing; it is dropped when the
 * file is written next. The file is written whole, to a neighbor that is then
 * renamed, so that nobody ever reads half of one.
 *
 * @module
 */

import type { FailureStory } from "../failures/failure_message.ts";
import { hostFiles } from "../host/host_files.ts";
import { parseSchedule } from "../schedules/schedule.ts";

/** So many schedules are kept of one body: the latest. */
const MOST = 20;

/** The schedules of each body, by its name. */
type Kept = Record<string, string[]>;

/** A file of schedules, as far as one body is concerned. */
export class KeptSchedules {
  /** The file. */
  readonly path: string;
  readonly #name: string;

  /**
   * @param path the file; it need not exist yet
   * @param name what the body is called in it
   */
  constructor(path: string, name: string) {
    this.path = path;
    this.#name = name;
  }

  /**
   * Reads the schedules of the body.
   *
   * @returns their spellings, the latest first
   * @throws {SyntaxError} when the file is not one of these
   */
  read(): string[] {
    return (this.#readAll()[this.#name] ?? []).toReversed();
  }

  /**
   * Adds a schedule.
   *
   * @param schedule its spelling
   * @param stale spellings that no longer fit the body
   * @returns the file's path
   */
  add(schedule: string, stale: readonly string[] = []): string {
    const all = this.#readAll();
    const others = (all[this.#name] ?? []).filter((each) =>
      each !== schedule && !stale.includes(each)
    );
    all[this.#name] = [...others, schedule].slice(-MOST);
    hostFiles("regressions").write(
      this.path,
      `${JSON.stringify(sorted(all), null, 2)}\n`,
    );
    return this.path;
  }

  /**
   * Adds a schedule where it can; that it can't must not hide the failure.
   *
   * @param schedule its spelling
   * @param stale spellings that no longer fit the body
   * @returns where it was saved, or why it was not
   */
  tryAdd(
    schedule: string,
    stale: readonly string[] = [],
  ): Pick<FailureStory, "saved" | "unsaved"> {
    try {
      return { saved: this.add(schedule, stale) };
    } catch (error) {
      return { unsaved: `${this.path}: ${(error as Error).message}` };
    }
  }

  #readAll(): Kept {
    const text = hostFiles("regressions").read(this.path);
    if (text === null) return {};
    try {
      return checked(JSON.parse(text));
    } catch (error) {
      throw new SyntaxError(
        `${this.path} is no file of schedules: ${
          (error as Error).message
        }; mend it, or delete it to begin anew`,
        { cause: error },
      );
    }
  }
}

function checked(value: unknown): Kept {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError("it holds no object of lists");
  }
  for (const [name, schedules] of Object.entries(value)) {
    if (!Array.isArray(schedules)) {
      throw new TypeError(`${JSON.stringify(name)} is no list`);
    }
    for (const schedule of schedules) parseSchedule(schedule);
  }
  return value as Kept;
}

function sorted(kept: Kept): Kept {
  return Object.fromEntries(
    Object.entries(kept).sort(([a], [b]) => a < b ? -1 : 1),
  );
}
