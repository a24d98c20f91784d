/**
 * Checks a number that limits a picture.
 *
 * @param least the least it may be
 * @param name the option's name
 * @param value the option's value
 * @throws {RangeError} when it is not a whole number or too small
 */
export function checkAtLeast(least: number, name: string, value: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(
    `Invalid ${name}: ${value}; give a whole number of at least ${least}`,
  );
}
