import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreaterOrEqual,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { DOMParser, type Element } from "npm:@xmldom/xmldom@0.9.12";
import { SaxesParser } from "npm:saxes@6.0.0";
import fc from "npm:fast-check@4.10.2";
import stringWidth from "npm:string-width@9.0.0";
import { toSvg } from "../../src/trace/svg.ts";
import { DARK, FONT_SIZE, LIGHT } from "../../src/trace/svg_style.ts";
import { readTurns } from "../../src/trace/turn_reader.ts";
import { contrast } from "./contrast.ts";
import { randomTrace } from "./random_program.ts";
import {
  cancelScript,
  crowdScript,
  helloScript,
  Script,
  workersScript,
} from "./script.ts";

/** Parses strictly: a strict parser reads it first, then one with a tree. */
function parse(svg: string): Element {
  const strict = new SaxesParser({ xmlns: true });
  strict.on("error", (error) => {
    throw error;
  });
  strict.write(svg).close();
  // The second only builds the tree: what it could complain of is judged.
  const document = new DOMParser({ onError: () => {} })
    .parseFromString(svg, "image/svg+xml");
  const root = document.documentElement;
  if (root === null) throw new Error("No root element");
  return root;
}

function all(root: Element, selector: string): Element[] {
  const [tag = "*", kind] = selector.split(".");
  return Array.from(root.getElementsByTagName(tag)).filter((element) =>
    kind === undefined ||
    (element.getAttribute("class") ?? "").split(" ").includes(kind)
  );
}

function number(element: Element, name: string): number {
  return Number(element.getAttribute(name));
}

const scripts = {
  hello: helloScript(),
  workers: workersScript(),
  cancel: cancelScript(),
  crowd: crowdScript(1000),
};

Deno.test("toSvg() writes XML without a fault, whatever the program is called", () => {
  fc.assert(fc.property(
    randomTrace,
    fc.integer({ min: 240, max: 1200 }),
    fc.string({ unit: "binary" }),
    (events, width, title) => {
      parse(toSvg(events, { width, title }));
    },
  ));
});

Deno.test("The parser of these tests refuses what is no XML", () => {
  const good = toSvg(helloScript().events);
  for (
    const bad of [
      good.replace("Hello", "<Hello"),
      good.replace("Hello", "a & b"),
      good.replace("Hello", "\u0001"),
      good.replace("Hello", "\ufffe"),
      good.replace("</svg>", ""),
      good.replace('role="img"', 'role="img" role="img"'),
    ]
  ) {
    assertThrows(() => parse(bad));
  }
});

Deno.test("toSvg() draws a box for every turn, and none outside of the picture", () => {
  fc.assert(fc.property(
    randomTrace,
    fc.integer({ min: 240, max: 1200 }),
    (events, width) => {
      const svg = parse(toSvg(events, { width, lanes: 99, bands: 999 }));
      const { turns, actors } = readTurns(events);
      const kinds = new Set(actors.map(({ kind }) => kind));
      // The legend has one of each kind.
      assertEquals(all(svg, "rect.box").length, turns.length + kinds.size);
      assertLessOrEqual(number(svg, "width"), width);
      for (const rect of all(svg, "rect")) {
        const right = number(rect, "x") + number(rect, "width");
        assertLessOrEqual(right, number(svg, "width"));
      }
    },
  ));
});

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where the lines of text are, at their greatest width. */
function linesOf(svg: Element): Line[] {
  return all(svg, "text").map((element) => {
    const text = element.textContent ?? "";
    const fixed = /name|print/.test(element.getAttribute("class") ?? "");
    const left = number(element, "x");
    const width = stringWidth(text) * FONT_SIZE * (fixed ? 0.61 : 0.56);
    const parent = element.parentNode as Element;
    const [, top = "0"] =
      /^translate\(0 (\d+)\)/.exec(parent.getAttribute("transform") ?? "") ??
        [];
    return {
      text,
      left,
      right: left + width,
      y: Number(top) + number(element, "y"),
    };
  });
}

