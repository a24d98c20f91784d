/**
 * `deno task manifest`: renews `site/manifest.json` from a Lume build, or
 * compares a build with it.
 *
 * @module
 */

import config from "../deno.json" with { type: "json" };
import { BuilderProcess } from "../site/builder_process.ts";
import {
  compareManifests,
  describeSite,
  MANIFEST,
  type Manifest,
} from "../site/manifest.ts";
import { readCommandLine, refuseWords } from "./command_line.ts";
import { chooseBuilder } from "./site.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP = `Renews site/manifest.json, which says what each page comes out as.

Usage: deno task manifest [--check] [--builder=lume|eleventy] [--import-map=…]

  --check        compares a build with the manifest and writes nothing
  --builder      who builds for --check; the manifest itself is only ever made
                 from a Lume build
  --import-map   where Lume's modules are had from, if not from their own
                 address: a mirror, a copy
  --help         prints this`;

const OUTPUT = ".loopbook/manifest";

async function manifest(): Promise<number> {
  const { flags, words } = readCommandLine(Deno.args, {
    check: "switch",
    builder: "value",
    "import-map": "value",
    help: "switch",
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  refuseWords("manifest", words);
  const chosen = await chooseBuilder(flags.builder, flags["import-map"]);
  if (!flags.check && chosen.builder !== "lume") {
    throw new UsageError(
      "The manifest is made from a Lume build, and Lume cannot be had here; give a copy of it with --import-map, or compare with --check",
    );
  }

  console.log(`Building the book with ${chosen.label} …`);
  await using builder = new BuilderProcess({ ...chosen, output: OUTPUT });
  const report = await builder.build();
  if (!report.ok) {
    console.error(`%c${report.error}`, "color: red");
    return 1;
  }
  const actual = await describeSite(OUTPUT, builderName(chosen.builder));
  return flags.check ? await check(actual) : await renew(actual);
}

async function renew(manifest: Manifest): Promise<number> {
  await Deno.writeTextFile(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  const pages = Object.keys(manifest.pages).length;
  console.log(`${MANIFEST} is renewed: ${pages} pages by ${manifest.builder}`);
  return 0;
}

async function check(actual: Manifest): Promise<number> {
  const expected: Manifest = JSON.parse(await Deno.readTextFile(MANIFEST));
  const differences = compareManifests(expected, actual);
  if (differences.length === 0) {
    console.log(`The pages are as ${MANIFEST} says (${expected.builder})`);
    return 0;
  }
  console.error(
    `${
      differences.join("\n")
    }\nIf the pages are as they should be, renew ${MANIFEST} from a Lume build: deno task manifest`,
  );
  return 1;
}

function builderName(builder: string): string {
  if (builder !== "lume") return builder;
  const version = /lume@([\d.]+)/.exec(config.imports["lume/"])?.[1];
  return `lume ${version}`;
}

if (import.meta.main) await runCommand(manifest);
