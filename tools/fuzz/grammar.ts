/**
 * The grammar of random programs: what can stand where, and how often.
 *
 * A rule is taken by its weight. A program has a theme: a few families whose
 * rules weigh more, so that its tasks meet at the same locks and queues; with
 * all families mixed evenly, few of them ever would.
 *
 * @module
 */
import type { Generator } from "./generate.ts";
import {
  type Block,
  CONDITIONS,
  EVENTS,
  type Expression,
  HANDLES,
  LOCKS,
  QUEUES,
  SEMAPHORES,
  SLOTS,
  type Statement,
} from "./program.ts";
import type { Random } from "./random.ts";

/** Rules that belong together. */
export const FAMILIES = [
  "futures",
  "combinators",
  "timeouts",
  "groups",
  "callbacks",
  "context",
  "locks",
  "semaphores",
  "conditions",
  "events",
  "barriers",
  "queues",
] as const;

/** See {@linkcode FAMILIES}; what is in `always` is in every theme. */
export type Family = typeof FAMILIES[number] | "always";

/** Where a statement is to stand. */
export interface Place {
  /** The body it is in; it may use only later ones. */
  readonly body: number;
  /** How many blocks are around it. */
  readonly depth: number;
  /** Whether one of them is a task group. */
  readonly inGroup: boolean;
  /** Whether one of them is a time limit. */
  readonly inTimeout: boolean;
  /** The condition whose lock is held, if any. */
  readonly condition: number | null;
  /** Whether it is in a `finally`, which does not return. */
  readonly inCleanup: boolean;
}

/** A way to make a statement. */
export interface Rule {
  readonly family: Family;
  readonly weight: number;
  /** Whether it holds blocks of its own. */
  readonly isBlock?: boolean;
  /** Where it can stand; by default everywhere. */
  readonly fits?: (place: Place, generator: Generator) => boolean;
  readonly make: (generator: Generator, place: Place) => Statement;
}

const rules: Rule[] = [];

function rule(
  family: Family,
  weight: number,
  make: (generator: Generator, place: Place) => Statement,
  fits?: Rule["fits"],
): void {
  rules.push({ family, weight, make, ...(fits ? { fits } : {}) });
}

function block(
  family: Family,
  weight: number,
  make: (generator: Generator, inner: Place) => Statement,
): void {
  rules.push({
    family,
    weight,
    isBlock: true,
    make: (g, place) => make(g, { ...place, depth: place.depth + 1 }),
  });
}

const slot = ({ random }: Generator) =>
  random.chance(0.3) ? 0 : random.below(SLOTS);
const value = ({ random }: Generator) => random.below(9);

rule("always", 4, (g) => ["log", g.label()]);
rule("always", 9, (g) => ["sleep", g.delay()]);
rule("always", 1, (g) => ["return", value(g)], (place) => !place.inCleanup);
rule("always", 2, (g) => ["raise", value(g)]);
rule("always", 8, (g, place) => ["start", slot(g), g.future(place)]);
rule("always", 8, (g, place) => ["await", g.awaitable(place, 2)]);
rule("always", 8, (g) => ["cancel", slot(g), g.message()]);
rule("always", 1, () => ["cancelSelf"]);
rule("always", 1.5, () => ["uncancel"]);
rule("always", 2, (g) => ["state", slot(g)]);
rule("always", 0.6, () => ["allTasks"]);
rule("always", 0.6, () => ["currentTask"]);
block("always", 9, tryStatement);
block(
  "always",
  1,
  (g, inner) => ["repeat", 2 + g.random.below(2), g.block(inner)],
);

rule("futures", 1, (g) => ["start", slot(g), ["future"]]);
rule("futures", 1, (g) => ["setResult", slot(g), value(g)]);
rule("futures", 0.7, (g) => ["setError", slot(g), value(g)]);