Deno.test("toSvg() writes no text over another, and none out of the picture", () => {
  fc.assert(fc.property(
    randomTrace,
    fc.integer({ min: 240, max: 1200 }),
    fc.integer({ min: 2, max: 12 }),
    (events, width, lanes) => {
      const svg = parse(toSvg(events, { width, lanes }));
      const lines = linesOf(svg);
      for (const one of lines) {
        // The content is moved in by a padding of 12 pixels.
        assertGreaterOrEqual(one.left, 0);
        assertLessOrEqual(one.right, number(svg, "width") - 12, one.text);
        for (const other of lines) {
          if (one === other || Math.abs(one.y - other.y) > 10) continue;
          const apart = one.right <= other.left || other.right <= one.left;
          assert(apart, `"${one.text}" over "${other.text}"`);
        }
      }
    },
  ));
});

Deno.test("toSvg() has room for the note on printed lines that it left out", () => {
  const script = new Script().created(1, "a").at(0, 1).started(1);
  for (let i = 0; i < 30; i++) script.printed("x", { task: 1 });
  const svg = parse(toSvg(script.finished(1).events));
  const note = linesOf(svg).find(({ text }) => text.endsWith("left out"));
  assertEquals(note?.text, "… 6 more lines are left out");
  assertLessOrEqual(note?.right ?? Infinity, number(svg, "width") - 12);
});

Deno.test("toSvg() puts something in the place of half a character", () => {
  const script = new Script().created(1, "half \ud83d").at(0, 1).started(1);
  assert(toSvg(script.events, { title: "\udc4d" }).isWellFormed());
});

Deno.test("toSvg() has a title and a story that name it, and no id twice", () => {
  for (const script of Object.values(scripts)) {
    const svg = parse(toSvg(script.events));
    const ids = all(svg, "*").concat(svg)
      .flatMap((element) => element.getAttribute("id") ?? []);
    assertEquals(new Set(ids).size, ids.length);
    assertEquals(svg.getAttribute("role"), "img");
    const [title, story] = ["title", "desc"].map((tag) => all(svg, tag)[0]);
    assertEquals(
      svg.getAttribute("aria-labelledby"),
      `${title?.getAttribute("id")} ${story?.getAttribute("id")}`,
    );
    assert((title?.textContent ?? "").startsWith("Timeline: "));
    assertMatch(story?.textContent ?? "", /At 0 ms main starts/);
  }
});

Deno.test("toSvg() names every task and every wait in text", () => {
  const svg = parse(toSvg(workersScript().events));
  const texts = all(svg, "text").map(({ textContent }) => textContent);
  for (const text of ["main", "a", "b", "sleep", "a done", "b done", "200"]) {
    assert(texts.includes(text), `${text} is not in ${texts}`);
  }
});

Deno.test("toSvg() takes the title and the ids that it is given", () => {
  const svg = parse(
    toSvg(helloScript().events, { title: "A & <B>", idPrefix: "figure-1" }),
  );
  assertEquals(all(svg, "title")[0]?.textContent, "A & <B>");
  assertEquals(svg.getAttribute("id"), "figure-1");
  assertEquals(all(svg, "title")[0]?.getAttribute("id"), "figure-1-title");
});

Deno.test("toSvg() gives different pictures different ids, and equal ones equal ids", () => {
  const idOf = (script: Script) =>
    parse(toSvg(script.events)).getAttribute("id");
  assertEquals(idOf(helloScript()), idOf(helloScript()));
  assertNotEquals(idOf(helloScript()), idOf(workersScript()));
});

