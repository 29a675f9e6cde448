import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.js';
import { calculate, parseActuals, parsePeople } from '../../src/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { dayPlan, draft, person, scores } from '../retro/support.js';
import { planOf, type Writing } from '../support/base.js';
import { linesOf, movedOf, personIn } from './support.js';

// 10 % of 73,000 is 7,300 a year, 20 a day; a score of 45 pays 100 %, of 60 it pays 150 %.
const ann = (changes: Writing = {}) => draft({ people: [person('ann', changes)] });
const target = (percent: string) => ({ target: { percent, of: 'salary', prorate: 'calendarDays' } });

describe('one input', () => {
  test('a raise in the middle of the year', () => {
    const before = draft({ people: [person('ann'), person('ben')] });
    const raised = person('ann', { from: '2026-07-01', salary: '109500' });
    const now = draft({ people: [person('ann', { to: '2026-06-30' }), raised, person('ben')] });
    // 10 a day more for the 184 days from 1 July.
    const comparison = compare(before, now);
    expect(movedOf(comparison)).toEqual(['ann 7300.00 9140.00 1840.00 each']);
    expect(linesOf(comparison, 'ann')).toEqual([
      'person salary 1840.00: salary 73000 → 109500 from 2026-07-01',
    ]);
    expect(comparison.counts).toEqual({ moved: 1, same: 1, new: 0, gone: 0, withheld: 0, notCompared: 0 });
    expect(comparison.totals).toEqual([
      {
        plan: 'daily',
        currency: 'EUR',
        before: '14600.00',
        now: '16440.00',
        difference: '1840.00',
        moves: [
          { why: 'inputs', inputs: [{ kind: 'person', name: 'salary' }], people: 1, amount: '1840.00' },
        ],
      },
    ]);
  });

  test('a corrected score moves its team and nobody else', () => {
    const people = [person('ann'), person('ben', { team: 'South' })];
    const comparison = compare(draft({ people }), draft({ people, actuals: scores(60) }));
    expect(movedOf(comparison)).toEqual(['ann 7300.00 10950.00 3650.00 each']);
    expect(linesOf(comparison, 'ann')).toEqual(['actual score 3650.00: score of North 45 → 60']);
    expect(personIn(comparison, 'ben')).toMatchObject({ status: 'same', difference: '0.00', inputs: [] });
  });

  test('a plan version with other weights', () => {
    const [half, third] = [
      ['50%', '50%'],
      ['20%', '80%'],
    ].map(([score, kept], index) =>
      dayPlan({
        version: index + 1,
        metrics: { score: { kind: 'nps', level: 'team' }, kept: { kind: 'retention', level: 'company' } },
        goals: [
          {
            metric: 'score',
            weight: score,
            curve: [
              [45, '100%'],
              [60, '150%'],
            ],
          },
          {
            metric: 'kept',
            weight: kept,
            reads: 'value',
            curve: [
              ['80%', '0%'],
              ['90%', '100%'],
            ],
          },
        ],
      }),
    ) as [Writing, Writing];
    const actuals = [...scores(60), { metric: 'kept', value: '90%', status: 'final' }];
    const people = [person('ann')];
    const comparison = compare(
      draft({ people, actuals, documents: [half] }),
      draft({ people, actuals, documents: [third] }),
    );
    // 50 % × 150 % + 50 % × 100 % = 125 %: 9125; 20 % × 150 % + 80 % × 100 % = 110 %: 8030.
    expect(linesOf(comparison, 'ann')).toEqual([
      'plan -1095.00: plan version 1 → 2; goal "score": weight 50% becomes 20%; goal "kept": weight 50% becomes 80%',
    ]);
  });

  test('a hire, a leave and an exception', () => {
    // 31 of 365 days less: 620.
    expect(linesOf(compare(ann(), ann({ hired: '2026-02-01' })), 'ann')).toEqual([
      'employment -620.00: hired none → 2026-02-01',
    ]);
    const documents = [dayPlan({ leave: { parental: { counts: '0%' } } })];
    const people = [person('ann')];
    const leave = [{ id: 'ann', type: 'parental', from: '2026-02-01', to: '2026-02-28' }];
    const away = compare(draft({ people, documents }), draft({ people, documents, leave }));
    expect(linesOf(away, 'ann')).toEqual(['leave -560.00: leave parental none → 2026-02-01 to 2026-02-28']);
  });

  test('the same file on another day: a later measurement counts', () => {
    const actuals = [
      ...scores(45, 45, { measuredOn: '2027-01-10' }),
      { metric: 'score', group: 'North', value: 60, status: 'final', measuredOn: '2027-02-10' },
    ];
    const people = [person('ann'), person('ben', { salary: '36500' })];
    const before = draft({ people, actuals });
    const later = draft({ people, actuals, options: { asOf: '2027-02-28' } });
    expect(linesOf(compare(before, later), 'ann')).toEqual([
      'asOf 3650.00: as-of date 2027-01-31 → 2027-02-28; score of North 45 → 60',
    ]);
    // With a raise beside it: 7300 × 2 × 1.5 − 7300; each adds its 100 % or 50 % before and after the other.
    const raised = draft({
      people: [person('ann', { salary: '146000' })],
      actuals,
      options: { asOf: '2027-02-28' },
    });
    expect(linesOf(compare(before, raised), 'ann')).toEqual([
      'person salary 9125.00: salary 73000 → 146000',
      'asOf 5475.00: as-of date 2027-01-31 → 2027-02-28; score of North 45 → 60',
    ]);
  });
});

