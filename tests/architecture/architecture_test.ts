import { assertEquals, assertGreater, assertMatch } from "@std/assert";
import { checkArchitecture, describeBreach } from "../../tools/architecture.ts";

const project = `${import.meta.dirname}/../..`;
const fixtures = `${import.meta.dirname}/fixtures`;

/**
 * A folder of `fixtures/` that breaks one rule: what the check says of it, the
 * first line of each message, and what every second line, the fix, is like.
 */
interface Fixture {
  readonly breaks: string;
  readonly folder: string;
  readonly says: readonly string[];
  readonly fix: RegExp;
}

const broken: readonly Fixture[] = [
  {
    breaks: "a room imports what is not below it",
    folder: "rooms",
    says: [
      "mod.ts:1: the imports go in a circle: mod.ts → src/loop/handle.ts → mod.ts (circles)",
      'mod.ts:2: "./tools/run.ts" is out of bounds for mod.ts (rooms)',
      "src/attic/attic.ts:1: src/attic/attic.ts is in none of the rooms loop, tasks, sync, io, trace, testing, lint (rooms)",
      'src/io/read.ts:1: "../trace/trace.ts" is out of bounds for src/io/ (rooms)',
      'src/lint/rule.ts:1: "../testing/kit.ts" is out of bounds for src/lint/ (rooms)',
      'src/loop/handle.ts:1: "../tasks/task.ts" is out of bounds for src/loop/ (rooms)',
      'src/loop/handle.ts:2: "../../mod.ts" is out of bounds for src/loop/ (rooms)',
      "src/stray.ts:1: src/stray.ts is in none of the rooms loop, tasks, sync, io, trace, testing, lint (rooms)",
      'src/sync/lock.ts:1: "../io/read.ts" is out of bounds for src/sync/ (rooms)',
      'src/tasks/task.ts:1: "../sync/lock.ts" is out of bounds for src/tasks/ (rooms)',
      'src/tasks/task.ts:2: "../trace/trace.ts" is out of bounds for src/tasks/ (rooms)',
      'src/tasks/task.ts:3: "../testing/kit.ts" is out of bounds for src/tasks/ (rooms)',
      "src/testing/kit.ts:1: src/testing/kit.ts is in none of the rooms host, virtual, schedules, runs, reduction, failures, explore, conformance (rooms)",
      'src/testing/kit.ts:1: "../attic/attic.ts" is out of bounds for src/testing/ (rooms)',
      'src/trace/trace.ts:1: "../sync/queue.ts" is out of bounds for src/trace/ (rooms)',
      'src/trace/trace.ts:2: "../stray.ts" is out of bounds for src/trace/ (rooms)',
    ],
    fix: /^(It may import .+: move|Put it into the room|Move what both ends)/,
  },
  {
    breaks: "a room of the kit imports what is not below it",
    folder: "rooms_of_the_kit",
    says: [
      "src/testing/attic/attic.ts:1: src/testing/attic/attic.ts is in none of the rooms host, virtual, schedules, runs, reduction, failures, explore, conformance (rooms)",
      'src/testing/conformance/judge.ts:1: "../host/turn.ts" is out of bounds for src/testing/conformance/ (rooms)',
      "src/testing/failures/story.ts:1: the imports go in a circle: src/testing/failures/story.ts → src/testing/schedules/chooser.ts → src/testing/host/turn.ts → src/testing/runs/run.ts → src/testing/failures/story.ts (circles)",
      'src/testing/host/turn.ts:1: "../runs/run.ts" is out of bounds for src/testing/host/ (rooms)',
      'src/testing/runs/run.ts:2: "../failures/story.ts" is out of bounds for src/testing/runs/ (rooms)',
      'src/testing/schedules/chooser.ts:1: "../host/turn.ts" is out of bounds for src/testing/schedules/ (rooms)',
      "src/testing/stray.ts:1: src/testing/stray.ts is in none of the rooms host, virtual, schedules, runs, reduction, failures, explore, conformance (rooms)",
      'src/testing/stray.ts:2: "./attic/attic.ts" is out of bounds for src/testing/stray.ts (rooms)',
    ],
    fix: /^(It may import .+: move|Put it into the room|Move what both ends)/,
  },
  {
    breaks: "somebody outside reaches into a room",
    folder: "doors",
    says: [
      'benches/clock.ts:1: "../src/loop/clock.ts" is inside of src/loop/ (doors)',
      'chapters/1-first/main.ts:1: "../../src/tasks/task.ts" is inside of src/tasks/ (doors)',
      'site/client.ts:1: "../src/tasks/task.ts" is inside of src/tasks/ (doors)',
      'tests/browser.ts:1: "../src/loop/clock.ts" is inside of src/loop/ (doors)',
      'tests/tasks/task.ts:2: "../../src/loop/clock.ts" is inside of src/loop/ (doors)',
      'tools/run.ts:1: "../src/loop/clock.ts" is inside of src/loop/ (doors)',
    ],
    fix: /^Import it from mod\.ts; only the unit tests in tests\/\w+\/ may/,
  },
  {
    breaks: "imports go in a circle, if only of types",
    folder: "circles",
    says: [
      "src/loop/clock.ts:1: the imports go in a circle: src/loop/clock.ts → src/loop/timer.ts → src/loop/handle.ts → src/loop/clock.ts (circles)",
      "src/tasks/future.ts:1: the imports go in a circle: src/tasks/future.ts → src/tasks/future.ts (circles)",
    ],
    fix: /^Move what both ends need into a module of its own/,
  },
  {
    breaks: "the library imports what is not its own",
    folder: "no_dependencies",
    says: [
      'mod.ts:1: "@std/async" is not part of the library (no-dependencies)',
      'src/loop/clock.ts:1: "node:process" is not part of the library (no-dependencies)',
      'src/loop/clock.ts:2: "npm:p-limit@7.3.3" is not part of the library (no-dependencies)',
      'src/loop/clock.ts:3: "jsr:@std/assert@1.0.19" is not part of the library (no-dependencies)',
      'src/loop/clock.ts:4: "https://example.com/clock.ts" is not part of the library (no-dependencies)',
      'src/loop/clock.ts:5: "lume/mod.ts" is not part of the library (no-dependencies)',
    ],
    fix: /^src\/ loads from a bare URL, without an import map/,
  },
  {
    breaks: "the library has syntax that needs a compiler",
    folder: "erasable_syntax",
    says: [
      'src/loop/handle.ts:1: "import =" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:3: "enum" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:7: "namespace" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:12: "parameter property" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:13: "using" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:14: "<type>value" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:17: "decorator" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:18: "accessor" needs a compiler (erasable-syntax)',
      'src/loop/handle.ts:21: "await using" needs a compiler (erasable-syntax)',
    ],
    fix: /write it in plain JavaScript$/,
  },
  {
    breaks: "the library looks at its host while it loads",
    folder: "quiet_loading",
    says: [
      "src/io/host.ts:1: Deno is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:2: process is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:3: setTimeout is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:5: Worker is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:6: self is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:10: navigator is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:14: MessageChannel is looked up while the module loads (quiet-loading)",
      "src/io/host.ts:16: fetch is looked up while the module loads (quiet-loading)",
    ],
    fix: /^Look it up inside of the function that uses it/,
  },
  {
    breaks: "a tool imports what nobody pinned",
    folder: "pinned_imports",
    says: [
      'tools/run.ts:1: "npm:p-limit" has no exact version (pinned-imports)',
      'tools/run.ts:2: "npm:p-map@^7" has no exact version (pinned-imports)',
      'tools/run.ts:3: "jsr:@std/assert@1.0.19" is imported by its address (pinned-imports)',
      'tools/run.ts:4: "https://example.com/delay.ts" is imported by its address (pinned-imports)',
    ],
    fix: /^(Pin it|Name it in the imports of deno\.json)/,
  },
];

