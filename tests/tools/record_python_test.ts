import { assertEquals, assertThrows } from "@std/assert";
import {
  readTranscript,
  transcriptOf,
  writeTranscript,
} from "../../tools/record_python.ts";
import { UsageError } from "../../tools/usage_error.ts";

const RUN = {
  day: "2026-11-22",
  version: "Python 3.11.7",
  lines: ["one", "", "  two"],
};

const TEXT = `# 2026-11-22, deno task run 2.4 --python --record
$ python3 --version
Python 3.11.7
$ python3 main.py
one

  two
`;

Deno.test("a transcript names the day, the version and the command before what was printed", () => {
  const command = "deno task run 2.4 --python --record";
  assertEquals(writeTranscript("main.py", command, RUN), TEXT);
});

Deno.test("a transcript can be read back", () => {
  assertEquals(readTranscript(TEXT, "main.txt"), RUN);
});

Deno.test("what is no transcript is refused by name", () => {
  assertThrows(
    () => readTranscript("one\ntwo\n", "recorded/main.txt"),
    UsageError,
    "recorded/main.txt is no recorded run; record it again",
  );
});

Deno.test("the recorded run of a program stands in the folder beside it", () => {
  assertEquals(
    transcriptOf("chapters/2.4-async-io/main.py").replaceAll("\\", "/"),
    "chapters/2.4-async-io/recorded/main.txt",
  );
});