describe('several inputs, with values worked by hand', () => {
  test('a raise and a corrected score', () => {
    const now = draft({ people: [person('ann', { salary: '109500' })], actuals: scores(60) });
    // 7300 × 1.5 × 1.5 = 16425. Either alone adds 3650, after the other 5475: 4562.50 each.
    expect(linesOf(compare(ann(), now), 'ann')).toEqual([
      'person salary 4562.50: salary 73000 → 109500',
      'actual score 4562.50: score of North 45 → 60',
    ]);
  });

  test('a team move: the score of the new team is another one', () => {
    const people = (team: string) => [person('ann', { team })];
    const actuals = scores(45, 60);
    const moved = compare(
      draft({ people: people('North'), actuals }),
      draft({ people: people('South'), actuals }),
    );
    expect(linesOf(moved, 'ann')).toEqual(['person team 3650.00: team North → South']);
    // South is corrected, too: the move alone brings nothing, nor does the correction alone; together 3650, half each.
    const corrected = compare(ann(), draft({ people: people('South'), actuals }));
    expect(linesOf(corrected, 'ann')).toEqual([
      'person team 1825.00: team North → South',
      'actual score 1825.00: score of South 45 → 60',
    ]);
  });

  test('salary, score and plan', () => {
    const now = draft({
      people: [person('ann', { salary: '109500' })],
      actuals: scores(60),
      documents: [dayPlan({ version: 2, ...target('20%') })],
    });
    // Factors 1.5, 1.5 and 2 on 7300: 32850 in the end. Salary first adds 3650, after the score 5475, after the plan 7300,
    // last 10950: 3650/3 + 5475/6 + 7300/6 + 10950/3 = 6995 5/6; the score the same. The plan: 7300/3 + 10950/6 × 2 +
    // 16425/3 = 11558 1/3. In cents 699583 1/3, 699583 1/3, 1155833 1/3: one is left, and goes to the first of equals.
    expect(linesOf(compare(ann(), now), 'ann')).toEqual([
      'person salary 6995.84: salary 73000 → 109500',
      'actual score 6995.83: score of North 45 → 60',
      'plan 11558.33: plan version 1 → 2; target: percent 10% becomes 20%',
    ]);
  });

  test('a raise from July of somebody hired in February: timelines are cut and mixed', () => {
    const before = ann();
    const now = draft({
      people: [
        person('ann', { hired: '2026-02-01', to: '2026-06-30' }),
        person('ann', { hired: '2026-02-01', from: '2026-07-01', salary: '109500' }),
      ],
    });
    // They do not meet: −31 days × 20, +184 days × 10, in any order.
    expect(linesOf(compare(before, now), 'ann')).toEqual([
      'employment -620.00: hired none → 2026-02-01',
      'person salary 1840.00: salary 73000 → 109500 from 2026-07-01',
    ]);
  });

  test('a raise and another team, each from its own day', () => {
    const actuals = scores(45, 60);
    const now = draft({
      people: [
        person('ann', { to: '2026-06-30' }),
        person('ann', { from: '2026-07-01', to: '2026-09-30', salary: '109500' }),
        person('ann', { from: '2026-10-01', salary: '109500', team: 'South' }),
      ],
      actuals,
    });
    const comparison = compare(draft({ people: [person('ann')], actuals }), now);
    // 92 days at +10 alone; in the last 92 days salary adds 10 or 15, the team 10 or 15: 920 + 1150, and 1150.
    expect(linesOf(comparison, 'ann')).toEqual([
      'person salary 2070.00: salary 73000 → 109500 from 2026-07-01',
      'person team 1150.00: team North → South from 2026-10-01',
    ]);
  });

  test('two jobs at once are one input, the employment', () => {
    const now = draft({
      people: [
        person('ann', { to: '2026-06-30' }),
        person('ann', { from: '2026-07-01', to: '2026-12-31', share: '50%' }),
        person('ann', { from: '2026-07-01', to: '2026-12-31', share: '50%', team: 'South' }),
      ],
      actuals: scores(45, 60),
    });
    const [line] = personIn(
      compare(draft({ people: [person('ann')], actuals: scores(45, 60) }), now),
      'ann',
    ).inputs;
    // Half of 184 days pays half as much again: 92 × 10.
    expect([line?.inputs, line?.amount]).toEqual([[{ kind: 'employment' }], '920.00']);
  });
});