Deno.test("the project keeps its own rules", async () => {
  const { breaches, modules, imports } = await checkArchitecture(project);
  assertEquals(breaches.map(describeBreach), []);
  assertGreater(modules, 50);
  assertGreater(imports, modules);
});

Deno.test("a house in order has nothing to mend", async () => {
  const { breaches, modules } = await checkArchitecture(`${fixtures}/clean`);
  assertEquals(breaches, []);
  assertEquals(modules, 12);
});

for (const { breaks, folder, says, fix } of broken) {
  Deno.test(`it is told where ${breaks}, and how to mend it`, async () => {
    const { breaches } = await checkArchitecture(`${fixtures}/${folder}`);
    const messages = breaches.map((breach) =>
      describeBreach(breach).split("\n")
    );
    assertEquals(messages.map(([first = ""]) => first), [...says]);
    for (const [_, second = "", ...more] of messages) {
      assertMatch(second.trim(), fix);
      assertEquals(more, []);
    }
  });
}

Deno.test("every fixture is checked by a test", async () => {
  const folders = await Array.fromAsync(Deno.readDir(fixtures));
  assertEquals(
    folders.map(({ name }) => name).sort(),
    ["clean", ...broken.map(({ folder }) => folder)].sort(),
  );
});

for (const [folder, expected] of [["clean", 0], ["doors", 1]] as const) {
  Deno.test(`the command ends with ${expected} for the fixture ${folder}`, async () => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--no-prompt",
        "--allow-read",
        "--allow-env",
        `${project}/tools/architecture.ts`,
        `${fixtures}/${folder}`,
      ],
    }).output();
    const decoder = new TextDecoder();
    assertEquals(code, expected);
    assertMatch(decoder.decode(stdout), /^Architecture: \d+ modules, /);
    assertEquals(decoder.decode(stderr) === "", expected === 0);
  });
}
