import {
  assert,
  assertEquals,
  assertFalse,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import type { TraceEvent } from "../../mod.ts";
import { toTimeline } from "../../src/trace/timeline.ts";
import { assertPicture } from "./assert_picture.ts";
import {
  cancelScript,
  crowdScript,
  helloScript,
  Script,
  workersScript,
} from "./script.ts";

Deno.test("toTimeline() draws a task that sleeps and prints", () => {
  assertPicture(
    toTimeline(helloScript().events, { width: 60 }),
    `
    ms     0 ┈┈┈┈┈┈┈┈┈┈┈ 1000
    pass   1             3
    main   █·· sleep ····█✓
    print                └ Hello, world!

    █ runs   · waits   ✓ done
    `,
  );
});

Deno.test("toTimeline() shows the order inside one instant, and who made and woke whom", () => {
  assertPicture(
    toTimeline(workersScript().events, { width: 60 }),
    `
    ms     0      ┈┈┈┈┈┈┈┈┈┈┈ 100 ┈┈┈┈┈┈┈┈┈┈ 200
    pass   1  2               4              6   7
    main   █╮·· b ·····························╭─█✓
    a       ├─█·· sleep ······█✓               │
    b       ╰───█·· sleep ···················█✓╯
    print                     └ a done
                                             └ b done

    █ runs   ─ ready   · waits   ╰─ made or woken   ✓ done
    `,
  );
});

Deno.test("toTimeline() shows a cancellation, the clean-up after it, and time in proportion", () => {
  assertPicture(
    toTimeline(cancelScript().events, { width: 60 }),
    `
    ms       0    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ 300  ┈┈┈ 350
    pass     1  2                         4  5     7   8
    main     █╮·· sleep ··················█╮·········╭─█✓
    patient   ╰─█·· sleep ·················!─█·····█⊘╯

    █ runs   ─ ready   · waits   ╰─ made or woken
    ! asked to cancel   ✓ done   ⊘ cancelled
    `,
  );
});

Deno.test("toTimeline() goes on in further bands with the axis above each", () => {
  assertPicture(
    toTimeline(cancelScript().events, { width: 32, ascii: true }),
    `
    ms       0    ---~--- 300
    pass     1  2         4  5
    main     #+.. sleep ..#+...
    patient   +=#. sleep ..!=#.

    ms        -- 350
    pass         7   8
    main     ......+=#v
    patient  ....#c+

    # runs   = ready   . waits
    += made or woken
    ! asked to cancel   v done
    c cancelled
    ~ gap drawn shorter
    `,
  );
});

Deno.test("toTimeline() groups many tasks and names who is in the group", () => {
  const timeline = toTimeline(crowdScript(1000).events, { lanes: 4 });
  assertPicture(
    timeline,
    `
    ms          0        ┈┈┈┈┈┈┈┈┈┈┈ 100
    pass        1  2                 4         5
    main        █╮·· gather ·················╭─█✓
    Task-2       ├─█·· sleep ········█✓      │
    Task-3       ├───█·· sleep ······───█✓   │
    … 998 more   ╰─────▒·············──────▒✓╯

    … 998 more: Task-4 to Task-1001, tasks like Task-3

    █ runs   ▒ many run   ─ ready   · waits   ╰─ made or woken   ✓ done
    `,
  );
});

Deno.test("toTimeline() says what a task failed with", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .failed(1, "RangeError: too far");
  const timeline = toTimeline(script.events);
  assertStringIncludes(timeline, "█✗");
  assertStringIncludes(timeline, "main failed: RangeError: too far");
});

Deno.test("toTimeline() says who had not ended, and what they waited for", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .waits(1, "lock");
  assertStringIncludes(
    toTimeline(script.events),
    "When the recording ends, main has not ended and waits for lock",
  );
});

Deno.test("toTimeline() gives callbacks lanes of their own, and marks one that threw", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .scheduled(1, "alarm", { task: 1 }).waits(1)
    .at(0, 2).called(1, "alarm", "Error: boom");
  assertMatch(toTimeline(script.events), /^alarm\(\) +╰─█✗$/m);
});

Deno.test("toTimeline() marks a cancellation that came from outside", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .sleeps(1, 50).at(9, 1).cancelRequested(1, null).woken(1, 1)
    .at(9, 2).resumed(1).cancelled(1);
  assertMatch(toTimeline(script.events), /^main +█·.*·!█⊘$/m);
});

Deno.test("toTimeline() hangs a printed line on the left where the right has no room", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .sleeps(1, 1000).at(1000, 2).timerFires(1, 1).at(1000, 3).resumed(1)
    .printed("a rather long line", { task: 1 }).finished(1);
  assertMatch(
    toTimeline(script.events, { width: 30 }),
    /^print +a rather lon… ┘$/m,
  );
});

Deno.test("toTimeline() leaves out bands in the middle, and says how much", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1);
  for (let pass = 2; pass <= 2000; pass++) {
    script.suspended(1, { kind: "pass" }).at(0, pass).resumed(1);
  }
  const timeline = toTimeline(script.finished(1).events, { bands: 3 });
  assertEquals(timeline.match(/^ms/gm)?.length, 3);
  const [, leftOut] = timeline.match(/… ([\d,]+) turns are left out/) ?? [];
  const drawn = timeline.match(/^main .*$/gm)?.join("").match(/█/g)?.length;
  assertEquals(Number(leftOut?.replace(",", "")) + (drawn ?? 0), 2000);
});