describe('what cannot be told apart is not guessed', () => {
  test('a metric that the plan measures otherwise goes with the plan; the raise is told apart', () => {
    const share = {
      version: 2,
      metrics: { score: { kind: 'csat', level: 'team' } },
      goals: [
        {
          metric: 'score',
          weight: 1,
          reads: 'value',
          curve: [
            ['0%', '0%'],
            ['100%', '200%'],
          ],
        },
      ],
    };
    const actuals = ['North', 'South'].map((group) => ({
      metric: 'score',
      group,
      value: '75%',
      status: 'final',
    }));
    const now = draft({
      people: [person('ann', { salary: '109500' })],
      actuals,
      documents: [dayPlan(share)],
    });
    const comparison = compare(ann(), now);
    // 150 % of 10950 is 16425. An nps cannot be 75 %, nor a share 45: both move at once, and the raise beside them.
    expect(movedOf(comparison)).toEqual(['ann 7300.00 16425.00 9125.00 grouped']);
    expect(linesOf(comparison, 'ann').map((line) => line.split(':')[0])).toEqual([
      'person salary 4562.50',
      'actual score + plan 4562.50',
    ]);
  });

  test('more than eight inputs are grouped by where they stand', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const document = dayPlan({
      fields: Object.fromEntries(names.map((name) => [name, { kind: 'ratio' }])),
      modifiers: names.map((name) => ({ from: { person: name }, within: ['0%', '200%'] })),
    });
    const factors = (value: string) => Object.fromEntries(names.map((name) => [name, value]));
    const runOf = (value: string, score: number) =>
      draft({ people: [person('ann', factors(value))], actuals: scores(score), documents: [document] });
    const eight = compare(runOf('100%', 45), runOf('50%', 45));
    // 7300 ÷ 256 = 28.52: all eight alike, 7271.48 lost in 727148 cents, 90893.5 each: the odd cents to the first four.
    expect(personIn(eight, 'ann').inputs.map(({ amount }) => amount)).toEqual([
      ...Array(4).fill('-908.94'),
      ...Array(4).fill('-908.93'),
    ]);
    const nine = compare(runOf('100%', 45), runOf('50%', 60));
    // 42.77 (42.7734…): the columns take 7271.48 or, of 10950, 10907.23: −9089.355; the score brings 3650 or 14.25: 1832.125.
    expect(movedOf(nine)).toEqual(['ann 7300.00 42.77 -7257.23 grouped']);
    const amounts = personIn(nine, 'ann').inputs.map(({ inputs, amount }) => [inputs.length, amount]);
    expect(amounts).toEqual([
      [8, '-9089.36'],
      [1, '1832.13'],
    ]);
  });

  test('an amount that was changed by hand has no input that moved', () => {
    const before = ann();
    const [award] = before.awards;
    const changed = { ...before, awards: [{ ...award, amount: '7400.00' }] } as StoredRun;
    const comparison = compare(changed, before);
    expect(linesOf(comparison, 'ann')).toEqual([' -100.00']);
    expect(personIn(comparison, 'ann').attribution).toBe('together');
    expect(comparison.issues.map(({ code }) => code)).toEqual(['compare.cause.unknown']);
    // A known input does not explain it either: both sides must be as they were calculated.
    const raised = draft({ people: [person('ann', { salary: '109500' })], actuals: scores(60) });
    const mixed = personIn(compare(changed, raised), 'ann');
    expect([mixed.attribution, mixed.inputs.length, mixed.difference]).toEqual(['together', 1, '9025.00']);
  });

  test('two periods: dates go with the plan, the raise does not', () => {
    const last = dayPlan({ period: { start: '2025-01-01', end: '2025-12-31' } });
    const before = draft({ people: [person('ann', { hired: '2025-07-01' })], documents: [last] });
    const now = ann({ hired: '2025-07-01', salary: '146000' });
    // 184 of 365 days: 3680. Then all of them at twice the salary: 14600. The raise adds 3680 or 7300: 5490; the year 5430.
    expect(linesOf(compare(before, now), 'ann').map((line) => line.split(':')[0])).toEqual([
      'person salary 5490.00',
      'plan 5430.00',
    ]);
  });

  test('files with decimal commas and with points are taken whole', () => {
    const plans = [
      planOf(
        dayPlan({
          ...target('10%'),
          fields: { bonus: { kind: 'ratio' } },
          modifiers: [{ from: { person: 'bonus' }, within: ['0%', '200%'] }],
        }),
      ),
    ];
    const runOf = (decimal: '.' | ',', salary: string, bonus: string) => {
      const people = parsePeople([person('ann', { salary, bonus })], { decimal });
      const data = { people, actuals: parseActuals(scores()) };
      return storeRun(calculate(plans, data, { asOf: '2027-01-31' }), { plans, ...data });
    };
    const comparison = compare(runOf(',', '73000,00', '100,0%'), runOf('.', '109500.00', '150.0%'));
    expect(movedOf(comparison)).toEqual(['ann 7300.00 16425.00 9125.00 together']);
    expect(linesOf(comparison, 'ann')[0]).toMatch(/^person bonus \+ person salary 9125\.00:/);
    expect(
      personIn(compare(runOf(',', '73000,00', '100,0%'), runOf('.', '73000', '100%')), 'ann').status,
    ).toBe('same');
  });
});

