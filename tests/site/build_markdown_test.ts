/** What becomes of a chapter's markdown. */

import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { renderMarkdown } from "../../site/markdown/markdown.ts";
import { tableOfContents } from "../../site/table_of_contents.ts";

/** A chapter that does not exist: links are resolved from where it would be. */
const HERE = "chapters/0-nowhere/index.md";

/** The fixture's chapter, for what needs files beside it. */
const BREAKFAST = "tests/site/fixtures/book/chapters/1-breakfast/index.md";

function render(markdown: string, source = HERE): string {
  return renderMarkdown(markdown, source).trim();
}

function rejects(markdown: string, message: string, source = HERE): void {
  assertThrows(() => render(markdown, source), Error, message);
}

Deno.test("the title is left to the layout", () => {
  assertEquals(render("# Task\n\nText."), "<p>Text.</p>");
  rejects("# Task\n\n# Another", `${HERE}:3: A # heading below the title`);
});

Deno.test("a heading carries its id and links to itself", () => {
  assertEquals(
    render("## The ready queue {#ready-queue}"),
    '<h2 id="ready-queue"><a class="self" href="#ready-queue">The ready queue</a></h2>',
  );
});

Deno.test("an id is written, well formed and the only one of its name", () => {
  rejects("## Queue", `${HERE}:1: The heading "Queue" has no id`);
  rejects("## Queue {#Ready_Queue}", 'The id "Ready_Queue" is not made of');
  rejects("## A {#a}\n\n## B {#a}", `${HERE}:3: The id "a" is used twice`);
});

Deno.test("the table of contents has the sections and what is in them", () => {
  const html = render("## A `b` {#a}\n\n### C {#c}\n\n## D {#d}");
  assertEquals(tableOfContents(html), [
    {
      id: "a",
      html: "A <code>b</code>",
      children: [{ id: "c", html: "C", children: [] }],
    },
    { id: "d", html: "D", children: [] },
  ]);
});

Deno.test("a link to a source file leads to the code host", () => {
  assertStringIncludes(
    render("[task](../../src/tasks/task.ts)"),
    'href="https://github.com/loopbook/loopbook/blob/main/src/tasks/task.ts"',
  );
  assertStringIncludes(
    render("[tasks](../../src/tasks/)"),
    'href="https://github.com/loopbook/loopbook/tree/main/src/tasks"',
  );
});

Deno.test("a link to nothing, out of the project or from the root is an error", () => {
  rejects(
    "[x](gone.ts)",
    "leads to chapters/0-nowhere/gone.ts, which does not exist",
  );
  rejects("[x](../../../x.md)", "leads out of the project");
  rejects("[x](/2.1-task/)", "begins with a slash; link to the file");
});

Deno.test("a link elsewhere stays as it is", () => {
  assertStringIncludes(
    render("[PEP](https://peps.python.org/pep-3156/)"),
    'href="https://peps.python.org/pep-3156/"',
  );
});

Deno.test("a footnote stands right after its mark", () => {
  assertEquals(
    render('One.[^a] Two.\n\n[^a]: It is "small".'),
    '<p>One.<sup class="note-mark">1</sup><span class="note" role="note"><span class="note-number">1</span> It is “small”.</span> Two.</p>',
  );
});

Deno.test("a footnote has one paragraph and nothing else", () => {
  rejects("A.[^a]\n\n[^a]: One.\n\n    Two.", "more than one paragraph");
  rejects("A.[^a]\n\n[^a]:\n    - a list", "A note holds a bullet");
});

Deno.test("an alert of the code host is an aside of the book", () => {
  assertEquals(
    render("> [!WARNING]\n> It *breaks*."),
    '<div class="aside aside-warning" role="note">\n<p class="aside-name">Where it breaks</p>\n<p>It <em>breaks</em>.</p>\n</div>',
  );
  assertEquals(
    render("> Only a quotation."),
    "<blockquote>\n<p>Only a quotation.</p>\n</blockquote>",
  );
  rejects(
    "> [!HINT]\n> Text.",
    "Unknown aside [!HINT]; the kinds are NOTE, TIP",
  );
});

Deno.test("a formula is typeset, with MathML for those who cannot see it", () => {
  const html = render("So $T = \\{t_1\\}$, and it costs $5 or $6.");
  assertStringIncludes(html, "<math");
  assertStringIncludes(html, "it costs $5 or $6.");
  assertStringIncludes(render("$$\nf(x)\n$$"), 'class="formula"');
});

