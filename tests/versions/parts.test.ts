import { describe, expect, test } from 'vitest';
import { baseGoals, basePlan, type Writing } from '../support/base.js';
import { differencesOf, linesOf, wordsOf, wordsOfKeys } from './support.js';

const target = { percent: '10%', of: 'salary' };
const RULE = { to: '0.1%', mode: 'halfUp' };

/** What a plan had under its keys, what it has, and what is said of it. */
const cases: readonly (readonly [what: string, before: Writing, after: Writing, said: readonly string[]])[] =
  [
    ['version', { version: 3 }, { version: 4 }, ['version 3 becomes 4']],
    ['plan', { plan: 'a' }, { plan: 'b' }, ['plan "a" becomes "b"']],
    ['title', { title: 'A' }, { title: 'B' }, ['title "A" becomes "B"']],
    ['a new title', {}, { title: 'B' }, ['title "B" is new']],
    ['a title that is gone', { title: 'A' }, {}, ['title "A" is gone']],
    ['source', { source: 'Plan, 4' }, { source: 'Plan, 5' }, ['source "Plan, 4" becomes "Plan, 5"']],
    ['currency', { currency: 'EUR' }, { currency: 'USD' }, ['currency EUR becomes USD']],
    [
      'period',
      { period: { start: '2026-01-01', end: '2026-12-31' } },
      { period: { start: '2026-01-01', end: '2026-12-27', years: 1 } },
      ['period: end 2026-12-31 becomes 2026-12-27', 'period: years 1 is new'],
    ],
    ['named parts', { periods: 'quarters' }, { periods: 'halves' }, ['periods quarters becomes halves']],
    [
      'one named part',
      { periods: { Q1: { start: '2026-01-01', end: '2026-03-31' } } },
      { periods: { Q1: { start: '2026-01-01', end: '2026-03-28' } } },
      ['part of the period Q1: end 2026-03-31 becomes 2026-03-28'],
    ],
    ['payment', {}, { payment: { date: '2027-03-15' } }, ['payment: date 2027-03-15 is new']],
    [
      'a calendar',
      { calendars: { standard: { week: [1, 1, 1, 1, 1, 0, 0], days: { '2026-12-24': '0.5' } } } },
      { calendars: { standard: { week: [1, 1, 1, 1, 1, '0.5', 0], days: { '2026-12-24': 1 } } } },
      [
        'calendar standard, in week Saturday: 0 becomes 0.5',
        'calendar standard: days "2026-12-24" 0.5 becomes 1',
      ],
    ],
    [
      'eligibility',
      { eligibility: { employedAt: 'periodEnd', minimumService: { days: 90 } } },
      { eligibility: { minimumService: { days: 60 }, hiredBy: '2026-09-30' } },
      [
        'eligibility, in minimum service: days 90 becomes 60',
        'eligibility: hired by 2026-09-30 is new',
        'eligibility: employed at periodEnd is gone',
      ],
    ],
    [
      'the population',
      {
        eligibility: {
          where: [
            { person: 'country', is: 'FR' },
            { person: 'grade', atLeast: 5 },
          ],
        },
      },
      {
        eligibility: {
          where: [
            { person: 'grade', atLeast: 6 },
            { person: 'country', is: ['FR', 'BE'] },
          ],
        },
      },
      [
        'eligibility, in where grade: at least 5 becomes 6',
        'eligibility, in where country: category "BE" is new',
      ],
    ],
    [
      'a rule of the population',
      { eligibility: { where: [{ person: 'country', is: 'FR' }] } },
      { eligibility: { where: [{ person: 'grade', isNot: 'T' }] } },
      [
        'eligibility, in where: the column grade is not "T" is new',
        'eligibility, in where: the column country is "FR" is gone',
      ],
    ],
    [
      'plans that exclude each other',
      { eligibility: { notWith: ['a', 'b'] } },
      { eligibility: { notWith: ['c', 'a'] } },
      ['eligibility: not with "b" becomes "c"'],
    ],
    [
      'target percent',
      { target: { ...target, percent: '10%' } },
      { target: { ...target, percent: '12.5%' } },
      ['target: percent 10% becomes 12.5%'],
    ],
    [
      'a ladder of overrides',
      {
        target: {
          ...target,
          percent: { person: 'own', otherwise: { by: 'grade', values: { G5: '8%', G6: '9%' } } },
        },
      },
      {
        target: {
          ...target,
          percent: { person: 'own', otherwise: { by: 'grade', values: { G6: '9%', G5: '10%', G7: '11%' } } },
        },
      },
      [
        'target, in percent, in otherwise: value "G5" 8% becomes 10%',
        'target, in percent, in otherwise: value "G7" 11% is new',
      ],
    ],
    [
      'the basis',
      { target: { ...target, of: 'salary' } },
      { target: { ...target, of: { earnings: ['base', 'overtime'] } } },
      ['target: basis was salary, is the earnings "base", "overtime"'],
    ],
    [
      'codes of pay, which are texts',
      { target: { ...target, of: { earnings: ['0100', '200'] } } },
      { target: { ...target, of: { earnings: ['200', '100'] } } },
      ['target, in basis: earnings "0100" becomes "100"'],
    ],
    [
      'proration',
      { target: { ...target, prorate: 'calendarDays' } },
      { target: { ...target, prorate: { wholeMonths: { startBy: 15, endFrom: 16 } } } },
      ['target: proration was calendarDays, is whole months with start by 15, end from 16'],
    ],
    [
      'a table of days',
      {
        target: {
          ...target,
          prorate: {
            table: [
              [90, '50%'],
              [180, '100%'],
            ],
          },
        },
      },
      {
        target: {
          ...target,
          prorate: {
            table: [
              [60, '25%'],
              [90, '50%'],
              [200, '100%'],
            ],
          },
        },
      },
      [
        'target, in proration: table row [60, 25%] is new',
        'target, in proration: table row [180, 100%] becomes [200, 100%]',
      ],
    ],
    [
      'percent to an amount',
      { target },
      { target: { amount: { money: 5000, currency: 'EUR' } } },
      ['target: amount 5,000 EUR is new', 'target: percent 10% is gone', 'target: basis salary is gone'],
    ],
    [
      'goal limits',
      { limits: { goal: { cap: '150%' } } },
      { limits: { goal: { cap: '175%', floor: 0 } } },
      ['limits of every goal: cap 150% becomes 175%', 'limits of every goal: floor 0 is new'],
    ],
    [
      'award limits that are gone',
      { limits: { award: { cap: '200%', of: 'target' } } },
      {},
      ['limits of the award: cap 200% of target is gone'],
    ],
    [
      'a share of target to money',
      { limits: { award: { cap: '200%', of: 'target' } } },
      { limits: { award: { cap: { money: '2500.00', currency: 'EUR' } } } },
      ['limits of the award: cap 200% of target becomes 2,500.00 EUR'],
    ],
    [
      'money',
      { limits: { award: { cap: { money: 2500 } } } },
      { limits: { award: { cap: { money: 3000 } } } },
      ['limits of the award: cap 2,500 in money becomes 3,000 in money'],
    ],
    [
      'the clause of limits',
      { limits: { source: '4.1', payout: { cap: 2 } } },
      { limits: { source: '4.2', payout: { cap: 2 } } },
      ['limits: source "4.1" becomes "4.2"'],
    ],
    [
      'risk',
      { risk: { paidAnyway: '30%', survives: { leaving: false } } },
      { risk: { atLeast: '30%', survives: { leaving: true } } },
      [
        'risk: at least 30% is new',
        'risk, in survives: leaving false becomes true',
        'risk: paid anyway 30% is gone',
      ],
    ],
    [
      'rounding',
      { rounding: { goal: RULE, achievement: RULE } },
      { rounding: { goal: { ...RULE, mode: 'down' }, award: { to: 'currency', mode: 'halfEven' } } },
      [
        'rounding of every goal: mode halfUp becomes down',
        'rounding of the award is new: to currency, mode halfEven',
        'rounding of every achievement is gone: to 0.1%, mode halfUp',
      ],
    ],
    [
      'leave',
      { leave: { parental: { counts: '0%' }, sick: { counts: '50%' } } },
      { leave: { sick: { counts: '50%', fromDay: 31 }, unpaid: { counts: '0%' } } },
      [
        'leave "sick": from day 31 is new',
        'leave "unpaid" is new: counts 0%',
        'leave "parental" is gone: counts 0%',
      ],
    ],
    [
      'leavers',
      { leavers: { retirement: 'prorate', death: 'payTarget' } },
      { leavers: { retirement: { days: 'served', results: 'target' }, death: 'payActual' } },
      [
        'leavers "retirement": prorate becomes days served, results target',
        'leavers "death": payTarget becomes payActual',
      ],
    ],
    [
      'a key that nobody knows yet',
      { pool: { share: '5%', per: { team: 1 } } },
      { pool: { share: '6%', per: { team: 2 } } },
      ['pool: share 5% becomes 6%', 'pool, in per: team 1 becomes 2'],
    ],
  ];

