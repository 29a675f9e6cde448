import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../src/num/decimal.js';
import { compare, higher, lower, type Ratio, ratio } from '../../src/num/ratio.js';
import { payoutAt } from '../../src/program/curve.js';
import type { Curve, OutsideRule } from '../../src/program/step.js';
import { curveOver, type Range } from '../../src/risk/range.js';

// Brute force: what the curve itself pays at every number of a fine grid, against what is told of the whole range.

const quarter = (quarters: number): Ratio => ratio(quarters, 4);
const told = ({ low, high }: Range) => [low && toExactText(low), high && toExactText(high)];

const shapes = fc.constantFrom<Curve['shape']>('line', 'line', 'steps', 'slices');
const sides = fc.constantFrom<Curve['side']>('right', 'left');

/** Up to four points on whole numbers from −3 to 6; now and then two on one. Payouts of either sign. */
const points = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: -4, max: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.toSorted(([a], [b]) => a - b).map(([x, y]) => [ratio(x), quarter(2 * y)] as const));

/** A slope or steps of either sign, with and without an end. */
const outside = (end: Ratio, way: 1 | -1): fc.Arbitrary<OutsideRule> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<OutsideRule>('nothing', 'hold', 'continue') },
    {
      weight: 3,
      arbitrary: fc
        .record(
          {
            slope: fc.constantFrom(quarter(2), quarter(1), ratio(2n), ratio(0n), quarter(-2)),
            until: fc.constantFrom(1, 3).map((far) => ratio(end.n + BigInt(way * far))),
            cap: fc.constantFrom(ratio(4n), quarter(5)),
          },
          { requiredKeys: ['slope'] },
        )
        .map((rule): OutsideRule => rule),
    },
    {
      weight: 2,
      arbitrary: fc
        .record(
          {
            each: fc.constantFrom(quarter(1), quarter(6)),
            add: fc.constantFrom(quarter(1), quarter(2), ratio(0n), quarter(-1)),
            cap: fc.constantFrom(ratio(4n), quarter(5)),
          },
          { requiredKeys: ['each', 'add'] },
        )
        .map((rule): OutsideRule => rule),
    },
  );

const curves: fc.Arbitrary<Curve> = fc.tuple(points, shapes, sides).chain(([all, shape, side]) => {
  const [first, last] = [all[0]?.[0] as Ratio, all.at(-1)?.[0] as Ratio];
  return fc
    .record({ below: outside(first, -1), above: outside(last, 1) })
    .map((rules): Curve => ({ points: all, shape, side, ...rules }));
});

const ends = fc
  .tuple(
    fc.integer({ min: -24, max: 36 }),
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom('', '', 'low', 'high', 'both'),
  )
  .map(
    ([low, width, open]): Range => ({
      low: open === 'low' || open === 'both' ? undefined : quarter(low),
      high: open === 'high' || open === 'both' ? undefined : quarter(low + width),
    }),
  );

/** By eighths from −6 to 19, and very far where an end is open. */
function within({ low, high }: Range): Ratio[] {
  const grid = Array.from({ length: 201 }, (_, index) => ratio(index - 48, 8));
  const far = [ratio(-1_000_000n), ratio(1_000_000n)];
  return [...grid, ...far].filter((x) => (!low || compare(x, low) >= 0) && (!high || compare(x, high) <= 0));
}

const paid = (curve: Curve, range: Range) => within(range).map((x) => payoutAt(curve, x));
const shown = (curve: Curve) =>
  JSON.stringify(curve, (_key, value) =>
    value && typeof value === 'object' && 'd' in value ? toExactText(value as Ratio) : value,
  );

