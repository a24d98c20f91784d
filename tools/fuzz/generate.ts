/**
 * Makes random programs.
 *
 * @module
 */
import {
  awaitables,
  CALLBACK_STATEMENTS,
  FAMILIES,
  type Family,
  type Place,
  type Rule,
  someDelay,
  STATEMENTS,
} from "./grammar.ts";
import type { Block, Expression, Program, Statement } from "./program.ts";
import { Random, type Weighted } from "./random.ts";

/** A rule of the theme weighs more than one outside of it, by these. */
const IN_THEME = 8;
const OFF_THEME = 0.15;

/** How deep blocks may lie in each other. */
const DEEPEST = 3;

/** How many statements a body may have, about. */
const LARGEST_BODY = 12;

/**
 * Makes a program.
 *
 * @param seed which series of programs
 * @param index which of the series
 * @returns the same program whenever asked
 */
export function generate(seed: number, index: number): Program {
  return new Generator(new Random(seed, index)).program();
}

/** Makes one program, rule by rule. */
export class Generator {
  readonly random: Random;
  readonly #theme: ReadonlySet<Family>;
  readonly #themeRules: readonly Rule[];
  readonly #bodies: number;
  readonly #callbacks: number;
  readonly #eagerRate: number;
  #labels = 0;
  #size = 0;
  /** Callbacks call only later ones, so that they end. */
  #firstCallback = 0;

