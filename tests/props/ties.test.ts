import { Decimal as SharedDecimal } from 'decimal.js';
import { describe, expect, test, vi } from 'vitest';
import { calculate, type Plan } from '../../src/index.js';
import { actualsOf, peopleOf, type Writing } from '../support/base.js';
import { type Piece, seeded, thousandths, tieActuals, tiePerson, tiePlan } from '../support/tie-plan.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

/** A person whose award lies exactly between two cents: `lower` is the cent below it, toward −∞. */
interface Tie {
  readonly row: Writing;
  readonly pieces: readonly Piece[];
  readonly lower: number;
}

/** Exact half cents: the thousandths of a dollar end in 5. */
function positiveTies(count: number, seed: number): Tie[] {
  const next = seeded(seed);
  const ties: Tie[] = [];
  while (ties.length < count) {
    const first = { m: next(1, 80), d: next(1, 180), j: next(1, 300), k: next(1, 6) };
    const second = { m: next(1, 80), d: next(1, 180), j: next(1, 300), k: next(1, 6) };
    const pieces = next(0, 3) === 0 ? [first, second] : [first];
    const sum = pieces.reduce((total, piece) => total + thousandths(piece), 0);
    if (sum % 10 !== 5) continue;
    ties.push({ row: tiePerson(`e-${ties.length}`, pieces), pieces, lower: (sum - 5) / 10 });
  }
  return ties;
}

/** With −150 % added to k sevenths and m even: m/2 × d × j × (2k − 21) thousandths, always below zero. */
function negativeTies(count: number, seed: number): Tie[] {
  const next = seeded(seed);
  const ties: Tie[] = [];
  while (ties.length < count) {
    const piece = { m: 2 * next(1, 40), d: next(1, 180), j: next(1, 300), k: next(1, 6) };
    const sum = (piece.m / 2) * piece.d * piece.j * (2 * piece.k - 21);
    if (Math.abs(sum % 10) !== 5) continue;
    const row = tiePerson(`n-${ties.length}`, [piece], '-150%');
    ties.push({ row, pieces: [piece], lower: (sum - 5) / 10 });
  }
  return ties;
}

/** How many awards are not the cent that is expected. */
function lost(plan: Plan, ties: readonly Tie[], cents: (tie: Tie) => number): number {
  const data = { people: peopleOf(ties.map((tie) => tie.row)), actuals: actualsOf(tieActuals) };
  const { awards } = calculate([plan], data, { asOf: '2027-01-31' });
  expect(awards.length).toBe(ties.length);
  return awards.filter((award, index) => award.amount !== text(cents(ties[index] as Tie))).length;
}

function text(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const upper = ({ lower }: Tie) => lower + 1;
const lower = (tie: Tie) => tie.lower;
const even = (tie: Tie) => (tie.lower % 2 === 0 ? tie.lower : tie.lower + 1);

describe('exact half cents', () => {
  test.each([1, 2, 3, 4])('25,000 prorated awards go up by a half cent, none is lost (part %i)', (seed) => {
    const own = { positive: positiveTies(20_000, seed), negative: negativeTies(5_000, seed) };
    expect(lost(tiePlan('halfUp'), own.positive, upper)).toBe(0);
    expect(lost(tiePlan('halfUp', true), own.negative, lower)).toBe(0);
  });

  test.each([
    ['halfEven', even, even],
    ['halfDown', lower, upper],
    ['up', upper, lower],
    ['down', lower, upper],
    ['floor', lower, lower],
    ['ceiling', upper, upper],
  ] as const)('%s settles each of 4,000 on its cent, above and below zero', (mode, above, below) => {
    expect(lost(tiePlan(mode), positiveTies(2_000, 7), above)).toBe(0);
    expect(lost(tiePlan(mode, true), negativeTies(2_000, 7), below)).toBe(0);
  });

  test('decimals of 40 digits that divide first lose some: this test can fail', () => {
    const Decimal = SharedDecimal.clone({ precision: 40, rounding: SharedDecimal.ROUND_HALF_UP });
    const naive = ({ pieces }: Tie) => {
      const amounts = pieces.map(({ m, d, j, k }) =>
        new Decimal(d)
          .div(365)
          .times(new Decimal(k).div(7))
          .times(365 * 7 * m)
          .times(j)
          .div(1000),
      );
      return Number(
        Decimal.sum(...amounts)
          .times(100)
          .toDecimalPlaces(0)
          .toString(),
      );
    };
    const ties = positiveTies(5_000, 1);
    const wrong = ties.filter((tie) => naive(tie) !== upper(tie)).length;
    expect(wrong).toBeGreaterThan(100);
    expect(wrong).toBeLessThan(ties.length);
  });
});
