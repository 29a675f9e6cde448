import { describe, expect, test } from 'vitest';
import type { PlanDocument } from '../../src/index.js';
import { formatPlanDifference, planDifferences } from '../../src/versions/index.js';
import { basePlan, type Writing } from '../support/base.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { differencesOf, gatesAt, linesOf, wordsOf } from './support.js';

/** A plan of one goal by category, whatever the categories are called. */
function rated(values: string): Writing {
  return basePlan({ goals: [{ person: 'rating', weight: 1, table: { values: JSON.parse(values) } }] });
}

const of = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('names that mean something elsewhere', () => {
  test.each([
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    ...['source', 'name', 'metric', 'money', 'atLeast', 'of', 'is', 'curve', 'values', 'floor'],
  ])('a category called %s is a category', (name) => {
    const plan = (value: string) => rated(`{"other": "10%", "${name}": "${value}"}`);
    expect(differencesOf(plan('50%'), plan('0.5'))).toEqual([]);
    expect(differencesOf(plan('50%'), plan('60%'))).toEqual([
      {
        path: ['goals', 0, 'table', 'values', name],
        part: 'goal rating',
        kind: 'changed',
        before: '50%',
        after: '60%',
        words: `goal "rating": table "${name}" 50% becomes 60%`,
      },
    ]);
    expect(wordsOf(rated('{"other": "10%"}'), plan('50%'))).toEqual([
      `goal "rating": table "${name}" 50% is new`,
    ]);
    expect(wordsOf(plan('50%'), rated('{"other": "10%"}'))).toEqual([
      `goal "rating": table "${name}" 50% is gone`,
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'source', 'name', 'sum', 'values'])(
    'a metric, term, leave or reason called %s is one',
    (name) => {
      const named = (value: unknown) => JSON.parse(`{"${name}": ${JSON.stringify(value)}}`);
      const plan = (kind: string, share: string, word: string) =>
        basePlan({
          metrics: named({ kind, level: 'team' }),
          terms: named({ sum: [{ metric: 'x' }, share] }),
          leave: named({ counts: share }),
          leavers: named(word),
        });
      expect(linesOf(plan('nps', '5%', 'forfeit'), plan('csat', '6%', 'prorate'))).toEqual([
        `metric ${name}: kind nps becomes csat`,
        `term ${name}, in sum 2: 5% becomes 6%`,
        `leave "${name}": counts 5% becomes 6%`,
        `leavers "${name}": forfeit becomes prorate`,
      ]);
      expect(linesOf(basePlan({ leavers: {} }), basePlan({ leavers: named('forfeit') }))).toEqual([
        `leavers "${name}" is new: forfeit`,
      ]);
    },
  );

  test('a part of the period called source is no clause', () => {
    const plan = (target?: Writing) => basePlan({ metrics: { nps: { kind: 'nps', level: 'team', target } } });
    expect(linesOf(plan(), plan({ source: '10' }))).toEqual(['metric nps: target "source" 10 is new']);
    expect(linesOf(plan({ source: '10' }), plan({ source: '12' }))).toEqual([
      'metric nps: target "source" 10 becomes 12',
    ]);
  });

  test('a key that only JavaScript has is no key of the plan', () => {
    expect(wordsOf(basePlan({ constructor: 'x' }), basePlan())).toEqual(['constructor x is gone']);
    expect(({} as Writing)['kind']).toBeUndefined();
  });
});

describe('texts', () => {
  test('one that looks like a sentence stays in its quotes, and no control character reaches a terminal', () => {
    const name = 'Revenue": weight 25% becomes 30%\n\u001b[2Jgoal "NPS';
    const plan = (weight: string) => basePlan({ goals: [{ name, metric: 'nps', weight }] });
    const [line] = linesOf(plan('25%'), plan('26%'));
    expect(line).toBe(
      'goal "Revenue\\": weight 25% becomes 30%\\n\\u001b[2Jgoal \\"NPS": weight 25% becomes 26%',
    );
    expect(
      formatPlanDifference({ path: [], part: 'x', kind: 'added', words: 'a\nb\u202e', source: 'c\u001b' }),
    ).toBe('a b [c ]');
  });

  test('texts that look like numbers are texts', () => {
    expect(wordsOf(basePlan({ title: '50%' }), basePlan({ title: '0.5' }))).toEqual([
      'title "50%" becomes "0.5"',
    ]);
    expect(wordsOf(basePlan({ version: 1 }), basePlan({ version: '1' }))).toEqual([]);
    expect(wordsOf(basePlan({ version: 1 }), basePlan({ version: '1.0' }))).toEqual([
      'version 1 becomes 1.0',
    ]);
    const where = (is: unknown) => basePlan({ eligibility: { where: [{ person: 'code', is }] } });
    expect(wordsOf(where('1'), where('100%'))).toEqual(['eligibility, in where code: is "1" becomes "100%"']);
    expect(wordsOf(where('1'), where(['1']))).toEqual([]);
  });

  test('numbers that are the same, however they are written', () => {
    const plan = (weight: unknown) => basePlan({ goals: [{ metric: 'nps', weight }] });
    const same = ['50%', '0.5', 0.5, '1/2', '2/4', ' 50 %', '50.00%', '0.50'];
    for (const one of same) for (const other of same) expect(wordsOf(plan(one), plan(other))).toEqual([]);
    for (const one of same) expect(wordsOf(plan(one), plan('0.500000000000000001'))).toHaveLength(1);
  });
});

describe('size', () => {
  /** Goals on each other's metrics with curves of five points, from the last to the first where turned. */
  function many(count: number, weight: string, isTurned = false): Writing {
    const goals = of(count).map((index) => ({
      name: `goal ${index}`,
      metric: `m${index % 50}`,
      weight,
      curve: of(5).map((point) => [point * 10, `${point * 25}%`]),
    }));
    return basePlan({ goals: isTurned ? goals.toReversed() : goals });
  }

  /** How long it takes, in milliseconds, at the best of three. */
  function timeOf(before: unknown, after: unknown): number {
    return Math.min(
      ...of(3).map(() => {
        const start = performance.now();
        differencesOf(before, after);
        return performance.now() - start;
      }),
    );
  }

  test('two thousand goals, all changed and turned around, are compared in well under a second', () => {
    expect(differencesOf(many(2000, '1%'), many(2000, '2%', true))).toHaveLength(2000);
    expect(timeOf(many(2000, '1%'), many(2000, '2%', true))).toBeLessThan(1500);
  });

  test('two thousand goals of which none is in the other plan, and as many gates turned around', () => {
    const renamed = many(2000, '1%')['goals'] as Writing[];
    const others = basePlan({
      goals: renamed.map((one, index) => ({ ...one, name: `o${index}`, metric: `o${index}` })),
    });
    expect(differencesOf(many(2000, '1%'), others)).toHaveLength(4000);
    expect(timeOf(many(2000, '1%'), others)).toBeLessThan(1500);
    const gates = gatesAt(...of(2000));
    const turned = { ...gates, gates: (gates['gates'] as unknown[]).toReversed() };
    expect(differencesOf(gates, turned)).toHaveLength(1999);
    expect(timeOf(gates, turned)).toBeLessThan(1500);
  });

  test('a curve of twenty thousand points, each standing elsewhere', () => {
    const plan = (shift: number) =>
      basePlan({ goals: [{ metric: 'nps', weight: 1, curve: of(20_000).map((x) => [x + shift, `${x}%`]) }] });
    expect(differencesOf(plan(0), plan(0.5))).toHaveLength(20_000);
    expect(timeOf(plan(0), plan(0.5))).toBeLessThan(3000);
  });

  test('the same nodes over and over, nested as deep as plans may be', () => {
    const nested = (depth: number, leaf: string): unknown =>
      depth === 0 ? leaf : { sum: [{ metric: 'x' }, nested(depth - 1, leaf), { metric: 'y' }] };
    const plan = (leaf: string) => basePlan({ payout: nested(30, leaf) });
    expect(differencesOf(plan('5%'), plan('6%'))).toHaveLength(1);
    expect(timeOf(plan('5%'), plan('6%'))).toBeLessThan(500);
  });
});

test('documents are only read', () => {
  const [before, after] = [basePlan(), basePlan({ version: 2, goals: [] })].map(deepFreeze) as [
    Writing,
    Writing,
  ];
  expect(planDifferences(before as unknown as PlanDocument, after as unknown as PlanDocument)).toHaveLength(
    4,
  );
});
