/**
 * A named pipe into which nobody writes. To open it for reading is a call of the
 * operating system that doesn't return until somebody opens it for writing.
 *
 * @module
 */

const FOLDER = `${import.meta.dirname}/../../.loopbook`;

/** A named pipe of this process. */
export class SilentPipe implements Disposable {
  readonly #path = `${FOLDER}/silent-pipe-${Deno.pid}`;
  readonly #opening: Promise<Deno.FsFile>[] = [];

  constructor() {
    Deno.mkdirSync(FOLDER, { recursive: true });
    const { success, stderr } = new Deno.Command("mkfifo", {
      args: [this.#path],
    }).outputSync();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
  }

  /** How many wait for somebody to write. */
  get waiting(): number {
    return this.#opening.length;
  }

  /** Opens the pipe for reading, which takes until somebody writes. */
  openForReading(): void {
    this.#opening.push(Deno.open(this.#path));
  }

  /** Opens the other end, so that all who wait for it go on. */
  async speak(): Promise<void> {
    using _ = Deno.openSync(this.#path, { read: true, write: true });
    for (const file of await Promise.all(this.#opening)) file.close();
  }

  [Symbol.dispose](): void {
    Deno.removeSync(this.#path);
  }
}
