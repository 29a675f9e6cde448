/** The known word nearest to a misspelt one, when it is near enough to suggest. */
export function nearest(word: string, known: readonly string[], most?: number): string | undefined {
  if (word.length > 40) return undefined;
  const ranked = known.map((one) => ({ one, distance: editDistance(word.toLowerCase(), one.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= (most ?? Math.max(1, Math.floor(word.length / 3))) ? best.one : undefined;
}

/** Letters to insert, remove, replace or exchange with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1 ? at(i - 2, j - 2) + 1 : replaced;
      rows[i]?.push(Math.min(replaced, exchanged, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}
