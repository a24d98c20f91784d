import {
  type Coroutine,
  type Future,
  getRunningLoop,
  run,
  sleep,
} from "../../mod.ts";
import { type Callback, Shop } from "./shop.ts";
import {
  pageByCallbacks,
  pageByCoroutine,
  pageByGroup,
  pageByPromises,
} from "./versions.ts";

/** A version of the program as a coroutine, whatever it is by nature. */
export type Version = (shop: Shop) => Coroutine<string>;

/** All four, by name. */
export const VERSIONS: Readonly<Record<string, Version>> = {
  *callbacks(shop) {
    const { future, callback } = promised();
    pageByCallbacks(shop, callback);
    return yield* future;
  },
  *promises(shop) {
    const { future, callback } = promised();
    pageByPromises(shop).then((page) => callback(null, page), callback);
    return yield* future;
  },
  coroutine: pageByCoroutine,
  group: pageByGroup,
};

// #region observe
/** What became of a version, and what the shop is still doing for it. */
export interface Outcome {
  readonly what: string;
  readonly ms: number;
  readonly open: readonly string[];
}

/** Runs a version with one counter closed, or none. */
export async function observe(
  version: Version,
  closed: string | null,
): Promise<Outcome> {
  return await run(function* () {
    const shop = new Shop(closed);
    const what = yield* outcomeOf(version(shop));
    return { what, ms: getRunningLoop().time(), open: [...shop.open] };
  }, { clock: "virtual" });
}
// #endregion

function* outcomeOf(page: Coroutine<string>) {
  try {
    return yield* page;
  } catch (error) {
    yield* sleep(0); // let everybody see to what has happened
    return (error as Error).name;
  }
}

/** A future that is settled by a callback. */
function promised(): { future: Future<string>; callback: Callback } {
  const future = getRunningLoop().createFuture<string>();
  return {
    future,
    callback(error, answer) {
      if (error !== null) future.setException(error);
      else future.setResult(answer!);
    },
  };
}

/** The size of a version: lines of code, and how deep they are indented. */
export async function sizeOf(
  version: string,
): Promise<{ lines: number; levels: number }> {
  const source = await Deno.readTextFile(
    new URL("versions.ts", import.meta.url),
  );
  const start = source.indexOf(`// #region ${version}\n`);
  const region = source.slice(start, source.indexOf("// #endregion", start));
  const lines = region.split("\n").slice(1, -1);
  const levels = lines.map((line) => line.search(/\S/) / 2);
  return { lines: lines.length, levels: Math.max(...levels) };
}

export async function main() {
  console.log(row("", "lines", "levels", "page", "failure", "still at work"));
  for (const [name, version] of Object.entries(VERSIONS)) {
    const { lines, levels } = await sizeOf(name);
    const good = await observe(version, null);
    const bad = await observe(version, "basket");
    const open = bad.open.join(", ") || "nothing";
    console.log(
      row(name, lines, levels, `${good.ms} ms`, `${bad.ms} ms`, open),
    );
  }
}

function row(name: string, ...cells: (string | number)[]): string {
  const last = cells.pop();
  const numbers = cells.map((cell) => String(cell).padStart(9)).join("");
  return `${name.padEnd(9)}${numbers}   ${last}`;
}

if (import.meta.main) await main();
