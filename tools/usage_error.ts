/**
 * A mistake of the person at the keyboard, not of the program: printed as one
 * message without a stack trace, and the command ends with exit code 2.
 */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/**
 * Runs a command's main function and turns a {@linkcode UsageError} into a
 * message on the terminal.
 *
 * @param command the command; resolves to its exit code
 * @returns never, in effect: it ends the process
 */
export async function runCommand(
  command: () => Promise<number>,
): Promise<void> {
  try {
    Deno.exit(await command());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(error.message);
    Deno.exit(2);
  }
}

/** Says on the error stream what is wrong. */
export function complain(message: string): void {
  console.error(`%cerror%c: ${message}`, "color: red", "");
}
