/**
 * What a rule of the plugin is made of.
 *
 * @module
 */

import { LintedFile } from "./linted_file.ts";
import type { Node } from "./tree.ts";

/** Something that a rule found. */
export interface Finding {
  /** Where. */
  readonly node: Node;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  /** What to put in where to mend it, when that is certain to be right. */
  readonly insert?: { readonly at: number; readonly text: string };
}

/**
 * Makes a rule.
 *
 * @param find finds what is wrong in a file that uses the library
 * @returns the rule
 */
export function rule(
  find: (file: LintedFile) => Iterable<Finding>,
): Rule {
  return {
    create(context) {
      const file = new LintedFile();
      return {
        "*": (node) => file.add(node),
        "Program:exit"() {
          if (!file.usesLibrary) return;
          for (const finding of find(file)) context.report(reportOf(finding));
        },
      };
    },
  };
}

function reportOf({ node, message, hint, insert }: Finding): Report {
  const report: Report = { range: [...node.range], message, hint };
  if (insert === undefined) return report;
  const { at, text } = insert;
  return {
    ...report,
    fix: (fixer) => fixer.insertTextAfterRange([at, at], text),
  };
}

/** A rule, as `deno lint` wants it. */
export interface Rule {
  /**
   * Begins a file.
   *
   * @param context takes the rule's reports
   * @returns what hears of the nodes of the file, one after the other
   */
  create(context: RuleContext): {
    "*"(node: Node): void;
    "Program:exit"(): void;
  };
}

/** `deno lint`, as a rule sees it while it reads a file. */
export interface RuleContext {
  /**
   * Tells what a rule found.
   *
   * @param report the place, the message, the mending
   */
  report(report: Report): void;
}

/** What a rule tells of something it found. */
export interface Report {
  /** Where: the first character and the one behind the last. */
  range: [number, number];
  /** What is wrong. */
  message: string;
  /** What to do. */
  hint: string;
  /**
   * Mends it, when asked to.
   *
   * @param fixer makes changes of the text
   * @returns the change
   */
  fix?(fixer: Fixer): Fix;
}

/** Makes changes of the text. */
export interface Fixer {
  /**
   * Puts a text in.
   *
   * @param range after which characters
   * @param text the text
   * @returns the change
   */
  insertTextAfterRange(range: [number, number], text: string): Fix;
}

/** A change of the text. */
export interface Fix {
  /** The characters that are replaced. */
  range: [number, number];
  /** What stands there instead. */
  text?: string;
}
