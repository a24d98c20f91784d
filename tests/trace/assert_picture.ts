import { assertEquals } from "@std/assert";

/**
 * Compares a timeline with a picture that stands indented in a test.
 *
 * @param actual the timeline
 * @param picture the same between two line breaks, indented as the code
 */
export function assertPicture(actual: string, picture: string): void {
  const lines = picture.split("\n").slice(1, -1);
  const indent = Math.min(
    ...lines.filter((line) => line !== "").map((line) => line.search(/\S/)),
  );
  assertEquals(actual, lines.map((line) => line.slice(indent)).join("\n"));
}
