/**
 * Waits for a timer of the host's, as programs write it that know of no kit.
 *
 * @param milliseconds how long
 */
export function hostSleep(milliseconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}
