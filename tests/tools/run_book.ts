/**
 * `deno task run` for a book that stands elsewhere: its root is the first
 * argument.
 */

import { runBook } from "../../tools/run.ts";
import { runCommand } from "../../tools/usage_error.ts";

const [root = "", ...args] = Deno.args;
await runCommand(() => runBook(root, args, root));
