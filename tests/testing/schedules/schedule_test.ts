import { assertEquals, assertThrows } from "@std/assert";
import {
  departures,
  formatSchedule,
  parseSchedule,
  type Schedule,
} from "../../../src/testing/schedules/schedule.ts";

const spelled: readonly (readonly [string, Schedule])[] = [
  ["", []],
  ["0", [{ kind: "deliver", order: [0] }]],
  ["2+0", [{ kind: "deliver", order: [2, 0] }]],
  ["v12", [{ kind: "value", index: 12 }]],
  ["f0", [{ kind: "fault", index: 0 }]],
  ["1.0.2+0.v1.f0", [
    { kind: "deliver", order: [1] },
    { kind: "deliver", order: [0] },
    { kind: "deliver", order: [2, 0] },
    { kind: "value", index: 1 },
    { kind: "fault", index: 0 },
  ]],
];

for (const [text, schedule] of spelled) {
  Deno.test(`the schedule ${JSON.stringify(text)} is read and spelled`, () => {
    assertEquals(parseSchedule(text), schedule);
    assertEquals(formatSchedule(schedule), text);
  });
}

for (
  const [text, part, position] of [
    [".", "", 1],
    ["0.", "", 2],
    ["1.x.0", "x", 2],
    ["0.-1", "-1", 2],
    ["0 .1", "0 ", 1],
    ["0.1+", "1+", 2],
    ["v", "v", 1],
    ["f1+0", "f1+0", 1],
    ["0.1.V1", "V1", 3],
  ] as const
) {
  Deno.test(`the schedule ${JSON.stringify(text)} is refused at its decision ${position}`, () => {
    assertThrows(
      () => parseSchedule(text),
      SyntaxError,
      `Decision ${position} of ${text.split(".").length} in the schedule ${
        JSON.stringify(text)
      } is ${JSON.stringify(part)}; write a number`,
    );
  });
}

Deno.test("a batch can't deliver a completion twice", () => {
  assertThrows(
    () => parseSchedule("0.1+2+1"),
    SyntaxError,
    "Decision 2 of the schedule delivers number 1 twice: 1+2+1",
  );
});

Deno.test("what is no text is no schedule", () => {
  assertThrows(
    () => parseSchedule(12 as unknown as string),
    TypeError,
    'Schedule must be a text such as "1.0.2+0", not number',
  );
});

Deno.test("departures are counted from first in, first out, first value, no fault", () => {
  for (
    const [text, count] of [
      ["", 0],
      ["0.0.v0.f0.0", 0],
      ["0.1.0", 1],
      ["0+1", 1],
      ["1.0.2+0.v1.f0.f2", 4],
    ] as const
  ) {
    assertEquals(departures(parseSchedule(text)), count, text);
  }
});
