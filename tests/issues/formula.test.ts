import { describe, expect, test } from 'vitest';
import { type IssueCode, type Path, parsePlan, pointer, type Run } from '../../src/index.js';
import { baseActuals, basePeople, runOf, type Writing } from '../support/base.js';
import { expectPlaced } from '../support/expect-issue.js';
import {
  awardPlan,
  conditionPlan,
  formulaFields,
  formulaMetrics,
  goalsPlan,
  payoutPlan,
  proratedPlan,
} from '../support/formula-plan.js';

type Found = readonly [IssueCode, Path];

/** Everything a plan is refused for, warnings left out. */
function faultsOf(document: unknown): string[] {
  const { ok, issues } = parsePlan(document);
  for (const one of issues) expectPlaced(one, document);
  const errors = issues.filter((one) => one.severity === 'error');
  expect(ok).toBe(errors.length === 0);
  return errors.map((one) => `${one.code} ${pointer(one.path)}`).toSorted();
}

const listed = (...found: readonly Found[]) =>
  found.map(([code, path]) => `${code} ${pointer(path)}`).toSorted();

describe('all faults of a plan are found at once, each at its place', () => {
  test('faults of form at five depths', () => {
    const document = proratedPlan(
      {
        sum: [
          { person: 'potential', durng: 'Q1' },
          { sum: [{ product: [{ person: 'potential' }, { metrc: 'nps' }] }] },
          {
            each: 'quartr',
            give: {
              when: { any: [{ metric: 'nps', atLeast: [40] }] },
              then: { money: 'lots' },
              otherwise: { curve: { of: { metric: 'nps' }, points: [[30, { sum: [true] }]] } },
            },
          },
        ],
      },
      { gates: [{ when: { al: [] } }], terms: { spare: { limit: null, cap: '5%' } } },
    );
    const sum = ['award', 'prorated', 'sum'];
    expect(faultsOf(document)).toEqual(
      listed(
        ['plan.key.unknown', [...sum, 0, 'durng']],
        ['plan.node.form', [...sum, 1, 'sum', 0, 'product', 1]],
        ['plan.value.option', [...sum, 2, 'each']],
        ['plan.node.form', [...sum, 2, 'give', 'when', 'any', 0, 'atLeast']],
        ['plan.number.form', [...sum, 2, 'give', 'then', 'money']],
        ['plan.node.form', [...sum, 2, 'give', 'otherwise', 'curve', 'points', 0, 1, 'sum', 0]],
        ['plan.node.form', ['gates', 0, 'when']],
        ['plan.node.form', ['terms', 'spare', 'limit']],
      ),
    );
  });

  test('faults of meaning at five depths', () => {
    const document = proratedPlan({
      sum: [
        { product: [{ person: 'potential' }, { person: 'goalFactor' }] },
        { sum: [{ product: [{ person: 'potential' }, { achievement: 'revenu' }] }, { term: 'zebra' }] },
        {
          each: 'quarter',
          give: {
            when: { any: [{ metric: 'nps', atLeast: '50%' }] },
            then: { product: [{ money: 500 }, { metric: 'nps', atLeast: 40 }] },
            otherwise: 0,
          },
        },
        { product: [{ person: 'potential' }, { weighted: [{ weight: '50%', payout: '5%' }] }] },
      ],
    });
    const sum = ['award', 'prorated', 'sum'];
    expect(faultsOf(document)).toEqual(
      listed(
        ['plan.field.undeclared', [...sum, 0, 'product', 1]],
        ['plan.metric.unknown', [...sum, 1, 'sum', 0, 'product', 1, 'achievement']],
        ['plan.term.unknown', [...sum, 1, 'sum', 1, 'term']],
        ['plan.formula.unit', [...sum, 2, 'give', 'when', 'any', 0, 'atLeast']],
        ['plan.formula.unit', [...sum, 2, 'give', 'then', 'product', 1]],
        ['plan.weights.sum', [...sum, 3, 'product', 1, 'weighted']],
      ),
    );
  });

  test('faults of goals, gates, modifiers and terms beside those of formulas', () => {
    const document = goalsPlan({
      goals: [
        { name: 'growth', payout: { sum: [{ achievement: 'revenue' }, { metric: 'nps' }] }, weight: '40%' },
        { metric: 'npss', weight: '50%', curve: [[30, '50%']] },
      ],
      gates: [{ value: { sum: [{ metric: 'revenue' }, { metric: 'abroad' }] }, atLeast: 5 }],
      modifiers: [{ from: { value: { term: 'zebra' } } }],
      terms: { target: '5%' },
      fields: { ...formulaFields, factor: { kind: 'ratio', per: 'year' } },
    });
    expect(faultsOf(document)).toEqual(
      listed(
        ['plan.formula.unit', ['goals', 0, 'payout', 'sum', 1]],
        ['plan.metric.unknown', ['goals', 1, 'metric']],
        ['plan.weights.sum', ['goals']],
        ['plan.currency.mixed', ['gates', 0, 'value', 'sum', 1]],
        ['plan.term.unknown', ['modifiers', 0, 'from', 'value', 'term']],
        ['plan.term.name', ['terms', 'target']],
        ['plan.field.per', ['fields', 'factor', 'per']],
      ),
    );
  });

  test('one fault is reported once, and brings no others with it', () => {
    const once = (document: unknown, ...found: readonly Found[]) =>
      expect(faultsOf(document)).toEqual(listed(...found));
    once(proratedPlan({ sum: [{ achievement: 'revenue' }, { money: 500 }] }), [
      'plan.formula.unit',
      ['award', 'prorated', 'sum', 1],
    ]);
    once(
      proratedPlan({
        each: 'quarter',
        give: { when: { metric: 'nps', atLeast: '50%' }, then: { money: 5 }, otherwise: 0 },
      }),
      ['plan.formula.unit', ['award', 'prorated', 'give', 'when', 'atLeast']],
    );
    once(
      payoutPlan(
        { sum: [{ term: 'shared' }, { term: 'shared' }] },
        { terms: { shared: { achievement: 'revenu' } } },
      ),
      ['plan.metric.unknown', ['terms', 'shared', 'achievement']],
    );
    once(conditionPlan({ rank: { metric: 'npss' }, among: 'team', ties: 'best', atMost: 3 }), [
      'plan.metric.unknown',
      ['payout', 'when', 'rank', 'metric'],
    ]);
    once(
      conditionPlan({ meanOfTop: '50%', of: { metric: 'npss' }, among: 'team', count: 'up', atLeast: 40 }),
      ['plan.metric.unknown', ['payout', 'when', 'of', 'metric']],
    );
    const awards = { difference: [{ metric: 'revenue' }, { total: 'awards' }] };
    once(goalsPlan({ currency: 'USD', gates: [{ value: awards, atLeast: 0, closes: ['all'] }] }), [
      'plan.formula.place',
      ['gates', 0, 'closes'],
    ]);
    once(
      proratedPlan({ person: 'potential' }, { gates: [{ metric: 'nps', atLeast: 40, closes: ['growth'] }] }),
      ['plan.formula.place', ['gates', 0, 'closes']],
    );
  });

  test('a metric measured in quarters and read in a month is one fault, not twelve', () => {
    const document = proratedPlan(
      { each: 'month', give: { when: { metric: 'sales', atLeast: 5 }, then: { money: 5 }, otherwise: 0 } },
      {
        metrics: {
          ...formulaMetrics,
          sales: { kind: 'count', level: 'team', each: 'quarter', accumulates: 'sum' },
        },
      },
    );
    expect(faultsOf(document).length).toBe(1);
  });

  test('both gates that can never open are named', () => {
    const document = goalsPlan({
      gates: [
        { metric: 'retention', reads: 'value', atLeast: '105%' },
        { metric: 'nps', atLeast: 101 },
      ],
    });
    const places = parsePlan(document)
      .issues.filter((one) => one.code === 'plan.gate.never')
      .map((one) => pointer(one.path));
    expect(places).toEqual(['/gates/0', '/gates/1']);
  });

  test('the clause of the plan stands in the issue of a formula', () => {
    const document = payoutPlan({
      sum: ['1%', { limit: { sum: ['5%', { metric: 'nps' }], source: 'Section 4.2' }, cap: '50%' }],
    });
    const found = parsePlan(document).issues.find((one) => one.code === 'plan.formula.unit');
    expect(found?.source).toBe('Section 4.2');
  });
});

