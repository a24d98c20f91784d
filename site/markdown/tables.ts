/**
 * Tables in a box of their own, so that a wide one scrolls there and never
 * moves the page sideways.
 *
 * @module
 */

import type { MarkdownIt } from "npm:markdown-it@15.0.0";

/** markdown-it plugin: wraps each table. */
export function tables(md: MarkdownIt): void {
  md.renderer.rules["table_open"] = () =>
    `<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n`;
  md.renderer.rules["table_close"] = () => "</table></div>\n";
}
