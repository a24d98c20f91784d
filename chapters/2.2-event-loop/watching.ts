import {
  createTask,
  fromPromise,
  run,
  sleep,
  type TraceActor,
  type TraceEvent,
} from "../../mod.ts";

// #region program
function* download() {
  yield* sleep(100);
  return "page";
}

function* program() {
  const task = createTask(download(), { name: "download" });
  task.addDoneCallback(function showPage() {});
  yield* task;
  yield* fromPromise(new Promise((resolve) => setTimeout(resolve, 1)));
}
// #endregion

// #region tell
function tell(event: TraceEvent) {
  const say = (text: string) => console.log(`pass ${event.pass}: ${text}`);
  if (event.kind === "completed") {
    say(`${event.source.kind} completes, told by ${whoIs(event.by)}`);
  } else if (event.kind === "scheduled" && event.label === "showPage") {
    say(`${event.label} joins the queue`);
  } else if (event.kind === "called" && event.label === "showPage") {
    say(`${event.label} is called`);
  }
}

function whoIs(actor: TraceActor) {
  if (actor === null) return "the clock or the host";
  return "task" in actor ? `task ${actor.task}` : "a callback";
}

export async function main() {
  await run(program, { clock: "virtual", trace: { record: tell } });
}
// #endregion

if (import.meta.main) await main();
