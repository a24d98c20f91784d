/**
 * Finds circles in a graph of imports.
 *
 * @module
 */

/** Each module, and the modules it imports, with the line of the import. */
export type ImportGraph = ReadonlyMap<
  string,
  readonly { readonly to: string; readonly line: number }[]
>;

/** A circle of imports. */
export interface Circle {
  /** The modules on it; the first stands at the end again. */
  readonly path: readonly string[];
  /** The line of the first module's import. */
  readonly line: number;
}

/**
 * Finds circles so that every module that is on any is on one that is told.
 *
 * For each module not told of yet, in order, the shortest way back to itself.
 *
 * @param graph The imports.
 * @returns The circles, each beginning with its first module by name.
 */
export function findCircles(graph: ImportGraph): Circle[] {
  const told = new Set<string>();
  const circles: Circle[] = [];
  for (const start of [...graph.keys()].sort()) {
    if (told.has(start)) continue;
    const path = shortestWayBack(graph, start);
    if (!path) continue;
    for (const module of path) told.add(module);
    const first = graph.get(start)?.find(({ to }) => to === path[1]);
    circles.push({ path, line: first?.line ?? 1 });
  }
  return circles;
}

function shortestWayBack(
  graph: ImportGraph,
  start: string,
): string[] | undefined {
  const seen = new Set<string>();
  const paths: string[][] = [[start]];
  for (const path of paths) {
    for (const { to } of graph.get(path.at(-1) ?? "") ?? []) {
      if (to === start) return [...path, to];
      if (seen.has(to)) continue;
      seen.add(to);
      paths.push([...path, to]);
    }
  }
  return undefined;
}
