/** The width of the terminal; no limit where the output is no terminal. */
export function terminalWidth(): number {
  return process.stdout.columns || Number.POSITIVE_INFINITY;
}
