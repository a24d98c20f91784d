/**
 * `deno task start`: builds the book, serves it on this machine, and shows what
 * changes as it changes.
 *
 * @module
 */

import { preview, type PreviewEvent } from "../site/serve/preview.ts";
import { chooseBuilder } from "./site.ts";
import { readCommandLine, refuseWords } from "./command_line.ts";
import { runCommand, UsageError } from "./usage_error.ts";

const HELP = `Builds the book and serves it on this machine, with live reload.

Usage: deno task start [--port=8000] [--builder=lume|eleventy]

  --port         the port to try first; when it is taken, the next one
  --builder      who builds the pages; without it, whoever the network allows
  --import-map   where Lume's modules are had from, if not from their own
                 address: a mirror, a copy
  --help         prints this

Ctrl-C ends it.`;

const DEFAULT_PORT = "8000";

async function start(): Promise<number> {
  const { flags, words } = readCommandLine(Deno.args, {
    port: "value",
    builder: "value",
    "import-map": "value",
    help: "switch",
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  refuseWords("start", words);
  const port = readPort(flags.port ?? DEFAULT_PORT);
  const chosen = await chooseBuilder(flags.builder, flags["import-map"]);

  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    if (signal === "SIGTERM" && Deno.build.os === "windows") continue;
    Deno.addSignalListener(signal, () => stopped.abort());
  }
  const telling = tellAbout(chosen.label);
  await preview({ ...chosen, port, signal: stopped.signal, tell: telling });
  console.log("\nStopped");
  return 0;
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UsageError(
    `--port is "${text}"; give a whole number from 1 to 65535`,
  );
}

/** Puts what happens into words; the address comes when there is a page. */
function tellAbout(builder: string): (event: PreviewEvent) => void {
  let address = "";
  let first = true;
  return (event) => {
    switch (event.kind) {
      case "port-taken":
        console.log(`Port ${event.port} is taken; trying ${event.port + 1}`);
        return;
      case "listening":
        address = event.address;
        console.log(`Building the book with ${builder} …`);
        return;
      case "built":
        tellBuild(event);
        if (first) {
          console.log(
            `\n  The book is at %c${address}%c\n  Changes to chapters/ and site/ appear by themselves; Ctrl-C ends\n`,
            "color: cyan; font-weight: bold",
            "",
          );
        }
        first = false;
    }
  };
}

function tellBuild(
  { report, because }: Extract<PreviewEvent, { kind: "built" }>,
): void {
  const cause = because.length === 0 ? "" : `${summary(because)}: `;
  if (!report.ok) {
    console.error(
      `%cThe book could not be built\n${report.error}`,
      "color: red",
    );
    return;
  }
  const seconds = (report.ms / 1000).toFixed(1);
  console.log(`${cause}built in ${seconds} s`);
  const woven = because.find((file) =>
    /^chapters\/[^/]+\/.*\.(ts|py)$/.test(file)
  );
  if (woven) {
    const chapter = woven.split("/")[1]!;
    const name = chapter.slice(0, chapter.indexOf("-"));
    console.log(
      `  ${woven} may be shown in a chapter: deno task weave ${name} brings its blocks up to date`,
    );
  }
}

function summary(files: readonly string[]): string {
  const [first, ...more] = files;
  return more.length === 0 ? first! : `${first} and ${more.length} more`;
}

if (import.meta.main) await runCommand(start);