describe('what other people have', () => {
  const peers = dayPlan({
    metrics: {},
    goals: undefined,
    fields: { factor: { kind: 'ratio' } },
    payout: {
      quotient: [{ person: 'factor' }, { peers: 'mean', of: { person: 'factor' }, among: 'company' }],
    },
  });
  const runOf = (...factors: readonly string[]) =>
    draft({
      people: factors.map((factor, index) => person(`e-${index + 1}`, { factor })),
      actuals: [],
      documents: [Object.fromEntries(Object.entries(peers).filter(([, value]) => value !== undefined))],
    });

  test('is an input of its own, and theirs is not told', () => {
    const comparison = compare(runOf('100%', '100%'), runOf('150%', '100%'));
    // Of a mean of 125 % Ann has 120 %, Ben 80 %.
    expect(linesOf(comparison, 'e-1')).toEqual(['person factor 1460.00: factor 100% → 150%']);
    expect(linesOf(comparison, 'e-2')).toEqual(['others -1460.00']);
    expect(JSON.stringify(personIn(comparison, 'e-2'))).not.toContain('150%');
  });

  test('beside an input of the person', () => {
    // Ann 150 %, Ben 50 %: the mean stays 100 %, so 10950. Ann alone: 150/125, 8760; Ben alone: 100/75, 9733.33.
    // Ann's: (1460 + 10950 − 9733.33)/2 = 1338.335; Ben's to Ann: (2433.33 + 2190)/2 = 2311.665; the cent to the first.
    const comparison = compare(runOf('100%', '100%'), runOf('150%', '50%'));
    expect(linesOf(comparison, 'e-1')).toEqual([
      'person factor 1338.34: factor 100% → 150%',
      'others 2311.66',
    ]);
  });

  test('everybody at once where there are too many to calculate each alone', () => {
    const [before, now] = [runOf(...Array(230).fill('100%')), runOf(...Array(229).fill('100%'), '90%')];
    const one = compare(before, now);
    expect(linesOf(one, 'e-1')).toEqual(['others 3.18']); // 7300 ÷ (229.9/230) = 7303.18
    const all = compare(runOf('120%', ...Array(229).fill('90%')), now);
    expect(personIn(all, 'e-1').attribution).toBe('together');
    expect(all.people.every(({ status, inputs }) => status === 'same' || inputs.length === 1)).toBe(true);
  });
});