describe('what looks odd and is sound', () => {
  test.each<[string, unknown]>([
    [
      'conditions nested 60 levels deep',
      conditionPlan(
        Array.from({ length: 60 }).reduce<unknown>((inner) => ({ not: inner }), {
          metric: 'nps',
          atLeast: 40,
        }),
      ),
    ],
    ['a sum of 200 parts', payoutPlan({ sum: Array.from({ length: 200 }, () => '0.1%') })],
    [
      'terms called as methods of every object',
      payoutPlan(
        { sum: [{ term: 'toString' }, { term: 'hasOwnProperty' }, { term: 'valueOf' }] },
        { terms: { toString: '50%', hasOwnProperty: '20%', valueOf: '1%' } },
      ),
    ],
    [
      'fields called as methods of every object',
      payoutPlan(
        { product: [{ person: 'toString' }, { person: 'hasOwnProperty' }] },
        { fields: { toString: { kind: 'ratio' }, hasOwnProperty: { kind: 'ratio' } } },
      ),
    ],
    [
      'metrics called as nodes',
      conditionPlan(
        {
          all: [
            { metric: 'sum', atLeast: 4 },
            { metric: 'metric', atLeast: 4 },
            { metric: 'each', atLeast: 4 },
            { metric: 'quarter', atLeast: 4 },
          ],
        },
        {
          metrics: Object.fromEntries(
            ['sum', 'metric', 'each', 'quarter'].map((name) => [name, { kind: 'nps', level: 'team' }]),
          ),
        },
      ),
    ],
    [
      'terms and categories called as nodes',
      payoutPlan(
        {
          table: {
            of: { person: 'role' },
            values: { sum: { term: 'each' }, total: '5%', each: { term: 'term' } },
          },
        },
        { terms: { each: '5%', term: '6%' } },
      ),
    ],
    [
      'gates of different goals that contradict each other',
      goalsPlan({
        goals: [
          { name: 'growth', payout: '100%', weight: '50%' },
          { name: 'voice', payout: '100%', weight: '50%' },
        ],
        gates: [
          { metric: 'nps', atLeast: 50, closes: ['growth'] },
          { metric: 'nps', atMost: 40, closes: ['voice'] },
        ],
      }),
    ],
    [
      'amounts beside what is prorated',
      awardPlan({ sum: [{ person: 'wages' }, { prorated: { person: 'potential' }, by: 'calendarDays' }] }),
    ],
    [
      'slope, until and cap that meet',
      payoutPlan({
        curve: {
          of: { achievement: 'revenue' },
          points: [['100%', '100%']],
          better: { slope: 2, until: '125%', cap: '150%' },
        },
      }),
    ],
    [
      'the whole of the top',
      conditionPlan({ meanOfTop: '100%', of: { metric: 'nps' }, among: 'team', count: 'up', atLeast: 40 }),
    ],
  ])('%s', (_title, document) => {
    expect(faultsOf(document)).toEqual([]);
    expect(parsePlan(document).issues.filter((one) => one.code !== 'plan.metric.unused')).toEqual([]);
  });

  test('a plan of many parts inside parts is looked at in no time', () => {
    const month = (give: unknown) => ({ each: 'month', give });
    const started = performance.now();
    parsePlan(proratedPlan(month(month(month(month({ money: 5 }))))));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

const [ann, ben] = basePeople(
  { score: 5, role: 'ceo', wages: '84000' },
  { score: 3, role: 'clerk', wages: '58000' },
) as [Writing, Writing];
const withoutNpsOfSouth = () =>
  baseActuals().filter(({ metric, group }) => metric !== 'nps' || group !== 'South');
const amounts = (run: Run) => run.awards.map(({ status, amount }) => [status, amount]);
const errors = (run: Run) => run.issues.filter(({ severity }) => severity === 'error');

describe('what is not computed is no fault', () => {
  const quotient = {
    quotient: [{ metric: 'nps' }, { difference: [{ person: 'score' }, { person: 'score' }] }],
  };

  test('a division by 0 in the branch that is not taken', () => {
    const document = payoutPlan({ when: { metric: 'nps', atLeast: 40 }, then: '100%', otherwise: quotient });
    const run = runOf({ document, people: [ann, ben] });
    expect(errors(run)).toEqual([]);
    expect(amounts(run)).toEqual([
      ['paid', '8500.00'],
      ['paid', '6000.00'],
    ]);
  });

  test('a score that is not there behind the question whether it is', () => {
    const document = payoutPlan({
      when: { all: [{ present: { metric: 'nps' } }, { metric: 'nps', atLeast: 40 }] },
      then: '100%',
      otherwise: '50%',
    });
    const run = runOf({ document, people: [ann, ben], actuals: withoutNpsOfSouth() });
    expect(errors(run)).toEqual([]);
    expect(amounts(run)).toEqual([
      ['paid', '8500.00'],
      ['paid', '3000.00'],
    ]);
  });

  test('present is false for what was not measured, or is measured later than the day asked for', () => {
    const document = conditionPlan({ present: { metric: 'nps' } });
    const later = baseActuals({ measuredOn: '2027-03-01' });
    for (const actuals of [withoutNpsOfSouth(), later]) {
      const run = runOf({ document, people: [ann, ben], actuals });
      expect(errors(run)).toEqual([]);
      expect(amounts(run)).toEqual([
        ['paid', '8500.00'],
        ['paid', '3000.00'],
      ]);
    }
  });

  test('present is withheld for what is there and wrong', () => {
    const document = conditionPlan({ present: { metric: 'nps' } });
    const run = runOf({ document, people: [ann, ben], actuals: baseActuals({ value: 'n/a' }) });
    expect(run.awards.map(({ status }) => status)).toEqual(['paid', 'withheld']);
  });
});

describe('people who are compared with others', () => {
  const mean = (more: Writing) =>
    conditionPlan({ peers: 'mean', of: { person: 'score' }, among: 'company', atLeast: 4, ...more });
  const cal = { ...ben, id: 'cal', name: 'Cal Cole', score: 'n/a' };

  test('one faulty person withholds all who need it, and is named once', () => {
    const run = runOf({ document: mean({}), people: [ann, ben, cal] });
    expect(run.awards.map(({ status }) => status)).toEqual(['withheld', 'withheld', 'withheld']);
    expect(errors(run).map(({ code, at }) => [code, at?.row])).toEqual([['people.field.number', 3]]);
    for (const award of run.awards) expect(award.reasons[0]?.message).toContain('"cal"');
  });

  test('the faulty person can be left out, and costs the others nothing', () => {
    const run = runOf({ document: mean({ missing: 'leaveOut' }), people: [ann, ben, cal] });
    expect(run.awards.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid']);
    expect(amounts(run)[1]).toEqual(['paid', '6000.00']);
  });

  test('a total of which one cannot be read withholds everybody, and is made without the one where the plan says so', () => {
    const total = (more: Writing) =>
      conditionPlan({ total: 'wages', atLeast: 5, ...more }, { currency: 'USD' });
    const people = [ann, { ...ben, wages: 'n/a' }];
    const whole = runOf({ document: total({}), people });
    expect(whole.awards.map(({ status }) => status)).toEqual(['withheld', 'withheld']);
    expect(errors(whole).length).toBe(1);
    const left = runOf({ document: total({ missing: 'leaveOut' }), people });
    expect(left.awards.map(({ status }) => status)).toEqual(['paid', 'paid']);
  });
});
