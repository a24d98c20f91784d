import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { explore, replay, ScheduleError, type World } from "../../../mod.ts";
import { survey } from "../../../src/testing/explore/survey.ts";

class Bank {
  #balance = 100;
  readonly name = "bank";

  get balance() {
    return this.#balance;
  }

  async read() {
    return await this.#balance;
  }

  async withdraw(amount: number) {
    this.#balance -= amount;
    return await this.#balance;
  }

  describe() {
    return `${this.name}: ${this.#balance}`;
  }
}

async function doubleSpend({ io, check }: World) {
  const bank = io(new Bank());
  async function spend(amount: number) {
    if (await bank.read() >= amount) await bank.withdraw(amount);
  }
  await Promise.all([spend(80), spend(80)]);
  check(bank.balance >= 0, `balance is ${bank.balance}`);
}

Deno.test("every async call of a wrapped object is two decisions", async () => {
  // Two reads and two withdrawals, an effect and an arrival each.
  const { maxDepth, failures } = await survey(doubleSpend, {
    delivery: "single",
  });
  assertEquals(maxDepth, 8);
  assert(failures > 0);
  const error = await assertRejects(() => explore(doubleSpend), ScheduleError);
  assertMatch(error.message, /^balance is -60\n/);
});

Deno.test("an object that is wrapped is otherwise as before", async () => {
  await explore(async ({ io, check }) => {
    const bank = io(new Bank());
    check(bank instanceof Bank);
    check(bank.balance === 100, "a getter that reads a private field");
    check(bank.describe() === "bank: 100", "a plain method is called at once");
    check(bank.read === bank.read, "a method is one function");
    await bank.withdraw(30);
    check(bank.describe() === "bank: 70");
  });
});

Deno.test("a frozen object can be wrapped too", async () => {
  const report = await explore(async ({ io, check }) => {
    const store = io(Object.freeze({
      size: 2,
      read: async (key: string) => await key.length,
    }));
    check(store.size === 2);
    check(await store.read("abc") === 3);
  });
  assertEquals(report.maxDepth, 2);
});

Deno.test("of a plain method that gives a promise the arrival is decided", async () => {
  const { outcomes, schedules } = await survey(async ({ io }) => {
    const order: string[] = [];
    const store = io({
      get(key: string): Promise<void> {
        order.push(`get ${key}`);
        return Promise.resolve();
      },
    });
    const get = (key: string) => store.get(key).then(() => order.push(key));
    await Promise.all([get("a"), get("b")]);
    return order.join(", ");
  }, { delivery: "single" });
  assertEquals(schedules, 2);
  assertEquals([...outcomes].sort(), [
    'returned "get a, get b, a, b"',
    'returned "get a, get b, b, a"',
  ]);
});

Deno.test("a wrapped plain function becomes asynchronous", async () => {
  const report = await explore(async ({ io, check }) => {
    const add = io((a: number, b: number) => a + b);
    check(await add(1, 2) === 3);
  });
  assertEquals(report.maxDepth, 2);
});

Deno.test("what a wrapped function throws comes back as a rejection", async () => {
  const { outcomes } = await survey(async ({ io }) => {
    const read = io(() => {
      throw new RangeError("no such row");
    });
    await read();
  });
  assertEquals([...outcomes], ["error: RangeError: no such row"]);
});

Deno.test("a call takes effect when the schedule says so, not when it is made", async () => {
  const { outcomes } = await survey(async ({ io }) => {
    const log: string[] = [];
    const write = io(async (word: string) => {
      log.push(word);
      return await word.length;
    });
    const both = Promise.all([write("one"), write("three")]);
    log.push("called");
    return [...await both, ...log];
  }, { delivery: "single" });
  assertEquals([...outcomes].sort(), [
    'returned [3, 5, "called", "one", "three"]',
    'returned [3, 5, "called", "three", "one"]',
  ]);
});

Deno.test("calls are tried in every order of effects and of arrivals", async () => {
  const { schedules, outcomes } = await survey(async ({ io }) => {
    let order = "";
    const call = io(async (name: string) => {
      order += await name;
    });
    const named = (name: string) =>
      call(name).then(() => order += name.toUpperCase());
    await Promise.all([named("a"), named("b")]);
    return order;
  }, { delivery: "single" });
  // Two strands of two decisions each: 4! / (2! × 2!) orders.
  assertEquals(schedules, 6);
  assertEquals(outcomes.size, 6);
});

Deno.test("choose goes through every option", async () => {
  const seen = new Set<string>();
  const report = await explore(async ({ io, choose }) => {
    const retries = choose("retries", [0, 1, 2]);
    await io("first");
    seen.add(`${retries} ${choose("again?", [true, false])}`);
  });
  assertEquals(report.schedules, 6);
  assertEquals(seen.size, 6);
});

Deno.test("a fault strikes, or doesn't, and a call that fails has no effect", async () => {
  const { outcomes, schedules } = await survey(async ({ io }) => {
    let rows = 0;
    const insert = io(async () => await ++rows, {
      label: "insert",
      faults: ["connection lost", () => new RangeError("no room")],
    });
    try {
      await insert();
      return `inserted, rows: ${rows}`;
    } catch (error) {
      return `${(error as Error).message}, rows: ${rows}`;
    }
  });
  assertEquals(schedules, 3);
  assertEquals([...outcomes], [
    'returned "inserted, rows: 1"',
    'returned "connection lost, rows: 0"',
    'returned "no room, rows: 0"',
  ]);
});

for (
  const [faults, count] of [[0, 1], [1, 4], [2, 7], [3, 8], [
    undefined,
    4,
  ]] as const
) {
  Deno.test(`of three calls that may fail, ${faults ?? "by default one"} may: ${count} schedules`, async () => {
    const report = await explore(async ({ io }) => {
      for (const name of ["a", "b", "c"]) {
        await io(name, { faults: ["lost"] }).catch(() => {});
      }
    }, faults === undefined ? {} : { faults });
    assertEquals(report.schedules, count);
  });
}

Deno.test("the schedule tells values and faults where they were decided", async () => {
  const body = async ({ io, choose, check }: World) => {
    const both = [io("a", { faults: ["lost"] }), io("b")];
    const results = await Promise.allSettled(both);
    const last = choose("which", ["x", "y"]);
    check(results[0]!.status === "fulfilled" || last === "x", "lost y");
  };
  const { schedule } = await assertRejects(
    () => explore(body, { delivery: "single", shrink: false }),
    ScheduleError,
  );
  assertEquals(schedule, "0.f1.0.v1");
  await assertRejects(() => replay(body, "0.f1.0.v1"), ScheduleError, "lost y");
  await assertRejects(() => replay(body, "1+0.f1.v1"), ScheduleError, "lost y");
  await replay(body, "0.f0.0.v1");
});

Deno.test("a violation does not end the run, and the first one counts", async () => {
  const seen: string[] = [];
  const error = await assertRejects(
    () =>
      explore(async ({ io, check }) => {
        check(false, "first");
        await io("later");
        seen.push("went on");
        check(false, "second");
      }),
    ScheduleError,
  );
  assertMatch(error.message, /^first\n/);
  assertEquals(seen.length > 0, true);
});

Deno.test("a run goes on where its timers are, on a clock that begins anew", async () => {
  const report = await explore(async ({ io, now, check }) => {
    const begin = Date.now();
    await Promise.all([
      io("read"),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ]);
    check(now() === 1000, `now() is ${now()}`);
    check(Date.now() - begin === 1000);
  });
  assertEquals(report.schedules, 2);
});
