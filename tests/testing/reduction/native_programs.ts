/**
 * Small random programs whose steps share this and that.
 *
 * @module
 */

import { track, type World } from "../../../mod.ts";

/** What a task does next. */
export type Operation =
  | { kind: "io"; resource?: unknown; fails?: boolean }
  | { kind: "call"; resource?: unknown; cell: number }
  | { kind: "read" | "write" | "push" | "put" | "look"; cell: number }
  | { kind: "plain"; name: string }
  | { kind: "tick" | "choose" | "timer" | "check" }
  | { kind: "settle" | "wait"; gate: number }
  | { kind: "together" | "race"; labels: readonly unknown[] };

/** Tasks, side by side. */
export interface Program {
  readonly tasks: readonly (readonly Operation[])[];
  /** The body ends with the first task, and not with the last. */
  readonly first: boolean;
}

/** A small generator of numbers (mulberry32): tests want the same every time. */
export function numbers(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Makes a program.
 *
 * @param seed decides all of it
 * @param deliveries how many it has about
 */
export function randomProgram(seed: number, deliveries: number): Program {
  const next = numbers(seed);
  const count = 2 + next(2);
  const tasks = Array.from({ length: count }, (): Operation[] => []);
  const tame = next(2) === 0;
  const undeclared = !tame && next(3) === 0;
  const resource = () =>
    undeclared && next(3) === 0
      ? undefined
      : next(tame ? 9 : 3) === 0
      ? "plain"
      : [];
  let left = deliveries;
  while (left > 0) {
    const task = tasks[next(count)]!;
    const kind = next(12);
    if (kind === 0) {
      task.push({ kind: "call", resource: resource(), cell: next(2) });
      left -= 2;
    } else if (kind === 1) {
      const labels = [resource(), resource()];
      task.push({ kind: next(2) ? "together" : "race", labels });
      left -= 2;
    } else {
      const plain = next(6) === 0;
      const fails = !tame && next(8) === 0;
      task.push({ kind: "io", resource: plain ? "plain" : resource(), fails });
      if (plain) task.push({ kind: "plain", name: String(next(3)) });
      left--;
    }
    for (let more = next(3); more > 0; more--) {
      const cell = next(2);
      task.push(
        tame ? { kind: next(2) ? "read" : "write", cell } : inBetween(next),
      );
    }
  }
  return { tasks, first: next(8) === 0 };
}

function inBetween(next: (below: number) => number): Operation {
  const cell = next(2);
  switch (next(16)) {
    case 0:
      return { kind: next(3) ? "tick" : "choose" };
    case 1:
      return { kind: next(3) ? "tick" : "timer" };
    case 2:
      return { kind: next(3) ? "check" : "tick" };
    case 3:
      return { kind: "settle", gate: next(2) };
    case 4:
      return next(2)
        ? { kind: "wait", gate: next(2) }
        : { kind: "settle", gate: next(2) };
    case 5:
      return { kind: "push", cell };
    case 6:
      return { kind: "put", cell };
    case 7:
      return { kind: "look", cell };
    case 8:
    case 9:
    case 10:
      return { kind: "read", cell };
    case 11:
      return { kind: "tick" };
    default:
      return { kind: "write", cell };
  }
}

/** The program as an async function. */
export function nativeBody({ tasks, first }: Program) {
  return async ({ io, choose, check }: World): Promise<unknown> => {
    const cells = track({ numbers: [1, 1], log: [] as number[] });
    const map = track(new Map<number, number>());
    const gates = [0, 1].map(() => Promise.withResolvers<number>());
    let plain = "";
    const one = (resource: unknown, label: string, fails = false) =>
      io(label, { resource, ...fails ? { faults: ["lost"] } : {} });
    async function run(task: readonly Operation[], number: number) {
      const seen: unknown[] = [];
      for (const [place, operation] of task.entries()) {
        const label = `${number}.${place}`;
        switch (operation.kind) {
          case "io":
            try {
              await one(operation.resource, label, operation.fails);
            } catch {
              seen.push("lost");
            }
            break;
          case "call": {
            const { cell, resource } = operation;
            const add = () => cells.numbers[cell]! += number + 1;
            seen.push(await io(add, { label, resource })());
            break;
          }
          case "read":
            seen.push(cells.numbers[operation.cell]);
            break;
          case "write": {
            const { cell } = operation;
            cells.numbers[cell] = cells.numbers[cell]! * 3 % 101 + number;
            break;
          }
          case "push":
            cells.log.push(number);
            break;
          case "put":
            map.set(operation.cell, number);
            break;
          case "look":
            seen.push([map.get(operation.cell), map.size, cells.log.length]);
            break;
          case "plain":
            plain += operation.name + number;
            break;
          case "tick":
            await null;
            break;
          case "choose":
            seen.push(choose("which?", [0, 1]));
            break;
          case "timer":
            await new Promise((resolve) => setTimeout(resolve, 10 * number));
            break;
          case "check":
            check(cells.numbers[0]! % 3 !== 0, `cell at ${label}`);
            break;
          case "settle":
            gates[operation.gate]!.resolve(number);
            break;
          case "wait":
            seen.push(await gates[operation.gate]!.promise);
            break;
          case "together":
          case "race": {
            const all = operation.labels.map(async (resource, index) => {
              await one(resource, `${label}.${index}`);
              cells.log.push(index);
              return index;
            });
            seen.push(
              operation.kind === "race"
                ? await Promise.race(all)
                : await Promise.all(all),
            );
          }
        }
      }
      return seen;
    }
    const all = tasks.map(run);
    const seen = first ? await Promise.race(all) : await Promise.all(all);
    return [seen, cells.numbers, cells.log, [...map], plain];
  };
}
