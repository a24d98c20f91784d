/**
 * The text that `console.log` prints for its arguments.
 *
 * Hosts don't hand that text out, so it is made again: strings as they are,
 * everything else as the host's own inspector shows it, the substitutions of
 * the console standard (`%s`, `%d`, …) carried out.
 *
 * @module
 */

/**
 * Writes what a console would print.
 *
 * @param args the arguments of the call
 * @returns the text without a line break at the end
 */
export function printedText(args: readonly unknown[]): string {
  const [format, ...values] = args;
  if (typeof format !== "string" || values.length === 0) {
    return args.map(shown).join(" ");
  }
  const text = format.replace(/%[sdifoOc%]/g, (directive) => {
    if (directive === "%%") return "%";
    return values.length === 0 ? directive : substituted(directive, values);
  });
  return [text, ...values.map(shown)].join(" ");
}

function substituted(directive: string, values: unknown[]): string {
  const value = values.shift();
  switch (directive) {
    case "%c":
      return "";
    case "%d":
    case "%i":
      return typeof value === "bigint" ? String(value) : toInteger(value);
    case "%f":
      return toFloat(value);
    default:
      return shown(value);
  }
}

/** As the console standard has it: `parseInt`, and NaN for a symbol. */
function toInteger(value: unknown): string {
  return String(
    typeof value === "symbol" ? NaN : parseInt(String(value), 10),
  );
}

function toFloat(value: unknown): string {
  return String(typeof value === "symbol" ? NaN : parseFloat(String(value)));
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  return inspector()(value);
}

type Inspector = (value: unknown) => string;

/** The host's inspector, looked up at the call: not every host has one. */
function inspector(): Inspector {
  const host = globalThis as {
    Deno?: { inspect?: Inspector };
    Bun?: { inspect?: Inspector };
    process?: { getBuiltinModule?(name: string): { inspect?: Inspector } };
  };
  return host.Deno?.inspect ?? host.Bun?.inspect ??
    host.process?.getBuiltinModule?.("node:util")?.inspect ??
    plainInspect;
}

function plainInspect(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Error) return String(value);
  if (typeof value === "function") return `[Function: ${value.name}]`;
  return typeof value === "object" && value !== null
    ? asJson(value)
    : String(value);
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // circular, or with a bigint inside
  }
}