describe('each part of a plan', () => {
  test.each(cases.map(([what, ...rest]) => [what, rest] as const))('%s', (_what, [before, after, said]) => {
    expect(wordsOfKeys(before, after)).toEqual(said);
  });

  test('a metric', () => {
    const metrics = { revenue: { kind: 'money', currency: 'USD', level: 'company', target: 120_000_000 } };
    const after = { revenue: { ...metrics.revenue, target: '130000000', title: 'Revenue' } };
    expect(wordsOfKeys({ metrics }, { metrics: after })).toEqual([
      'metric revenue: target 120,000,000 becomes 130,000,000',
      'metric revenue: title "Revenue" is new',
    ]);
    const nps = { nps: { kind: 'nps', level: 'team' } };
    expect(wordsOfKeys({ metrics }, { metrics: nps })).toEqual([
      'metric nps is new: kind nps, level team',
      'metric revenue is gone: kind money, currency USD, level company, target 120,000,000',
    ]);
  });

  test('targets of parts of the period, and several of them', () => {
    const metric = (changes: Writing) => ({ metrics: { nps: { kind: 'nps', level: 'team', ...changes } } });
    expect(
      wordsOfKeys(metric({ target: { Q1: 10, Q2: 12 } }), metric({ target: { Q2: 13, Q1: '10.0' } })),
    ).toEqual(['metric nps: target "Q2" 12 becomes 13']);
    expect(
      wordsOfKeys(
        metric({ targets: { board: { Q1: 1 }, sales: 40 } }),
        metric({ targets: { board: { Q1: 2 }, sales: 45 } }),
      ),
    ).toEqual(['metric nps: targets "board" "Q1" 1 becomes 2', 'metric nps: targets "sales" 40 becomes 45']);
  });

  test('the plan itself says nothing about editors', () => {
    expect(wordsOfKeys({ $schema: './a.json' }, { $schema: './b.json' })).toEqual([]);
  });

  test("amounts without a currency are in the plan's, and change with it", () => {
    const capped = (currency: string, cap: Writing) =>
      basePlan({ currency, limits: { award: { cap } }, leavers: { money: 'forfeit' } });
    expect(
      wordsOf(capped('EUR', { money: 2500 }), capped('EUR', { money: '2500.00', currency: 'EUR' })),
    ).toEqual([]);
    expect(wordsOf(capped('EUR', { money: 2500 }), capped('EUR', { money: 3000 }))).toEqual([
      'limits of the award: cap 2,500 EUR becomes 3,000 EUR',
    ]);
    expect(wordsOf(capped('EUR', { money: 2500 }), capped('USD', { money: 2500 }))).toEqual([
      'currency EUR becomes USD',
      'limits of the award: cap 2,500 EUR becomes 2,500 USD',
    ]);
  });

  test('a part that only the other plan has the values of is told the other way', () => {
    expect(wordsOf(basePlan({ title: 'B' }), basePlan())).toEqual(['title "B" is gone']);
  });
});

