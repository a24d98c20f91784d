/**
 * Makes a program that diverges as small as it gets.
 *
 * A program is a tree of arrays: a *node* begins with its name, a *list* holds
 * nodes. Smaller programs are made by leaving items of a list out, by putting
 * the inside of a node in its place, and by replacing a number with a smaller
 * one, whatever they mean. Whoever still diverges goes on shrinking.
 *
 * @module
 */
import { EXPRESSIONS, type Program } from "./program.ts";

/** Says which of some programs is the first that still shows the fault. */
export type FindFirst = (
  programs: readonly Program[],
) => Promise<number>;

/** So many smaller programs are tried at a time. */
const BATCH = 60;

/**
 * Shrinks a program.
 *
 * @param program a program that shows a fault
 * @param findFirst tries programs
 * @returns one that shows a fault, too, with nothing left to take away
 */
export async function shrink(
  program: Program,
  findFirst: FindFirst,
): Promise<Program> {
  let smallest = program;
  search: for (;;) {
    const candidates = [...smaller(smallest)] as Program[];
    for (let start = 0; start < candidates.length; start += BATCH) {
      const batch = candidates.slice(start, start + BATCH);
      const found = await findFirst(batch);
      if (found < 0) continue;
      smallest = batch[found]!;
      continue search;
    }
    return smallest;
  }
}

type Tree = null | boolean | number | string | readonly Tree[];

/** All programs that are a little smaller, the smallest first. */
function* smaller(program: Program): Generator<Program> {
  for (const part of ["bodies", "callbacks"] as const) {
    const blocks = program[part];
    for (const [index, block] of blocks.entries()) {
      for (const less of smallerTrees(block)) {
        yield { ...program, [part]: blocks.with(index, less as never) };
      }
    }
  }
  if (program.eager) yield { ...program, eager: false };
  const { semaphores, barriers, queues } = program;
  for (const [index, [permits, isBounded]] of semaphores.entries()) {
    if (permits === 0 && !isBounded) continue;
    const less = [Math.max(0, permits - 1), false] as const;
    yield { ...program, semaphores: semaphores.with(index, less) };
  }
  for (const [index, parties] of barriers.entries()) {
    if (parties === 1) continue;
    yield { ...program, barriers: barriers.with(index, parties - 1) };
  }
  for (const [index, [kind, size]] of queues.entries()) {
    if (kind === "fifo") continue;
    yield { ...program, queues: queues.with(index, ["fifo", size]) };
  }
}

function* smallerTrees(tree: Tree): Generator<Tree> {
  if (typeof tree === "number" && tree > 0) yield tree - 1;
  if (tree === true) yield false;
  if (!Array.isArray(tree)) return;
  if (isList(tree)) {
    yield* shorterLists(tree);
    for (const [index, item] of tree.entries()) {
      for (const inside of insideOf(item)) {
        yield [...tree.slice(0, index), ...inside, ...tree.slice(index + 1)];
      }
    }
  } else if (tree[0] === "gather" || tree[0] === "shield") {
    yield* (tree[0] === "gather" ? tree[1] as Tree[] : [tree[1]!]);
  }
  if (tree[0] === "try" && tree[4] !== null) yield tree.with(4, null);
  yield* smallerItems(tree);
}

/** Half of it, a quarter, …, at last one item less. */
function* shorterLists(list: readonly Tree[]): Generator<Tree> {
  for (let size = list.length; size >= 1; size = size >> 1) {
    for (let start = 0; start < list.length; start += size) {
      yield [...list.slice(0, start), ...list.slice(start + size)];
    }
  }
}

function* smallerItems(items: readonly Tree[]): Generator<Tree> {
  for (const [index, item] of items.entries()) {
    for (const less of smallerTrees(item)) yield items.with(index, less);
  }
}

/** The blocks that a statement holds. */
function insideOf(item: Tree): readonly (readonly Tree[])[] {
  if (!Array.isArray(item) || EXPRESSIONS.includes(item[0])) return [];
  if (item[0] === "asCompleted") return []; // holds expressions
  return item.filter((each) => Array.isArray(each) && isList(each));
}

function isList(tree: readonly Tree[]): boolean {
  return typeof tree[0] !== "string";
}
