import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  createTask,
  currentTask,
  EventLoop,
  type ExceptionContext,
  getRunningLoop,
  run,
  runSync,
  sleep,
} from "../../mod.ts";

/** Runs callbacks on a virtual loop until it is stopped. */
async function onLoop(
  begin: (loop: EventLoop, say: (word: string) => void) => void,
): Promise<string[]> {
  const loop = new EventLoop({ clock: "virtual" });
  const said: string[] = [];
  begin(loop, (word) => said.push(word));
  await loop.runForever();
  loop.close();
  return said;
}

Deno.test("rule 1: a pass runs what was ready when it began, no more", async () => {
  const said = await onLoop((loop, say) => {
    loop.callSoon(() => {
      say("a");
      loop.callSoon(say, "c");
      loop.callSoon(() => loop.stop());
    });
    loop.callSoon(say, "b");
  });
  assertEquals(said, ["a", "b", "c"]);
});

Deno.test("rule 1: what is ready runs before timers that have become due", async () => {
  const said = await onLoop((loop, say) => {
    loop.callLater(0, say, "timer");
    loop.callSoon(say, "ready");
    loop.callLater(1, () => loop.stop());
  });
  assertEquals(said, ["ready", "timer"]);
});

Deno.test("rule 1: two callbacks that reschedule each other do not starve a timer", async () => {
  const said = await onLoop((loop, say) => {
    let spins = 0;
    const spin = () => {
      if (++spins < 1000) loop.callSoon(spin);
    };
    loop.callSoon(spin);
    loop.callLater(0, () => {
      say(`after ${spins} spins`);
      loop.stop();
    });
  });
  assertEquals(said, ["after 1 spins"]);
});

Deno.test("rule 1: a cancelled handle is skipped when its turn comes", async () => {
  const said = await onLoop((loop, say) => {
    const handle = loop.callSoon(say, "never");
    loop.callSoon(say, "always");
    handle.cancel();
    assert(handle.cancelled());
    loop.callSoon(() => loop.stop());
  });
  assertEquals(said, ["always"]);
});

Deno.test("rule 2: timers fire by deadline, equal ones in the order they were set", async () => {
  const said = await onLoop((loop, say) => {
    for (
      const [delay, word] of [[20, "b"], [10, "a1"], [10, "a2"], [10, "a3"], [
        10,
        "a4",
      ]] as const
    ) {
      loop.callLater(delay, () => say(`${word} at ${loop.time()}`));
    }
    loop.callLater(30, () => loop.stop());
  });
  assertEquals(said, [
    "a1 at 10",
    "a2 at 10",
    "a3 at 10",
    "a4 at 10",
    "b at 20",
  ]);
});

Deno.test("rule 2: callAt takes a time on the loop's clock, past times are due at once", async () => {
  const said = await onLoop((loop, say) => {
    const timer = loop.callAt(500, () => {
      say(`at ${loop.time()}`);
      loop.callAt(100, () => {
        say(`late at ${loop.time()}`);
        loop.stop();
      });
    });
    assertEquals(timer.when(), 500);
  });
  assertEquals(said, ["at 500", "late at 500"]);
});

Deno.test("rule 2: a cancelled timer neither fires nor holds the loop up", async () => {
  const loop = new EventLoop({ clock: "virtual" });
  const timer = loop.callLater(100, () => loop.stop());
  loop.callLater(10, () => {
    timer.cancel();
    timer.cancel();
    loop.callLater(10, () => loop.stop());
  });
  await loop.runForever();
  assertEquals(loop.time(), 20);
  loop.close();
});

Deno.test("rule 2: no wait is longer than a day, and longer ones take several", () => {
  let passes = 0;
  runSync(sleep(3 * 86_400_000), {
    trace: { record: (event) => passes += event.kind === "pass" ? 1 : 0 },
  });
  // start, day 1, day 2, day 3 with the timer, the task's end, the stop
  assertEquals(passes, 6);
});

Deno.test("rule 3: stop lets the pass finish", async () => {
  const said = await onLoop((loop, say) => {
    loop.callSoon(() => loop.stop());
    loop.callSoon(() => {
      say("same pass");
      loop.callSoon(say, "next pass");
    });
  });
  assertEquals(said, ["same pass"]);
});

