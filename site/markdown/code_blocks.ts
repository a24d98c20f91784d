/**
 * Code blocks. The weaver has already put the real lines, the real output and
 * the real timeline into the text; here they get their captions, their colors
 * and, for a timeline, the picture of the same run.
 *
 * @module
 */

import { posix } from "node:path";
import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { sourceLink } from "../addresses.ts";
import { type BlockInfo, readBlockInfo } from "../code/block_info.ts";
import {
  codeFigure,
  outputFigure,
  timelineFigure,
} from "../code/code_figure.ts";
import { languages } from "../code/highlight.ts";
import { regionLines } from "../code/region.ts";
import { timelinePicture } from "../code/timeline_picture.ts";
import { measuredBlock } from "./measured.ts";
import { markdownError, nextName, type PageEnv, pageEnv } from "./page_env.ts";

/** markdown-it plugin: draws every fenced block. */
export function codeBlocks(md: MarkdownIt): void {
  md.renderer.rules["fence"] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const page = pageEnv(env);
    const info = readBlockInfo(token.info);
    const text = token.content.replace(/\n$/, "");
    if (info.language === "measured") return measuredBlock(page, token);
    if (info.language === "timeline") return timeline(page, token, info, text);
    if (info.run !== undefined) {
      return outputFigure(text, {
        text: `Output of ${fileName(page, info.run)}`,
      });
    }
    if (!languages.includes(info.language)) {
      throw markdownError(
        page,
        token,
        `Unknown language "${info.language}" of a code block; the languages are ${
          languages.join(", ")
        }`,
      );
    }
    return info.file === undefined
      ? codeFigure(text, info.language)
      : fileBlock(page, token, info, text);
  };
}

function fileBlock(
  page: PageEnv,
  token: Token,
  info: BlockInfo,
  code: string,
): string {
  const path = posix.join(posix.dirname(page.source), info.file!);
  let file: string;
  try {
    file = Deno.readTextFileSync(path);
  } catch {
    throw markdownError(
      page,
      token,
      `The block shows ${path}, which does not exist`,
    );
  }
  const lines = info.region === undefined
    ? undefined
    : regionLines(file, info.region);
  if (info.region !== undefined && !lines) {
    throw markdownError(
      page,
      token,
      `The block shows the region "${info.region}", which ${path} does not have`,
    );
  }
  return codeFigure(code, info.language, {
    text: fileName(page, info.file!),
    link: sourceLink(path, lines),
    ...(lines && { detail: lineRange(lines.first, lines.last) }),
  }, info.context);
}

function timeline(
  page: PageEnv,
  token: Token,
  info: BlockInfo,
  text: string,
): string {
  if (info.run === undefined) {
    throw markdownError(
      page,
      token,
      "A timeline names no run; write ```timeline run=main.ts",
    );
  }
  try {
    const picture = timelinePicture(
      posix.dirname(page.source),
      info.run,
      nextName(page, "timeline"),
    );
    return timelineFigure(picture, text, {
      text: `Timeline of ${fileName(page, info.run)}`,
    });
  } catch (error) {
    throw markdownError(page, token, (error as Error).message);
  }
}

/** A file beside the chapter by its name, one elsewhere by its path. */
function fileName(page: PageEnv, file: string): string {
  return file.startsWith("../")
    ? posix.join(posix.dirname(page.source), file)
    : file;
}

function lineRange(first: number, last: number): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
