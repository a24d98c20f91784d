import { run } from "../../mod.ts";

// #region suspension
type WakeUp = (value: string) => void;
type Suspension = (wakeUp: WakeUp) => void;
type Waiting = Generator<Suspension, void, string>;

export function start(coroutine: Waiting): void {
  function step(...sent: [] | [string]): void {
    const { done, value } = coroutine.next(...sent);
    if (!done) value(step);
  }
  step();
}
// #endregion

// #region doorbell
export class Doorbell {
  readonly #waiters: WakeUp[] = [];

  *wait(): Generator<Suspension, string, string> {
    return yield (wakeUp) => this.#waiters.push(wakeUp);
  }

  ring(visitor: string): void {
    for (const wakeUp of this.#waiters.splice(0)) wakeUp(visitor);
  }
}
// #endregion

// #region main
function* answer(name: string, bell: Doorbell): Waiting {
  console.log(`${name} waits`);
  console.log(`${name} opens the door to ${yield* bell.wait()}`);
}

export function* main() {
  const [front, back] = [new Doorbell(), new Doorbell()];
  start(answer("Ada", front));
  start(answer("Bo", back));
  console.log("nobody has rung");
  back.ring("the milkman");
  front.ring("the postman");
}
// #endregion

if (import.meta.main) await run(main);