Deno.test("rule 3: a loop that was stopped goes on where it was", async () => {
  const loop = new EventLoop({ clock: "virtual" });
  const said: string[] = [];
  loop.callSoon(() => {
    loop.stop();
    loop.callSoon(() => {
      said.push("later");
      loop.stop();
    });
  });
  await loop.runForever();
  assertEquals(said, []);
  await loop.runForever();
  assertEquals(said, ["later"]);
  loop.close();
});

Deno.test("rule 3: stop before the loop runs lets one pass run", async () => {
  const loop = new EventLoop({ clock: "virtual" });
  const said: string[] = [];
  loop.callSoon(() => said.push("once"));
  loop.stop();
  await loop.runForever();
  assertEquals(said, ["once"]);
  loop.close();
});

Deno.test("rule 4: a callback that throws reaches the exception handler, the loop goes on", async () => {
  const heard: ExceptionContext[] = [];
  const error = new Error("boom");
  const said = await onLoop((loop, say) => {
    loop.setExceptionHandler((_, context) => heard.push(context));
    loop.callSoon(function explode() {
      throw error;
    });
    loop.callSoon(say, "still here");
    loop.callSoon(() => loop.stop());
  });
  assertEquals(said, ["still here"]);
  assertEquals(heard.length, 1);
  assertEquals(heard[0]!.message, "Exception in callback explode");
  assertEquals(heard[0]!.exception, error);
});

Deno.test("rule 4: an exception handler that throws falls back to the default one", async () => {
  const lines: unknown[] = [];
  const original = console.error;
  console.error = (...words: unknown[]) => lines.push(words[0]);
  try {
    await onLoop((loop) => {
      loop.setExceptionHandler(() => {
        throw new Error("handler");
      });
      loop.callSoon(() => {
        throw new Error("callback");
      });
      loop.callSoon(() => loop.stop());
    });
  } finally {
    console.error = original;
  }
  assertEquals(lines.length, 2);
  assert(
    String(lines[0]).includes("Exception in the loop's exception handler"),
  );
  assert(String(lines[1]).includes("Exception in callback"));
});

Deno.test("a step that throws through the loop is over, and the next one runs when the loop does", async () => {
  const loop = new EventLoop();
  const said: string[] = [];
  loop.defaultExceptionHandler = () => {
    throw new Error("nobody takes it");
  };
  loop.callSoon(() => {
    said.push("first");
    throw new Error("callback");
  });
  loop.callSoon(() => said.push("second"));
  loop.callSoon(() => loop.stop());
  await assertRejects(() => loop.runForever(), Error, "nobody takes it");
  assertEquals(currentTask(), null);
  await loop.runForever();
  assertEquals(said, ["first", "second"]);
  loop.close();
});

Deno.test("setExceptionHandler(null) puts the default back", () => {
  const loop = new EventLoop();
  const handler = () => {};
  loop.setExceptionHandler(handler);
  assertEquals(loop.getExceptionHandler(), handler);
  loop.setExceptionHandler(null);
  assertEquals(loop.getExceptionHandler(), null);
  assertThrows(
    () => loop.setExceptionHandler("log" as never),
    TypeError,
    "must be a function or null, not string",
  );
  loop.close();
});

Deno.test("callLater refuses NaN and says what it wants", () => {
  const loop = new EventLoop();
  assertThrows(
    () => loop.callLater(NaN, () => {}),
    RangeError,
    "Invalid delay: NaN",
  );
  assertThrows(
    () => loop.callAt(NaN, () => {}),
    RangeError,
    "Invalid time: NaN",
  );
  assertThrows(
    () => loop.callLater("1" as never, () => {}),
    RangeError,
    'Invalid delay: "1"',
  );
  loop.close();
});

Deno.test("callSoon refuses what is not a plain function", () => {
  const loop = new EventLoop();
  assertThrows(
    () => loop.callSoon(null as never),
    TypeError,
    "takes a function to call, not null",
  );
  assertThrows(
    // deno-lint-ignore loopbook/no-floating-coroutines
    () => loop.callSoon(function* work() {}),
    TypeError,
    "for a coroutine use createTask(work())",
  );
  assertThrows(
    () => loop.callSoon(async () => {}),
    TypeError,
    "takes a plain function",
  );
  loop.close();
});

