import * as z from 'zod';
import { exceptionKinds } from '../data/exceptions.js';
import { currency, day, field } from '../plan/fields.js';
import { runStatuses } from '../run/run.js';
import { count, fingerprint, head, maybe, money, period, personIdOut, planId } from './result-fields.js';

const PRINT = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const PERIOD = { start: '2026-01-01', end: '2026-12-31' };
const COUNTS = { in: 64, paid: 58, zero: 0, notEligible: 5, withheld: 1 };
const version = field(z.string(), 'Version of the plan.', '3');
const code = field(currency, 'ISO 4217 code of the amounts.', 'USD');
const print = (description: string) => field(fingerprint, description, PRINT);

const plan = z.strictObject({
  plan: planId,
  version,
  title: maybe(z.string(), 'Title of the plan.', 'Annual incentive'),
  period: field(period, 'The days it covers.', PERIOD),
  amended: maybe(
    z.literal(true),
    'The period is only the part of the plan in which this version is in force.',
    true,
  ),
  fingerprint: print('Fingerprint of the plan.'),
});

const inputs = z.strictObject({
  people: print('Of the people.'),
  actuals: print('Of the actuals.'),
  leave: maybe(fingerprint, 'Of the leave.', PRINT),
  earnings: maybe(fingerprint, 'Of the earnings.', PRINT),
  exceptions: maybe(fingerprint, 'Of the exceptions.', PRINT),
  decisions: maybe(fingerprint, 'Of the decisions.', PRINT),
  rates: maybe(fingerprint, 'Of the rates of exchange.', PRINT),
});

const total = z.strictObject({
  plan: planId,
  currency: code,
  people: field(count, 'How many people have an amount, zero included.', 58),
  target: maybe(money, 'Sum of target opportunities; absent where the plan states none.', '460227.80'),
  safe: maybe(money, 'Sum of the safe parts.', '138068.34'),
  atRisk: maybe(money, 'Sum of the parts at risk.', '322159.46'),
  amount: field(money, 'Sum of the awards.', '434982.35'),
  formula: maybe(money, 'Sum of what the formula gives; absent where nothing was decided.', '434900.00'),
});

const share = {
  people: field(count, 'How many people share it.', 58),
  fund: field(money, 'What there is.', '106000.00'),
  paid: field(money, 'What was shared out.', '105000.00'),
  left: field(money, 'What was not.', '1000.00'),
};

const pool = z.strictObject({
  plan: planId,
  currency: code,
  ...share,
  groups: maybe(
    z.array(
      z.strictObject({
        level: field(z.string(), 'The column that names the groups.', 'team'),
        group: field(z.string(), 'The group.', 'North'),
        ...share,
      }),
    ),
    'The budgets of the groups it went through.',
    [],
  ),
});

const headcount = {
  in: field(count, 'People the run was given.', 64),
  paid: field(count, 'Paid.', 58),
  zero: field(count, 'With an award of nothing.', 0),
  notEligible: field(count, 'Not eligible.', 5),
  withheld: field(count, 'Withheld until something is mended.', 1),
};

const reconciliation = z.strictObject({
  people: field(z.strictObject(headcount), 'Over all plans.', COUNTS),
  plans: field(z.array(z.strictObject({ plan: planId, ...headcount })), 'Of each plan.', [
    { plan: 'annual', ...COUNTS },
  ]),
  holds: field(z.boolean(), 'Everybody is counted once.', true),
});

const issueCount = z.strictObject({
  code: field(z.string(), 'Stable code; the README lists all.', 'people.field.missing'),
  severity: field(z.enum(['error', 'warning']), 'An error keeps something from being used.', 'error'),
  count: field(count, 'How often it was found.', 1),
});

const exception = z.strictObject({
  person: personIdOut,
  plan: planId,
  kind: field(z.enum(exceptionKinds), 'What it sets.', 'guarantee'),
  value: field(z.union([z.string(), z.number()]), 'To what.', '8000.00'),
  currency: maybe(z.string(), 'Currency of an amount.', 'USD'),
  from: maybe(day, 'First day; absent from the start.', '2026-01-01'),
  until: field(day, 'Last day, counted.', '2026-12-31'),
  reason: field(z.string(), 'Why it was decided.', 'Guaranteed in the first year'),
  approver: field(z.string(), 'Who approved it.', 'Chief People Officer'),
});

const decision = z.strictObject({
  person: personIdOut,
  plan: planId,
  formula: field(z.string(), 'What the formula gives.', '8000.00'),
  amount: field(z.string(), 'What was decided.', '8500.00'),
  currency: field(z.string(), 'ISO 4217 code of both.', 'USD'),
  by: field(z.string(), 'Who decided.', 'm-7'),
  on: field(z.string(), 'On which day.', '2027-01-20'),
  reason: maybe(z.string(), 'Why; absent where nothing is said.', 'Led the migration'),
});

const control = z.strictObject({
  currency: code,
  lines: field(count, 'How many lines.', 40),
  amount: field(money, 'Their sum.', '434982.35'),
});

const payFile = z.strictObject({
  layout: field(z.string(), 'The layout it is in.', 'canonical'),
  name: field(z.string(), 'Name of the file.', 'pay-USD.csv'),
  controls: field(z.array(control), 'Lines and sum of each currency.', [
    { currency: 'USD', lines: 40, amount: '434982.35' },
  ]),
  fingerprint: print('SHA-256 of its bytes.'),
});

/** What a run was and came to, as the command writes it. */
export const receiptSchema = z.strictObject({
  ...head('receipt'),
  release: maybe(z.string(), 'The release of variable-pay that made the run.', '0.1.0'),
  status: field(z.enum(runStatuses), 'A final run was paid on.', 'final'),
  asOf: field(day, 'Day of the calculation.', '2027-01-31'),
  only: maybe(count, 'How many people it was limited to; absent where everybody was looked at.', 3),
  after: maybe(count, 'How many final runs were paid before: only the differences are paid.', 1),
  pseudonymised: maybe(z.literal(true), 'Ids, names and texts are pseudonyms.', true),
  plans: field(z.array(plan), 'The plans.', [
    { plan: 'annual', version: '3', period: PERIOD, fingerprint: PRINT },
  ]),
  inputs: field(inputs, 'Fingerprints of the files it was calculated on.', {
    people: PRINT,
    actuals: PRINT,
  }),
  result: print('Fingerprint of the result.'),
  totals: field(z.array(total), 'Sums of each plan and currency.', [
    { plan: 'annual', currency: 'USD', people: 58, amount: '434982.35' },
  ]),
  pools: maybe(z.array(pool), 'What became of each pool; absent where no plan has one.', []),
  reconciliation: field(reconciliation, 'People in = paid + zero + not eligible + withheld.', {
    people: COUNTS,
    plans: [{ plan: 'annual', ...COUNTS }],
    holds: true,
  }),
  issues: field(z.array(issueCount), 'What was found, and how often.', [
    { code: 'people.field.missing', severity: 'error', count: 1 },
  ]),
  exceptions: field(z.array(exception), 'Exceptions that were applied.', []),
  decisions: field(z.array(decision), 'What was decided beside the formula.', []),
  files: field(z.array(payFile), 'Pay files that were made of the run.', []),
  fingerprint: print('Fingerprint of all of the above.'),
});
