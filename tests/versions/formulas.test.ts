import { describe, expect, test } from 'vitest';
import { basePlan } from '../support/base.js';
import { differencesOf, wordsOf, wordsOfTerm } from './support.js';

/** Sentences without the words of the part. */
const term = (before: unknown, after: unknown) =>
  wordsOfTerm(before, after).map((words) => words.replace('term corporate', '·'));

const nps = { metric: 'nps' };
const revenue = { achievement: 'revenue' };

describe('a formula', () => {
  test('a leaf deep inside is told where it is, and nothing around it', () => {
    const formula = (cap: string) => ({ sum: [nps, { limit: { product: [revenue, '80%'] }, cap }] });
    const found = differencesOf(
      basePlan({ terms: { corporate: formula('200%') } }),
      basePlan({ terms: { corporate: formula('150%') } }),
    );
    expect(found).toEqual([
      {
        path: ['terms', 'corporate', 'sum', 1, 'cap'],
        part: 'term corporate',
        kind: 'changed',
        before: '200%',
        after: '150%',
        words: 'term corporate, in sum 2: cap 200% becomes 150%',
      },
    ]);
  });

  test('a node that has become another kind', () => {
    const curve = { curve: { of: revenue, points: [[0, 0]] } };
    const table = { table: { of: { person: 'rating' }, values: { a: 1 } } };
    expect(term({ sum: [nps, curve] }, { sum: [nps, table] })).toEqual([
      '·, in sum 2: was a curve of the achievement of revenue, is a table of rating',
    ]);
    expect(term(curve, '5%')).toEqual(['·: was a curve of the achievement of revenue, is 5%']);
    expect(term({ limit: curve, cap: 2 }, { limit: nps, cap: 2 })).toEqual([
      '·: limit was a curve of the achievement of revenue, is the metric nps',
    ]);
  });

  test.each([
    [
      'a metric',
      { metric: 'nps', during: 'Q1' },
      { metric: 'nps', during: 'Q2' },
      ['·: during Q1 becomes Q2'],
    ],
    ['against', { ...revenue, against: 'board' }, revenue, ['·: against board is gone']],
    [
      'since',
      { change: 'nps', since: 'previousPeriod' },
      { change: 'nps', since: { meanOfLast: 4 } },
      ['·: since previousPeriod becomes mean of last 4'],
    ],
    [
      'a product',
      { product: [revenue, '80%'] },
      { product: ['85%', revenue] },
      ['·, in product 1: 80% becomes 85%'],
    ],
    ['one more', { sum: [nps] }, { sum: [revenue, nps] }, ['·, in sum: the achievement of revenue is new']],
    ['one less', { mean: [nps, revenue] }, { mean: [revenue] }, ['·, in mean: the metric nps is gone']],
    [
      'a difference',
      { difference: [nps, 5] },
      { difference: [5, nps] },
      ['·, in difference 1: was the metric nps, is 5', '·, in difference 2: was 5, is the metric nps'],
    ],
    [
      'a longer difference',
      { difference: [nps, 5] },
      { difference: [nps, revenue, 5] },
      ['·, in difference: the achievement of revenue is new'],
    ],
    [
      'a choice',
      { when: { ...nps, atLeast: 40 }, then: 1, otherwise: 0 },
      { when: { ...nps, moreThan: 40 }, then: 1, otherwise: '10%' },
      ['·, in when: at least 40 becomes more than 40', '·: otherwise 0% becomes 10%'],
    ],
    [
      'conditions',
      {
        all: [
          { ...nps, atLeast: 40 },
          { person: 'onNotice', is: false },
        ],
      },
      {
        all: [
          { person: 'onNotice', is: true },
          { ...nps, atLeast: 45 },
        ],
      },
      ['·, in all 1: is false becomes true', '·, in all 2: at least 40 becomes 45'],
    ],
    [
      'so many conditions',
      { atLeastOf: 2, of: [nps, revenue] },
      { atLeastOf: 1, of: [revenue, nps] },
      ['·: at least 2 becomes 1'],
    ],
    [
      'rounding',
      { round: nps, to: '0.1%', mode: 'halfUp' },
      { round: nps, to: 0.001, mode: 'down' },
      ['·: mode halfUp becomes down'],
    ],
    [
      'proration',
      { prorated: nps, by: 'calendarDays' },
      { prorated: nps, by: '30/360' },
      ['·: by calendarDays becomes 30/360'],
    ],
    [
      'each part',
      { each: 'quarter', give: nps, weights: ['20%', '80%'] },
      { each: 'quarter', give: nps, weights: ['30%', '70%'] },
      ['·, in weights 1: 20% becomes 30%', '·, in weights 2: 80% becomes 70%'],
    ],
    [
      'peers',
      { peers: 'mean', of: nps, among: 'team' },
      { peers: 'mean', of: { metric: 'csat' }, among: 'team' },
      ['·, in what it reads: metric nps becomes csat'],
    ],
    [
      'another person',
      { result: 'own', of: { role: '1' } },
      { result: 'own', of: { role: '1.0' } },
      ['·: person "role" "1" becomes "1.0"'],
    ],
    [
      'what a curve reads',
      { curve: { of: { sum: [nps, 5] }, points: [[0, 0]] } },
      { curve: { of: { sum: [nps, 6] }, points: [[0, 0]], worse: 'hold' } },
      ['·, in what the curve reads, in sum 2: 5 becomes 6', '·: curve worse hold is new'],
    ],
    [
      'a slope',
      { curve: { of: nps, points: [[0, 0]], better: 'hold' } },
      { curve: { of: nps, points: [[0, 0]], better: { slope: 2, cap: '150%' } } },
      ['·: curve better hold becomes slope 2, cap 150%'],
    ],
    [
      'a point that is a formula',
      { curve: { of: nps, points: [[0, { limit: nps, cap: 1 }]] } },
      { curve: { of: nps, points: [[0, { limit: nps, cap: 2 }]] } },
      ['·, in curve point 0: cap 1 becomes 2'],
    ],
    [
      'a point that stands at a formula',
      { curve: { of: nps, points: [[{ meanOfTop: '80%', of: nps, among: 'team', count: 'up' }, 1]] } },
      { curve: { of: nps, points: [[{ meanOfTop: '60%', of: nps, among: 'team', count: 'up' }, 2]] } },
      [
        '·, in curve point 1, in what is read: mean of top 80% becomes 60%',
        '·, in curve point 1: 1 becomes 2',
      ],
    ],
    [
      'the name of an amount',
      { sum: [{ money: 5, name: 'a' }] },
      { sum: [{ money: 5, name: 'b' }] },
      ['·, in sum "b": name "a" becomes "b"'],
    ],
    [
      'an amount for each hour',
      { sum: [{ money: 5, currency: 'EUR', per: 'count' }] },
      { sum: [{ money: 6, currency: 'EUR', per: 'count' }] },
      ['·, in sum 1: 5 EUR per count becomes 6 EUR per count'],
    ],
    [
      'a category that is a formula',
      { table: { of: { person: 'grade' }, values: { a: { money: 500 } } } },
      { table: { of: { person: 'grade' }, values: { a: { money: '600' } } } },
      ['·: table "a" 500 in money becomes 600 in money'],
    ],
    [
      'a share of target',
      { limit: nps, cap: '200%', of: 'target' },
      { limit: nps, cap: '150%', of: 'target' },
      ['·: cap 200% of target becomes 150% of target'],
    ],
    [
      'no longer of target',
      { limit: nps, cap: 2, of: 'target' },
      { limit: nps, cap: 2 },
      ['·: cap 2 of target becomes 2'],
    ],
    ['a name', { sum: [nps], name: 'a' }, { sum: [nps], name: 'b' }, ['·: name "a" becomes "b"']],
    ['a condition', nps, { ...nps, atLeast: 40 }, ['·: at least 40 is new']],
  ])('%s', (_what, before, after, said) => {
    expect(term(before, after)).toEqual(said);
    expect(term(before, before)).toEqual([]);
  });

  test('items of a weighted sum are known by name, then by what they pay', () => {
    const item = (name: string, weight: string, payout: unknown = nps) => ({ name, weight, payout });
    const weighted = (...items: unknown[]) => ({ weighted: items });
    expect(
      term(weighted(item('a', '40%'), item('b', '60%')), weighted(item('b', '50%'), item('a', '40%'))),
    ).toEqual(['·, in weighted "b": weight 60% becomes 50%']);
    expect(term(weighted(item('a', '40%')), weighted(item('c', '40%')))).toEqual([
      '·, in weighted "c": name "a" becomes "c"',
    ]);
    expect(term(weighted(item('a', '40%')), weighted(item('c', '40%', revenue)))).toEqual([
      '·, in weighted: name "c", weight 40%, payout the achievement of revenue is new',
      '·, in weighted: name "a", weight 40%, payout the metric nps is gone',
    ]);
  });

  test('an item is the same under its name, whatever it pays now', () => {
    const weighted = (...items: unknown[]) => ({ weighted: items });
    const [a, b] = [
      { name: 'a', weight: 1, payout: nps },
      { name: 'b', weight: 1, payout: revenue },
    ];
    expect(term(weighted(a, b), weighted({ ...a, payout: revenue }, { ...b, payout: nps }))).toEqual([
      '·, in weighted "a": payout was the metric nps, is the achievement of revenue',
      '·, in weighted "b": payout was the achievement of revenue, is the metric nps',
    ]);
  });

  test('what is summed may stand anywhere, also deep inside', () => {
    const product = (...of: unknown[]) => ({ product: of });
    const before = { sum: [product(nps, '5%'), product(revenue, '6%')] };
    expect(term(before, { sum: [product('6%', revenue), product('5%', nps)] })).toEqual([]);
    expect(term({ difference: [nps, revenue] }, { difference: [revenue, nps] })).not.toEqual([]);
  });

  test('a term that is new is told in short, however much there is in it', () => {
    const deep = { sum: [{ product: [{ mean: [nps, revenue] }, '50%'] }, nps, { person: 'factor' }, '5%'] };
    expect(wordsOf(basePlan({ terms: {} }), basePlan({ terms: { corporate: deep } }))).toEqual([
      'term corporate is new: a sum of 4 parts',
    ]);
    expect(
      wordsOf(basePlan(), basePlan({ terms: { corporate: { ...nps, level: 'company', atLeast: 5 } } })),
    ).toEqual(['term corporate is new: the metric nps at least 5, level company']);
    expect(
      wordsOf(basePlan(), basePlan({ payout: { product: [{ sum: [nps, '5%'] }, { term: 'corporate' }] } })),
    ).toEqual(['payout is new: a product of a sum of 2 parts and corporate']);
  });

  test('payout and award', () => {
    const plan = (share: string) => basePlan({ payout: { product: [nps, share] } });
    expect(wordsOf(plan('80%'), plan('90%'))).toEqual(['payout, in product 2: 80% becomes 90%']);
    expect(wordsOf(basePlan({ payout: nps }), basePlan({ award: { money: 500 } }))).toEqual([
      'payout is gone: the metric nps',
      'award is new: 500 in money',
    ]);
  });

  test('the clause is the nearest one', () => {
    const plan = (cap: string) =>
      basePlan({ terms: { corporate: { source: '4', sum: [{ limit: nps, cap, source: '4.1' }, cap] } } });
    expect(differencesOf(plan('1'), plan('2')).map(({ words, source }) => [words, source])).toEqual([
      ['term corporate, in sum 1: cap 1 becomes 2', '4.1'],
      ['term corporate, in sum 2: 1 becomes 2', '4'],
    ]);
  });
});

