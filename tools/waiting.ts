/**
 * A line that tells those who watch what is taking so long.
 *
 * @module
 */

/**
 * Shows a text and the seconds that have gone by until a promise is settled.
 * Shows nothing when nobody watches.
 *
 * @param text what is going on
 * @param promise what is waited for
 * @returns what the promise gives
 */
export async function whileWaiting<T>(
  text: string,
  promise: Promise<T>,
): Promise<T> {
  if (!Deno.stderr.isTerminal()) return await promise;
  const begin = performance.now();
  const show = () => {
    const seconds = Math.floor((performance.now() - begin) / 1000);
    write(`\r\x1b[K${text} … ${seconds === 0 ? "" : `${seconds} s`}`);
  };
  show();
  const interval = setInterval(show, 1000);
  try {
    return await promise;
  } finally {
    clearInterval(interval);
    write("\r\x1b[K");
  }
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