describe('what a curve pays over a range', () => {
  test('nothing outside of it is ever paid', () => {
    fc.assert(
      fc.property(curves, ends, (curve, range) => {
        const { low, high } = curveOver(curve, range);
        const beyond = paid(curve, range).filter(
          (pays) => (low && compare(pays, low) < 0) || (high && compare(pays, high) > 0),
        );
        expect(
          beyond.map(toExactText),
          `${shown(curve)} over ${told(range)}: ${told({ low, high })}`,
        ).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('an end is open only where payouts have no end', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const { low, high } = curveOver(curve, { low: undefined, high: undefined });
        const all = paid(curve, { low: undefined, high: undefined });
        if (!high) expect(compare(all.reduce(higher), ratio(80n)) > 0, shown(curve)).toBe(true);
        if (!low) expect(compare(all.reduce(lower), ratio(-80n)) < 0, shown(curve)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a line over its points the least and the greatest are paid', () => {
    fc.assert(
      fc.property(points, sides, (all, side) => {
        const curve: Curve = { points: all, shape: 'line', side, below: 'hold', above: 'hold' };
        const [first, last] = [all[0]?.[0] as Ratio, all.at(-1)?.[0] as Ratio];
        const found = curveOver(curve, { low: first, high: last });
        const onJump = all.some(([x], index) => index > 0 && compare(x, all[index - 1]?.[0] as Ratio) === 0);
        const payouts = paid(curve, { low: first, high: last });
        if (!onJump)
          expect(told(found)).toEqual([payouts.reduce(lower), payouts.reduce(higher)].map(toExactText));
      }),
    );
  });
});

describe('by hand', () => {
  const pay = (text: string) => ratio(BigInt(text.replace('%', '')), 100n);
  const curve = (all: readonly (readonly [string, string])[], rules: Partial<Curve> = {}): Curve => ({
    points: all.map(([x, y]) => [pay(x), pay(y)] as const),
    shape: 'line',
    side: 'right',
    below: 'nothing',
    above: 'hold',
    ...rules,
  });
  const usual = [
    ['80%', '50%'],
    ['100%', '100%'],
    ['120%', '200%'],
  ] as const;
  const anything: Range = { low: undefined, high: undefined };
  const over = (one: Curve, low?: string, high?: string) =>
    told(
      curveOver(one, {
        low: low === undefined ? undefined : pay(low),
        high: high === undefined ? undefined : pay(high),
      }),
    );

  test('80 % → 50 %, 100 % → 100 %, 120 % → 200 %: nothing to 200 % of whatever is reached', () => {
    expect(over(curve(usual))).toEqual(['0', '2']);
    // From 90 % (75 %) to 110 % (150 %).
    expect(over(curve(usual), '90%', '110%')).toEqual(['0.75', '1.5']);
    expect(over(curve(usual), '0%', '79%')).toEqual(['0', '0']);
    expect(over(curve(usual), '130%')).toEqual(['2', '2']);
  });

  test('on along the last slope there is no end; with a cap there is', () => {
    expect(over(curve(usual, { above: 'continue' }))).toEqual(['0', undefined]);
    // 5 points for every point beyond 120 %: until 140 % that is 200 % + 20 × 5 % = 300 %.
    const slope = ratio(5n);
    expect(over(curve(usual, { above: { slope } }))).toEqual(['0', undefined]);
    expect(over(curve(usual, { above: { slope, until: pay('140%') } }))).toEqual(['0', '3']);
    expect(over(curve(usual, { above: { slope, cap: pay('250%') } }))).toEqual(['0', '2.5']);
    // Up to 130 % it reaches the cap, too: 200 % + 10 × 5 % = 250 %.
    expect(over(curve(usual, { above: { slope, cap: pay('260%') } }), '0%', '130%')).toEqual(['0', '2.5']);
  });

  test('a slope of nothing, and one that takes, do not raise what is paid', () => {
    expect(over(curve(usual, { above: { slope: ratio(0n) } }))).toEqual(['0', '2']);
    expect(over(curve(usual, { above: { slope: ratio(-1n) } }))).toEqual([undefined, '2']);
  });

  test('steps that go on: 5 % more for every full 10 points', () => {
    const above = { each: pay('10%'), add: pay('5%') };
    const steps = curve(usual, { shape: 'steps', above });
    expect(over(steps)).toEqual(['0', undefined]);
    // At 149 % two full steps beyond 120 %: 210 %.
    expect(over(steps, '100%', '149%')).toEqual(['1', '2.1']);
    // Towards worse begun steps are taken off: at 75 % one of 5 %, so 45 %.
    expect(over(curve(usual, { shape: 'steps', below: above }), '75%', '85%')).toEqual(['0.45', '0.5']);
  });

  test('a jump pays what lies just beside it', () => {
    const jump = curve([
      ['90%', '0%'],
      ['100%', '50%'],
      ['100%', '100%'],
      ['110%', '120%'],
    ]);
    // Just below 100 % it pays 50 %, which 99 % to 100 % comes near: 45 % (at 99 %) to 100 %.
    expect(over(jump, '99%', '100%')).toEqual(['0.45', '1']);
    expect(over(jump)).toEqual(['0', '1.2']);
  });

  test('lower is better: churn of nothing pays most, and 100 % nothing', () => {
    const churn = curve(
      [
        ['5%', '150%'],
        ['10%', '100%'],
        ['15%', '50%'],
      ],
      { side: 'left', below: 'hold', above: 'nothing' },
    );
    expect(over(churn, '0%', '100%')).toEqual(['0', '1.5']);
    expect(over(churn, '6%', '12%')).toEqual(['0.8', '1.4']);
    // 3 points more for every point below 5 %: at 0 % 150 % + 15 %.
    expect(over({ ...churn, below: { slope: ratio(3n) } }, '0%', '100%')).toEqual(['0', '1.65']);
    expect(over({ ...churn, below: { slope: ratio(3n) } })).toEqual(['0', undefined]);
  });

  test('slices: 2 % of what lies over 100, 5 % of what lies over 200', () => {
    const slices: Curve = {
      points: [
        [ratio(100n), pay('2%')],
        [ratio(200n), pay('5%')],
      ],
      shape: 'slices',
      side: 'right',
      below: 'nothing',
      above: 'hold',
    };
    // 2 % of 100 and 5 % of 100.
    expect(told(curveOver(slices, { low: ratio(0n), high: ratio(300n) }))).toEqual(['0', '7']);
    expect(told(curveOver(slices, anything))).toEqual(['0', undefined]);
    const ended = { ...slices, points: [...slices.points, [ratio(400n), ratio(0n)] as const] };
    expect(told(curveOver(ended, anything))).toEqual(['0', '12']);
  });
});
