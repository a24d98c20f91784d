/**
 * A run told in sentences, for those who can't see the picture.
 *
 * Each turn is one sentence: when, who, why now, what it did, how it ended. It
 * is the text alternative of the SVG, so it has to tell the same story, and no
 * longer than anybody wants to listen: after some forty turns it sums up.
 *
 * @module
 */

import { listed, waitedFor, withCommas } from "./plain_words.ts";
import { printable } from "./text_width.ts";
import type { Act, Actor, Reading, Turn } from "./turns.ts";

/** Turns that are told one by one. */
const MOST_TOLD = 40;

/** Names or printed lines in one list. */
const MOST_LISTED = 6;

/**
 * Tells a run.
 *
 * @param reading the trace, read as turns
 * @returns sentences, each with its full stop
 */
export function tellStory(reading: Reading): string[] {
  const told = reading.turns.slice(0, MOST_TOLD);
  const more = reading.turns.length - told.length;
  const clockwork = new Clockwork(reading);
  const sentences = [
    introduction(reading, clockwork),
    ...told.map((turn) => tellTurn(turn, clockwork)),
  ];
  if (more > 0) {
    sentences.push(`After that ${withCommas(more)} more turns follow.`);
  }
  sentences.push(...epilogue(reading));
  return sentences.map(printable);
}

/** What the sentences need to know of time. */
class Clockwork {
  readonly #origin: number;
  /** Why an actor runs in a turn, when no other turn says so. */
  readonly #reasons = new Map<number, "clock" | "host">();
  #told: string | null = null;

  constructor(reading: Reading) {
    this.#origin = Number.isInteger(reading.start) ? 0 : reading.start;
    for (const { stretches } of reading.actors) {
      stretches.forEach(({ endedBy }, index) => {
        const ready = stretches[index + 1];
        if (endedBy && ready) this.#reasons.set(ready.to, endedBy);
      });
    }
  }

  reasonOf(turn: Turn): "clock" | "host" | undefined {
    return this.#reasons.get(2 * turn.index);
  }

  write(time: number): string {
    return `${Number((time - this.#origin).toFixed(3))} ms`;
  }

  /** The time, when it is not the one that was told last. */
  news(turn: Turn): string {
    const time = this.write(turn.time);
    if (time === this.#told) return "";
    this.#told = time;
    return `At ${time} `;
  }
}

function introduction({ actors, end }: Reading, clockwork: Clockwork): string {
  const tasks = actors.filter(({ kind }) => kind === "task");
  const names = listed(tasks.map(({ name }) => name), MOST_LISTED);
  const length = clockwork.write(end);
  if (tasks.length === 0) {
    return `No task runs; the recording ends at ${length}.`;
  }
  return tasks.length === 1
    ? `One task, ${names}, runs; the recording ends at ${length}.`
    : `${
      withCommas(tasks.length)
    } tasks run: ${names}; the recording ends at ${length}.`;
}

function tellTurn(turn: Turn, clockwork: Clockwork): string {
  const when = clockwork.news(turn);
  const deeds = [
    beginning(turn, clockwork),
    ...actions(turn.acts),
    ...ending(turn, clockwork),
  ];
  return `${when}${turn.actor.name} ${listed(deeds)}.`;
}

function beginning(turn: Turn, clockwork: Clockwork): string {
  if (turn.actor.kind === "callback") return "is called";
  if (turn.actor.kind === "outside") return "code runs";
  if (turn.starts) return "starts";
  const reason = clockwork.reasonOf(turn);
  return reason ? `is woken by the ${reason}` : "goes on";
}

function actions(acts: readonly Act[]): string[] {
  const deeds: string[] = [];
  for (let index = 0; index < acts.length;) {
    const kind = acts[index]?.kind;
    const same = takeWhile(acts.slice(index), (act) => act.kind === kind);
    deeds.push(...describe(same));
    index += same.length;
  }
  return deeds;
}

function describe(acts: readonly Act[]): string[] {
  const [first] = acts;
  if (first === undefined) return [];
  const objects = acts.map((act) =>
    act.kind === "printed" ? `“${act.text}”` : act.target.name
  );
  const names = listed(objects, MOST_LISTED);
  switch (first.kind) {
    case "made":
      return [`makes ${names}`];
    case "woke":
      return [`wakes ${names}`];
    case "scheduled":
      return [`schedules ${names}`];
    case "timed":
      return [`sets a timer for ${names}`];
    case "cancelled":
      return [`asks ${names} to cancel`];
    case "printed":
      return [`prints ${names}`];
  }
}

function ending(turn: Turn, clockwork: Clockwork): string[] {
  switch (turn.ending?.kind) {
    case "finished":
      return ["finishes"];
    case "failed":
      return [`fails with ${turn.ending.detail || "an error"}`];
    case "cancelled":
      return ["ends cancelled"];
  }
  const { wait } = turn;
  if (wait === null) return [];
  if (wait.kind === "pass") return ["gives way"];
  if (wait.kind === "sleep") {
    return [`sleeps until ${clockwork.write(wait.until)}`];
  }
  const what = waitedFor(wait);
  return [`waits for ${what === "future" ? "a future" : what}`];
}

function epilogue({ actors }: Reading): string[] {
  const tasks = actors.filter(({ kind }) => kind === "task");
  const ended = (kind: string) =>
    tasks.filter(({ ending }) => (ending?.kind ?? "unfinished") === kind);
  const parts = [
    outcome(ended("finished"), tasks, "has finished", "have finished"),
    outcome(ended("failed"), tasks, "has failed", "have failed"),
    outcome(ended("cancelled"), tasks, "is cancelled", "are cancelled"),
    outcome(ended("unfinished"), tasks, "is not over", "are not over"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? [] : [`In the end ${listed(parts)}.`];
}

function outcome(
  some: readonly Actor[],
  all: readonly Actor[],
  one: string,
  several: string,
): string {
  if (some.length === 0) return "";
  if (some.length === 1) return `${some[0]?.name} ${one}`;
  if (some.length === all.length) return `all tasks ${several}`;
  return `${listed(some.map(({ name }) => name), MOST_LISTED)} ${several}`;
}

function takeWhile<T>(items: readonly T[], test: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !test(item));
  return items.slice(0, end === -1 ? undefined : end);
}
