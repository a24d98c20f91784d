/**
 * A little site around one page, for showing that a rule bites.
 *
 * @module
 */

import type { Browser } from "../../browser/browser.ts";
import { faultsOfPages, type PageRule } from "./rule.ts";

/** What is answered, by path from the site's address. */
export type Answers = Readonly<
  Record<string, { readonly type: string; readonly body: string | Uint8Array }>
>;

/** As much of the site as its rules touch. */
const SITE: Answers = {
  "": {
    type: "text/html",
    body: `<!doctype html><title>Home</title>
      <link rel="stylesheet" href="/loopbook/book.css">
      <script src="/loopbook/theme.js"></script>
      <script src="/loopbook/page.js" type="module"></script>
      <button class="theme-switch">Dark</button>`,
  },
  "book.css": {
    type: "text/css",
    body: `body { max-width: 40rem; color: #111; background: #fff }
      :root { background: #fff }
      :root[data-theme=dark] { background: #111 }
      :root[data-theme=dark] body { color: #eee; background: #111 }
      .skip:not(:focus) { position: absolute; left: -99rem }
      .skip { display: inline-block; padding: 1rem }
      :focus-visible { outline: 3px solid #06c }
      .theme-switch[hidden] { display: inline-block; visibility: hidden }
      @media print { nav, button, .skip { display: none } }`,
  },
  "theme.js": {
    type: "text/javascript",
    body: `const kept = localStorage.getItem("loopbook:theme");
      if (kept) document.documentElement.dataset.theme = kept;`,
  },
  "page.js": {
    type: "text/javascript",
    body: `const button = document.querySelector(".theme-switch");
      button.hidden = false;
      button.addEventListener("click", () => {
        const { dataset } = document.documentElement;
        dataset.theme = dataset.theme === "dark" ? "light" : "dark";
        localStorage.setItem("loopbook:theme", dataset.theme);
      });`,
  },
  "social.png": { type: "image/png", body: "" },
};

/**
 * Holds one page, `page/`, to a rule.
 *
 * @param browser the browser
 * @param rule the rule
 * @param answers the page, and what else differs from a good site
 * @returns what breaks the rule
 */
export async function faultyPage(
  browser: Browser,
  rule: PageRule,
  answers: Answers,
): Promise<string[]> {
  const all = { ...SITE, ...answers };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    ({ url }) => {
      const { pathname } = new URL(url);
      const answer = all[pathname.replace(/^\/loopbook\//, "")];
      return answer
        ? new Response(answer.body as string, {
          headers: { "content-type": answer.type },
        })
        : new Response("Not found", { status: 404 });
    },
  );
  try {
    const site = `http://127.0.0.1:${server.addr.port}/loopbook/`;
    return await faultsOfPages(browser, site, ["page/"], rule);
  } finally {
    await server.shutdown();
  }
}