describe('a matrix', () => {
  const axis = (of: unknown, at: unknown[]) => ({ of, at });
  const matrix = (rows: unknown[], columns: unknown[], values: unknown[][], more: object = {}) => ({
    matrix: { rows: axis(nps, rows), columns: axis(revenue, columns), values, shape: 'level', ...more },
  });
  const before = matrix(
    ['1.10', '1.15'],
    ['90%', '100%'],
    [
      ['9%', '12%'],
      ['12%', '21%'],
    ],
  );

  test('a cell', () => {
    const after = matrix(
      [1.1, 1.15],
      [0.9, 1],
      [
        ['9%', '12%'],
        ['13%', '21%'],
      ],
    );
    expect(term(before, after)).toEqual(['·: matrix cell [1.15, 0.9] 12% becomes 13%']);
  });

  test('a line that is new or gone is told with its cells, and the others stay what they are', () => {
    const after = matrix(
      ['1.10', '1.12', '1.15'],
      ['90%', '100%'],
      [
        ['9%', '12%'],
        ['10%', '15%'],
        ['12%', '22%'],
      ],
    );
    expect(term(before, after)).toEqual([
      '·: matrix row 1.12 with [10%, 15%] is new',
      '·: matrix cell [1.15, 100%] 21% becomes 22%',
    ]);
    expect(term(before, matrix(['1.10', '1.15'], ['100%'], [['12%'], ['21%']]))).toEqual([
      '·: matrix column 90% with [9%, 12%] is gone',
    ]);
  });

  test('a line that stands elsewhere, the shape, and what is read', () => {
    const after = matrix(
      ['1.10', '1.20'],
      ['90%', '100%'],
      [
        ['9%', '12%'],
        ['12%', '21%'],
      ],
      { shape: 'line' },
    );
    expect(term(before, after)).toEqual([
      '·: matrix shape level becomes line',
      '·: matrix row 1.15 becomes 1.20',
    ]);
    const read = { matrix: { ...before.matrix, rows: { ...before.matrix.rows, of: { metric: 'csat' } } } };
    expect(term(before, read)).toEqual(['·, in matrix rows, in what it reads: metric nps becomes csat']);
  });
});
