import type { TraceEvent, TraceWait } from "../../mod.ts";
import { main as hello } from "./main.ts";
import { type Program, record } from "../recording.ts";

// #region steps
export async function main() {
  console.log("pass    ms  what happens");
  for (const line of await steps(hello)) console.log(line);
}

/** Runs a program with a trace and tells every event in a line. */
export async function steps(program: Program): Promise<string[]> {
  const events = await record(program);
  return events.map((event) => {
    const pass = String(event.pass).padStart(4);
    const time = String(event.time).padStart(5);
    return `${pass} ${time}  ${inWords(event)}`;
  });
}
// #endregion

/** One event of a trace in plain words. */
export function inWords(event: TraceEvent): string {
  switch (event.kind) {
    case "pass":
      return `pass ${event.pass} begins with ${event.ready} in the ready queue`;
    case "created":
      return `${event.name} is made and joins the ready queue`;
    case "started":
      return `${event.name} takes its first step`;
    case "resumed":
      return `${event.name} goes on`;
    case "suspended":
      return `${event.name} waits ${waitInWords(event.on)}`;
    case "finished":
      return `${event.name} returns`;
    case "failed":
      return `${event.name} fails with ${event.detail}`;
    case "cancelled":
      return `${event.name} ends cancelled`;
    case "cancel-requested":
      return `task ${event.task} is asked to stop`;
    case "woken":
      return `task ${event.task} is woken and joins the ready queue`;
    case "timer-set":
      return `a timer is set: ${event.label}, until ${event.when} ms`;
    case "timer-cancelled":
      return "a timer is called off";
    case "completed":
      return `${sourceInWords(event.source)} is ${outcomeInWords(event)}`;
    case "scheduled":
      return `the callback ${event.label}() joins the ready queue`;
    case "called":
      return `the callback ${event.label}() has run`;
    case "printed":
      return `a line is printed: ${event.text}`;
  }
}

function waitInWords(wait: TraceWait): string {
  switch (wait.kind) {
    case "pass":
      return "for the next pass";
    case "sleep":
      return `until ${wait.until} ms`;
    case "future":
      return `for a future: ${wait.label}`;
    case "task":
      return `for ${wait.name}`;
  }
}

type Completed = Extract<TraceEvent, { kind: "completed" }>;

function sourceInWords(source: Completed["source"]): string {
  switch (source.kind) {
    case "timer":
      return "a timer";
    case "task":
      return source.name;
    case "future":
      return `a future (${source.label})`;
  }
}

function outcomeInWords({ outcome, source }: Completed): string {
  if (outcome === "result") return source.kind === "timer" ? "due" : "done";
  return outcome === "error" ? "done, with an error" : "cancelled";
}

if (import.meta.main) await main();