rule("combinators", 1, (g) => [
  "wait",
  g.few(() => slot(g)),
  g.limit(),
  g.random.pick(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]),
]);
rule("combinators", 1, (g, place) => [
  "asCompleted",
  g.few(() => g.awaitable(place, 1)),
  g.limit(),
]);
rule("combinators", 1, (g, place) => ["await", g.gather(place, 2)]);
rule("combinators", 1, (g, place) => ["await", g.shield(place, 2)]);

rule(
  "timeouts",
  1,
  (g, place) => ["waitFor", g.awaitable(place, 1), g.limit()],
);
block("timeouts", 1.5, (g, inner) => [
  "timeout",
  g.limit(),
  g.block({ ...inner, inTimeout: true }),
]);
rule("timeouts", 1.5, (g) => ["reschedule", g.limit()], (p) => p.inTimeout);

block(
  "groups",
  1.5,
  (g, inner) => ["group", g.block({ ...inner, inGroup: true })],
);
rule(
  "groups",
  3,
  (g, place) => ["groupTask", slot(g), g.laterBody(place), g.eager()],
  (place, g) => place.inGroup && g.hasLaterBody(place),
);
rule(
  "groups",
  0.2,
  (g, place) => ["groupTask", slot(g), g.laterBody(place), g.eager()],
  (place, g) => g.hasLaterBody(place),
);

rule("groups", 1, (g) => ["raise", value(g)], ({ inGroup }) => inGroup);

rule("callbacks", 1, (g) => ["onDone", slot(g), g.callback()]);
rule("callbacks", 0.6, (g) => ["removeOnDone", slot(g), g.callback()]);
rule("callbacks", 1, (g) => ["callSoon", handle(g), g.callback()]);
rule("callbacks", 1, (g) => ["callLater", handle(g), g.delay(), g.callback()]);
rule("callbacks", 0.6, (g) => ["cancelHandle", handle(g)]);

rule("context", 1, (g) => ["setVariable", value(g)]);
rule("context", 1, () => ["getVariable"]);

block("locks", 1.5, (g, inner) => ["withLock", lock(g), g.block(inner)]);
rule("locks", 0.8, (g) => ["acquire", lock(g)]);
rule("locks", 0.8, (g) => ["release", lock(g)]);

block("semaphores", 1.5, (g, inner) => [
  "withSemaphore",
  semaphore(g),
  g.block(inner),
]);
rule("semaphores", 1, (g) => ["acquirePermit", semaphore(g)]);
rule("semaphores", 1.6, (g) => ["releasePermit", semaphore(g)]);

block("conditions", 2, (g, inner) => {
  const condition = g.oneOf(CONDITIONS);
  return ["withCondition", condition, g.block({ ...inner, condition })];
});
const holdsLock = (place: Place) => place.condition !== null;
rule(
  "conditions",
  3,
  (_, { condition }) => ["conditionWait", condition!],
  holdsLock,
);
rule(
  "conditions",
  1.5,
  (g, { condition }) => ["conditionWaitFor", condition!, 1 + g.random.below(2)],
  holdsLock,
);
rule("conditions", 1.5, (_, { condition }) => ["count", condition!], holdsLock);
rule(
  "conditions",
  3,
  (g, { condition }) => [
    "notify",
    condition!,
    g.random.pick([null, 1, 1, 2]),
  ],
  holdsLock,
);
rule("conditions", 0.2, (g) => ["notify", g.oneOf(CONDITIONS), 1]);
rule("conditions", 0.2, (g) => ["conditionWait", g.oneOf(CONDITIONS)]);

rule("events", 1.5, (g) => ["eventWait", event(g)]);
rule("events", 1, (g) => ["eventSet", event(g)]);
rule("events", 0.6, (g) => ["eventClear", event(g)]);

rule("barriers", 2, () => ["barrierWait", 0]);
rule("barriers", 0.4, () => ["barrierAbort", 0]);
rule("barriers", 0.4, () => ["barrierReset", 0]);

