/** A number with a comma; before a percent sign a space at which no line breaks. */
export function numberInFrench(number: string): string {
  return number.replace('.', ',').replace('%', '\u00a0%');
}

/** What the plan wrote, where it is a number or the point of a curve; names are never changed. */
export function asWritten(text: string): string {
  return text
    .split(' → ')
    .map((one) => (/^-?[\d./]+%?$/.test(one) ? numberInFrench(one) : one))
    .join(' → ');
}
