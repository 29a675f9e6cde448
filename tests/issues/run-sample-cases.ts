import type { IssueCode } from '../../src/index.js';
import { baseActuals, baseMetrics, basePlan, type Setting, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { conditionPlan, formulaMetrics } from '../support/formula-plan.js';
import type { IssueCase } from './case.js';

/** Rows of the base: the score of team South stands in row 4, its retention in row 5. */
const at = (column: string, row = 4) => ({ row, column });
const round = { to: '0.1', mode: 'halfUp' };

/** The base plan with sample rules for the score, or for retention. */
const rules = (sample: unknown, metric = 'nps', changes: Writing = {}): Writing =>
  basePlan({ metrics: baseMetrics({ [metric]: { kind: metric, level: 'team', sample, ...changes } }) });

/** Something is wrong with team South: Ben is withheld, Ann of team North is paid. */
const south = (code: IssueCode, when: string, setting: Setting, where: Where, says: string): IssueCase => ({
  code,
  when,
  ...setting,
  where,
  says,
  withheld: ['ben'],
});

/** What Ben's row of the score says. */
const scored = (changes: Writing) => ({ actuals: baseActuals({ value: '', responses: '', ...changes }) });
const kept = (changes: Writing) => ({ actuals: baseActuals({}, { value: '', ...changes }) });
const answers = { promoters: 60, passives: 40, detractors: 20 };

const sum = (when: string, changes: Writing, column: string, says: string) =>
  south('actuals.counts.sum', when, scored(changes), at(column), says);

const sums: readonly IssueCase[] = [
  sum('promoters alone', { promoters: 60 }, 'promoters', 'belong together'),
  sum('promoters and passives', { promoters: 60, passives: 40 }, 'promoters', 'belong together'),
  sum('no promoters', { passives: 40, detractors: 20, responses: 120 }, 'promoters', 'belong together'),
  sum(
    'a value, and detractors alone',
    { value: 45, responses: 120, detractors: 20 },
    'promoters',
    'belong together',
  ),
  sum('fewer responses than answers', { ...answers, responses: 119 }, 'responses', '120 promoters'),
  sum('more responses than answers', { ...answers, responses: 121 }, 'responses', '121 responses'),
  sum('more tens than promoters', { ...answers, tens: 61 }, 'tens', '61 answers of 10'),
  sum('more tens than responses', { value: 45, responses: 120, tens: 121 }, 'tens', '121 answers of 10'),
  sum('more answers than invited', { ...answers, invited: 119 }, 'invited', '119 were invited'),
  sum(
    'more responses than invited',
    { value: 45, responses: 120, invited: 60 },
    'invited',
    '60 were invited',
  ),
  south(
    'actuals.counts.sum',
    'more kept than there were',
    kept({ count: 91, responses: 90 }),
    at('count', 5),
    '91 of 90',
  ),
  south(
    'actuals.counts.sum',
    'kept, of nobody knows how many',
    kept({ count: 90 }),
    at('responses', 5),
    '90 were counted',
  ),
  south('actuals.counts.sum', 'kept, of none', kept({ count: 3, responses: 0 }), at('count', 5), '3 of 0'),
];

const value = (when: string, setting: Setting, row: number, says: string) =>
  south('actuals.counts.value', when, setting, at('value', row), says);

const values: readonly IssueCase[] = [
  // 100 × (60 − 20) / 120 = 33 1/3
  value('a score that its answers do not give', scored({ ...answers, value: 45 }), 4, '100/3'),
  value('a score that was cut and not rounded', scored({ ...answers, value: '33.4' }), 4, '"33.4"'),
  value('a score of another sign', scored({ ...answers, value: -33 }), 4, '"-33"'),
  value('a share that its count does not give', kept({ value: '90%', count: 80, responses: 90 }), 5, '"90%"'),
  value('a share that was cut and not rounded', kept({ value: '66.6%', count: 60, responses: 90 }), 5, '2/3'),
  value('a fraction near its count', kept({ value: '666/1000', count: 60, responses: 90 }), 5, '2/3'),
];

const kind = (when: string, setting: Setting, where: Where, says: string) =>
  south('actuals.counts.kind', when, setting, where, says);

const kinds: readonly IssueCase[] = [
  kind('a count for an nps', scored({ count: 60, responses: 120 }), at('count'), 'kind nps'),
  kind(
    'a count and a value for an nps',
    scored({ value: 45, count: 60, responses: 120 }),
    at('count'),
    'kind nps',
  ),
  kind('promoters for a retention', kept(answers), at('promoters', 5), 'kind retention'),
  kind(
    'a count for a retention of revenue',
    {
      document: basePlan({
        metrics: baseMetrics({ retention: { kind: 'grossRevenueRetention', level: 'team' } }),
      }),
      ...kept({ count: 80, responses: 90 }),
    },
    at('count', 5),
    'kind grossRevenueRetention',
  ),
];

const bound = { pays: { bound: '95%', round } };
const flagged = (flags: Writing) => rules({ tooFew: 'payTarget', flags: { ...flags, then: 'tooFew' } });
const missing = (when: string, document: Writing, row: Writing, column: string): IssueCase => ({
  ...south(
    'actuals.counts.missing',
    when,
    { document, actuals: withNorth(baseActuals({ value: '', responses: '', ...row })) },
    at(column),
    `how many ${column}`,
  ),
});

/** Team North with everything that rules may ask for. */
function withNorth(rows: readonly Writing[]): Writing[] {
  const full = { ...answers, value: '', responses: '', tens: 10, invited: 200 };
  return rows.map((row) => (row['metric'] === 'nps' && row['group'] === 'North' ? { ...row, ...full } : row));
}

const missings: readonly IssueCase[] = [
  ...['promoters', 'passives', 'detractors'].map((column) =>
    missing(`a bound without ${column}`, rules(bound), { value: 45, responses: 120 }, column),
  ),
  missing(
    'a rate, and nobody says how many were invited',
    flagged({ responseRate: '20%' }),
    answers,
    'invited',
  ),
  {
    ...missing('a change of tens, and nobody says how many', flagged({ tens: '10%' }), answers, 'tens'),
    actuals: [
      ...withNorth(baseActuals({ value: '', responses: '', ...answers })),
      { metric: 'nps', group: 'South', period: 'previous', ...answers, tens: 20, status: 'final' },
    ],
  },
  {
    ...missing(
      'a change of tens, and the row before does not say',
      flagged({ tens: '10%' }),
      answers,
      'tens',
    ),
    actuals: [
      ...withNorth(baseActuals({ value: '', responses: '', ...answers, tens: 20 })),
      { metric: 'nps', group: 'South', period: 'previous', ...answers, status: 'final' },
    ],
    where: at('tens', 6),
  },
];

const minimum = { atLeast: 30, tooFew: 'payTarget' };
const unsaid = (when: string, document: Writing, where: Where = at('responses')) =>
  south(
    'actuals.responses.missing',
    when,
    { document, actuals: baseActuals({ responses: '' }) },
    where,
    'how many responses',
  );

const toCompany = [{ metric: 'nps', value: 40, responses: 400, status: 'final' }];
const responses: readonly IssueCase[] = [
  unsaid('a minimum', rules(minimum)),
  unsaid('a minimum, where no row is too few', rules({ ...minimum, notMeasured: 'tooFew' })),
  {
    ...unsaid(
      'a score that is blended',
      rules({ pays: 'blended', credibility: { toward: 'company', strength: 30 } }),
    ),
    actuals: [...baseActuals({ responses: '' }), ...toCompany],
  },
  {
    ...unsaid('the wider score', rules({ atLeast: 130, tooFew: { use: 'company' } }), at('responses', 6)),
    actuals: [...baseActuals(), { metric: 'nps', value: 40, status: 'final' }],
  },
  south(
    'actuals.responses.missing',
    'a bound of a share',
    {
      document: rules({ pays: { bound: '95%', round: { to: '0.1%', mode: 'halfUp' } } }, 'retention'),
      actuals: baseActuals().map((row) =>
        row['metric'] === 'retention' && row['group'] === 'North' ? { ...row, responses: 90 } : row,
      ),
    },
    at('responses', 5),
    'how many responses',
  ),
  south(
    'actuals.responses.missing',
    'a flag on the rate',
    {
      document: flagged({ responseRate: '20%' }),
      actuals: withNorth(baseActuals({ responses: '', invited: 200 })),
    },
    at('responses'),
    'how many responses',
  ),
];

const nones: readonly IssueCase[] = [
  south(
    'actuals.responses.none',
    'nobody responded, and the plan has no rule',
    scored({ responses: 0 }),
    at('responses'),
    '"South"',
  ),
  south(
    'actuals.responses.none',
    'nobody of each kind',
    scored({ promoters: 0, passives: 0, detractors: 0 }),
    at('responses'),
    '"South"',
  ),
  south(
    'actuals.responses.none',
    'nobody was kept of nobody',
    kept({ count: 0, responses: 0 }),
    at('responses', 5),
    '"South"',
  ),
  south(
    'actuals.responses.none',
    'nobody responded, and the plan has no minimum',
    { document: rules({ changeAtMost: 10 }), ...scored({ responses: 0 }) },
    at('responses'),
    '"South"',
  ),
];

const asked = (sample: Writing, when: Writing) =>
  conditionPlan(when, { metrics: { ...formulaMetrics, nps: { kind: 'nps', level: 'team', sample } } });
const few = (when: string, setting: Setting, where: Where, says: string) =>
  south('actuals.responses.few', when, setting, where, says);
const SOUTH = { row: 4 };

const fews: readonly IssueCase[] = [
  few(
    'a condition that does not ask first',
    { document: asked({ atLeast: 121, tooFew: 'payZero' }, { metric: 'nps', atLeast: 40 }) },
    SOUTH,
    '"South" rests on 120 responses',
  ),
  few(
    'a change since the period before',
    {
      document: asked(
        { atLeast: 121, tooFew: { use: 'company' } },
        { change: 'nps', since: 'previousPeriod', atLeast: 1 },
      ),
      actuals: [
        ...baseActuals(),
        ...['North', 'South'].map((group) => ({
          metric: 'nps',
          group,
          period: 'previous',
          value: 40,
          status: 'final',
        })),
      ],
    },
    SOUTH,
    '"South" rests on 120 responses',
  ),
  few(
    'a wider score with too few itself',
    {
      document: rules({ atLeast: 121, tooFew: { use: 'company' } }),
      actuals: [...baseActuals(), { metric: 'nps', value: 40, responses: 120, status: 'final' }],
    },
    { row: 6 },
    'the company rests on 120 responses',
  ),
  few(
    'a score blended with one of too few',
    {
      document: rules({ atLeast: 121, tooFew: 'blend', credibility: { toward: 'company', strength: 30 } }),
      actuals: [...baseActuals(), { metric: 'nps', value: 40, responses: 120, status: 'final' }],
    },
    { row: 6 },
    'the company rests on 120 responses',
  ),
  few(
    'a score that is flagged',
    {
      document: asked(
        { tooFew: 'payZero', flags: { responseRate: '20%', then: 'tooFew' } },
        { metric: 'nps', atLeast: 4 },
      ),
      actuals: withNorth(baseActuals({ invited: 601 })),
    },
    SOUTH,
    '"South" rests on 120 responses',
  ),
  few(
    'nobody responded',
    {
      document: asked({ atLeast: 30, tooFew: 'payZero' }, { metric: 'nps', atLeast: 40 }),
      ...scored({ responses: 0 }),
    },
    SOUTH,
    '"South" rests on 0 responses',
  ),
];

const cell = (column: string, written: unknown, says = String(written)) =>
  south(
    'actuals.responses.count',
    `${column} of ${String(written)}`,
    { actuals: baseActuals({ [column]: written }) },
    at(column),
    says,
  );

const cells: readonly IssueCase[] = [
  ...['promoters', 'passives', 'detractors', 'tens', 'invited'].flatMap((column) => [
    cell(column, -1),
    cell(column, '12.5'),
    cell(column, 'many'),
    cell(column, '12 %'),
    cell(column, '1e3'),
    cell(column, Number.NaN),
    cell(column, true),
  ]),
  south(
    'actuals.responses.count',
    'a count that is a word',
    kept({ count: 'all', responses: 90, value: '90%' }),
    at('count', 5),
    '"all"',
  ),
  south(
    'actuals.responses.count',
    'a count below 0',
    kept({ count: -3, responses: 90, value: '90%' }),
    at('count', 5),
    '"-3"',
  ),
];

/** What is found when counts of rows meet the sample rules of a plan. */
export const runSampleCases: readonly IssueCase[] = [
  ...sums,
  ...values,
  ...kinds,
  ...missings,
  ...responses,
  ...nones,
  ...fews,
  ...cells,
];
