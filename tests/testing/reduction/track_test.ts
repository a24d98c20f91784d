import { assert, assertEquals, assertThrows } from "@std/assert";
import { track } from "../../../mod.ts";
import {
  type Footprint,
  Footsteps,
  meet,
} from "../../../src/testing/reduction/footprint.ts";

/** What a step touches of what it is given. */
function touchedBy<T extends object>(
  make: () => T,
  ...steps: ((it: T) => unknown)[]
): Footprint[] {
  const footsteps = new Footsteps();
  footsteps.begin();
  const it = track(make());
  footsteps.endStep();
  const touched = steps.map((step) => (step(it), footsteps.endStep()));
  footsteps.end();
  return touched;
}

/** Whether two steps meet. */
function met<T extends object>(
  make: () => T,
  one: (it: T) => unknown,
  other: (it: T) => unknown,
): boolean {
  const [first, second] = touchedBy(make, one, other);
  return meet(first!, second!);
}

class Account {
  balance = 0;
  get empty(): boolean {
    return this.balance === 0;
  }
  deposit(amount: number): void {
    this.balance += amount;
  }
}

class Secret {
  #value = 0;
  add(): number {
    return ++this.#value;
  }
}

Deno.test("a read meets a write of the same property, and no other", () => {
  const make = () => ({ a: 1, b: 2 });
  assert(met(make, (it) => it.a, (it) => it.a = 3));
  assert(!met(make, (it) => it.b, (it) => it.a = 3));
  assert(!met(make, (it) => it.a, (it) => it.a));
  assert(met(make, (it) => Object.keys(it), (it) => it.a = 3));
});

Deno.test("what is stored in a tracked object is tracked", () => {
  const make = () => ({ deep: { list: [1, 2] } });
  assert(met(make, (it) => it.deep.list[1], (it) => it.deep.list[1] = 9));
  assert(!met(make, (it) => it.deep.list[0], (it) => it.deep.list[1] = 9));
});

Deno.test("two that are put into one collection meet, since one comes first", () => {
  const map = () => new Map<string, number>();
  assert(met(map, (it) => it.set("a", 1), (it) => it.set("b", 1)));
  assert(met(map, (it) => it.size, (it) => it.set("b", 1)));
  assert(!met(map, (it) => it.get("a"), (it) => it.set("b", 1)));
  const list = () => [] as number[];
  assert(met(list, (it) => it.push(1), (it) => it.push(2)));
  const record = () => ({} as Record<string, number>);
  assert(met(record, (it) => it.a = 1, (it) => it.b = 2));
});

Deno.test("methods and getters of a class tell what they read and write", () => {
  const make = () => new Account();
  assert(met(make, (it) => it.empty, (it) => it.deposit(5)));
  assert(!met(make, (it) => it.empty, (it) => it.empty));
});

Deno.test("to read what can't be seen into counts as to write it", () => {
  const make = () => ({ gate: Promise.resolve(), when: new Date(0) });
  assert(met(make, (it) => it.gate, (it) => it.gate));
  assert(met(make, (it) => it.when, (it) => it.when));
});

Deno.test("what can't be seen into is refused", () => {
  for (
    const object of [new Secret(), new Date(0), Promise.resolve(), () => 0]
  ) {
    assertThrows(() => track(object), TypeError, "track() can't see");
  }
});

Deno.test("a tracked object behaves as the object itself", () => {
  const list = track([3, 1, 2]);
  list.sort();
  list.push(4);
  assertEquals([...list], [1, 2, 3, 4]);
  assert(Array.isArray(list));
  const map = track(new Map([["a", { n: 1 }]]));
  map.get("a")!.n++;
  assertEquals([...map.values()], [{ n: 2 }]);
  assertEquals(map.size, 1);
  const set = track(new Set([1, 2]));
  set.delete(1);
  assertEquals(set.has(1), false);
  const account = track(new Account());
  account.deposit(5);
  assert(account instanceof Account && account.balance === 5);
  assert(track(account) === account);
});
