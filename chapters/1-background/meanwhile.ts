// #region meanwhile
/** How many additions fit into some milliseconds. */
export function additionsIn(
  milliseconds: number,
  now: () => number = () => performance.now(),
): number {
  const end = now() + milliseconds;
  let sum = 0;
  let additions = 0;
  while (now() < end) {
    for (let i = 0; i < 1000; i++) sum += i;
    additions += 1000;
  }
  return sum > 0 ? additions : 0; // a sum that nobody reads might be left out
}

export function main() {
  const roundTrip = 2 * 5570 / 200; // kilometers, kilometers per millisecond
  console.log(`London to New York and back: ${Math.round(roundTrip)} ms`);
  console.log(`additions meanwhile: ${additionsIn(roundTrip)}`);
}
// #endregion

if (import.meta.main) main();
