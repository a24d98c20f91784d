/**
 * Remembers for a while which source of dependencies was found to work.
 *
 * A verdict is worth little: it can be found out again in three seconds. So
 * whatever is wrong with the file (it is not there, not ours, half written, it
 * may not be written at all) means no more than that nothing is remembered.
 *
 * @module
 */

/** One of the two places dependencies come from. */
export type Source = "declared" | "npm";

/** Keeps verdicts. */
export interface Memory {
  /** The verdict on `key`, when there is one and it is still good. */
  recall(key: string): Promise<Source | undefined>;
  /** Keeps a verdict for `lifetime` milliseconds. */
  remember(key: string, source: Source, lifetime: number): Promise<void>;
}

interface Verdict {
  readonly source: Source;
  readonly until: number;
}

/**
 * A memory in a file of the project that git ignores.
 *
 * @param path The file.
 * @param now Tells the time, in milliseconds since 1970.
 */
export function fileMemory(
  path = `${import.meta.dirname}/../.loopbook/dependencies.json`,
  now: () => number = Date.now,
): Memory {
  return {
    async recall(key) {
      const verdict = (await read(path))[key];
      return verdict && verdict.until > now() ? verdict.source : undefined;
    },
    async remember(key, source, lifetime) {
      const verdicts = Object.entries(await read(path))
        .filter(([, { until }]) => until > now());
      const verdict: Verdict = { source, until: now() + lifetime };
      await write(path, { ...Object.fromEntries(verdicts), [key]: verdict });
    },
  };
}

async function read(path: string): Promise<Record<string, Verdict>> {
  try {
    const content: unknown = JSON.parse(await Deno.readTextFile(path));
    return Object.fromEntries(
      Object.entries(content ?? {}).filter((
        entry,
      ): entry is [string, Verdict] => isVerdict(entry[1])),
    );
  } catch {
    return {};
  }
}

// Two tasks may write at the same time: each writes a file of its own and moves
// it into place.
async function write(
  path: string,
  verdicts: Record<string, Verdict>,
): Promise<void> {
  const draft = `${path}.${Deno.pid}`;
  try {
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(draft, JSON.stringify(verdicts, null, 2) + "\n");
    await Deno.rename(draft, path);
  } catch {
    // Nothing is remembered.
  }
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === "object" && value !== null &&
    "source" in value && "until" in value &&
    (value.source === "declared" || value.source === "npm") &&
    typeof value.until === "number";
}