  constructor(random: Random) {
    this.random = random;
    this.#theme = new Set<Family>(
      random.list(1, random.pick([1, 1, 2]), () => random.pick(FAMILIES)),
    );
    this.#themeRules = STATEMENTS.filter(({ family }) =>
      this.#theme.has(family)
    );
    this.#bodies = 2 + random.below(4);
    this.#callbacks = 1 + random.below(3);
    this.#eagerRate = random.pick([0.02, 0.02, 0.3]);
  }

  program(): Program {
    const { random } = this;
    return {
      bodies: Array.from({ length: this.#bodies }, (_, i) => this.#body(i)),
      callbacks: Array.from(
        { length: this.#callbacks },
        (_, i) => this.#callbackBody(i),
      ),
      eager: random.chance(0.06),
      semaphores: [
        [random.pick([0, 0, 1, 2]), random.chance(0.3)],
        [1, random.chance(0.5)],
      ],
      barriers: [1 + random.below(3)],
      queues: [
        [random.pick(["fifo", "fifo", "lifo", "priority"]), random.below(3)],
        ["fifo", 1],
      ],
    };
  }

  /** Main starts some tasks and then disturbs them. */
  #body(body: number): Block {
    this.#size = 0;
    const place: Place = {
      body,
      depth: 0,
      inGroup: false,
      inTimeout: false,
      condition: null,
      inCleanup: false,
    };
    if (body === 0) return this.#mainBody(place);
    const block = [
      ...this.random.chance(0.5) ? [this.#choose(this.#themeRules, place)] : [],
      ...this.#statements(place, 1, 3),
    ];
    return this.random.chance(0.55) ? [this.#guarded(place, block)] : block;
  }

  /** Starts some tasks, works among them, then disturbs who is left. */
  #mainBody(place: Place): Block {
    const { random } = this;
    const favorite = this.laterBody(place);
    const start = (slot: number): Statement => [
      "start",
      slot,
      random.chance(0.7)
        ? ["task", favorite, this.eager(), false]
        : this.task(place),
    ];
    let slot = 0;
    const disturb = (): Statement =>
      random.weighted<() => Statement>([
        [4, () => ["cancel", random.below(4), this.message()]],
        [2, () => ["sleep", this.delay()]],
        [4, () => this.#choose(CALLBACK_STATEMENTS, place)],
      ])();
    const work = this.#statements({ ...place, depth: 1 }, 1, 5);
    return [
      ...random.list(2, 4, () => start(slot++)),
      ["try", work, "any", [], null],
      ...random.list(2, 6, disturb),
      ...this.#statements(place, 0, 2),
    ];
  }

  #guarded(place: Place, block: Block): Statement {
    const inner = { ...place, depth: 1 };
    return this.random.chance(0.75)
      ? ["try", block, null, [], this.cleanup(inner)]
      : ["try", block, "cancelled", this.block(inner), null];
  }

  #callbackBody(index: number): Block {
    this.#firstCallback = index + 1;
    const place: Place = {
      body: 0,
      depth: DEEPEST,
      inGroup: false,
      inTimeout: false,
      condition: null,
      inCleanup: false,
    };
    const block = this.random.list(
      0,
      2,
      () =>
        this.random.chance(0.2) && this.#firstCallback < this.#callbacks
          ? ["callSoon", 0, this.callback()] as Statement
          : this.#choose(CALLBACK_STATEMENTS, place),
    );
    this.#firstCallback = 0;
    return block;
  }

  #statements(place: Place, least: number, most: number): Block {
    return this.random.list(
      least,
      most,
      () => this.#choose(STATEMENTS, place),
    );
  }

  #choose(rules: readonly Rule[], place: Place): Statement {
    this.#size++;
    const isFull = place.depth >= DEEPEST || this.#size > LARGEST_BODY;
    const choices: Weighted<Rule>[] = [];
    for (const rule of rules) {
      if (rule.isBlock && isFull) continue;
      if (rule.fits !== undefined && !rule.fits(place, this)) continue;
      choices.push([rule.weight * this.#importance(rule.family), rule]);
    }
    return this.random.weighted(choices).make(this, place);
  }

  #importance(family: Family): number {
    if (family === "always") return 1;
    return this.#theme.has(family) ? IN_THEME : OFF_THEME;
  }

  // What the grammar's rules are made of.

  block(place: Place): Block {
    return this.#statements(place, 1, 3);
  }

  /** What stands in a `finally`: half of the time it waits. */
  cleanup(outer: Place): Block {
    const place = { ...outer, inCleanup: true };
    return this.random.weighted<() => Block>([
      [5, () => [["sleep", this.delay()], ...this.#statements(place, 1, 2)]],
      [4, () => this.#statements(place, 1, 2)],
      [1, () => [["raise", this.random.below(9)]]],
    ])();
  }

  /** The number of a primitive: mostly the first, so that tasks meet there. */
  oneOf(count: number): number {
    return this.random.chance(0.75) ? 0 : this.random.below(count);
  }

  label(): number {
    return ++this.#labels;
  }

  delay(): number {
    return someDelay(this.random);
  }

  limit(): number | null {
    return this.random.chance(0.3) ? null : this.delay();
  }

  message(): string | null {
    return this.random.pick([null, null, null, "x", "y"]);
  }

  eager(): boolean {
    return this.random.chance(this.#eagerRate);
  }

  callback(): number {
    return this.#firstCallback +
      this.random.below(this.#callbacks - this.#firstCallback);
  }

  few<T>(make: () => T): T[] {
    return this.random.chance(0.03) ? [] : this.random.list(1, 3, make);
  }

  hasLaterBody(place: Place): boolean {
    return place.body + 1 < this.#bodies;
  }

  laterBody(place: Place): number {
    const first = place.body + 1;
    return first + this.random.below(this.#bodies - first);
  }

  future(place: Place): Expression {
    return this.random.weighted<() => Expression>([
      [6, () => this.task(place)],
      [2, () => this.gather(place, 1)],
      [1, () => this.shield(place, 1)],
      [1, () => ["future"]],
    ])();
  }

  task(place: Place): Expression {
    if (!this.hasLaterBody(place)) return ["future"];
    return [
      "task",
      this.laterBody(place),
      this.eager(),
      this.random.chance(0.1),
    ];
  }

  gather(place: Place, depth: number): Expression {
    return [
      "gather",
      this.few(() => this.awaitable(place, depth - 1)),
      this.random.chance(0.4),
    ];
  }

  shield(place: Place, depth: number): Expression {
    return ["shield", this.awaitable(place, depth - 1)];
  }

  awaitable(place: Place, depth: number): Expression {
    return this.random.weighted(awaitables(this, place, depth))();
  }
}
