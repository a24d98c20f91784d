import { assertRejects } from "@std/assert";

/** An error's class and message. */
export async function errorOf(
  promise: () => Promise<unknown>,
): Promise<string> {
  const error = await assertRejects(promise, Error);
  return `${error.name}: ${error.message}`;
}
