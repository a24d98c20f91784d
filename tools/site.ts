/**
 * `deno task site`: builds the static site of the book.
 *
 * @module
 */

import { BuilderProcess } from "../site/builder_process.ts";
import type { BuilderName } from "../site/builders.ts";
import { readCommandLine, refuseWords } from "./command_line.ts";
import { chooseSource } from "./dependencies.ts";
import { PACKAGE, packLibrary } from "./package.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP =
  `Builds the static site of the book, and with it the library as one file
(mod.js) and as a package for npm (loopbook.tgz).

Usage: deno task site [--output=_site] [--url=https://…/] [--builder=…]

  --output       the folder to build into, from the project's root
  --url          where the site will be published, for canonical links, link
                 previews, the sitemap and the error page
  --builder      lume or eleventy; without it, Lume where its modules can be
                 had, and Eleventy from npm where they cannot
  --import-map   where Lume's modules are had from, if not from their own
                 address: a mirror, a copy
  --help         prints this

A site with a broken link, a missing page or a page without its layout is not
put out: the last good one stays.`;

/** A builder, and where its dependencies come from. */
export interface ChosenBuilder {
  /** Who builds. */
  readonly builder: BuilderName;
  /** The flags with which Deno finds the dependencies. */
  readonly dependencies: readonly string[];
  /** Whether they may lie on this disk, outside of the project. */
  readonly localDependencies?: boolean;
  /** Both in words. */
  readonly label: string;
}

// Of deno.json Lume gets the imports only: with this project's compiler options
// (verbatimModuleSyntax) its modules do not load. Eleventy needs nothing of it.
const WITHOUT_OPTIONS = "--no-config";

// Deno fetches every package of a lock, and the lock of the whole project has
// browsers in it: whoever wants to read a page should not wait for those.
const SITE_LOCK = `${import.meta.dirname}/../site/deno.lock`;

/**
 * Chooses who builds the pages.
 *
 * @param asked `lume` or `eleventy`; when absent, Lume if its modules resolve
 * @param importMap where Lume's modules are had from, if not as declared
 * @returns the builder with its dependencies
 * @throws {UsageError} for any other name
 */
export async function chooseBuilder(
  asked: string | undefined,
  importMap: string | undefined,
): Promise<ChosenBuilder> {
  if (asked !== undefined && asked !== "lume" && asked !== "eleventy") {
    throw new UsageError(
      `--builder is "${asked}"; the builders are lume and eleventy`,
    );
  }
  if (importMap !== undefined) {
    if (asked === "eleventy") {
      throw new UsageError("--import-map is for Lume; Eleventy needs none");
    }
    return {
      builder: "lume",
      dependencies: [WITHOUT_OPTIONS, `--import-map=${importMap}`],
      localDependencies: true,
      label: `Lume, through ${importMap}`,
    };
  }
  const builder = asked ??
    (await chooseSource(["lume"]) === "declared" ? "lume" : "eleventy");
  return builder === "lume"
    ? {
      builder,
      dependencies: [WITHOUT_OPTIONS, "--import-map=deno.json"],
      label: "Lume, as declared in deno.json",
    }
    : {
      builder,
      dependencies: [WITHOUT_OPTIONS, `--lock=${SITE_LOCK}`, "--frozen"],
      label: "Eleventy, from npm",
    };
}

async function site(): Promise<number> {
  const { flags, words } = readCommandLine(Deno.args, {
    output: "value",
    url: "value",
    builder: "value",
    "import-map": "value",
    help: "switch",
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  refuseWords("site", words);
  const output = readOutput(flags.output ?? "_site");
  const address = readAddress(flags.url);
  const { label, ...chosen } = await chooseBuilder(
    flags.builder,
    flags["import-map"],
  );
  console.log(`Building the book with ${label} …`);
  await using builder = new BuilderProcess({ ...chosen, ...address, output });
  const report = await builder.build();
  if (!report.ok) {
    console.error(`%c${report.error}`, "color: red");
    return 1;
  }
  await packLibrary(Deno.cwd(), output);
  const seconds = (report.ms / 1000).toFixed(1);
  // The builder knows nothing of the package and takes it for a leftover.
  const changed = report.changed.filter((file) => file !== PACKAGE).length;
  console.log(
    `The site is in ${output}/: ${
      changed === 0
        ? "nothing changed"
        : `${changed} ${changed === 1 ? "file" : "files"} written`
    }, ${seconds} s`,
  );
  return 0;
}

/** The folder loses what is not of the site, so it must be the site's own. */
function readOutput(text: string): string {
  const output = text.replace(/\/+$/, "");
  if (!/^\w[\w./-]*$/.test(output) || output.split("/").includes("..")) {
    throw new UsageError(
      `--output is "${text}"; give a folder inside the project, such as _site`,
    );
  }
  const present = namesIn(output);
  if (present.length > 0 && !present.includes("book.css")) {
    throw new UsageError(
      `--output is "${text}", which holds files that are not of a site; give a new folder, or empty it`,
    );
  }
  return output;
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map((entry) => entry.name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function readAddress(text: string | undefined): { address?: string } {
  if (text === undefined) return {};
  if (URL.parse(text)?.protocol.startsWith("http")) return { address: text };
  throw new UsageError(
    `--url is "${text}"; give the whole address, such as https://example.org/book/`,
  );
}

if (import.meta.main) await runCommand(site);
