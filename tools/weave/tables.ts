/**
 * Tables of the book whose rows stand in a JSON file, because a test or a program
 * reads them, too.
 *
 * The file holds lists by name, a list holds rows, a row holds cells by column. A
 * cell is a piece of markdown, or a list of names, each of which is set as code.
 *
 * @module
 */

/** The cells of a row, by column. */
export type Row = Readonly<Record<string, string | readonly string[]>>;

/**
 * Draws a table.
 *
 * @param json the file's text
 * @param file its name, for error messages
 * @param part the name of the list
 * @returns the lines of the table, in markdown
 * @throws {SyntaxError} when the file has no such list, or a cell is neither text
 * nor a list of names
 */
export function tableOf(json: string, file: string, part: string): string[] {
  const rows = rowsOf(json, file, part);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) =>
      line(
        columns.map((column) => cellOf(row[column] ?? "", `${file}#${part}`)),
      )
    ),
  ];
}

function rowsOf(json: string, file: string, part: string): readonly Row[] {
  let lists: Readonly<Record<string, readonly Row[]>>;
  try {
    lists = JSON.parse(json);
  } catch (error) {
    throw new SyntaxError(`${file} is no JSON: ${(error as Error).message}`);
  }
  const rows = lists[part];
  if (!Array.isArray(rows) || rows.length === 0) {
    throw new SyntaxError(
      `${file} has no list "${part}"; it has ${Object.keys(lists).join(", ")}`,
    );
  }
  return rows;
}

function cellOf(cell: string | readonly string[], where: string): string {
  const isNames = Array.isArray(cell) &&
    cell.every((name) => typeof name === "string");
  if (!isNames && typeof cell !== "string") {
    throw new SyntaxError(
      `A cell of ${where} is ${
        JSON.stringify(cell)
      }; it must be text or a list of names`,
    );
  }
  const text = isNames
    ? cell.map((name: string) => `\`${name}\``).join(", ")
    : cell as string;
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
