import {
  createTask,
  run,
  sleep,
  type TraceEvent,
  type TraceSink,
} from "../../mod.ts";

// #region watch
/** Tells which task kept the loop to itself for too long. */
export class Watch implements TraceSink {
  readonly #limit: number;
  #began = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  record(event: TraceEvent): void {
    if (event.kind === "started" || event.kind === "resumed") {
      this.#began = performance.now();
    } else if ("name" in event && event.kind !== "created") {
      const held = performance.now() - this.#began;
      if (held < this.#limit) return;
      console.log(`${event.name} held the loop for over ${this.#limit} ms`);
    }
  }
}
// #endregion

// #region main
function* serve() {
  for (let i = 0; i < 3; i++) yield* sleep(5);
}

function* report() {
  yield* sleep(5);
  const end = performance.now() + 60;
  while (performance.now() < end); // a report that takes 60 ms to compute
  yield* sleep(5);
}

function* program() {
  const tasks = [
    createTask(serve(), { name: "serve" }),
    createTask(report(), { name: "report" }),
  ];
  for (const task of tasks) yield* task;
}

export async function main() {
  await run(program, { clock: "real", trace: new Watch(50) });
}
// #endregion

if (import.meta.main) await main();
