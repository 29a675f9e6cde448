/** A decimal numeral in groups of three digits before the point. */
export function grouped(amount: string, separator: string): string {
  const point = amount.indexOf('.');
  const end = point < 0 ? amount.length : point;
  const first = amount.startsWith('-') ? 1 : 0;
  let written = amount.slice(end);
  let at = end;
  for (; at - 3 > first; at -= 3) written = `${separator}${amount.slice(at - 3, at)}${written}`;
  return amount.slice(0, at) + written;
}

/** Thousands separators, for people: `1234567.89` is `1,234,567.89`. */
export function groupThousands(amount: string): string {
  return grouped(amount, ',');
}
