import { assert, assertEquals } from "@std/assert";
import { type Asyncio, firstOfTwo, main, onLibrary, onStage6 } from "./both.ts";
import { programOf, randomBody } from "./random_program.ts";
import { linesOf } from "../recording.ts";

Deno.test("stage 6 and the library say the same lines at the same times in the same passes", async () => {
  assertEquals(onStage6(firstOfTwo), onLibrary(firstOfTwo));
  assertEquals(
    (await linesOf(main)).at(-1),
    "The library says the same.",
  );
});

Deno.test("stage 6 and the library agree on 300 random programs, line for line", () => {
  let lines = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const program = programOf(randomBody(seed));
    const ours = onStage6(program);
    assertEquals(ours, onLibrary(program), `seed ${seed}`);
    lines += ours.length;
  }
  assert(lines > 3000, `only ${lines} lines were compared`);
});

Deno.test("the random programs cancel, fail, swallow and clean up", () => {
  const said = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    for (const line of onStage6(programOf(randomBody(seed)))) {
      said.add(line.replace(/^.*?: /, "").replace(/\d+/g, "n"));
    }
  }
  for (
    const line of [
      "cancelled: true",
      "cancelled: false",
      "task n cleans up",
      "task n swallows CancelledError",
      "task n swallows Error: from task n",
      "a task failed with CancelledError",
      "main fails with CancelledError",
    ]
  ) assert(said.has(line), `no program said "${line}"`);
});

Deno.test("stage 6 and the library both cancel what main leaves behind", () => {
  function* program<Y>({ sleep, createTask, say }: Asyncio<Y>) {
    function* backup(): Generator<Y, void> {
      try {
        yield* sleep(1000);
      } finally {
        say("backup cleans up");
        yield* sleep(5);
        say("backup is over");
      }
    }
    createTask(backup());
    yield* sleep(10);
    say("main ends");
  }
  const ours = onStage6(program);
  assertEquals(ours.length, 3);
  assertEquals(ours, onLibrary(program));
});
