import { assertEquals } from "@std/assert";
import { readTurns } from "../../src/trace/turn_reader.ts";
import type { Reading } from "../../src/trace/turns.ts";
import { cancelScript, helloScript, Script, workersScript } from "./script.ts";

/** Each turn as `who@time/pass: what it did`. */
function summary({ turns }: Reading): string[] {
  return turns.map(({ actor, time, pass, acts, wait, ending }) => {
    const deeds = acts.map((act) =>
      act.kind === "printed"
        ? `printed ${act.text}`
        : `${act.kind} ${act.target.name}`
    );
    const end = ending?.kind ?? wait?.kind ?? "-";
    return `${actor.name}@${time}/${pass}: ${[...deeds, end].join(", ")}`;
  });
}

/** The stretches of one actor as `state from-to`. */
function stretchesOf({ actors }: Reading, name: string): string[] {
  const actor = actors.find((actor) => actor.name === name);
  return actor?.stretches.map(({ state, from, to, endedBy }) =>
    `${state} ${from}-${to}${endedBy ? ` by ${endedBy}` : ""}`
  ) ?? [];
}

Deno.test("readTurns() reads one turn for each time a task runs", () => {
  const reading = readTurns(workersScript().events);
  assertEquals(summary(reading), [
    "main@0/1: made a, made b, task",
    "a@0/2: sleep",
    "b@0/2: sleep",
    "a@100/4: printed a done, finished",
    "b@200/6: printed b done, woke main, finished",
    "main@200/7: finished",
  ]);
});

Deno.test("readTurns() tells waiting from ready, and who ended the wait", () => {
  const reading = readTurns(workersScript().events);
  assertEquals(stretchesOf(reading, "main"), [
    "ready 0-0",
    "waiting 1-9",
    "ready 9-10",
  ]);
  assertEquals(stretchesOf(reading, "a"), [
    "ready 1-2",
    "waiting 3-6 by clock",
    "ready 6-6",
  ]);
});

Deno.test("readTurns() counts a task that gave way as ready", () => {
  const script = new Script().created(1).at(0, 1)
    .started(1).suspended(1, { kind: "pass" })
    .at(0, 2).resumed(1).finished(1);
  assertEquals(stretchesOf(readTurns(script.events), "Task-1"), [
    "ready 0-0",
    "ready 1-2",
  ]);
});

Deno.test("readTurns() tells a completion by the host from one by the clock", () => {
  const script = new Script().created(1).at(0, 1).started(1).waits(1)
    .at(7, 2).completed(1, {
      source: { kind: "future", future: 1, label: "future" },
    }).woken(1, 1)
    .at(7, 3).resumed(1).finished(1);
  assertEquals(
    stretchesOf(readTurns(script.events), "Task-1")[1],
    "waiting 1-2 by host",
  );
});

Deno.test("readTurns() cuts a turn in two when a task is started eagerly in it", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .created(2, "eager", { task: 1 }).started(2).sleeps(2, 5)
    .printed("main goes on", { task: 1 }).finished(1);
  const reading = readTurns(script.events);
  assertEquals(summary(reading), [
    "main@0/1: made eager, -",
    "eager@0/1: sleep",
    "main@0/1: printed main goes on, finished",
  ]);
  assertEquals(stretchesOf(reading, "main"), ["ready 0-0", "held 1-4"]);
});

Deno.test("readTurns() gives a wake-up that is told after the end to the last turn", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .created(2, "child", { task: 1 }).waits(1)
    .at(0, 2).started(2).finished(2).woken(1, 1, { task: 2 })
    .at(0, 3).resumed(1).finished(1);
  assertEquals(summary(readTurns(script.events)), [
    "main@0/1: made child, future",
    "child@0/2: woke main, finished",
    "main@0/3: finished",
  ]);
});

Deno.test("readTurns() leaves out callbacks that nobody else felt", () => {
  const script = helloScript().scheduled(9, "stop", { task: 1 })
    .at(1000, 4).called(9, "stop");
  assertEquals(
    readTurns(script.events).actors.map(({ name }) => name),
    ["main"],
  );
});

