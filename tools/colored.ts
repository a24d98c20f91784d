/** Whether what is printed is to have colors: on a terminal, if they are wanted. */
export function isColored(): boolean {
  return Deno.stdout.isTerminal() && !Deno.noColor;
}
