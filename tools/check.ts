/**
 * `deno task check`: everything that can be wrong without a test failing.
 *
 * @module
 */

import { dirname } from "node:path";
import { readCommandLine } from "./command_line.ts";
import { chooseSource, denoArguments, type Source } from "./dependencies.ts";
import { suggestion } from "./nearest.ts";
import { runDenoQuietly } from "./quiet_deno.ts";
import { type Outcome, runSteps, type Step } from "./steps.ts";
import { PARTS, shareOut, testFiles } from "./test_parts.ts";
import { checkTypes } from "./types.ts";
import { runCommand, UsageError } from "./usage_error.ts";
import { weaveCommand } from "./weave.ts";

/** One thing that is checked. */
export interface Check extends Step<Outcome> {
  /** What it looks at, for `--help`. */
  readonly about: string;
}

/**
 * Everything there is to check.
 *
 * @param root the project's root
 * @param source where dependencies come from
 * @returns the checks, in the order they begin
 */
export function checks(root: string, source: Source): Check[] {
  const deno = (name: string, about: string, fix: string, args: string[]) => ({
    name,
    about,
    run: async (): Promise<Outcome> => {
      const { code, output } = await runDenoQuietly(args, { cwd: root });
      return outcome(code, output, fix);
    },
  });
  const lock = deno("lock", "the lock of the npm source", "", [
    "run",
    "--quiet",
    "--no-prompt",
    "--allow-read=.",
    `--allow-run=${Deno.execPath()}`,
    "tools/npm/renew_lock.ts",
    "--check",
  ]);
  return [
    {
      name: "types",
      about: "the types of every module",
      run: async () => {
        const { code, output, modules } = await checkTypes(root, source);
        return outcome(code, output, "", `${modules} modules`);
      },
    },
    {
      name: "weave",
      about: "every block of the book is as fresh as its file",
      run: async () => {
        const { exitCode, text } = await weaveCommand(root, ["--check"]);
        return exitCode === 0
          ? outcome(0, "", "", text)
          : outcome(exitCode, text, "");
      },
    },
    deno("claims", "the ledger of claims names what is there", "", [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read=.",
      "--allow-env",
      "tools/claims.ts",
      "--check",
    ]),
    deno("format", "the format of the code", "deno fmt puts it right", [
      "fmt",
      "--check",
    ]),
    deno("lint", "the rules of deno lint", "deno lint --fix may help", [
      "lint",
      "--quiet",
    ]),
    deno("docs", "every public name is documented", "", [
      "doc",
      "--lint",
      "--quiet",
      "mod.ts",
      "src/lint/lint.ts",
      "src/testing/conformance/conformance.ts",
    ]),
    {
      name: "parts",
      about: "every test file belongs to a part of deno task test",
      run: async () => {
        const files = await testFiles(root);
        const { strays } = shareOut(files, PARTS);
        return outcome(
          strays.length,
          strays.map((file) => `${file} would never run`).join("\n"),
          "give it a part in tools/test_parts.ts",
          `${files.length} test files`,
        );
      },
    },
    deno("architecture", "who imports whom", "", [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read=.",
      "--allow-env",
      "tools/architecture.ts",
    ]),
    ...(source === "npm" ? [lock] : []),
    deno("publish", "the package could be published as it is", "", [
      "publish",
      "--dry-run",
      "--allow-dirty",
      "--quiet",
      ...denoArguments(source),
    ]),
  ];
}

function outcome(
  code: number,
  output: string,
  fix: string,
  summary = "",
): Outcome {
  return code === 0
    ? { ok: true, summary }
    : { ok: false, summary: fix, output };
}

function help(all: readonly Check[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.map(({ name, about }) =>
    `  ${name.padEnd(width)}  ${about}`
  );
  return `Checks everything that can be wrong without a test failing.

Usage: deno task check [name…]

${lines.join("\n")}`;
}

if (import.meta.main) {
  await runCommand(async () => {
    const root = dirname(import.meta.dirname!);
    const { flags, words } = readCommandLine(Deno.args, { help: "switch" });
    const all = checks(root, flags.help ? "npm" : await chooseSource(["std"]));
    if (flags.help) {
      console.log(help(all));
      return 0;
    }
    const names = all.map(({ name }) => name);
    for (const word of words) {
      if (names.includes(word)) continue;
      throw new UsageError(
        `There is no check "${word}"${suggestion(word, names)}`,
      );
    }
    const chosen = all.filter(({ name }) =>
      words.length === 0 || words.includes(name)
    );
    const outcomes = await runSteps(chosen);
    const failed = chosen.filter((_, index) => !outcomes[index]?.ok);
    if (failed.length === 0) {
      console.log(`All ${chosen.length} checks passed`);
      return 0;
    }
    console.log(
      `${failed.length} of ${chosen.length} checks failed: ${
        failed.map(({ name }) => name).join(", ")
      }`,
    );
    return 1;
  });
}