Deno.test("a clock that does not exist is refused", () => {
  assertThrows(
    () => new EventLoop({ clock: "lunar" as never }),
    TypeError,
    'Unknown clock "lunar"; use clock: "real" or clock: "virtual"',
  );
});

Deno.test("rule 28: closing twice is fine, using a closed loop throws", () => {
  const loop = new EventLoop();
  loop.close();
  loop.close();
  assert(loop.isClosed());
  assertThrows(() => loop.callSoon(() => {}), Error, "Event loop is closed");
  assertThrows(
    () => loop.callLater(1, () => {}),
    Error,
    "Event loop is closed",
  );
  assertThrows(() => loop.runForever(), Error, "Event loop is closed");
  assertThrows(() => loop.createTask(sleep(1)), Error, "Event loop is closed");
});

Deno.test("a running loop can neither be closed nor run again", async () => {
  const loop = new EventLoop({ clock: "virtual" });
  loop.callSoon(() => {
    assert(loop.isRunning());
    assertThrows(
      () => loop.close(),
      Error,
      "Cannot close a running event loop",
    );
    assertThrows(() => loop.runForever(), Error, "already running");
    loop.stop();
  });
  await loop.runForever();
  assert(!loop.isRunning());
  loop.close();
});

Deno.test("a loop cannot be run inside another one", async () => {
  await assertRejects(
    () =>
      run(function* () {
        runSync(sleep(1));
      }),
    Error,
    "Cannot run an event loop while another one is running",
  );
});

Deno.test("two loops run side by side between the host's turns", async () => {
  const said: string[] = [];
  function* count(name: string) {
    for (let i = 0; i < 3; i++) {
      yield* sleep(10);
      said.push(`${name}${i} ${getRunningLoop().time()}`);
    }
  }
  await Promise.all([
    run(count("a"), { clock: "virtual" }),
    run(count("b"), { clock: "virtual" }),
  ]);
  assertEquals(said.filter((line) => line.startsWith("a")), [
    "a0 10",
    "a1 20",
    "a2 30",
  ]);
  assertEquals(said.filter((line) => line.startsWith("b")), [
    "b0 10",
    "b1 20",
    "b2 30",
  ]);
});

Deno.test("getRunningLoop outside of a loop says how to start one", () => {
  assertThrows(
    getRunningLoop,
    Error,
    "No running event loop; start one with run(main)",
  );
  assertThrows(() => createTask(sleep(1)), Error, "No running event loop");
});

Deno.test("rule 1: a callback cancelled in the pass in which it is due is skipped, traced or not", async () => {
  for (const trace of [undefined, { record() {} }]) {
    const said: string[] = [];
    const loop = new EventLoop({
      clock: "virtual",
      ...(trace === undefined ? {} : { trace }),
    });
    loop.callSoon(() => {
      victim.cancel();
      victim.cancel();
      assert(victim.cancelled());
    });
    const victim = loop.callSoon(() => said.push("never"));
    loop.callSoon(() => loop.stop());
    await loop.runForever();
    loop.close();
    assertEquals(said, []);
  }
});

Deno.test("a report without an error is one line", () => {
  const lines: unknown[][] = [];
  const original = console.error;
  console.error = (...words: unknown[]) => lines.push(words);
  try {
    const loop = new EventLoop();
    loop.callExceptionHandler({ message: "Something happened" });
    loop.close();
  } finally {
    console.error = original;
  }
  assertEquals(lines, [["Something happened"]]);
});

Deno.test("when even the console throws, the run fails with that error", async () => {
  const original = console.error;
  console.error = () => {
    throw new Error("no console");
  };
  const loop = new EventLoop({ clock: "virtual" });
  try {
    loop.callSoon(() => {
      throw new Error("callback");
    });
    await assertRejects(() => loop.runForever(), Error, "no console");
  } finally {
    console.error = original;
  }
  assert(!loop.isRunning());
  loop.close();
});
