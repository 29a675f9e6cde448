import type { IssueCode } from '../../src/index.js';
import { baseGoals, baseMetrics, basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

const fault = (code: IssueCode, when: string, changes: Writing, where: Where, says: string): IssueCase => ({
  code,
  when,
  document: basePlan(changes),
  where,
  says,
});

const SALARY = { percent: '10%', of: 'salary' };
const prorate = (way: unknown) => ({ target: { ...SALARY, prorate: way } });
const standard = (changes: Writing) => ({
  ...prorate({ workingDays: 'standard' }),
  calendars: { standard: { week: [1, 1, 1, 1, 1, 0, 0], ...changes } },
});
const table = (...rows: unknown[]) => prorate({ table: rows });
const DAYS = ['target', 'prorate'];

/** Named parts of the period. */
const parts: readonly IssueCase[] = [
  fault(
    'plan.period.parts',
    'five months have no quarters',
    { period: { start: '2026-01-01', end: '2026-05-31' }, periods: 'quarters' },
    ['periods'],
    'quarters',
  ),
  fault('plan.period.parts', 'a calendar year has no weeks', { periods: '4-4-5' }, ['periods'], '4-4-5'),
  fault(
    'plan.period.parts',
    'two halves share a day',
    {
      periods: {
        firstHalf: { start: '2026-01-01', end: '2026-07-01' },
        secondHalf: { start: '2026-07-01', end: '2026-12-31' },
      },
    },
    ['periods', 'secondHalf'],
    'secondHalf',
  ),
  fault(
    'plan.period.parts',
    'a part of another year',
    { periods: { firstHalf: { start: '2025-01-01', end: '2025-06-30' } } },
    ['periods', 'firstHalf'],
    '2025-01-01',
  ),
  fault(
    'plan.period.parts',
    'a part that ends before it starts',
    { periods: { firstHalf: { start: '2026-06-30', end: '2026-01-01' } } },
    ['periods', 'firstHalf'],
    '2026-06-30',
  ),
  fault(
    'plan.value.option',
    'a way to cut it that does not exist',
    { periods: 'quarter' },
    ['periods'],
    'quarter',
  ),
  fault(
    'plan.period.parts',
    'a goal reads a part, and the plan names none',
    { goals: baseGoals({}, { during: 'H1' }) },
    ['goals', 1, 'during'],
    '"H1"',
  ),
  fault(
    'plan.period.parts',
    'a goal reads a quarter of a year in halves',
    { periods: 'halves', goals: baseGoals({}, { during: 'Q1' }) },
    ['goals', 1, 'during'],
    '"Q1"',
  ),
  fault(
    'plan.period.parts',
    'a part called as a method of every object',
    { periods: 'halves', goals: baseGoals({}, { during: 'toString' }) },
    ['goals', 1, 'during'],
    '"toString"',
  ),
  fault(
    'plan.period.parts',
    'a gate reads a part with a slip',
    { periods: 'halves', gates: [{ metric: 'nps', during: 'h1', atLeast: 20 }] },
    ['gates', 0, 'during'],
    '"h1"',
  ),
  fault(
    'plan.period.parts',
    'a modifier reads a part that is none',
    {
      periods: { spring: { start: '2026-03-01', end: '2026-05-31' } },
      modifiers: [{ from: { metric: 'nps', during: 'autumn' }, curve: [[0, 1]] }],
    },
    ['modifiers', 0, 'from', 'during'],
    '"autumn"',
  ),
  fault(
    'plan.period.parts',
    'a column of people has no parts',
    { periods: 'halves', gates: [{ person: 'rating', during: 'H1', is: 'meets' }] },
    ['gates', 0, 'during'],
    'field of the person',
  ),
  fault(
    'plan.metric.target',
    'the achievement of a half against the target of the year',
    { periods: 'halves', goals: baseGoals({ during: 'H1' }) },
    ['goals', 0, 'during'],
    '1000000',
  ),
  fault(
    'plan.metric.target',
    'a gate over a half against the target of the year',
    {
      periods: 'halves',
      metrics: baseMetrics(),
      gates: [{ metric: 'revenue', reads: 'aboveTarget', during: 'H2', atLeast: 0 }],
    },
    ['gates', 0, 'during'],
    '1000000',
  ),
];

/** Who takes part, and when awards are paid. */
const population: readonly IssueCase[] = [
  fault(
    'plan.payment.missing',
    'employed on the payment date, of which nothing is said',
    { eligibility: { employedAt: 'paymentDate' } },
    ['payment'],
    'payment date',
  ),
  fault(
    'plan.period.order',
    'paid a year early',
    { payment: { date: '2025-03-15' } },
    ['payment', 'date'],
    '2025-03-15',
  ),
  fault(
    'plan.value.option',
    'employed at a day with a slip',
    { eligibility: { employedAt: 'paymentDay' } },
    ['eligibility', 'employedAt'],
    'paymentDay',
  ),
  fault(
    'plan.gate.comparator',
    'a rule without a comparator',
    { eligibility: { where: [{ person: 'country', is: 'FR' }, { person: 'grade' }] } },
    ['eligibility', 'where', 1],
    '0 comparators',
  ),
  fault(
    'plan.gate.comparator',
    'a rule with two comparators',
    { eligibility: { where: [{ person: 'unit', is: 'Sales', isNot: 'Temp' }] } },
    ['eligibility', 'where', 0],
    '2 comparators',
  ),
  fault(
    'plan.limit.order',
    'a range from high to low, which nobody can be in',
    { eligibility: { where: [{ person: 'fte', within: ['100%', '50%'] }] } },
    ['eligibility', 'where', 0, 'within'],
    '100% and 50%',
  ),
  fault(
    'plan.field.structure',
    'a rule over the day of hire',
    { eligibility: { where: [{ person: 'hired', is: '2026-01-01' }] } },
    ['eligibility', 'where', 0, 'person'],
    'hired',
  ),
  fault(
    'plan.key.unknown',
    'a comparator with a slip',
    { eligibility: { where: [{ person: 'country', isnt: 'FR' }] } },
    ['eligibility', 'where', 0, 'isnt'],
    'isnt',
  ),
  fault(
    'plan.value.size',
    'one of no texts',
    { eligibility: { where: [{ person: 'country', is: [] }] } },
    ['eligibility', 'where', 0, 'is'],
    '[]',
  ),
  fault(
    'plan.name.form',
    'another plan by its title',
    { eligibility: { notWith: ['Sales bonus 2026'] } },
    ['eligibility', 'notWith', 0],
    'Sales bonus 2026',
  ),
];

/** What target percent is taken of. */
const basis: readonly IssueCase[] = [
  fault(
    'plan.target.basis',
    'the salary of a day beside pay earned',
    { target: { percent: '10%', of: { earnings: ['base'] }, salaryAt: 'periodEnd' } },
    ['target', 'salaryAt'],
    'salaryAt',
  ),
  fault(
    'plan.target.basis',
    'hours beside pay earned',
    { target: { percent: '10%', of: { earnings: ['base'] }, hours: 'share' } },
    ['target', 'hours'],
    'hours',
  ),
  fault(
    'plan.target.basis',
    'hours beside a column of pay earned',
    { target: { percent: '10%', of: { person: 'earned' }, prorate: 'none', hours: 'full' } },
    ['target', 'hours'],
    'hours',
  ),
  fault(
    'plan.target.basis',
    'the salary of a day beside midpoints',
    {
      currency: 'USD',
      target: {
        percent: '10%',
        of: { by: 'grade', values: { G5: 50_000 } },
        salaryAt: '2026-07-01',
        prorate: 'none',
      },
    },
    ['target', 'salaryAt'],
    'salaryAt',
  ),
  fault(
    'plan.target.proration',
    'days of pay earned are counted again',
    { target: { percent: '10%', of: { earnings: ['base'] }, prorate: 'calendarDays' } },
    DAYS,
    'pay earned',
  ),
  fault(
    'plan.key.missing',
    'midpoints without saying how part of a period counts',
    { currency: 'USD', target: { percent: '10%', of: { by: 'grade', values: { G5: 50_000 } } } },
    DAYS,
    'prorate',
  ),
  fault(
    'plan.currency.missing',
    'midpoints without a currency',
    { target: { percent: '10%', of: { by: 'grade', values: { G5: 50_000 } }, prorate: 'none' } },
    ['target', 'of', 'currency'],
    'currency',
  ),
  fault(
    'plan.currency.missing',
    'the last rung of a ladder without a currency',
    { target: { amount: { person: 'targetAmount', otherwise: { money: 5000 } }, prorate: 'none' } },
    ['target', 'amount', 'otherwise', 'currency'],
    '5000',
  ),
  fault(
    'plan.number.percent',
    'a percent by grade of 8',
    {
      target: {
        percent: { person: 'targetPercent', otherwise: { by: 'grade', values: { G5: '8%', G6: 12 } } },
        of: 'salary',
        prorate: 'none',
      },
    },
    ['target', 'percent', 'otherwise', 'values', 'G6'],
    '1200 %',
  ),
  fault(
    'plan.target.range',
    'a negative midpoint',
    { currency: 'USD', target: { percent: '10%', of: { by: 'grade', values: { G5: -1 } }, prorate: 'none' } },
    ['target', 'of', 'values', 'G5'],
    '-1',
  ),
  fault(
    'plan.date.form',
    'the salary of a day that does not exist',
    { target: { ...SALARY, salaryAt: '2026-02-29', prorate: 'none' } },
    ['target', 'salaryAt'],
    '2026-02-29',
  ),
  fault(
    'plan.value.option',
    'hours with a slip',
    { target: { ...SALARY, hours: 'shared', prorate: 'none' } },
    ['target', 'hours'],
    'shared',
  ),
  fault(
    'plan.value.size',
    'earnings without a code',
    { target: { percent: '10%', of: { earnings: [] } } },
    ['target', 'of', 'earnings'],
    '[]',
  ),
];

/** How part of a period counts. */
const proration: readonly IssueCase[] = [
  fault('plan.value.option', 'a day count with a slip', prorate('act/atc'), DAYS, 'act/atc'),
  fault(
    'plan.proration.form',
    'whole months of a year that begins within one',
    {
      ...prorate({ wholeMonths: { startBy: 15, endFrom: 16 } }),
      period: { start: '2026-01-15', end: '2027-01-14' },
    },
    [...DAYS, 'wholeMonths'],
    '2026-01-15',
  ),
  fault(
    'plan.proration.form',
    'whole months of 52 weeks',
    {
      ...prorate({ wholeMonths: { startBy: 15, endFrom: 16 } }),
      period: { start: '2025-12-29', end: '2026-12-27', years: 1 },
    },
    [...DAYS, 'wholeMonths'],
    '2025-12-29',
  ),
  fault(
    'plan.proration.form',
    'a month in which somebody leaves and returns would count twice',
    prorate({ wholeMonths: { startBy: 20, endFrom: 9 } }),
    [...DAYS, 'wholeMonths'],
    'twice',
  ),
  fault(
    'plan.proration.form',
    'by the 32nd of a month',
    prorate({ wholeMonths: { startBy: 15, endFrom: 32 } }),
    [...DAYS, 'wholeMonths', 'endFrom'],
    '32',
  ),
  fault(
    'plan.number.form',
    'by day 0 of a month',
    prorate({ wholeMonths: { startBy: 0, endFrom: 16 } }),
    [...DAYS, 'wholeMonths', 'startBy'],
    '0',
  ),
  fault(
    'plan.key.missing',
    'whole months that only say how they begin',
    prorate({ wholeMonths: { startBy: 15 } }),
    [...DAYS, 'wholeMonths', 'endFrom'],
    'endFrom',
  ),
  fault(
    'plan.proration.form',
    'a calendar with a slip in its name',
    { ...standard({}), ...prorate({ workingDays: 'standrad' }) },
    [...DAYS, 'workingDays'],
    'standrad',
  ),
  fault(
    'plan.proration.form',
    'calendars by a column, and none in the plan',
    prorate({ workingDays: { person: 'schedule' } }),
    [...DAYS, 'workingDays'],
    'no calendars',
  ),
  fault(
    'plan.value.size',
    'a week of six days',
    standard({ week: [1, 1, 1, 1, 1, 0] }),
    ['calendars', 'standard', 'week'],
    '[1,1,1,1,1,0]',
  ),
  fault(
    'plan.proration.form',
    'a negative Saturday',
    standard({ week: [1, 1, 1, 1, 1, -1, 0] }),
    ['calendars', 'standard', 'week', 5],
    '-1',
  ),
  fault(
    'plan.proration.form',
    'a negative holiday',
    standard({ days: { '2026-12-25': '-0.5' } }),
    ['calendars', 'standard', 'days', '2026-12-25'],
    '-0.5',
  ),
  fault(
    'plan.proration.form',
    'a week without work',
    standard({ week: [0, 0, 0, 0, 0, 0, 0] }),
    ['calendars', 'standard', 'week'],
    'No day of the week',
  ),
  fault(
    'plan.date.form',
    'a holiday on a day that does not exist',
    standard({ days: { '2026-02-30': 0 } }),
    ['calendars', 'standard', 'days', '2026-02-30'],
    '2026-02-30',
  ),
  fault(
    'plan.proration.form',
    'a table out of order',
    table([1, '0%'], [180, '100%'], [90, '50%']),
    [...DAYS, 'table', 2],
    '90 days',
  ),
  fault(
    'plan.proration.form',
    'a table with a row twice',
    table([90, '50%'], [90, '100%']),
    [...DAYS, 'table', 1],
    '90 days',
  ),
  fault('plan.proration.form', 'more than the whole', table([90, '110%']), [...DAYS, 'table', 0, 1], '110%'),
  fault('plan.number.percent', 'a share of 50', table([90, 50]), [...DAYS, 'table', 0, 1], '5000 %'),
  fault(
    'plan.proration.form',
    'days written as a share',
    table(['50%', '50%']),
    [...DAYS, 'table', 0, 0],
    '50%',
  ),
  fault('plan.value.size', 'a table without rows', table(), [...DAYS, 'table'], '[]'),
];

const survives = { paidAnyway: '30%', survives: { closedGate: true } };

/** Leave and leavers. */
const absence: readonly IssueCase[] = [
  fault(
    'plan.proration.form',
    'leave that counts more than work',
    { leave: { sick: { counts: '150%' } } },
    ['leave', 'sick', 'counts'],
    '150%',
  ),
  fault(
    'plan.proration.form',
    'leave that counts less than nothing',
    { leave: { sick: { counts: '-50%' } } },
    ['leave', 'sick', 'counts'],
    '-50%',
  ),
  fault(
    'plan.number.percent',
    'leave that counts 50',
    { leave: { sick: { counts: 50 } } },
    ['leave', 'sick', 'counts'],
    '5000 %',
  ),
  fault(
    'plan.number.form',
    'from day 0 of a leave',
    { leave: { sick: { counts: '50%', fromDay: 0 } } },
    ['leave', 'sick', 'fromDay'],
    '0',
  ),
  fault(
    'plan.key.missing',
    'a type of leave that does not say what counts',
    { leave: { sick: { fromDay: 31 } } },
    ['leave', 'sick', 'counts'],
    'counts',
  ),
  fault(
    'plan.key.unknown',
    'a key of leave with a slip',
    { leave: { sick: { counts: '50%', fromday: 31 } } },
    ['leave', 'sick', 'fromday'],
    'fromday',
  ),
  fault(
    'plan.value.option',
    'what leavers get, with a slip',
    { leavers: { resignation: 'forfiet', otherwise: 'prorate' } },
    ['leavers', 'resignation'],
    'forfiet',
  ),
  fault(
    'plan.value.option',
    'days of a leaver with a slip',
    { leavers: { redundancy: { days: 'every', results: 'actual' } } },
    ['leavers', 'redundancy', 'days'],
    'every',
  ),
  fault(
    'plan.key.missing',
    'days of a leaver without results',
    { leavers: { redundancy: { days: 'all' } } },
    ['leavers', 'redundancy', 'results'],
    'results',
  ),
  fault(
    'plan.risk.survives',
    'some leavers forfeit, and a part is safe',
    { risk: survives, leavers: { resignation: 'forfeit', otherwise: 'prorate' } },
    ['risk', 'survives'],
    'leavers forfeit',
  ),
  {
    ...fault(
      'plan.leave.unused',
      'leave beside a target that is not prorated',
      { ...prorate('none'), leave: { parental: { counts: '0%' } } },
      ['leave'],
      'counts nothing less',
    ),
    withheld: [],
  },
];

/** Plans whose rules about people cannot be as written. */
export const planPeopleCases: readonly IssueCase[] = [
  ...parts,
  ...population,
  ...basis,
  ...proration,
  ...absence,
];
