import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { explore, ScheduleError, type World } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";

/** A file that is not there yet, and its folder is gone after the test. */
async function freshFile() {
  await Deno.mkdir(".loopbook", { recursive: true });
  const folder = await Deno.makeTempDir({ dir: ".loopbook" });
  const path = `${folder}/schedules.json`;
  return {
    path,
    read: async () => JSON.parse(await Deno.readTextFile(path)),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Shows the answer that comes last; mended, the one that was asked for last. */
function searching(mended: boolean) {
  return async function searchBox({ io, check }: World) {
    const asked = ["r", "re", "react"];
    let shown = "";
    let last = "";
    await Promise.all(asked.map(async (words) => {
      last = words;
      await io(`fetch ${words}`);
      if (!mended || last === words) shown = words;
    }));
    check(shown === "react", `the page shows ${shown}`);
  };
}

Deno.test("a schedule that fails is kept, and fails first the next time", async () => {
  await using file = await freshFile();
  const options = { regressions: file.path };
  const first = await assertRejects(
    () => explore(searching(false), options),
    ScheduleError,
  );
  assertEquals(await file.read(), { searchBox: [first.shrunk] });
  assertStringIncludes(
    first.message,
    `tried first next time:\n    ${file.path}`,
  );

  const second = await assertRejects(
    () => explore(searching(false), options),
    ScheduleError,
  );
  assertEquals(second.shrunk, first.shrunk);
  assert(!second.message.includes("Found under"), second.message);
});

Deno.test("a kept schedule stays when its bug is mended, and the search goes on", async () => {
  await using file = await freshFile();
  const options = { regressions: file.path };
  await assertRejects(() => explore(searching(false), options), ScheduleError);
  const kept = await file.read();
  assert((await explore(searching(true), options)).exhausted);
  assertEquals(await file.read(), kept);
});

Deno.test("bodies are told apart by name, and one without a name is refused", async () => {
  await using file = await freshFile();
  const regressions = file.path;
  for (const name of ["ann", "bob"]) {
    await assertRejects(
      () => explore(searching(false), { regressions, name }),
      ScheduleError,
    );
  }
  assertEquals(Object.keys(await file.read()), ["ann", "bob"]);
  await assertRejects(
    () => explore(async ({ io }) => void await io("a"), { regressions }),
    TypeError,
    "give it one, name:",
  );
});

Deno.test("a kept schedule of another body is passed over, and dropped when the file is written", async () => {
  await using file = await freshFile();
  const regressions = file.path;
  await Deno.writeTextFile(file.path, '{ "searchBox": ["4.4.4"] }');
  const { shrunk } = await assertRejects(
    () => explore(searching(false), { regressions }),
    ScheduleError,
  );
  assertEquals(await file.read(), { searchBox: [shrunk] });
});

Deno.test("a file of something else is refused and left as it was", async () => {
  await using file = await freshFile();
  const regressions = file.path;
  for (const text of ['["1.0"]', '{ "a": ["x"] }', "not JSON"]) {
    await Deno.writeTextFile(file.path, text);
    await assertRejects(
      () => explore(searching(false), { regressions }),
      SyntaxError,
      "is no file of schedules",
    );
    assertEquals(await Deno.readTextFile(file.path), text);
  }
});

for (const strategy of ["exhaustive", "random", "pct"] as const) {
  Deno.test(`a search that goes on from where another stood has done the rest: ${strategy}`, async () => {
    const seen: string[] = [];
    const body = async ({ io }: World) => {
      const order: number[] = [];
      await Promise.all([0, 1, 2, 3].map(async (number) => {
        await io(`task ${number}`);
        order.push(number);
      }));
      seen.push(order.join(""));
    };
    const options = { strategy, seed: 7, delivery: "single" as const };
    const whole = await survey(body, { ...options, schedules: 24 });
    const all = seen.splice(0);
    const half = await survey(body, { ...options, schedules: 10 });
    seen.splice(0);
    await survey(body, { ...options, schedules: 14, from: half.place });
    assertEquals(seen, all.slice(10));
    assertEquals(whole.schedules, 24);
  });
}

Deno.test("a search with a checkpoint goes on from it, and takes it away at the end", async () => {
  await using file = await freshFile();
  const body = async ({ io }: World) => {
    await Promise.all([0, 1, 2, 3].map((number) => io(`task ${number}`)));
  };
  const options = { delivery: "single", checkpoint: file.path } as const;
  const first = await explore(body, { ...options, schedules: 10 });
  assertEquals([first.schedules, first.exhausted], [10, false]);
  assertEquals((await file.read()).schedules, 10);

  await assertRejects(
    () => explore(body, { checkpoint: file.path }),
    Error,
    "is of a search with other options",
  );
  const second = await explore(body, options);
  assertEquals([second.schedules, second.exhausted], [24, true]);
  await assertRejects(() => file.read(), Deno.errors.NotFound);
});

for (const strategy of ["random", "pct"] as const) {
  Deno.test(`a ${strategy} search without a seed goes on from its checkpoint with the seed that it began with`, async () => {
    await using file = await freshFile();
    const seen: string[] = [];
    const body = async ({ io }: World) => {
      let order = "";
      await Promise.all(
        [0, 1, 2, 3, 4].map((name) => io(`${name}`).then(() => order += name)),
      );
      seen.push(order);
    };
    const options = { strategy, checkpoint: file.path, shrink: false } as const;
    await explore(body, { ...options, schedules: 10 });
    const { seed } = await file.read();
    assert(Number.isSafeInteger(seed), `${seed} is no seed`);

    // A search that began a little later would draw another seed.
    using _ = new LaterClock();
    await explore(body, { ...options, schedules: 24 });
    const went = seen.splice(0);
    await survey(body, { strategy, seed, schedules: 24 });
    assertEquals(went, seen);

    await assertRejects(
      () => explore(body, { ...options, seed: seed + 1 }),
      Error,
      "is of a search with other options",
    );
    await assertRejects(
      () => explore(body, { ...options, delivery: "single" }),
      Error,
      `(${strategy}, seed ${seed}, `,
    );
  });
}

Deno.test("a failure tells the seed that came from the checkpoint", async () => {
  await using file = await freshFile();
  let runs = 0;
  const body = async ({ io, check }: World) => {
    await Promise.all([io("a"), io("b")]);
    check(runs++ < 10, "too many");
  };
  const options = { strategy: "random", checkpoint: file.path } as const;
  await explore(body, { ...options, schedules: 10 });
  const { seed } = await file.read();
  using _ = new LaterClock();
  const error = await assertRejects(
    () => explore(body, { ...options, shrink: false }),
    ScheduleError,
  );
  assertEquals(error.seed, seed);
});

Deno.test("a search that Ctrl-C ends leaves a checkpoint, and says that the next goes on from it", async () => {
  await using file = await freshFile();
  const search = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-check",
      "--allow-read=.",
      "--allow-write=.loopbook",
      "tests/testing/fixtures/interrupted_search.ts",
      file.path,
    ],
  });
  const { code, stderr } = await search.output();
  const { schedules } = await file.read();
  assertEquals(code, 130);
  assertEquals(
    new TextDecoder().decode(stderr),
    `\nInterrupted after ${
      schedules.toLocaleString("en")
    } schedules; none of them failed.\nThe next run goes on from the file ${file.path}: explore(body, { checkpoint: "${file.path}" })\n`,
  );
});

Deno.test("a place of another search is refused", async () => {
  const body = async ({ io }: World) => void await io("a");
  await assertRejects(
    () => explore(body, { from: "abc" }),
    SyntaxError,
    "Step 1 of the place",
  );
  await assertRejects(
    () => explore(body, { strategy: "pct", from: "1/2" }),
    SyntaxError,
    "of another kind of search",
  );
});

/** The host's clock, an hour later. */
class LaterClock implements Disposable {
  readonly #now = Date.now;

  constructor() {
    const now = this.#now;
    Date.now = () => now() + 3_600_000;
  }

  [Symbol.dispose](): void {
    Date.now = this.#now;
  }
}
