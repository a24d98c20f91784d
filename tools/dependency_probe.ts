/**
 * Asks Deno whether modules resolve, without running them.
 *
 * Deno is asked, and not the network: it knows the import map, the proxies, the
 * certificates and its own cache. Two questions are asked at the same time.
 *
 * - Does the whole graph resolve? Yes when the cache is warm, without any
 *   network, and yes on a good network.
 * - Does the door open, a small module that is fetched anew? Yes wherever the
 *   source can be reached, also where the whole graph takes longer than the
 *   deadline (Lume's has hundreds of modules).
 *
 * One yes is enough. When the signal aborts, what still runs is killed; `deno
 * info` starts no processes of its own, so nothing is left behind.
 *
 * @module
 */

/** What is asked for. */
export interface Probed {
  /** The modules to resolve, as they are imported. */
  readonly modules: readonly string[];
  /** A small one that shows whether their source can be reached. */
  readonly door: string;
}

/** They resolve; they do not; nobody said so before the signal aborted. */
export type Answer = "resolves" | "fails" | "silent";

/** Starts Deno with arguments, its output piped. */
export type Spawn = (args: string[]) => Deno.ChildProcess;

/**
 * Asks whether modules resolve.
 *
 * @param probed The modules, and the small one among them.
 * @param signal Ends the question.
 * @param spawn Starts Deno.
 * @returns The answer, once all that was started has ended.
 */
export async function probe(
  { modules, door }: Probed,
  signal: AbortSignal,
  spawn: Spawn = spawnDeno,
): Promise<Answer> {
  const answered = new AbortController();
  const end = AbortSignal.any([signal, answered.signal]);
  const questions = [
    resolves(["info", "--json", graphOf(modules)], end, spawn),
    resolves(["info", "--json", "--reload", graphOf([door])], end, spawn),
  ];
  const yes = await Promise.any(questions.map(orReject)).catch(() => false);
  const answer = yes ? "resolves" : signal.aborted ? "silent" : "fails";
  answered.abort();
  await Promise.all(questions);
  return answer;
}

async function resolves(
  args: string[],
  signal: AbortSignal,
  spawn: Spawn,
): Promise<boolean> {
  if (signal.aborted) return false;
  const child = spawn(args);
  const kill = () => {
    try {
      child.kill("SIGKILL");
    } catch { /* It ended a moment ago. */ }
  };
  signal.addEventListener("abort", kill);
  try {
    const { success, stdout } = await child.output();
    return success && isWhole(new TextDecoder().decode(stdout));
  } finally {
    signal.removeEventListener("abort", kill);
  }
}

// A module graph that lacks a module names the error in its place.
function isWhole(json: string): boolean {
  const { modules }: { modules: object[] } = JSON.parse(json);
  return modules.every((module) => !("error" in module));
}

// A module made up for the question: it imports what is asked about.
function graphOf(names: readonly string[]): string {
  const code = names.map((name) => `import ${JSON.stringify(name)};`).join("");
  return `data:application/typescript,${encodeURIComponent(code)}`;
}

async function orReject(question: Promise<boolean>): Promise<true> {
  if (await question) return true;
  throw new Error("Modules do not resolve");
}

function spawnDeno(args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args,
    cwd: `${import.meta.dirname}/..`,
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
}
