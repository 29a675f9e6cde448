/** Numbers 0 … n and how likely each is against its neighbour. */
export interface Chances {
  readonly n: number;
  /** Where to begin: at or near the likeliest number. */
  readonly start: number;
  /** The chance of k + 1 over the chance of k. */
  readonly up: (k: number) => number;
}

/** Part of the first weight below which no probability is read. */
const NEGLIGIBLE = 1e-300;

/**
 * Visits the numbers with weights proportional to their chances, from the start outward, as long as a weight matters.
 * Each follows from its neighbour, so that nothing overflows and no special function is needed; whoever sums them
 * divides by their total.
 */
export function visitChances({ n, start, up }: Chances, visit: (k: number, weight: number) => void): void {
  visit(start, 1);
  for (let [k, weight] = [start, 1]; k < n; k += 1) {
    weight *= up(k);
    if (!(weight > NEGLIGIBLE)) break;
    visit(k + 1, weight);
  }
  for (let [k, weight] = [start, 1]; k > 0; k -= 1) {
    weight /= up(k - 1);
    if (!(weight > NEGLIGIBLE)) break;
    visit(k - 1, weight);
  }
}

/** How many of n customers stay when each does so with the same chance. */
export function binomial(n: number, stays: number, leaves: number): Chances {
  return {
    n,
    start: Math.min(n, Math.floor((n + 1) * stays)),
    up: (k) => ((n - k) / (k + 1)) * (stays / leaves),
  };
}

/** How many of n customers stay when their chance is itself drawn from a beta distribution. */
export function betaBinomial(n: number, a: number, b: number): Chances {
  return {
    n,
    start: Math.round((n * a) / (a + b)),
    up: (k) => ((n - k) / (k + 1)) * ((a + k) / (b + n - k - 1)),
  };
}

/** The mean of a value over all numbers, each with its chance. */
export function meanOver(chances: Chances, value: (k: number) => number): number {
  let [weights, sum] = [0, 0];
  visitChances(chances, (k, weight) => {
    weights += weight;
    sum += weight * value(k);
  });
  return sum / weights;
}

/** Customers counted in two groups of n, of whom so many stay in all. */
export interface Split {
  readonly n: number;
  readonly stayed: number;
}

/** Weights below this part of the greatest change no digit of a mean. */
const LOST = 1e-18;

/**
 * The mean of a value over all ways in which those who stay can fall to the two groups, k of them to the first. The
 * value is the same for both groups exchanged, so that half of the ways are looked at.
 *
 * Source:   hypergeometric distribution
 */
export function meanOverSplits({ n, stayed }: Split, value: (k: number) => number): number {
  const middle = Math.ceil(stayed / 2);
  const greatest = Math.min(n, stayed);
  let [weights, sum, weight] = [0, 0, 1];
  for (let k = middle; k <= greatest && weight > LOST; k += 1) {
    // Alike on both sides, but the one in the middle has no other side.
    const counted = 2 * k === stayed ? weight / 2 : weight;
    weights += counted;
    sum += counted * value(k);
    weight *= ((stayed - k) / (k + 1)) * ((n - k) / (n - stayed + k + 1));
  }
  return sum / weights;
}