rule("queues", 1, (g) => ["put", queue(g), value(g)]);
rule("queues", 1, (g) => ["get", queue(g)]);
rule("queues", 0.5, (g) => ["putNowait", queue(g), value(g)]);
rule("queues", 0.5, (g) => ["getNowait", queue(g)]);
rule("queues", 0.5, (g) => ["taskDone", queue(g)]);
rule("queues", 0.8, (g) => ["join", queue(g)]);
rule("queues", 0.6, (g) => ["shutdown", queue(g), g.random.chance(0.5)]);

/** The ways to make a statement of a body. */
export const STATEMENTS: readonly Rule[] = rules;

/** What a plain callback may do: it can't wait, and has no blocks. */
export const CALLBACK_STATEMENTS: readonly Rule[] = [
  only("always", 2, (g) => ["log", g.label()]),
  only("always", 3, (g) => ["cancel", slot(g), null]),
  only("always", 1, (g) => ["raise", value(g)]),
  only("always", 1, (g) => ["state", slot(g)]),
  only("always", 0.3, () => ["currentTask"]),
  only("always", 1.5, (g, place) => ["start", slot(g), g.task(place)]),
  only("futures", 3, (g) => ["setResult", slot(g), value(g)]),
  only("futures", 1, (g) => ["setError", slot(g), value(g)]),
  only("context", 2, () => ["getVariable"]),
  only("context", 2, (g) => ["setVariable", value(g)]),
  only("locks", 2, (g) => ["release", lock(g)]),
  only("semaphores", 2, (g) => ["releasePermit", semaphore(g)]),
  only("events", 2, (g) => ["eventSet", event(g)]),
  only("events", 1, (g) => ["eventClear", event(g)]),
  only("queues", 2, (g) => ["putNowait", queue(g), value(g)]),
  only("queues", 2, (g) => ["getNowait", queue(g)]),
  only("queues", 0.5, (g) => ["shutdown", queue(g), g.random.chance(0.5)]),
];

/** The ways to make something to wait for. */
export function awaitables(
  g: Generator,
  place: Place,
  depth: number,
): (readonly [number, () => Expression])[] {
  const ways: (readonly [number, () => Expression])[] = [
    [6, () => ["slot", slot(g)]],
    [1, () => ["sleeping", g.delay(), value(g)]],
  ];
  if (g.hasLaterBody(place)) {
    ways.push([3, () => ["call", g.laterBody(place)]]);
    ways.push([3, () => g.task(place)]);
  }
  if (depth > 0) {
    ways.push([2, () => g.gather(place, depth)], [
      1,
      () => g.shield(place, depth),
    ]);
  }
  return ways;
}

function only(family: Family, weight: number, make: Rule["make"]): Rule {
  return { family, weight, make };
}

function tryStatement(g: Generator, inner: Place): Statement {
  const caught = g.random.weighted(
    [[4, null], [2, "error"], [2, "cancelled"], [1, "any"]] as const,
  );
  const handler: Block = caught === null ? [] : g.block(inner);
  const cleanup = caught === null || g.random.chance(0.5)
    ? g.cleanup(inner)
    : null;
  return ["try", g.block(inner), caught, handler, cleanup];
}

function handle(g: Generator): number {
  return g.oneOf(HANDLES);
}

function lock(g: Generator): number {
  return g.oneOf(LOCKS);
}

function semaphore(g: Generator): number {
  return g.oneOf(SEMAPHORES);
}

function event(g: Generator): number {
  return g.oneOf(EVENTS);
}

function queue(g: Generator): number {
  return g.oneOf(QUEUES);
}

/** How long a wait takes: mostly so little that several end together. */
export function someDelay(random: Random): number {
  return random.weighted([
    [6, 0],
    [4, 1],
    [4, 2],
    [2, 3],
    [1, 5],
    [1, 10],
    [0.3, -1],
  ]);
}
