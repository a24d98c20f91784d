/**
 * `import … from "https://…/mod.ts"` in a Deno that knows nothing of this
 * project: an empty folder, an empty cache, no configuration.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertEquals, assertMatch } from "@std/assert";
import { emptyFolder, type Ended, runIn } from "./empty_folder.ts";
import { serveLibrary } from "./library_server.ts";
import { program, programModule } from "./program.ts";

/** A program as a reader writes it. Every annotation is true. */
const typed = (library: string) => `
import { createTask, gather, run, sleep, type Task, Trace } from "${library}";

function* measure(word: string, delay: number) {
  yield* sleep(delay);
  console.log("Hello, " + word + "!");
  return word.length;
}

function* main() {
  const late: Task<number> = createTask(measure("loop", 30));
  const [length, half]: [number, string] = yield* gather([
    measure("world", 20),
    sleep(10, "half"),
  ]);
  return { length, half, late: yield* late };
}

const trace = new Trace();
const found: { length: number; half: string; late: number } = await run(main, {
  clock: "virtual",
  trace,
});
console.log(JSON.stringify(found));
console.log(trace.events.filter(({ kind }) => kind === "created").length);
`;

/** Runs a command of Deno on a module that stands alone in an empty folder. */
async function inFreshDeno(
  command: "run" | "check",
  module: (library: string) => string,
): Promise<Ended & { missed: readonly string[] }> {
  await using server = serveLibrary();
  await using folder = await emptyFolder({
    "program.ts": module(server.library),
  });
  const ended = await runIn(
    folder.path,
    [Deno.execPath(), command, `--allow-import=${server.host}`, "program.ts"],
    { DENO_DIR: `${folder.path}/cache`, DENO_NO_UPDATE_CHECK: "1" },
  );
  return { ...ended, missed: server.missed };
}

Deno.test("mod.ts imported over http runs with no permission", async () => {
  const { code, stdout, stderr, missed } = await inFreshDeno(
    "run",
    programModule,
  );
  assertEquals({ code, missed }, { code: 0, missed: [] }, stderr);
  assertEquals(JSON.parse(stdout), await program(loopbook));
});

Deno.test("mod.ts imported over http has types", async () => {
  const { code, stderr, missed } = await inFreshDeno("check", typed);
  assertEquals({ code, missed }, { code: 0, missed: [] }, stderr);
});

Deno.test("a mistake in a program that imports mod.ts over http is found", async () => {
  const { code, stderr } = await inFreshDeno(
    "check",
    (library) => typed(library).replace("[number, string]", "[string, number]"),
  );
  assertEquals(code, 1);
  assertMatch(stderr, /TS2322.*Type '\[number, string\]' is not assignable/s);
});

Deno.test("a typed program that imports mod.ts over http prints what it should", async () => {
  const { code, stdout, stderr } = await inFreshDeno("run", typed);
  assertEquals(code, 0, stderr);
  assertEquals(stdout.trim().split("\n"), [
    "Hello, world!",
    "Hello, loop!",
    '{"length":5,"half":"half","late":4}',
    "4",
  ]);
});
