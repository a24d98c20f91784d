import { assertEquals, assertStringIncludes } from "@std/assert";
import { tellStory } from "../../src/trace/story.ts";
import { readTurns } from "../../src/trace/turn_reader.ts";
import { cancelScript, crowdScript, Script, workersScript } from "./script.ts";

function story(script: Script): string[] {
  return tellStory(readTurns(script.events));
}

Deno.test("tellStory() tells each turn in a sentence: when, who, why, what, and how it ended", () => {
  assertEquals(story(workersScript()), [
    "3 tasks run: main, a and b; the recording ends at 200 ms.",
    "At 0 ms main starts, makes a and b and waits for b.",
    "a starts and sleeps until 100 ms.",
    "b starts and sleeps until 200 ms.",
    "At 100 ms a is woken by the clock, prints “a done” and finishes.",
    "At 200 ms b is woken by the clock, prints “b done”, wakes main and finishes.",
    "main goes on and finishes.",
    "In the end all tasks have finished.",
  ]);
});

Deno.test("tellStory() tells who asked whom to cancel", () => {
  const sentences = story(cancelScript());
  assertStringIncludes(sentences[3] ?? "", "asks patient to cancel");
  assertEquals(
    sentences.at(-1),
    "In the end main has finished and patient is cancelled.",
  );
});

Deno.test("tellStory() tells errors, callbacks, and what never ended", () => {
  const script = new Script().created(1, "main").created(2, "bad")
    .printed("before", null)
    .at(0, 1).started(1).scheduled(1, "alarm", { task: 1 }).waits(1)
    .started(2).failed(2, "Error: boom")
    .at(0, 2).printed("ring", { callback: 1 }).called(1, "alarm");
  assertEquals(story(script), [
    "2 tasks run: main and bad; the recording ends at 0 ms.",
    "At 0 ms outside code runs and prints “before”.",
    "main starts, schedules alarm() and waits for a future.",
    "bad starts and fails with Error: boom.",
    "alarm() is called and prints “ring”.",
    "In the end bad has failed and main is not over.",
  ]);
});

Deno.test("tellStory() sums up what would take too long to tell", () => {
  const sentences = story(crowdScript(1000));
  assertEquals(sentences.length, 43);
  assertEquals(
    sentences[0],
    "1,001 tasks run: main, Task-2, Task-3, Task-4, Task-5, Task-6 and 995 more; the recording ends at 100 ms.",
  );
  assertEquals(sentences[41], "After that 1,962 more turns follow.");
  assertEquals(sentences[42], "In the end all tasks have finished.");
});
