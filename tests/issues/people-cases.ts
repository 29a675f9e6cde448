import type { IssueCode } from '../../src/index.js';
import { basePeople, basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

/** Ben's row is wrong in some way: Ben is withheld, Ann is paid. */
const ben = (code: IssueCode, when: string, changes: Writing, where: Where, says: string): IssueCase => ({
  code,
  when,
  people: basePeople({}, changes),
  where,
  says,
  withheld: ['ben'],
});

const at = (column: string, row = 2) => ({ row, column });
const [ann, benRow] = basePeople() as [Writing, Writing];

const rows: readonly IssueCase[] = [
  {
    code: 'people.id.form',
    when: 'a number of 20 digits has lost some',
    people: [ann, { ...benRow, id: Number('12345678901234567890') }],
    where: at('id'),
    says: '12345678901234567000',
    withheld: ['12345678901234567000'],
  },
  {
    code: 'people.column.near',
    when: 'the leaver stands in Left',
    people: basePeople({}, { Left: '2026-03-31' }),
    where: ['Left'],
    says: 'left',
  },
  {
    code: 'people.assignment.gap',
    when: 'nothing is said of February and March',
    people: [ann, { ...benRow, from: '2026-01-01', to: '2026-01-31' }, { ...benRow, from: '2026-04-01' }],
    where: at('from', 3),
    says: '2026-04-01',
  },
  {
    code: 'people.plans.unknown',
    when: 'the id of the plan is misspelt',
    people: basePeople({}, { plans: 'customer-incentiv customer-incentive' }),
    where: at('plans'),
    says: 'customer-incentiv',
  },
  {
    code: 'people.none',
    when: 'the file is empty',
    people: [],
    where: [],
    says: 'no people',
    nobody: true,
  },
  {
    code: 'people.row.form',
    when: 'a row is a list',
    people: [ann, ['ben', '60000']],
    where: { row: 2 },
    says: '60000',
    withheld: ['(row 2)'],
  },
  {
    code: 'people.row.form',
    when: 'assignments hold a word',
    people: [ann, { ...benRow, assignments: ['North'] }],
    where: { row: 2 },
    says: 'North',
    withheld: ['ben'],
  },
  {
    code: 'people.column.missing',
    when: 'the column is called employee',
    people: { file: 'people.csv', rows: [{ employee: 'ann' }, { employee: 'ben' }], numbers: [2, 3] },
    where: { file: 'people.csv' },
    says: 'column id',
    nobody: true,
  },
  {
    code: 'people.id.missing',
    when: 'a blank id',
    people: basePeople({}, { id: '  ' }),
    where: at('id'),
    says: 'no id',
    withheld: ['(no id, row 2)'],
  },
  {
    code: 'people.id.duplicate',
    when: 'two undated rows of one id, as after a bad merge',
    people: [...basePeople(), { ...benRow, salary: '61000.00' }],
    where: at('id'),
    says: '"ben" stands in rows 2, 3',
    withheld: ['ben'],
  },
  {
    code: 'people.id.duplicate',
    when: 'two people share an id: the names differ',
    people: [
      ann,
      { ...benRow, from: '2026-01-01', to: '2026-06-30' },
      { ...benRow, from: '2026-07-01', name: 'Bo Berg' },
    ],
    where: at('id'),
    says: 'ben',
    withheld: ['ben'],
  },
];

const days: readonly IssueCase[] = [
  ben('people.date.form', '30 February', { hired: '2026-02-30' }, at('hired'), '2026-02-30'),
  ben(
    'people.date.form',
    'a day as a spreadsheet shows it',
    { left: '31.12.2026' },
    at('left'),
    '31.12.2026',
  ),
  ben('people.date.form', 'a day as a spreadsheet stores it', { from: 46023 }, at('from'), '46023'),
  ben(
    'people.date.order',
    'left before hired',
    { hired: '2026-07-01', left: '2026-06-30' },
    at('left'),
    '2026-06-30 lies before 2026-07-01',
  ),
  ben(
    'people.date.order',
    'an assignment ends before it begins',
    { from: '2026-07-01', to: '2026-01-31' },
    at('to'),
    '2026-01-31',
  ),
  {
    code: 'people.assignment.overlap',
    when: 'a mover is in two teams on 30 June',
    people: [
      ann,
      { ...benRow, from: '2026-01-01', to: '2026-06-30' },
      { ...benRow, from: '2026-06-30', team: 'North' },
    ],
    where: at('from', 3),
    says: '2026-06-30',
    withheld: ['ben'],
  },
  {
    code: 'people.assignment.overlap',
    when: 'two changes on one day',
    people: [ann, { ...benRow, from: '2026-07-01' }, { ...benRow, from: '2026-07-01', team: 'North' }],
    where: at('from', 3),
    says: '"ben"',
    withheld: ['ben'],
  },
];

const salary = (written: unknown, says: string) =>
  ben(
    'people.field.number',
    `the salary is ${JSON.stringify(written)}`,
    { salary: written },
    at('salary'),
    says,
  );

const rated = (table: Writing): Writing => basePlan({ modifiers: [{ from: { person: 'rating' }, table }] });

const cells: readonly IssueCase[] = [
  salary('12,500.00 ', '12,500.00'),
  salary('n/a', 'n/a'),
  salary('60000 USD', '60000 USD'),
  salary('60.000,00', '60.000,00'),
  salary('6e4', '6e4'),
  salary('#REF!', '#REF!'),
  salary(Number.NaN, 'NaN'),
  salary(Number('1e999'), 'Infinity'),
  salary(0.1 + 0.2, '0.30000000000000004'),
  salary('١٢٣', '١٢٣'),
  ben('people.field.missing', 'the salary is blank', { salary: '' }, at('salary'), '"ben" has no salary'),
  ben('people.field.missing', 'the salary is null', { salary: null }, at('salary'), '"ben" has no salary'),
  ben('people.field.missing', 'nobody knows the team', { team: undefined }, at('team'), '"ben" has no team'),
  {
    code: 'people.field.missing',
    when: 'the plan reads a column called toString',
    document: basePlan({ modifiers: [{ from: { person: 'toString' }, within: ['0%', '150%'] }] }),
    people: basePeople({ toString: '100%' }),
    where: at('toString'),
    says: '"ben" has no toString',
    withheld: ['ben'],
  },
  {
    code: 'people.field.missing',
    when: 'service is asked for and nobody knows since when',
    document: basePlan({ eligibility: { minimumService: { days: 90 } } }),
    people: basePeople({}, { hired: '' }),
    where: at('hired'),
    says: '"ben" has no hired',
    withheld: ['ben'],
  },
  ben(
    'people.field.percent',
    'a target percent of 10',
    { targetPercent: '10' },
    at('targetPercent'),
    '1000 %',
  ),
  ben('people.field.negative', 'a salary below zero', { salary: '-60000' }, at('salary'), '-60000'),
  ben('people.field.negative', 'a salary in percent', { salary: '60%' }, at('salary'), '60%'),
  ben('people.currency.missing', 'a blank currency', { currency: '' }, at('currency'), '"ben"'),
  ben('people.currency.unknown', 'a currency with a slip', { currency: 'UDS' }, at('currency'), 'UDS'),
  ben('people.currency.unknown', 'a currency as a sign', { currency: '$' }, at('currency'), '$'),
  {
    code: 'run.currency.mixed',
    when: 'pay in another currency than the plan',
    document: basePlan({ currency: 'USD' }),
    people: basePeople({}, { currency: 'EUR' }),
    where: at('currency'),
    says: 'USD and salary in EUR',
    withheld: ['ben'],
  },
  {
    code: 'run.currency.mixed',
    when: 'a mover between countries',
    people: [
      ann,
      { ...benRow, from: '2026-01-01', to: '2026-06-30' },
      { ...benRow, from: '2026-07-01', currency: 'EUR' },
    ],
    where: at('currency'),
    says: 'USD and EUR',
    withheld: ['ben'],
  },
  {
    code: 'run.currency.mixed',
    when: 'a cap in dollars on an award in yen',
    document: basePlan({ limits: { award: { cap: { money: 9000, currency: 'USD' } } } }),
    people: basePeople({}, { currency: 'JPY' }),
    where: at('currency'),
    says: 'JPY',
    withheld: ['ben'],
  },
  {
    code: 'run.table.category',
    when: 'a rating that is not in the table',
    document: rated({ values: { meets: '100%', exceeds: '125%' } }),
    people: basePeople({}, { rating: 'Meets ' }),
    where: [],
    says: 'Meets',
    withheld: ['ben'],
  },
  {
    code: 'run.table.category',
    when: 'a rating called constructor',
    document: rated({ values: { meets: '100%' } }),
    people: basePeople({}, { rating: 'constructor' }),
    where: [],
    says: 'constructor',
    withheld: ['ben'],
  },
  {
    code: 'people.field.missing',
    when: 'a rating that nobody gave',
    document: rated({ values: { meets: '100%' } }),
    people: basePeople({}, { rating: undefined }),
    where: at('rating'),
    says: '"ben" has no rating',
    withheld: ['ben'],
  },
  {
    code: 'run.segments.differ',
    when: 'a mover in a plan that does not prorate and does not say which team counts',
    document: basePlan({ target: { amount: { money: '5000', currency: 'USD' }, prorate: 'none' } }),
    people: [
      ann,
      { ...benRow, from: '2026-01-01', to: '2026-06-30' },
      { ...benRow, from: '2026-07-01', team: 'North' },
    ],
    where: { row: 3 },
    says: '"ben" has assignments that differ',
    withheld: ['ben'],
  },
  {
    code: 'people.field.number',
    when: 'thousands with a point, or dollars with three decimals',
    people: basePeople({}, { salary: '60.000' }),
    where: at('salary'),
    says: 'could mean 60000 or 60.000',
    withheld: ['ben'],
  },
  {
    code: 'run.rounding.finer',
    when: 'cents of yen',
    document: basePlan({ rounding: { award: { to: '0.01', mode: 'halfUp' } } }),
    people: basePeople({}, { currency: 'JPY', salary: '1234567', hired: '2026-02-03' }),
    where: ['rounding', 'award', 'to'],
    says: 'JPY',
    withheld: ['ben'],
  },
];

/** Rows of people that cost one person the award, and nobody else. */
export const peopleCases: readonly IssueCase[] = [...rows, ...days, ...cells];
