import { run } from "../../mod.ts";

// #region driver
type Pausing = Generator<void, void, void>;
type Policy = (ready: Pausing[]) => Pausing | undefined;

export function drive(coroutines: Pausing[], choose: Policy): void {
  const ready = [...coroutines];
  for (;;) {
    const coroutine = choose(ready);
    if (coroutine === undefined) return;
    const { done } = coroutine.next();
    if (!done) ready.push(coroutine);
  }
}
// #endregion

// #region count
export function* count(name: string, last: number): Pausing {
  for (let i = 1; i <= last; i++) {
    console.log(`  ${name}: ${i}`);
    yield;
  }
}

export function* main() {
  console.log("oldest first");
  drive([count("a", 3), count("b", 3)], (ready) => ready.shift());
  console.log("newest first");
  drive([count("a", 3), count("b", 3)], (ready) => ready.pop());
}
// #endregion

if (import.meta.main) await run(main);