Deno.test("code keeps every character, colored or not", () => {
  const code = "const a = `<b> & ${c}`; // 100 %";
  const html = render(`\`\`\`ts\n${code}\n\`\`\``);
  assertStringIncludes(html, '<span class="t-keyword">const</span>');
  const text = html.replace(/^.*<code[^>]*>|<\/code>.*$/gs, "")
    .replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  assertEquals(text, code);
});

Deno.test("a block in an unknown language is an error", () => {
  rejects("```cobol\nSTOP\n```", `${HERE}:1: Unknown language "cobol"`);
});

Deno.test("a block of a file names it and links to its lines", () => {
  const html = render(
    "```python file=main.py#breakfast\nasync def …\n```",
    BREAKFAST,
  );
  assertStringIncludes(
    html,
    '/chapters/1-breakfast/main.py#L5-L15">main.py</a>',
  );
  assertStringIncludes(html, '<span class="detail">lines 5–15</span>');
});

Deno.test("the lines around a region are marked as such", () => {
  const html = render(
    "```ts file=main.ts#breakfast context=1,0\nimport it;\n\nlet a;\n```",
    BREAKFAST,
  );
  assertStringIncludes(html, '<span class="t-context"><span');
  assertEquals(html.split("t-context").length, 2);
});

Deno.test("a timeline is a picture, and the text for those who cannot see it", () => {
  const html = render(
    "```timeline run=main.ts\nms  0\n```\n\n```timeline run=main.ts\nms  0\n```",
    BREAKFAST,
  );
  assertStringIncludes(html, "<summary>The same as text</summary>");
  assertStringIncludes(html, ">ms  0</code>");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
  assert(ids.length >= 4);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("an output says whose it is", () => {
  assertStringIncludes(
    render("```text run=main.ts\nHello\n```", BREAKFAST),
    "<span>Output of main.ts</span>",
  );
});

const TABS = `<!-- tabs -->

**Python**

One.

**loopbook**

Two.

<!-- /tabs -->`;

Deno.test("tabs are radio buttons, and every panel has its name", () => {
  const html = render(TABS);
  assertEquals(html.match(/type="radio" name="tabs-1"/g)?.length, 2);
  assertEquals(html.match(/ checked>/g)?.length, 1);
  assertStringIncludes(html, '<p class="tab-name">loopbook</p>\n<p>Two.</p>');
});

Deno.test("tabs that are not closed, not named or alone are errors", () => {
  rejects(TABS.replace("<!-- /tabs -->", ""), "without <!-- /tabs -->");
  rejects(TABS.replace("<!-- tabs -->", ""), "without <!-- tabs -->");
  rejects(TABS.replace("**Python**", "Python"), "must be a bold line");
  rejects(TABS.replace("**Python**\n\nOne.", ""), "1 tabs; there must be two");
});

Deno.test("a drawing is in the page itself, with its text and its caption", () => {
  const html = render('![A cup](cup.svg "The *cup*")', BREAKFAST);
  assertStringIncludes(html, '<svg role="img" aria-label="A cup"');
  assertStringIncludes(html, "<figcaption>The <em>cup</em></figcaption>");
});

Deno.test("a drawing with small letters gets a box in which it can scroll", () => {
  assertStringIncludes(
    render("![A table](table.svg)", BREAKFAST),
    '<div class="sheet" role="group" aria-label="Drawing" tabindex="0"><svg',
  );
  assertEquals(
    render("![A cup](cup.svg)", BREAKFAST).includes('class="sheet"'),
    false,
  );
});

Deno.test("an image without words, from elsewhere or among text is an error", () => {
  rejects("![](cup.svg)", "The image cup.svg has no text", BREAKFAST);
  rejects(
    "![A](https://a.example/a.png)",
    "is not a drawing of the book's own",
  );
  rejects("![A](gone.svg)", "gone.svg does not exist");
  rejects("See ![A](cup.svg)", "An image stands among text", BREAKFAST);
});

Deno.test("straight quotes and dashes of prose become typographic ones", () => {
  assertEquals(render('It\'s "so" -- now...'), "<p>It’s “so” – now…</p>");
});

Deno.test("a heading that decides claims has a mark for each, with its verdict", () => {
  const page = "chapters/3-core-algorithm/index.md";
  assertStringIncludes(
    render("### Steps {#steps-2-and-3}\n\nText.", page),
    '</h3>\n<p class="claim-marks"><a href="../claims/#claim-3-e" data-verdict="holds-with-limits">Claim 3.e: <b>holds with limits</b></a> <a href="../claims/#claim-3-f" data-verdict="imprecise">Claim 3.f: <b>imprecise</b></a></p>\n<p>Text.</p>',
  );
  const elsewhere = render("### Steps {#steps-2-and-3}\n\nText.");
  assert(!elsewhere.includes("claim-marks"), elsewhere);
});