describe('goals', () => {
  const retention = (changes: Writing) =>
    basePlan({ goals: baseGoals({}, {}, { name: 'Customer retention', ...changes }) });
  const differ = (changes: Writing) => wordsOf(retention({}), retention(changes));

  test('a weight', () => {
    expect(differencesOf(retention({}), retention({ weight: '35%', source: 'Section 3.2' }))).toEqual([
      {
        path: ['goals', 2, 'weight'],
        part: 'goal Customer retention',
        kind: 'changed',
        before: '30%',
        after: '35%',
        words: 'goal "Customer retention": weight 30% becomes 35%',
        source: 'Section 3.2',
      },
      {
        path: ['goals', 2, 'source'],
        part: 'goal Customer retention',
        kind: 'added',
        after: '"Section 3.2"',
        words: 'goal "Customer retention": source "Section 3.2" is new',
      },
    ]);
  });

  test('as one line each, with the clause', () => {
    expect(linesOf(retention({ source: '3.2' }), retention({ source: '3.2', weight: '35%' }))).toEqual([
      'goal "Customer retention": weight 30% becomes 35% [3.2]',
    ]);
  });

  test('a number in percent beside one that is not is told in percent', () => {
    expect(differ({ weight: 0.35 })).toEqual(['goal "Customer retention": weight 30% becomes 35%']);
    expect(differ({ weight: '1/3' })).toEqual(['goal "Customer retention": weight 30% becomes 1/3']);
  });

  test('what is read, floor and cap', () => {
    expect(differ({ reads: 'achievement', floor: '0%', cap: '150%' })).toEqual([
      'goal "Customer retention": reads value becomes achievement',
      'goal "Customer retention": floor 0% is new',
      'goal "Customer retention": cap 150% is new',
    ]);
  });

  test('a goal that is new, and one that is gone', () => {
    const [revenue, nps, third] = baseGoals();
    const after = basePlan({
      goals: [revenue, third, { person: 'rating', weight: '30%', table: { values: { a: '100%', b: 0 } } }],
    });
    const found = differencesOf(basePlan({ goals: [revenue, nps, third] }), after);
    expect(found.map(({ path, words }) => [path, words])).toEqual([
      [['goals', 2], 'goal "rating" is new: column rating, weight 30%, table "a" 100%, "b" 0'],
      [['goals', 1], 'goal "nps" is gone: metric nps, weight 30%, curve [30, 50%], [45, 100%], [60, 150%]'],
    ]);
  });

  test('a renamed goal is the same where it reads the same', () => {
    expect(wordsOf(retention({}), retention({ name: 'Customers kept' }))).toEqual([
      'goal "Customers kept": name "Customer retention" becomes "Customers kept"',
    ]);
    expect(wordsOf(retention({}), retention({ name: undefined }))).toEqual([
      'goal "retention": name "Customer retention" is gone',
    ]);
  });

  test('of renamed goals on one metric each is found by the part of the period it reads', () => {
    const goal = (name: string, during: string) => ({ name, metric: 'nps', during, weight: '50%' });
    const before = basePlan({ goals: [goal('a', 'Q1'), goal('b', 'Q2')] });
    expect(wordsOf(before, basePlan({ goals: [goal('d', 'Q2'), goal('c', 'Q1')] }))).toEqual([
      'goal "d": name "b" becomes "d"',
      'goal "c": name "a" becomes "c"',
    ]);
  });

  test('a reason is text', () => {
    expect(differ({ neutralised: '1' })).toEqual(['goal "Customer retention": neutralised "1" is new']);
    expect(wordsOf(retention({ neutralised: '1' }), retention({ neutralised: '1.0' }))).toHaveLength(1);
  });

  test('a goal is known by the title of its metric, and a new title makes it no other goal', () => {
    const plan = (title: string, weight: string) =>
      basePlan({
        metrics: { nps: { kind: 'nps', level: 'team', title } },
        goals: [{ metric: 'nps', weight }],
      });
    expect(wordsOf(plan('Score', '100%'), plan('Recommendation', '90%'))).toEqual([
      'metric nps: title "Score" becomes "Recommendation"',
      'goal "Recommendation": weight 100% becomes 90%',
    ]);
  });

  test('a goal that reads something else under its old name', () => {
    expect(differ({ metric: 'nps' })).toEqual(['goal "Customer retention": metric retention becomes nps']);
    expect(differ({ metric: undefined, person: 'kept' })).toEqual([
      'goal "Customer retention": column kept is new',
      'goal "Customer retention": metric retention is gone',
    ]);
  });

  test('the categories of a table', () => {
    const rated = (values: Writing, more: Writing = {}) =>
      basePlan({ goals: [{ person: 'rating', weight: 1, table: { values, ...more } }] });
    expect(
      wordsOf(
        rated({ meets: '100%', below: '0%' }),
        rated({ meets: '105%', exceeds: '125%' }, { otherwise: 0 }),
      ),
    ).toEqual([
      'goal "rating": table "meets" 100% becomes 105%',
      'goal "rating": table "exceeds" 125% is new',
      'goal "rating": table "below" 0% is gone',
      'goal "rating": table otherwise 0 is new',
    ]);
  });

  test('a table in place of a curve', () => {
    expect(differ({ curve: undefined, table: { values: { a: 1 } } })).toEqual([
      'goal "Customer retention": table "a" 1 is new',
      'goal "Customer retention": curve [85%, 50%], [90%, 100%], [95%, 150%] is gone',
    ]);
  });
});

