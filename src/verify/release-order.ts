/**
 * Whether a release is newer than another: numbers from left to right; before 2.0.0 comes 2.0.0-rc.1.
 *
 * Source:   Semantic Versioning 2.0.0, 11; suffixes of one version are compared as text
 */
export function isNewer(one: string, other: string): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (const [index, number] of left.numbers.entries()) {
    const against = right.numbers[index] ?? 0;
    if (number !== against) return number > against;
  }
  if (left.suffix === '' || right.suffix === '') return left.suffix === '' && right.suffix !== '';
  return left.suffix > right.suffix;
}

function partsOf(release: string) {
  const dash = release.indexOf('-');
  const numbers = (dash < 0 ? release : release.slice(0, dash)).split('.').map(Number);
  return { numbers, suffix: dash < 0 ? '' : release.slice(dash + 1) };
}
