/** Something that keeps the book from being woven. */
export interface Problem {
  /** The page, from the project's root: `chapters/2.1-task/index.md`. */
  readonly page: string;
  /** The line of the block, counted from 1. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** What was thrown, as the text of a problem. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
