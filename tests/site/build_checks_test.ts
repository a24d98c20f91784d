/** What is looked for in a built site, one fault at a time. */

import { assertEquals } from "@std/assert";
import { checkBudget } from "../../site/checks/budget.ts";
import { readBuiltSite } from "../../site/checks/built_site.ts";
import { checkHeads } from "../../site/checks/heads.ts";
import { checkLinks } from "../../site/checks/links.ts";
import { checkOrigins } from "../../site/checks/origins.ts";
import { checkPages } from "../../site/checks/pages.ts";
import type { Chapter } from "../../site/outline.ts";

const CHAPTER: Chapter = {
  title: "Task",
  section: "2.1",
  description: "What a task is",
  question: "What is a task?",
  folder: "2.1-task",
  source: "chapters/2.1-task/index.md",
  address: "/2.1-task/",
};

/** A sound page, with something put into its head and its text. */
function page(text = "", head = ""): string {
  return `<!doctype html>
<html lang="en"><head><title>A page</title>
<meta name="description" content="What it says">
<link rel="canonical" href="https://book.example/">
<meta property="og:image" content="https://book.example/social.png">
<link rel="stylesheet" href="/book.css">${head}</head>
<body><main><h1>A page</h1>${text}</main></body></html>`;
}

const SOUND: Readonly<Record<string, string>> = {
  "index.html": page('<a href="2.1-task/#what">What</a>'),
  "404.html": page(),
  "2.1-task/index.html": page('<h2 id="what">What</h2>'),
  "book.css": "body { color: teal }",
};

/** Writes a site, a sound one but for some files, and looks at it. */
async function inspect(
  changed: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Promise<string[]> {
  const output = new URL(
    `../../.loopbook/tests/site-${crypto.randomUUID()}`,
    import.meta.url,
  ).pathname;
  Deno.env.set("LOOPBOOK_ADDRESS", "https://book.example/");
  try {
    for (const [file, text] of Object.entries({ ...SOUND, ...changed })) {
      if (text === undefined) continue;
      await Deno.mkdir(`${output}/2.1-task`, { recursive: true });
      const bytes = typeof text === "string"
        ? new TextEncoder().encode(text)
        : text;
      await Deno.writeFile(`${output}/${file}`, bytes);
    }
    const site = await readBuiltSite(output);
    return [
      ...checkPages(site, [CHAPTER]),
      ...checkHeads(site),
      ...checkLinks(site),
      ...checkOrigins(site),
      ...await checkBudget(site),
    ];
  } finally {
    Deno.env.delete("LOOPBOOK_ADDRESS");
    await Deno.remove(output, { recursive: true });
  }
}

Deno.test("a sound site has no faults", async () => {
  assertEquals(await inspect(), []);
});

Deno.test("a chapter without a page is a fault, and so is a link to it", async () => {
  assertEquals(await inspect({ "2.1-task/index.html": undefined }), [
    "chapters/2.1-task/index.md: The page was dropped: 2.1-task/index.html is not in the output; look for an error of its layout above",
    "index.html: The link 2.1-task/#what leads to 2.1-task/index.html, which is not in the site",
  ]);
});

Deno.test("a site without its home page or its error page is at fault", async () => {
  const faults = await inspect({
    "index.html": undefined,
    "404.html": undefined,
  });
  assertEquals(faults.map((fault) => fault.split(":")[0]), [
    "the home page",
    "the error page",
  ]);
});

Deno.test("a page that is only its text came out without its layout", async () => {
  const faults = await inspect({
    "2.1-task/index.html": '<h2 id="what">W</h2>',
  });
  assertEquals(
    faults[0],
    'chapters/2.1-task/index.md: The page 2.1-task/index.html came out without its layout: it has no <main>; check the "layout" it names',
  );
});

Deno.test("a page must say its language, title, description, address and picture", async () => {
  const bare =
    "<html><head></head><body><main><h1>Bare</h1></main></body></html>";
  assertEquals(await inspect({ "404.html": bare }), [
    "404.html: The page has no language (<html lang>)",
    "404.html: The page has no title",
    "404.html: The page has no description",
    "404.html: The page has no canonical link",
    "404.html: The page has no social image (og:image)",
  ]);
});

Deno.test("a page has one main heading", async () => {
  assertEquals(await inspect({ "404.html": page("<h1>Again</h1>") }), [
    "404.html: The page has 2 main headings (<h1>); it must have one",
  ]);
});

Deno.test("a link must lead to a file of the site", async () => {
  assertEquals(
    await inspect({ "404.html": page('<a href="/gone/">Gone</a>') }),
    [
      "404.html: The link /gone/ leads to gone/index.html, which is not in the site",
    ],
  );
});

Deno.test("a fragment must be an id of the page it names", async () => {
  assertEquals(
    await inspect({
      "404.html": page(
        '<a href="#why">Why</a><a href="/2.1-task/#why">Why</a>',
      ),
    }),
    [
      "404.html: The link #why names #why, which 404.html does not have",
      "404.html: The link /2.1-task/#why names #why, which 2.1-task/index.html does not have",
    ],
  );
});

Deno.test("an id stands for one place of a page", async () => {
  assertEquals(
    await inspect({ "404.html": page('<p id="a"></p><p id="a"></p>') }),
    ['404.html: The id "a" is used twice'],
  );
});

Deno.test("a missing picture or script is a broken link", async () => {
  assertEquals(
    await inspect({ "404.html": page('<img src="/cup.png" alt="A cup">') }),
    [
      "404.html: The link /cup.png leads to cup.png, which is not in the site",
    ],
  );
});

Deno.test("a link to another site is the reader's to follow", async () => {
  assertEquals(
    await inspect({
      "404.html": page('<a href="https://peps.python.org/pep-3156/">PEP</a>'),
    }),
    [],
  );
});

Deno.test("nothing is fetched from another origin", async () => {
  const fault = (file: string, url: string) =>
    `${file}: It loads ${url} from another origin; serve it from the site itself`;
  assertEquals(
    await inspect({
      "404.html": page(
        '<img alt="" src="https://a.example/i.png"><p style="background:url(//b.example/p.png)"></p>',
        '<link rel="preconnect" href="https://c.example">',
      ),
      "book.css": '@import "https://d.example/d.css";',
    }),
    [
      fault("404.html", "https://a.example/i.png"),
      fault("404.html", "https://c.example"),
      fault("404.html", "//b.example/p.png"),
      fault("book.css", "https://d.example/d.css"),
    ],
  );
});

Deno.test("a style sheet over the budget is a fault of each page that loads it", async () => {
  const noise = crypto.getRandomValues(new Uint8Array(61 * 1024));
  const faults = await inspect({ "book.css": noise });
  assertEquals(faults.length, 3);
  assertEquals(
    faults[0]!.replace(/[\d.]+ KB/, "N KB"),
    "2.1-task/index.html: The page loads N KB of style sheets, compressed; at most 60.0 KB are allowed",
  );
});