Deno.test("readTurns() keeps callbacks that woke, printed, threw or led to one that did", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .scheduled(2, "wakes", { task: 1 }).scheduled(3, "throws", { task: 1 })
    .scheduled(4, "leads", { task: 1 }).scheduled(5, "quiet", { task: 1 })
    .waits(1)
    .at(0, 2).woken(1, 1, { callback: 2 }).called(2, "wakes")
    .called(3, "throws", "Error: boom")
    .scheduled(6, "prints", { callback: 4 }).called(4, "leads")
    .called(5, "quiet")
    .at(0, 3).resumed(1).finished(1)
    .printed("heard", { callback: 6 }).called(6, "prints");
  const reading = readTurns(script.events);
  assertEquals(summary(reading), [
    "main@0/1: scheduled wakes(), scheduled throws(), scheduled leads(), future",
    "wakes()@0/2: woke main, -",
    "throws()@0/2: failed",
    "leads()@0/2: scheduled prints(), -",
    "main@0/3: finished",
    "prints()@0/3: printed heard, -",
  ]);
});

Deno.test("readTurns() lets a callback wait for the timer that calls it", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .timerSet(7, 50, "alarm", { task: 1 })
    .timerSet(8, 90, "sleep", { task: 1 }).waits(1)
    .at(50, 2).completed(3, { source: { kind: "timer", timer: 7 } })
    .scheduled(7, "alarm", null, 3).woken(1, 4, { callback: 7 })
    .called(7, "alarm").at(50, 3).resumed(1).finished(1);
  const reading = readTurns(script.events);
  assertEquals(reading.actors.map(({ name }) => name), ["main", "alarm()"]);
  assertEquals(summary(reading)[0], "main@0/1: timed alarm(), future");
  assertEquals(stretchesOf(reading, "alarm()"), [
    "waiting 1-2 by clock",
    "ready 2-2",
  ]);
});

Deno.test("readTurns() keeps all callbacks where there are no tasks", () => {
  const script = new Script().scheduled(1, "tick", null)
    .at(0, 1).called(1, "tick");
  assertEquals(summary(readTurns(script.events)), ["tick()@0/1: -"]);
});

Deno.test("readTurns() gives callbacks of one name one actor, but turns of their own", () => {
  const script = new Script().scheduled(1, "tick", null)
    .scheduled(2, "tick", null)
    .at(0, 1).called(1, "tick").called(2, "tick");
  const { actors, turns } = readTurns(script.events);
  assertEquals([actors.length, turns.length], [1, 2]);
});

Deno.test("readTurns() reads a task cancelled before its first step", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .created(2, "child", { task: 1 }).cancelRequested(2, { task: 1 })
    .waits(1).at(0, 2).cancelled(2);
  assertEquals(summary(readTurns(script.events)), [
    "main@0/1: made child, cancelled child, future",
    "child@0/2: cancelled",
  ]);
});

Deno.test("readTurns() notes a cancellation from outside before the next turn", () => {
  const script = new Script().created(1).at(0, 1).started(1).sleeps(1, 50)
    .at(9, 1).cancelRequested(1, null).woken(1, 1)
    .at(9, 2).resumed(1).cancelled(1);
  const { outsideCancels } = readTurns(script.events);
  assertEquals(outsideCancels.map(({ slot }) => slot), [2]);
});

Deno.test("readTurns() gives lines printed outside any task an actor of their own", () => {
  const script = new Script().printed("before", null).created(1)
    .at(0, 1).started(1).finished(1).printed("after", null);
  const reading = readTurns(script.events);
  assertEquals(stretchesOf(reading, "outside"), []);
  assertEquals(summary(reading), [
    "outside@0/0: printed before, -",
    "Task-1@0/1: finished",
    "outside@0/1: printed after, -",
  ]);
});

Deno.test("readTurns() closes what is still open at the end of the recording", () => {
  const script = new Script().created(1).at(0, 1).started(1).waits(1);
  assertEquals(stretchesOf(readTurns(script.events), "Task-1"), [
    "ready 0-0",
    "waiting 1-2",
  ]);
});

Deno.test("readTurns() reads a cancellation as an act of the one who asked", () => {
  const [, , third] = summary(readTurns(cancelScript().events));
  assertEquals(third, "main@300/4: cancelled patient, woke patient, task");
});
