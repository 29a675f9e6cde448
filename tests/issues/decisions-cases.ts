import type { IssueCode } from '../../src/index.js';
import { basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { type IssueCase, planFault, type RowsCase } from './case.js';

const decided: Writing = {
  id: 'ben',
  plan: 'customer-incentive',
  amount: '8000',
  currency: 'USD',
  by: 'm-1',
  on: '2027-01-20',
  reason: 'led the launch',
};

/** The decision on Ben is wrong in some way, in the column named. */
const one = (code: IssueCode, column: string, changes: Writing, says: string): RowsCase => ({
  code,
  file: 'decisions',
  when: JSON.stringify(changes),
  rows: [{ ...decided, ...changes }],
  where: { row: 1, column },
  says,
  withheld: ['ben'],
});

/** Rows of decisions. */
export const decisionsCases: readonly RowsCase[] = [
  one('rows.cell.missing', 'plan', { plan: '' }, 'no plan'),
  one('rows.cell.missing', 'currency', { currency: '' }, 'no currency'),
  one('rows.cell.missing', 'by', { by: ' ' }, 'no by'),
  one('rows.cell.missing', 'on', { on: '' }, 'no on'),
  one('rows.currency.unknown', 'currency', { currency: 'Euro' }, '"Euro" is not a currency'),
  one('rows.date.form', 'on', { on: '20.01.2027' }, '"20.01.2027"'),
  one('rows.number.form', 'amount', { amount: '110%' }, 'a percentage where an amount belongs'),
  one('rows.number.form', 'amount', { amount: '8.000' }, 'could mean 8000 or 8.000'),
  one('rows.number.form', 'amount', { amount: '=7000+500' }, '"=7000+500"'),
  one('rows.number.form', 'formula', { formula: 'n/a' }, '"n/a"'),
  one('decisions.amount.negative', 'amount', { amount: -1 }, '"-1" lies below zero'),
  one('decisions.amount.decimals', 'amount', { amount: '8000.0001' }, 'more decimals than USD'),
  one('decisions.amount.decimals', 'amount', { amount: '8000.5', currency: 'JPY' }, 'more decimals than JPY'),
  one('decisions.amount.decimals', 'amount', { amount: '1/3' }, '"1/3"'),
  {
    ...one('decisions.award.twice', 'amount', {}, 'Rows 1, 2 all decide'),
    rows: [decided, { ...decided, amount: '9000' }],
    withheld: ['ben', 'ben'],
  },
  {
    ...one('decisions.amount.blank', 'amount', { amount: '' }, 'a reason and a day and no amount'),
    withheld: [],
  },
  {
    ...one('decisions.amount.blank', 'amount', { amount: ' ', reason: '' }, 'has a day and no amount'),
    withheld: [],
  },
  { ...one('rows.column.unknown', 'ammount', { ammount: '1' }, 'ammount'), where: ['ammount'], withheld: [] },
];

const RULES: Writing = { by: 'manager', range: { from: '80%', to: '120%' }, reason: 'required' };

const fault = (code: IssueCode, changes: Writing, where: Where, says: string): IssueCase =>
  planFault(code, JSON.stringify(changes), basePlan({ decisions: { ...RULES, ...changes } }), where, says);

const range = (code: IssueCode, ends: Writing, where: Where, says: string) =>
  fault(code, { range: { from: '80%', to: '120%', ...ends } }, where, says);

const ENDS = ['decisions', 'range'];

/** Who may decide, and within what, as a plan says it. */
export const planDecisionCases: readonly IssueCase[] = [
  range('plan.decisions.range', { from: '130%' }, ENDS, 'begins at 130%, above its end 120%'),
  range(
    'plan.decisions.range',
    { from: { money: 2, currency: 'USD' }, to: { money: 1, currency: 'USD' } },
    ENDS,
    'begins at 2',
  ),
  range('plan.decisions.range', { from: '-1%' }, [...ENDS, 'from'], '-1% lies below zero'),
  range(
    'plan.decisions.range',
    { to: { money: -5, currency: 'USD' } },
    [...ENDS, 'to'],
    '-5 lies below zero',
  ),
  range('plan.number.percent', { to: 120 }, [...ENDS, 'to'], '"120"'),
  range('plan.currency.missing', { to: { money: 500 } }, [...ENDS, 'to', 'currency'], '500 has no currency'),
  range('plan.number.form', { to: 'unlimitted' }, [...ENDS, 'to'], 'unlimitted'),
  fault('plan.key.missing', { range: { from: '80%' } }, [...ENDS, 'to'], '"to" is missing'),
  fault('plan.decisions.range', { budget: '0%' }, ['decisions', 'budget'], 'A budget of 0%'),
  fault('plan.number.percent', { budget: 100 }, ['decisions', 'budget'], '"100"'),
  fault('plan.field.structure', { by: 'id' }, ['decisions', 'by'], '"id"'),
  fault('plan.name.form', { by: '__proto__' }, ['decisions', 'by'], '__proto__'),
  fault('plan.value.option', { reason: 'always' }, ['decisions', 'reason'], '"always"'),
];
