/**
 * A file with everything that the rules ask about it.
 *
 * @module
 */

import { Calls } from "./calls.ts";
import { Coroutines } from "./coroutines.ts";
import { SourceFile } from "./source_file.ts";

/** A file, taken in node by node and asked when it is complete. */
export class LintedFile extends SourceFile {
  /** What its calls give. */
  readonly calls: Calls = new Calls(this);
  /** Which of its functions are coroutines. */
  readonly coroutines: Coroutines = new Coroutines(this, this.calls);
}
