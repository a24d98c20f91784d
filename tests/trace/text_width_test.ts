import { assert, assertEquals } from "@std/assert";
import fc from "npm:fast-check@4.10.2";
import stringWidth from "npm:string-width@9.0.0";
import {
  brokenIntoLines,
  displayWidth,
  printable,
  shortenEnd,
  shortenMiddle,
  toAscii,
} from "../../src/trace/text_width.ts";

const NAMES = [
  "worker-1",
  "naïve",
  "nai\u0308ve",
  "任务",
  "ダウンロード",
  "ﾀﾞｳﾝ",
  "내려받기",
  "задача",
  "υπόθεση",
  "ｆｕｌｌ",
  "，。！",
  "👍",
  "⏰ alarm",
  "❤️",
  "1️⃣",
  "🇨🇳",
  "👩‍💻",
  "👍🏽",
  "𠮷野家",
  "█▒─·✓✗⊘╮",
  "",
];

Deno.test("displayWidth() counts cells as string-width does, in many scripts", () => {
  for (const name of NAMES) {
    assertEquals(displayWidth(name), stringWidth(name), JSON.stringify(name));
  }
});

Deno.test("displayWidth() counts cells as string-width does, for any character", () => {
  const disagreements: string[] = [];
  for (let code = 0x20; code < 0x3134f; code++) {
    const text = String.fromCodePoint(code);
    // What is no character, or never stands alone, has no width to agree on.
    if (/[\p{Cn}\p{Cs}\p{Co}\p{Cc}\p{M}\p{Cf}]/u.test(text)) continue;
    if (/\p{Default_Ignorable_Code_Point}/u.test(text)) continue;
    if (displayWidth(text) !== stringWidth(text)) {
      disagreements.push(`U+${code.toString(16)} ${text}`);
    }
  }
  assertEquals(disagreements, []);
});

Deno.test("shortenMiddle() keeps the beginning and the end of a name", () => {
  assertEquals(shortenMiddle("download-file-17", 9), "downlo…17");
  assertEquals(shortenMiddle("short", 9), "short");
  assertEquals(shortenMiddle("下载文件甲", 7), "下载…甲");
});

Deno.test("shortenEnd() keeps the beginning of a line", () => {
  assertEquals(shortenEnd("Hello, world!", 8), "Hello, …");
  assertEquals(shortenEnd("Hello, world!", 8, "..."), "Hello...");
});

Deno.test("shortening never gives more than the width", () => {
  fc.assert(fc.property(
    fc.constantFrom(...NAMES),
    fc.string({ unit: "grapheme" }).map(printable),
    fc.integer({ min: 1, max: 20 }),
    (name, more, width) => {
      assert(displayWidth(shortenMiddle(name + more, width)) <= width);
      assert(displayWidth(shortenEnd(name + more, width)) <= width);
    },
  ));
});

Deno.test("brokenIntoLines() breaks between words, and inside of long ones", () => {
  assertEquals(brokenIntoLines("one two three", 7), ["one two", "three"]);
  assertEquals(brokenIntoLines("abcdefgh", 3), ["abc", "def", "gh"]);
  assertEquals(brokenIntoLines("下载文件", 5), ["下载", "文件"]);
  assertEquals(brokenIntoLines("", 5), [""]);
});

Deno.test("printable() leaves nothing that moves a cursor or reverses text", () => {
  assertEquals(printable("\x1b[31mred\x1b[0m"), "red");
  assertEquals(printable("\x1b]0;title\x07text"), "text");
  assertEquals(printable("a\tb\r\nc"), "a b c");
  assertEquals(printable("\x07\u202e"), "\ufffd\ufffd");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    assert(!/[\p{Cc}\u202a-\u202e\u2028\u2029]/u.test(printable(text)));
  }));
});

Deno.test("toAscii() gives nothing but ASCII, and keeps the width", () => {
  assertEquals(toAscii("“任务” – done"), '"????" - done');
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    const line = printable(text).replaceAll("…", "");
    assert(/^[\x20-\x7e]*$/.test(toAscii(line)));
    assertEquals(toAscii(line).length, displayWidth(line));
  }));
});
