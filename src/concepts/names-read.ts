/**
 * The names that formulas read under some keys, such as the metrics of `metric` and `achievement`: found in one walk of
 * the document.
 */
export function namesRead(document: unknown, keys: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && keys.has(key)) names.add(inner);
      else waiting.push(inner);
    }
  }
  return names;
}
