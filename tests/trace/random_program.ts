/**
 * Random programs, run on virtual time: traces that nobody thought of.
 *
 * @module
 */

import fc from "npm:fast-check@4.10.2";
import type { TraceEvent } from "../../mod.ts";
import {
  type Coroutine,
  createTask,
  getRunningLoop,
  isCancelled,
  runSync,
  sleep,
  type Task,
} from "../../mod.ts";
import { Trace } from "../../src/trace/trace.ts";

// The same programs in every run: a test that fails does so for everybody.
fc.configureGlobal({ seed: 20261122, numRuns: 200 });

/** One step of a program. */
type Step =
  | { readonly do: "sleep"; readonly ms: number }
  | { readonly do: "print"; readonly text: string }
  | {
    readonly do: "spawn";
    readonly name: string;
    readonly eager: boolean;
    readonly body: readonly Step[];
  }
  | { readonly do: "await" | "cancel"; readonly child: number }
  | { readonly do: "call"; readonly ms: number; readonly text: string }
  | { readonly do: "clean up"; readonly ms: number; readonly body: Step[] }
  | { readonly do: "fail" };

const text = fc.constantFrom(
  "ok",
  "a line that is too long for most places in a narrow picture",
  "完成 👍",
  '<b>&"bold"</b>',
  "\x1b[31mred\x1b[0m\n",
);

const name = fc.constantFrom(
  "worker",
  "a-very-long-name-of-a-task-17",
  "下载",
  "👩‍💻",
  "]]>",
);

const { step } = fc.letrec<{ step: Step; steps: Step[] }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3 },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("sleep" as const),
        ms: fc.constantFrom(0, 0, 1, 10, 10, 25, 1000),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("print" as const), text }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom("await" as const, "cancel" as const),
        child: fc.nat(3),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("call" as const),
        ms: fc.constantFrom(0, 0, 5, 10),
        text,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("fail" as const) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("spawn" as const),
        name,
        eager: fc.boolean(),
        body: tie("steps"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("clean up" as const),
        ms: fc.nat(20),
        body: tie("steps"),
      }),
    },
  ),
  steps: fc.array(tie("step"), { maxLength: 6 }),
}));

/** The events of a random program, from its first to its last. */
export const randomTrace: fc.Arbitrary<readonly TraceEvent[]> = fc.array(step, {
  minLength: 2,
  maxLength: 10,
}).map(
  (program) => {
    const trace = new Trace();
    // Another console than the host's: the test's own stays quiet.
    const quiet = () => {};
    const paper = {
      log: quiet,
      info: quiet,
      debug: quiet,
      warn: quiet,
      error: quiet,
    };
    const listening = trace.listen(paper);
    try {
      runSync(main(program, paper), { trace });
    } catch (error) {
      if (!(error instanceof Planned || isCancelled(error))) throw error;
    } finally {
      listening.stop();
    }
    return trace.events;
  },
);

class Planned extends Error {}

type Paper = { log(text: string): void };

function* main(program: readonly Step[], paper: Paper): Coroutine<void> {
  getRunningLoop().setExceptionHandler(() => {});
  yield* follow(program, paper);
}

function* follow(program: readonly Step[], paper: Paper): Coroutine<void> {
  const children: Task<void>[] = [];
  for (const step of program) {
    switch (step.do) {
      case "sleep":
        yield* sleep(step.ms);
        break;
      case "print":
        paper.log(step.text);
        break;
      case "call":
        getRunningLoop().callLater(step.ms, function ring() {
          paper.log(step.text);
        });
        break;
      case "spawn": {
        const { name, eager: eagerStart } = step;
        const body = follow(step.body, paper);
        children.push(createTask(body, { name, eagerStart }));
        break;
      }
      case "await": {
        const child = children[step.child];
        if (child === undefined) break;
        try {
          yield* child;
        } catch (error) {
          if (!(error instanceof Planned)) throw error;
        }
        break;
      }
      case "cancel":
        children[step.child]?.cancel();
        break;
      case "clean up":
        try {
          yield* follow(step.body, paper);
        } finally {
          yield* sleep(step.ms);
        }
        break;
      case "fail":
        throw new Planned("as planned");
    }
  }
}