describe('gates', () => {
  const gated = (...gates: Writing[]) => basePlan({ gates });
  const savings = { name: 'Savings', metric: 'savings', atLeast: 0 };

  test('one that is new, with what it reads and closes', () => {
    const found = differencesOf(basePlan(), gated({ ...savings, source: 'Section 4' }));
    expect(found).toEqual([
      {
        path: ['gates', 0],
        part: 'gate Savings',
        kind: 'added',
        after: 'savings at least 0, closes everything',
        words: 'gate "Savings" is new: savings at least 0, closes everything',
        source: 'Section 4',
      },
    ]);
  });

  test('one that is gone', () => {
    const [found] = differencesOf(gated({ ...savings, except: ['nps'], otherwise: '25%' }), basePlan());
    expect(found).toMatchObject({
      kind: 'removed',
      path: ['gates', 0],
      before: 'savings at least 0, closes everything but "nps", pays 25% when closed',
    });
  });

  test('its comparator', () => {
    expect(wordsOf(gated(savings), gated({ ...savings, atLeast: 5 }))).toEqual([
      'gate "Savings": at least 0 becomes 5',
    ]);
    const { atLeast: _, ...rest } = savings;
    expect(wordsOf(gated(savings), gated({ ...rest, within: [0, 10] }))).toEqual([
      'gate "Savings": at least 0 becomes within [0, 10]',
    ]);
    expect(wordsOf(gated({ ...rest, within: [0, 10] }), gated({ ...rest, within: [0, 12] }))).toEqual([
      'gate "Savings": within [0, 10] becomes [0, 12]',
    ]);
  });

  test('what it closes', () => {
    const closing = (scope: Writing) => gated({ ...savings, ...scope });
    const differ = (before: Writing, after: Writing) => wordsOf(closing(before), closing(after));
    expect(differ({}, { closes: ['a', 'b'] })).toEqual([
      'gate "Savings": closes everything becomes closes "a", "b"',
    ]);
    expect(differ({ except: ['a'] }, { closes: ['b'] })).toEqual([
      'gate "Savings": closes everything but "a" becomes closes "b"',
    ]);
    expect(differ({ closes: ['a', 'b'] }, { closes: ['b', 'a', 'c'] })).toEqual([
      'gate "Savings": closes "c" is new',
    ]);
    expect(differ({ closes: ['a', 'b', 'c'] }, { closes: ['b'] })).toEqual([
      'gate "Savings": closes "a" is gone',
      'gate "Savings": closes "c" is gone',
    ]);
  });

  test('without a name it is known by what it reads, whatever its threshold', () => {
    const on = (changes: Writing) => ({
      metric: 'revenue',
      reads: 'achievement',
      atLeast: '70%',
      ...changes,
    });
    expect(wordsOf(gated(on({})), gated(on({ atLeast: '75%' })))).toEqual([
      'gate on revenue achievement: at least 70% becomes 75%',
    ]);
    expect(wordsOf(gated(on({})), gated(on({ reads: 'aboveTarget', atLeast: 5 })))).toEqual([
      'gate on revenue aboveTarget: reads achievement becomes aboveTarget',
      'gate on revenue aboveTarget: at least 70% becomes 500%',
    ]);
  });

  test('of a whole condition', () => {
    const when = {
      any: [
        { metric: 'nps', atLeast: 40 },
        { person: 'role', is: 'ceo' },
      ],
    };
    expect(wordsOf(basePlan(), gated({ when }))).toEqual([
      'gate on any of nps at least 40 and role is "ceo" is new: any of nps at least 40 and role is "ceo", closes everything',
    ]);
  });

  test('of a formula', () => {
    const value = (cap: string) => ({ value: { limit: { term: 'ebitda' }, cap }, atLeast: 0 });
    expect(wordsOf(gated(value('90%')), gated(value('95%')))).toEqual([
      'gate on a limit of ebitda, in value: cap 90% becomes 95%',
    ]);
  });
});