Deno.test("toSvg() binds every rule of its style sheet to its own id", () => {
  const svg = parse(toSvg(cancelScript().events, { idPrefix: "mine" }));
  const css = all(svg, "style")[0]?.textContent ?? "";
  const selectors = css.match(/[^{}]+(?=\{)/g) ?? [];
  const rules = selectors.filter((selector) => !selector.startsWith("@media"));
  assertGreaterOrEqual(rules.length, 20);
  for (const selector of rules) assertMatch(selector, /^#mine( |$)/);
});

Deno.test("toSvg() loads nothing and runs nothing", () => {
  for (const script of Object.values(scripts)) {
    const svg = parse(toSvg(script.events));
    for (const tag of ["script", "image", "use", "foreignObject", "a"]) {
      assertEquals(all(svg, tag), []);
    }
    for (const element of all(svg, "*")) {
      for (const { name, value } of Array.from(element.attributes)) {
        assert(!/^on|href/.test(name) && !/url\(|javascript:/.test(value));
      }
    }
    assert(!/@import|url\(/.test(all(svg, "style")[0]?.textContent ?? ""));
  }
});

Deno.test("toSvg() uses no text smaller than 12 pixels, at any width", () => {
  for (const width of [240, 336, 720]) {
    const svg = toSvg(workersScript().events, { width });
    const sizes = [...svg.matchAll(/(\d+(?:\.\d+)?)px/g)]
      .map(([, size]) => Number(size)).filter((size) => size > 6);
    assert(sizes.length > 0);
    for (const size of sizes) assertGreaterOrEqual(size, 12);
    const root = parse(svg);
    assertEquals(
      root.getAttribute("viewBox"),
      `0 0 ${root.getAttribute("width")} ${root.getAttribute("height")}`,
    );
  }
});

Deno.test("contrast() gives the values that WCAG's examples have", () => {
  assertAlmostEquals(contrast("#000000", "#ffffff"), 21);
  assertAlmostEquals(contrast("#777777", "#ffffff"), 4.478, 1e-3);
  assertAlmostEquals(contrast("#ff0000", "#ff0000"), 1);
});

for (const [name, palette] of Object.entries({ LIGHT, DARK })) {
  Deno.test(`The colors of ${name} have a contrast of 4.5 to both backgrounds`, () => {
    const { paper, zone, ...colors } = palette;
    for (const [name, color] of Object.entries(colors)) {
      for (const background of [paper, zone]) {
        assertGreaterOrEqual(contrast(color, background), 4.5, name);
      }
    }
  });
}

Deno.test("toSvg() falls back to dark colors in the dark, and to light ones on paper", () => {
  const svg = toSvg(helloScript().events);
  const [before = "", inTheDark = ""] = svg.split(
    "@media (prefers-color-scheme:dark)",
  );
  const [dark = "", print = ""] = inTheDark.split("@media print");
  assertStringIncludes(before, `--_ink:var(--lb-ink,${LIGHT.ink})`);
  assertStringIncludes(dark, `--_ink:var(--lb-ink,${DARK.ink})`);
  assertStringIncludes(print, `--_ink:var(--lb-ink,${LIGHT.ink})`);
});

Deno.test("toSvg() explains the signs that it uses, and no others", () => {
  const legend = (script: Script) =>
    all(parse(toSvg(script.events)), "text")
      .map(({ textContent }) => textContent ?? "");
  const explained = ["asked to cancel", "cancelled", "many run", "callback"];
  const found = (script: Script) =>
    explained.filter((sign) => legend(script).includes(sign));
  assertEquals(found(helloScript()), []);
  assertEquals(found(cancelScript()), ["asked to cancel", "cancelled"]);
  assertEquals(found(crowdScript(1000)), ["many run"]);
});

Deno.test("toSvg() groups a thousand tasks, and says who is in the group", () => {
  const svg = parse(toSvg(crowdScript(1000).events, { lanes: 4 }));
  const texts = all(svg, "text").map(({ textContent }) => textContent);
  assert(
    texts.includes("… 998 more: Task-4 to Task-1001, tasks like Task-3"),
    texts.join("\n"),
  );
  assertLessOrEqual(all(svg, "rect.box").length, 20);
});

Deno.test("toSvg() draws several runs, each under its number", () => {
  const events = [...helloScript().events, ...workersScript().events];
  const svg = parse(toSvg(events));
  const texts = all(svg, "text").map(({ textContent }) => textContent);
  assertEquals(texts.filter((text) => text?.startsWith("Run ")), [
    "Run 1 of 2",
    "Run 2 of 2",
  ]);
});

Deno.test("toSvg() says so when there is nothing to draw", () => {
  const svg = parse(toSvg([]));
  assertStringIncludes(svg.textContent ?? "", "Nothing was recorded");
});

Deno.test("toSvg() refuses sizes and ids that make no sense", () => {
  assertThrows(() => toSvg([], { width: 100 }), RangeError, "width: 100");
  assertThrows(() => toSvg([], { lanes: 0 }), RangeError, "lanes: 0");
  assertThrows(() => toSvg([], { bands: NaN }), RangeError, "bands: NaN");
  for (const idPrefix of ["", "1a", 'a"', "a b"]) {
    assertThrows(
      () => toSvg([], { idPrefix }),
      TypeError,
      `Invalid idPrefix: ${JSON.stringify(idPrefix)}`,
    );
  }
});
