import { assertEquals } from "@std/assert";
import { transcript } from "../../tools/record_python.ts";

Deno.test("a transcript names the version and the command before what was printed", () => {
  assertEquals(
    transcript("main.py", "Python 3.11.7\n", "one\n\n  two\n"),
    `$ python3 --version
Python 3.11.7
$ python3 main.py
one

  two
`,
  );
});
