/**
 * What it costs to be able to watch a loop.
 *
 * The library is bundled twice: as it is, and with every mention of the tracer
 * replaced by `null`, so that the compiler drops the calls. Between the two lies
 * the price of a tracer that is off. The other rows show what it costs when it
 * is on.
 *
 * @module
 */

import type * as loopbook from "../mod.ts";
import type { Bench, Case, Contestant } from "./harness.ts";

type Library = typeof loopbook;

/** Takes the library once, and then runs as often as it is asked to. */
type Program = (library: Library) => (options: loopbook.RunOptions) => unknown;

export const trace: Bench = {
  name: "trace",
  about: "the tracer: absent, off, on",
  flags: ["--allow-run"], // esbuild is a program
  cases: [
    traced("1,000,000 switches of 2 tasks", switches),
    traced("100,000 tasks gathered", spawn),
    traced("300,000 timers", timers),
  ],
};

function traced(name: string, program: Program): Case {
  return {
    name,
    size: 1,
    unit: "ms",
    ours: contestant("off", "as it is", program, () => ({})),
    peers: [
      {
        ...contestant("taken out", "without tracer", program, () => ({})),
        goal: 0.97,
      },
      contestant("on, nobody keeps it", "as it is", program, () => ({
        trace: { record() {} },
      })),
      contestant("on, kept in a Trace", "as it is", program, (library) => ({
        trace: new library.Trace(),
      })),
    ],
  };
}

function contestant(
  name: string,
  build: Build,
  program: Program,
  options: (library: Library) => loopbook.RunOptions,
): Contestant {
  return {
    name,
    async prepare() {
      const library = await loadBundle(build);
      const run = program(library);
      return async () => {
        await run(options(library));
      };
    },
  };
}

function switches({ run, gather, sleep }: Library) {
  function* giveWay() {
    for (let i = 0; i < 500_000; i++) yield* sleep(0);
  }
  function* main() {
    yield* gather([giveWay(), giveWay()]);
  }
  return (options: loopbook.RunOptions) => run(main, options);
}

function spawn({ run, gather, sleep }: Library) {
  function* work() {
    yield* sleep(0);
  }
  function* main() {
    yield* gather(Array.from({ length: 100_000 }, work));
  }
  return (options: loopbook.RunOptions) => run(main, options);
}

function timers({ runSync, getRunningLoop, sleep }: Library) {
  const fire = () => {};
  function* main() {
    const loop = getRunningLoop();
    for (let i = 0; i < 300_000; i++) loop.callLater(i * 7919 % 10_007, fire);
    yield* sleep(10_007);
  }
  return (options: loopbook.RunOptions) => runSync(main, options);
}

/** Every place where the tracer is read; where it is set stays. */
const TRACER = /[\w#!.]+\._tracer\b!?(?!\s*=[^=])/g;

type Build = "as it is" | "without tracer";

async function loadBundle(build: Build): Promise<Library> {
  const esbuild = await import("npm:esbuild@0.28.2");
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${import.meta.dirname}/../mod.ts`],
    bundle: true,
    format: "esm",
    minifySyntax: true,
    write: false,
    plugins: build === "as it is" ? [] : [{
      name: "take the tracer out",
      setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
          contents: (await Deno.readTextFile(path)).replace(TRACER, "null"),
          loader: "ts",
        }));
      },
    }],
  });
  await esbuild.stop();
  const source = encodeURIComponent(outputFiles[0]!.text);
  return await import(`data:text/javascript,${source}`);
}
