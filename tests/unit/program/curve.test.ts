import { describe, expect, test } from 'vitest';
import { ratioOfDecimal, toExactText } from '../../../src/num/decimal.js';
import { payoutAt } from '../../../src/program/curve.js';
import type { Curve } from '../../../src/program/step.js';

type Rules = Partial<Pick<Curve, 'shape' | 'below' | 'above' | 'side'>>;

/** What a curve pays, in percent: points as written by hand. */
function pays(points: readonly (readonly [number, number])[], at: string, rules: Rules = {}): string {
  const curve: Curve = {
    points: points.map(([x, y]) => [ratioOfDecimal(String(x)), ratioOfDecimal(String(y))] as const),
    shape: 'line',
    below: 'nothing',
    above: 'hold',
    side: 'right',
    ...rules,
  };
  return toExactText(payoutAt(curve, ratioOfDecimal(at)));
}

/** 80 pays 50, 100 pays 100, 120 pays 200. */
const STANDARD = [
  [80, 50],
  [100, 100],
  [120, 200],
] as const;

describe('lines, where higher is better', () => {
  test.each([
    ['79.999', '0'],
    ['80', '50'],
    ['90', '75'],
    ['100', '100'],
    ['100.01', '100.05'],
    ['120', '200'],
    ['120.001', '200'],
    ['0', '0'],
    ['-5', '0'],
  ])('at %s the standard curve pays %s', (at, expected) => {
    expect(pays(STANDARD, at)).toBe(expected);
  });

  test('a third of the way is an exact third', () => {
    expect(
      pays(
        [
          [0, 0],
          [3, 1],
        ],
        '1',
      ),
    ).toBe('1/3');
  });

  test.each([
    ['79.99', '50', 'hold'],
    ['60', '0', 'continue'],
    ['40', '-50', 'continue'],
  ] as const)('below the points, at %s, %s with %s', (at, expected, below) => {
    expect(pays(STANDARD, at, { below })).toBe(expected);
  });

  test.each([
    ['121', '0', 'nothing'],
    ['130', '250', 'continue'],
    ['1000', '200', 'hold'],
  ] as const)('above the points, at %s, %s with %s', (at, expected, above) => {
    expect(pays(STANDARD, at, { above })).toBe(expected);
  });
});

describe('jumps', () => {
  const jump = [
    [80, 0],
    [90, 10],
    [90, 50],
    [100, 100],
  ] as const;

  test.each([
    ['89.9', '9.9'],
    ['90', '50'],
    ['90.1', '50.5'],
  ])('higher is better: at %s it pays %s', (at, expected) => {
    expect(pays(jump, at)).toBe(expected);
  });

  /** Churn: 4 pays 150, up to 5 it falls to 100, from there on 50, at 6 it is 0. */
  const churn = [
    [4, 150],
    [5, 100],
    [5, 50],
    [6, 0],
  ] as const;
  const lower: Rules = { side: 'left', below: 'hold', above: 'nothing' };

  test.each([
    ['3', '150'],
    ['4', '150'],
    ['4.5', '125'],
    ['5', '100'],
    ['5.5', '25'],
    ['6', '0'],
    ['7', '0'],
  ])('lower is better: at %s it pays %s', (at, expected) => {
    expect(pays(churn, at, lower)).toBe(expected);
  });

  test('a jump at an end belongs to its better side', () => {
    expect(
      pays(
        [
          [80, 0],
          [80, 50],
          [100, 100],
        ],
        '80',
      ),
    ).toBe('50');
    expect(
      pays(
        [
          [80, 20],
          [80, 50],
          [100, 100],
        ],
        '79',
        { below: 'hold' },
      ),
    ).toBe('20');
    expect(
      pays(
        [
          [80, 50],
          [100, 100],
          [100, 120],
        ],
        '100',
      ),
    ).toBe('120');
    expect(
      pays(
        [
          [80, 50],
          [100, 100],
          [100, 120],
        ],
        '101',
      ),
    ).toBe('120');
  });
});

describe('steps', () => {
  test.each([
    ['79.9', '0'],
    ['80', '50'],
    ['99.9', '50'],
    ['100', '100'],
    ['119.9', '100'],
    ['120', '200'],
    ['500', '200'],
  ])('higher is better: at %s the step reached pays %s', (at, expected) => {
    expect(pays(STANDARD, at, { shape: 'steps' })).toBe(expected);
  });

  // Source: National Western 2010, expense ratio; TRIAL section 7: "4.90 must still pay 10".
  test.each([
    ['4.15', '22.5'],
    ['4.16', '10'],
    ['4.90', '10'],
    ['4.91', '0'],
    ['1.00', '22.5'],
    ['6.00', '0'],
  ])('lower is better: at %s the step reached pays %s', (at, expected) => {
    const rules: Rules = { shape: 'steps', side: 'left', below: 'hold', above: 'nothing' };
    expect(
      pays(
        [
          [4.15, 22.5],
          [4.9, 10],
          [5.35, 0],
        ],
        at,
        rules,
      ),
    ).toBe(expected);
  });

  test('one point is all or nothing', () => {
    expect(pays([[95.5, 100]], '95.499', { shape: 'steps' })).toBe('0');
    expect(pays([[95.5, 100]], '95.5', { shape: 'steps' })).toBe('100');
    expect(pays([[95.5, 100]], '95.5')).toBe('100');
    expect(pays([[95.5, 100]], '99', { above: 'continue' })).toBe('100');
  });
});
