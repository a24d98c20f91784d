/**
 * The tree of pyperformance's `async_tree`, the benchmark by which CPython's own
 * developers judge asyncio: six levels, six branches a level, each node a task
 * that makes its branches and waits for them. The 46,656 leaves do nothing
 * (none), wait for 50 ms (io), or ask for a datum that nine of ten have in common
 * and only the first of those has to wait for (memoization). The branches are
 * gathered, or made in a task group.
 *
 * This is our own program after the description of that one, in both languages.
 * Both run on virtual time: what is compared is the work, and not 50 ms against
 * 50 ms. uvloop has its clock from the system and waits.
 *
 * @module
 */

import { type Coroutine, gather, runSync, sleep, taskGroup } from "../mod.ts";
import type { Bench, Case, Peer } from "./harness.ts";
import * as peers from "./peers.ts";

const LEVELS = 6;
const BRANCHES = 6;
const FETCHING = 50;

type Kind = "none" | "io" | "memoization";
type Join = "gather" | "groups";

export const asyncTree: Bench = {
  name: "async-tree",
  about: "pyperformance's async_tree: 6 levels of 6 branches",
  cases: (["none", "io", "memoization"] as const).flatMap((kind) => [
    treeOf(kind, "gather"),
    treeOf(kind, "groups"),
  ]),
};

function treeOf(kind: Kind, join: Join): Case {
  return {
    name: `${kind}, ${join}`,
    size: LEVELS,
    unit: "ms",
    proof: (levels) => proofOf(kind, BRANCHES ** levels),
    ours: {
      name: "loopbook",
      prepare: (levels) => () => {
        const tree = new Tree(kind);
        runSync(() =>
          join === "gather" ? tree.gathered(levels) : tree.grouped(levels)
        );
        return { proof: tree.proof };
      },
    },
    peers: [
      ...(kind === "none" && join === "gather" ? runningAtOnce() : []),
      {
        name: "CPython asyncio",
        goal: 10,
        python: ["async_tree.py", "virtual", kind, join],
      },
      {
        name: "CPython uvloop",
        python: ["async_tree.py", "uvloop", kind, join],
      },
    ],
  };
}

/** Leaves that were reached, and data that were fetched. */
function proofOf(kind: Kind, leaves: number): number {
  const fetched = {
    none: 0,
    io: leaves,
    memoization: Math.ceil(leaves / 10) + 1,
  };
  return leaves + fetched[kind];
}

class Tree {
  readonly #kind: Kind;
  readonly #memo = new Set<string>();
  #reached = 0;
  #fetched = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  get proof(): number {
    return this.#reached + this.#fetched;
  }

  *gathered(level: number): Coroutine<void> {
    if (level === 0) return yield* this.#leaf();
    yield* gather(
      Array.from({ length: BRANCHES }, () => this.gathered(level - 1)),
    );
  }

  *grouped(level: number): Coroutine<void> {
    if (level === 0) return yield* this.#leaf();
    const grow = () => this.grouped(level - 1);
    yield* taskGroup(function* (group) {
      for (let i = 0; i < BRANCHES; i++) group.createTask(grow());
    });
  }

  *#leaf(): Coroutine<void> {
    const number = this.#reached++;
    if (this.#kind === "none") return;
    if (this.#kind === "memoization" && number % 10 !== 0) {
      if (this.#memo.has("datum")) return;
      this.#memo.add("datum");
    }
    this.#fetched++;
    yield* sleep(FETCHING);
  }
}

/** The same without tasks; nothing in it waits, so no clock is needed. */
function runningAtOnce(): Peer[] {
  return [
    {
      name: "Promise.all",
      prepare: (levels) => async () => {
        let proof = 0;
        async function grow(level: number): Promise<void> {
          if (level === 0) return void proof++;
          await Promise.all(
            Array.from({ length: BRANCHES }, () => grow(level - 1)),
          );
        }
        await grow(levels);
        return { proof };
      },
    },
    {
      name: `${peers.EFFECT} all, unbounded`,
      async prepare(levels) {
        const { Effect } = await peers.loadEffect();
        let proof = 0;
        const leaf = Effect.sync(() => {
          proof++;
        });
        const grow = (level: number): typeof leaf =>
          level === 0 ? leaf : Effect.suspend(() =>
            Effect.all(
              Array.from({ length: BRANCHES }, () => grow(level - 1)),
              { concurrency: "unbounded", discard: true },
            )
          );
        return async () => {
          proof = 0;
          await Effect.runPromise(grow(levels));
          return { proof };
        };
      },
    },
  ];
}
