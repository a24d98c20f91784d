/**
 * Every rule bites: each is shown a page that breaks it, and nothing but it.
 *
 * @module
 */

import {
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { canonicalAddress } from "../../../site/addresses.ts";
import { browserTest } from "../../browser/browser_cases.ts";
import * as keyboard from "./keyboard_rules.ts";
import * as linking from "./linking_rules.ts";
import * as loading from "./loading_rules.ts";
import * as reading from "./reading_rules.ts";
import { type Answers, faultyPage } from "./faulty_page.ts";
import type { PageRule } from "./rule.ts";

/** A page that breaks a rule. */
interface Case {
  readonly rule: PageRule;
  /** What is wrong with the page. */
  readonly body: string;
  readonly head?: string;
  readonly files?: Answers;
  /** What the rule says of it. */
  readonly fault: string;
}

const script = (body: string): Answers => ({
  "page.js": { type: "text/javascript", body },
});

/** A page that keeps every rule. */
const GOOD_HEAD = `
  <title>A page</title>
  <meta name="description" content="A page that keeps every rule there is, and says so in a sentence.">
  <link rel="canonical" href="${canonicalAddress("/page/")}">
  <meta property="og:image" content="${canonicalAddress("/social.png")}">
  <link rel="stylesheet" href="/loopbook/book.css">
  <script src="/loopbook/theme.js"></script>
  <script src="/loopbook/page.js" type="module"></script>`;
const GOOD_BODY = `
  <a class="skip" href="#text">Skip to the text</a>
  <header><nav><a href="/loopbook/page/">Home</a>
  <button class="theme-switch" hidden>Dark</button></nav></header>
  <main id="text"><h1>A page</h1><p>It says nothing.</p>
  <a href="#text">Up</a></main>`;

const CASES: readonly Case[] = [
  {
    rule: loading.noErrors,
    body: "",
    files: script("throw new Error('It broke')"),
    fault: "It broke",
  },
  {
    rule: loading.noErrors,
    body: `<img src="missing.png" alt="">`,
    fault: "404",
  },
  {
    rule: loading.noForeignRequests,
    body: `<img src="http://example.org/pixel.png" alt="">`,
    fault: "it asks for http://example.org/pixel.png",
  },
  {
    rule: loading.noLayoutShift,
    body: "",
    files: script(
      "document.body.prepend(Object.assign(document.createElement('h2'), { textContent: 'Surprise' }))",
    ),
    fault: "moved",
  },
  {
    rule: loading.noLayoutShiftWithChoices,
    body: "",
    files: script(
      "if (localStorage.getItem('loopbook:tab')) document.body.style.paddingTop = '100px'",
    ),
    fault: "moved",
  },
  {
    rule: loading.light,
    body: "",
    files: {
      "page.js": {
        type: "text/javascript",
        // Letters that cannot be packed.
        body: `/*${
          Array.from(
            { length: 200_000 },
            (_, index) => Math.sin(index).toString(36).at(-3),
          ).join("")
        }*/`,
      },
    },
    fault: "KB of script, compressed; at most 120 KB are allowed",
  },
  {
    rule: loading.noLiveReload,
    body: `<script src="/@live.js" type="module"></script>`,
    fault: "it has the script of /@live",
  },
  {
    rule: linking.saysWhatItIs,
    body: "<h1>Another</h1>",
    fault: "it has 2 main headings",
  },
  {
    rule: linking.linksLead,
    body: `<a href="../nowhere/">To nothing</a>`,
    fault: 'a "To nothing" leads to',
  },
  {
    rule: linking.linksLead,
    body: `<a href="#nothing">To nothing</a>`,
    fault: "which has no #nothing",
  },
  {
    rule: linking.turnsPages,
    head: `<link rel="next" href="/loopbook/other/">`,
    body: `<main><a rel="next" href="/loopbook/page/#text">On</a></main>`,
    fault: "its next link is",
  },
  {
    rule: reading.accessibleInLight,
    body: `<p style="color: #999; background: #aaa">Grey on grey</p>`,
    fault: "color-contrast",
  },
  {
    rule: reading.accessibleInDark,
    body:
      `<style>@media (prefers-color-scheme: dark) { .dim { color: #333; background: #222 } }</style><p class="dim">Grey on grey</p>`,
    fault: "color-contrast",
  },
  {
    rule: reading.accessibleOnPhone,
    body: `<img src="social.png">`,
    fault: "image-alt",
  },
  {
    rule: reading.fitsPhone,
    body: `<div id="wide" style="width: 500px">Wide</div>`,
    fault: 'pixels wide instead of 360: div#wide "Wide"',
  },
  {
    rule: reading.fitsDesk,
    body: `<div id="wide" style="width: 1500px">Wide</div>`,
    fault: 'pixels wide instead of 1280: div#wide "Wide"',
  },
  {
    rule: reading.showsWholeLines,
    body:
      `<figure class="code"><pre tabindex="0" style="width: 9ch; overflow: auto"><code>eleven ch.s</code></pre></figure>`,
    fault: "a line of 11 characters is cut off",
  },
  {
    rule: reading.stillWhenAsked,
    body: `<p id="mover" style="transition: color 1s">Slowly</p>`,
    fault: 'p#mover "Slowly" has a transition',
  },
  {
    rule: reading.wholeWithoutScript,
    body: "",
    files: script(
      "document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: 'Scripts only' }))",
    ),
    fault: "without scripts this is not shown: Scripts only",
  },
  {
    rule: reading.wholeWithoutScript,
    body: "<button>Press</button>",
    fault: "this control does nothing without scripts",
  },
  {
    rule: reading.goodOnPaper,
    body: "",
    head:
      `<style>.skip { display: none } html:root { background: #111 }</style>`,
    fault: "the paper is dark: html",
  },
  {
    rule: keyboard.skipsToText,
    body: `<style>.skip { display: none }</style>`,
    fault: "the first Tab leads to",
  },
  {
    rule: keyboard.reachable,
    body: `<a href="#text" style="outline: none">Unseen</a>`,
    fault: 'a "Unseen" shows no outline when it has the focus',
  },
  {
    rule: keyboard.keepsTheme,
    body: "",
    files: script("document.querySelector('.theme-switch').hidden = false"),
    fault: "after Space on the switch the colors are still",
  },
  {
    rule: keyboard.keepsTab,
    body: `<div class="tabs"><fieldset class="tab-bar">
      <input type="radio" name="t" value="A" checked><input type="radio" name="t" value="B">
      </fieldset><div class="tab">One</div><div class="tab">Two</div></div>`,
    fault: "does not show its tab B",
  },
];

for (const { rule, body, head, files, fault } of CASES) {
  browserTest(
    `a page is caught on which this fails: ${rule.name} (${fault})`,
    async (browser) => {
      const found = await faultyPage(browser, rule, {
        "page/": {
          type: "text/html",
          body: html(GOOD_HEAD + (head ?? ""), GOOD_BODY + body),
        },
        ...files,
      });
      assertNotEquals(found, []);
      assertStringIncludes(found.join("\n"), fault);
    },
  );
}

browserTest("a page that keeps every rule is not caught", async (browser) => {
  for (const rules of [loading, linking, reading, keyboard]) {
    for (const rule of Object.values(rules)) {
      const good = html(GOOD_HEAD, GOOD_BODY);
      const found = await faultyPage(browser, rule, {
        "page/": { type: "text/html", body: good },
      });
      assertEquals(found, [], rule.name);
    }
  }
});

Deno.test("every rule is shown a page that breaks it", () => {
  const shown = new Set(CASES.map(({ rule }) => rule.name));
  const rules = [loading, linking, reading, keyboard].flatMap((module) =>
    Object.values(module)
  );
  assertEquals(rules.filter(({ name }) => !shown.has(name)), []);
});

function html(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
  <body>${body}</body></html>`;
}