Deno.test("toTimeline() counts printed lines that it leaves out", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1);
  for (let i = 0; i < 30; i++) script.printed(`line ${i}`, { task: 1 });
  const timeline = toTimeline(script.finished(1).events);
  assertStringIncludes(timeline, "└ line 23");
  assertStringIncludes(timeline, "… 6 more lines are left out");
});

Deno.test("toTimeline() writes times in seconds from ten seconds on", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .sleeps(1, 12_500).at(12_500, 2).timerFires(1, 1)
    .at(12_500, 3).resumed(1).finished(1);
  assertMatch(toTimeline(script.events), /^s +0 ┈+ 12\.5$/m);
});

Deno.test("toTimeline() takes the small steps of a real clock for one instant", () => {
  const script = new Script().at(5012.031, 0).created(1, "main")
    .at(5012.112, 1).started(1).sleeps(1, 5112.2)
    .at(5113.004, 2).timerFires(1, 1)
    .at(5113.021, 3).resumed(1).finished(1);
  assertMatch(toTimeline(script.events), /^ms +0 ┈+ 101$/m);
});

Deno.test("toTimeline() labels the time again when a real clock has crept on", () => {
  const script = new Script().at(0.1, 0).created(1, "main").at(0.1, 1)
    .started(1);
  for (let pass = 2; pass <= 11; pass++) {
    script.suspended(1, { kind: "pass" }).at(pass + 0.1, pass).resumed(1);
  }
  const events = script.at(1000.1, 12).finished(1).events;
  const [axis = ""] = toTimeline(events).split("\n");
  // Steps of 1 ms, of which ten are a hundredth of the run.
  assertMatch(axis, /^ms +0 +11–1000$/);
});

Deno.test("toTimeline() says how long a turn blocked the loop", () => {
  const script = new Script().at(100.3, 0).created(1, "busy").created(2, "late")
    .at(100.31, 1).started(1).at(350.37, 1).finished(1)
    .started(2).finished(2);
  assertMatch(toTimeline(script.events), /^ms +0–250 250$/m);
});

Deno.test("toTimeline() aligns names that are wide, and shortens long ones", () => {
  const script = new Script().created(1, "下载文件").created(2, "👍")
    .created(3, "a-name-that-is-much-too-long-17")
    .at(0, 1);
  for (const task of [1, 2, 3]) script.started(task).finished(task);
  assertPicture(
    toTimeline(script.events, { width: 48 }),
    `
    ms            0
    pass          1
    下载文件      █✓
    👍            ───█✓
    a-name-t…-17  ──────█✓

    █ runs   ─ ready   ✓ done
    `,
  );
});

Deno.test("toTimeline() calls a task by its number where ASCII can't write its name", () => {
  const script = new Script().created(1, "main").at(0, 1).started(1)
    .created(2, "下载", { task: 1 })
    .suspended(1, { kind: "task", task: 2, name: "下载" })
    .at(0, 2).started(2).sleeps(2, 100);
  const timeline = toTimeline(script.at(100, 3).events, { ascii: true });
  assertMatch(timeline, /^Task-2 /m);
  assertFalse(timeline.includes("?"));
});

Deno.test("toTimeline() colors by escape sequences, and changes nothing else", () => {
  for (const script of [helloScript(), cancelScript(), crowdScript(40)]) {
    const plain = toTimeline(script.events);
    const colored = toTimeline(script.events, { color: true });
    assertFalse(plain.includes("\x1b"));
    assert(colored.includes("\x1b[1;32m✓"));
    // deno-lint-ignore no-control-regex
    assertEquals(colored.replace(/\x1b\[[\d;]*m/g, ""), plain);
  }
});

Deno.test("toTimeline() keeps the program's escape sequences out of the picture", () => {
  const script = new Script().created(1, "\x1b[31mred").at(0, 1).started(1)
    .printed("two\nlines\x07", { task: 1 }).finished(1);
  const timeline = toTimeline(script.events);
  assertFalse(timeline.includes("\x1b"));
  assertMatch(timeline, /^red /m);
  assertStringIncludes(timeline, "└ two lines\ufffd");
});

Deno.test("toTimeline() draws the runs of several loops one after the other", () => {
  const events: TraceEvent[] = [
    ...helloScript().events,
    ...workersScript().events,
  ];
  const timeline = toTimeline(events);
  assertEquals(timeline.match(/^Run \d of 2$/gm), ["Run 1 of 2", "Run 2 of 2"]);
  assertStringIncludes(timeline, toTimeline(helloScript().events));
  assertStringIncludes(timeline, toTimeline(workersScript().events));
});

Deno.test("toTimeline() says so when there is nothing to draw", () => {
  assertEquals(
    toTimeline([], { width: 100 }),
    "Nothing was recorded: hand the trace to a run, as in run(main, { trace })",
  );
  assertEquals(
    toTimeline(new Script().at(0, 1, 0).events),
    "The loop ran, but no task and no callback did",
  );
});

Deno.test("toTimeline() refuses limits that make no sense", () => {
  for (const width of [NaN, 0, 23, 60.5, Infinity]) {
    assertThrows(
      () => toTimeline([], { width }),
      RangeError,
      `Invalid width: ${width}; give a whole number of at least 24`,
    );
  }
  assertThrows(() => toTimeline([], { lanes: 1 }), RangeError, "lanes: 1");
  assertThrows(() => toTimeline([], { bands: 0 }), RangeError, "bands: 0");
});