describe('modifiers', () => {
  const modified = (...modifiers: Writing[]) => basePlan({ modifiers });
  const factor = { from: { person: 'factor' }, within: ['0%', '150%'] };

  test('range, way and table', () => {
    expect(wordsOf(modified(factor), modified({ ...factor, within: ['0%', '160%'], how: 'add' }))).toEqual([
      'modifier "factor": within [0%, 150%] becomes [0%, 160%]',
      'modifier "factor": how add is new',
    ]);
  });

  test('new and gone', () => {
    expect(
      wordsOf(modified(factor), modified({ name: 'Quality', from: { metric: 'nps' }, curve: [[0, 1]] })),
    ).toEqual([
      'modifier "Quality" is new: from the metric nps, curve [0, 1]',
      'modifier "factor" is gone: from the column factor, within [0%, 150%]',
    ]);
  });

  test('one of a formula without a name is known by its place', () => {
    const of = (cap: string) => ({ from: { value: { limit: { metric: 'nps' }, cap } } });
    expect(wordsOf(modified(factor, of('1')), modified(factor, of('2')))).toEqual([
      'modifier on a limit of nps, in from, in value: cap 1 becomes 2',
    ]);
  });

  test('what a named one comes from', () => {
    const named = (from: Writing) => modified({ ...factor, name: 'Quality', from });
    expect(wordsOf(named({ person: 'a' }), named({ person: 'b' }))).toEqual([
      'modifier "Quality", in from: column a becomes b',
    ]);
    expect(wordsOf(named({ person: 'a' }), named({ metric: 'nps' }))).toEqual([
      'modifier "Quality": from was the column a, is the metric nps',
    ]);
  });
});
