/**
 * The script that a served page gets on top: it listens for news of the site
 * and shows what changed. Built pages do not have it.
 *
 * @module
 */

import type { News } from "./news.ts";

const LIVE = "/@live";

/** Takes in what happened. */
function hear(news: News): void {
  if (news.kind === "failed") {
    showFailure(news.error);
  } else if (news.files.length === 0) {
    hideFailure();
  } else if (news.files.every((file) => file === "book.css")) {
    hideFailure();
    renewStyles();
  } else {
    location.reload();
  }
}

function renewStyles(): void {
  const links = document.querySelectorAll<HTMLLinkElement>(
    "link[rel='stylesheet'][href*='book.css']",
  );
  for (const link of links) {
    const url = new URL(link.href);
    url.searchParams.set("at", String(Date.now()));
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.href = url.href;
    fresh.addEventListener("load", () => link.remove());
    link.after(fresh);
  }
}

function showFailure(error: string): void {
  const panel = document.querySelector("#build-failure") ?? makePanel();
  panel.querySelector("pre")!.textContent = error;
}

function hideFailure(): void {
  document.querySelector("#build-failure")?.remove();
}

function makePanel(): Element {
  const panel = document.createElement("div");
  panel.id = "build-failure";
  panel.setAttribute("role", "alert");
  panel.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:20;max-height:50vh;overflow:auto;padding:1rem 1.25rem;background:#7a1712;color:#fff;font:1rem/1.5 system-ui,sans-serif";
  const name = document.createElement("strong");
  name.textContent = "The book could not be built; this is the last good page";
  const text = document.createElement("pre");
  text.style.cssText =
    "margin:.5rem 0 0;white-space:pre-wrap;font:.875rem/1.5 ui-monospace,monospace";
  panel.append(name, text);
  document.body.append(panel);
  return panel;
}

const source = new EventSource(LIVE);
source.addEventListener("message", (event) => hear(JSON.parse(event.data)));

// The server was started again: it may have built the site anew meanwhile.
let lost = false;
source.addEventListener("error", () => lost = true);
source.addEventListener("open", () => {
  if (lost) location.reload();
});
