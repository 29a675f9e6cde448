import { describe, expect, test } from 'vitest';
import { toExactText } from '../../src/num/decimal.js';
import { ratio } from '../../src/num/ratio.js';
import type { PlanDocument } from '../../src/plan/document.js';
import { abscissaAt, neutralOfField, neutralOfMetric } from '../../src/risk/neutral.js';
import type { Writing } from '../support/base.js';
import { explainedAda, finals, REVENUE_GOAL, stakePlan } from '../support/stake-plan.js';

type Found = ReturnType<typeof neutralOfMetric>;
const told = (found: Found) => {
  if (found === undefined || !('value' in found)) return found;
  return typeof found.value === 'string' ? found.value : toExactText(found.value);
};
const ofMetric = (metric: Writing, changes: Writing = {}, period?: string) => {
  const document = stakePlan({ ...changes, metrics: { other: { level: 'company', ...metric } } });
  return told(neutralOfMetric('other', period, document as unknown as PlanDocument));
};
const ofField = (changes: Writing) =>
  told(neutralOfField('own', stakePlan(changes) as unknown as PlanDocument));
const nps = { kind: 'nps' };
const curve = [
  [30, '50%'],
  [45, '100%'],
  [60, '150%'],
];

describe('where a metric is neutral', () => {
  test('where the plan says, before everything else', () => {
    const goals = [{ metric: 'other', reads: 'value', curve }];
    expect(ofMetric({ ...nps, neutral: 40, target: 50 }, { goals })).toBe('40');
  });

  test('at its target, where it is read against target; that of the actuals where the plan has none', () => {
    const goals = [
      {
        metric: 'other',
        reads: 'achievement',
        curve: [
          ['80%', '50%'],
          ['100%', '100%'],
        ],
      },
    ];
    expect(ofMetric({ ...nps, target: 50 }, { goals })).toBe('50');
    expect(ofMetric(nps, { goals })).toEqual({ target: 'actuals' });
  });

  test('where its goal pays 100 %, also beside a gate', () => {
    const goals = [{ metric: 'other', reads: 'value', curve }];
    expect(ofMetric(nps, { goals, gates: [{ metric: 'other', atLeast: 20 }] })).toBe('45');
    expect(ofMetric({ ...nps, target: 50 }, { goals })).toBe('45');
  });

  test('of a metric that only a gate reads, where it opens', () => {
    expect(ofMetric(nps, { gates: [{ metric: 'other', reads: 'value', atLeast: 20 }] })).toBe('20');
    expect(ofMetric(nps, { gates: [{ metric: 'other', reads: 'value', within: [20, 60] }] })).toBe('20');
    // The bound does not count itself: a point beyond it opens the gate.
    expect(ofMetric(nps, { gates: [{ metric: 'other', reads: 'value', moreThan: 20 }] })).toBe('21');
    expect(
      ofMetric({ ...nps, target: 50 }, { gates: [{ metric: 'other', reads: 'value', atLeast: 20 }] }),
    ).toBe('50');
  });

  test('of a metric that only a modifier reads, where it changes nothing', () => {
    const from = { metric: 'other', reads: 'value' };
    expect(ofMetric({ kind: 'ratio' }, { modifiers: [{ from, within: ['-10%', '10%'], how: 'add' }] })).toBe(
      '0',
    );
    expect(ofMetric({ kind: 'ratio' }, { modifiers: [{ from, within: ['50%', '150%'] }] })).toBe('1');
    expect(
      ofMetric(nps, {
        modifiers: [
          {
            from,
            curve: [
              [30, '90%'],
              [50, '110%'],
            ],
          },
        ],
      }),
    ).toBe('40');
    // A payout that is added, as Cingular’s reputation was in 2005.
    expect(ofMetric({ kind: 'payout' }, { modifiers: [{ from, within: ['-10%', '10%'], how: 'add' }] })).toBe(
      '0',
    );
  });

  test('a payout decided elsewhere is neutral at 100 %', () => {
    expect(ofMetric({ kind: 'payout' }, { goals: [{ metric: 'other' }] })).toBe('1');
    expect(ofMetric({ kind: 'payout' })).toBe('1');
  });

  test('of a part of the period: its own goal, an equal part of a sum, its own target', () => {
    const goals = [
      {
        metric: 'other',
        during: 'H1',
        reads: 'value',
        curve: [
          [10, '20%'],
          [20, '100%'],
        ],
      },
      {
        metric: 'other',
        during: 'H2',
        reads: 'value',
        curve: [
          [30, '20%'],
          [40, '100%'],
        ],
      },
    ];
    expect([ofMetric(nps, { goals }, 'H1'), ofMetric(nps, { goals }, 'H2')]).toEqual(['20', '40']);
    const money = { kind: 'money', currency: 'USD', each: 'quarter', accumulates: 'sum' };
    expect(ofMetric({ ...money, target: '1000000' }, {}, 'Q1')).toBe('250000');
    expect(ofMetric({ ...money, target: { Q1: '100', Q2: '300' } }, {}, 'Q2')).toBe('300');
    expect(ofMetric({ ...money, accumulates: 'mean', target: '1000000' }, {}, 'Q1')).toBe('1000000');
  });
});

