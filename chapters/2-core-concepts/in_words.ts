import type { TraceEvent, TraceWait } from "../../mod.ts";

/** The names of the tasks of a trace, by number. */
export function namesIn(
  events: readonly TraceEvent[],
): ReadonlyMap<number, string> {
  const created = events.filter((event) => event.kind === "created");
  return new Map(created.map(({ task, name }) => [task, name]));
}

/** One event of a trace in plain words. */
export function inWords(
  event: TraceEvent,
  names: ReadonlyMap<number, string>,
): string {
  switch (event.kind) {
    case "pass":
      return `begins with ${event.ready} in the ready queue`;
    case "created":
      return `${event.name} is made`;
    case "started":
      return `${event.name} is started`;
    case "resumed":
      return `${event.name} is resumed`;
    case "suspended":
      return `${event.name} waits for ${waitInWords(event.on)}`;
    case "woken":
      return `${names.get(event.task)} is woken`;
    case "completed": {
      const by = event.by === null ? "from outside" : "by a task";
      const { source } = event;
      const what = source.kind === "task" ? source.name : labelled(source);
      return `${what} is settled ${by}`;
    }
    case "printed":
      return `"${event.text}"`;
    default:
      return event.kind;
  }
}

function waitInWords(wait: TraceWait): string {
  switch (wait.kind) {
    case "pass":
      return "the next pass";
    case "sleep":
      return `the time to be ${wait.until} ms`;
    case "future":
      return labelled(wait);
    case "task":
      return wait.name;
  }
}

function labelled(thing: { kind: string; label?: string }): string {
  return thing.label === undefined
    ? `a ${thing.kind}`
    : `a ${thing.kind} (${thing.label})`;
}