describe('where a column of people is neutral', () => {
  test('a payout of 100 %, a factor of 1, an addend of 0, the category that pays so, the bound that opens', () => {
    expect(ofField({ goals: [{ person: 'own' }] })).toBe('1');
    expect(ofField({ goals: [{ person: 'own', table: { values: { A: '150%', B: '100%' } } }] })).toBe('B');
    expect(
      ofField({
        goals: [
          {
            person: 'own',
            curve: [
              [1, '0%'],
              [5, '200%'],
            ],
          },
        ],
      }),
    ).toBe('3');
    expect(ofField({ modifiers: [{ from: { person: 'own' }, within: ['0%', '150%'] }] })).toBe('1');
    expect(ofField({ modifiers: [{ from: { person: 'own' }, within: ['-5%', '5%'], how: 'add' }] })).toBe(
      '0',
    );
    expect(ofField({ gates: [{ person: 'own', is: 'meets' }] })).toBe('meets');
    expect(ofField({ gates: [{ person: 'own', atLeast: 3 }] })).toBe('3');
    expect(
      ofField({ goals: [{ person: 'own', table: { values: { A: '150%', B: '90%' } } }] }),
    ).toBeUndefined();
    expect(ofField({})).toBeUndefined();
  });
});

describe('where a curve pays so much', () => {
  const at = (document: unknown, pays = ratio(1n), direction: 'higher' | 'lower' = 'higher') => {
    const found = abscissaAt(document as Parameters<typeof abscissaAt>[0], direction, pays);
    return found && toExactText(found);
  };

  test('on a point, between two, on the worse end of a band, or nowhere', () => {
    expect(at(curve)).toBe('45');
    expect(
      at([
        [30, '50%'],
        [60, '150%'],
      ]),
    ).toBe('45');
    expect(
      at({
        points: [
          [30, '50%'],
          [60, '150%'],
        ],
        shape: 'steps',
      }),
    ).toBeUndefined();
    expect(
      at({
        points: [
          [30, '50%'],
          [45, '100%'],
        ],
        shape: 'steps',
      }),
    ).toBe('45');
    expect(
      at([
        [30, '50%'],
        [60, '90%'],
      ]),
    ).toBeUndefined();
    expect(
      at(
        {
          bands: [
            { to: '5%', pays: '100%' },
            { from: '5%', to: '10%', pays: '50%' },
          ],
        },
        ratio(1n),
        'lower',
      ),
    ).toBe('0.05');
  });
});

test('a gate on a metric of its own is told apart from the goals', () => {
  const document = stakePlan({
    metrics: { safety: { kind: 'count', level: 'company', direction: 'lower' } },
    goals: [REVENUE_GOAL],
    gates: [{ name: 'no accidents', metric: 'safety', reads: 'value', atMost: 2 }],
  });
  const { attribution } = explainedAda(
    { document, actuals: finals({ revenue: '1100000', safety: 3 }) },
    true,
  );
  // Revenue of 110 % pays 150 %: 30,000; three accidents close everything. Revenue alone +10,000 or nothing, half of the
  // orders each; safety −20,000 or −30,000.
  expect(attribution).toMatchObject({
    ...{ atNeutral: '20000.00', award: '0.00' },
    lines: [
      { name: 'safety', amount: '-25000.00' },
      { name: 'revenue', amount: '5000.00' },
    ],
  });
});
