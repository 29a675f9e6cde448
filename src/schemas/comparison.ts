import * as z from 'zod';
import { comparisonStatuses, inputKinds } from '../compare/comparison.js';
import { currency, day, field } from '../plan/fields.js';
import { awardStatuses, runStatuses } from '../run/run.js';
import {
  count,
  decision,
  head,
  issues,
  maybe,
  money,
  personIdOut,
  personName,
  planId,
  tablePlace,
} from './result-fields.js';

const RAISE = { kind: 'person', name: 'salary' };
const RAISED = {
  kind: 'person',
  input: 'salary',
  from: '2026-07-01',
  before: '80000.00',
  now: '85000.00',
};
const ATTRIBUTED = { inputs: [RAISE], amount: '252.05', causes: [RAISED] };
const DECIDED = { formula: '7900.00', by: 'm-1', on: '2027-01-20', reason: 'Led the launch' };
const MOVE = { why: 'inputs', inputs: [RAISE], people: 1, amount: '252.05' };

const run = z.strictObject({
  asOf: field(day, 'Day of the calculation.', '2027-01-31'),
  status: field(z.enum(runStatuses), 'A draft may change; a final run is what was paid on.', 'final'),
});

const movedInput = z.strictObject({
  kind: field(
    z.enum(inputKinds),
    'What moved: employment is which days and assignments count, others what other people have.',
    'person',
  ),
  name: maybe(z.string(), 'The column or metric; absent where the kind says it all.', 'salary'),
});

const cause = z.strictObject({
  kind: field(
    z.enum([
      'person',
      'leave',
      'earnings',
      'exception',
      'decision',
      'rates',
      'actual',
      'plan',
      'asOf',
      'others',
    ]),
    'What kind of input it is.',
    'person',
  ),
  input: field(z.string(), 'The column, metric, code, type or key.', 'salary'),
  group: maybe(z.string(), 'Whose measured value it is; absent for the company.', 'North'),
  from: maybe(day, 'The first day it differs, where it does not differ from the start.', '2026-07-01'),
  before: maybe(z.string(), 'What was written; absent where nothing was.', '80000.00'),
  now: maybe(z.string(), 'What is written now; absent where nothing is.', '85000.00'),
  at: maybe(tablePlace, 'Where the new value stands.', {
    file: 'people.csv',
    row: 14,
    column: 'salary',
  }),
});

const attribution = z.strictObject({
  inputs: field(
    z.array(movedInput),
    'One input; several where only their joint effect is known; none where no input is known to have moved.',
    [RAISE],
  ),
  amount: field(money, 'What they brought of the difference.', '252.05'),
  causes: field(z.array(cause), 'What the inputs were and are.', [RAISED]),
  details: maybe(z.array(z.string()), 'What the plan says differently, in sentences.', [
    'goal "Recommendation": weight 40% becomes 30%',
  ]),
});

const personStatus = field(
  z.enum(comparisonStatuses),
  'new and gone are in one of the runs only; of withheld and notCompared no move is known.',
  'moved',
);

const statusIn = (run: string) =>
  maybe(
    z.enum(awardStatuses),
    `What became of the person in the ${run} run; absent where the run does not have the person in the plan.`,
    'paid',
  );

/** 10 % of 5,000 more a year, for the 184 days from July: 500 × 184/365 = 252.05. */
const person = z.strictObject({
  person: personIdOut,
  name: z.exactOptional(personName),
  plan: planId,
  status: personStatus,
  statusBefore: statusIn('earlier'),
  statusNow: statusIn('later'),
  currency: maybe(currency, 'ISO 4217 code of the amounts.', 'USD'),
  currencyBefore: maybe(
    currency,
    'The currency of before, where it was another one: there is no difference then.',
    'EUR',
  ),
  before: maybe(money, 'The award of the earlier run; absent where none is known.', '8000.00'),
  now: maybe(money, 'The award of the later run; absent where none is known.', '8252.05'),
  difference: maybe(
    money,
    'now − before; absent where one is not known or is in another currency.',
    '252.05',
  ),
  decided: maybe(
    z.strictObject({
      before: maybe(decision, 'Of the earlier run.', DECIDED),
      now: maybe(decision, 'Of the later run.', DECIDED),
    }),
    'The decisions that the awards are; absent where neither was decided.',
    { now: DECIDED },
  ),
  attribution: maybe(
    z.enum(['each', 'grouped', 'together']),
    'How far the difference could be told apart: each input has its part, inputs are grouped, or all stand together.',
    'each',
  ),
  inputs: field(z.array(attribution), 'What brought the difference; sums to it. Only of who moved.', [
    ATTRIBUTED,
  ]),
});

const move = z.strictObject({
  why: field(
    z.enum(['inputs', 'new', 'gone', 'withheld', 'notCompared', 'currency']),
    'Inputs of people in both runs; or people and awards that are in one run only.',
    'inputs',
  ),
  inputs: field(z.array(movedInput), 'Of inputs: which; none where no input is known to have moved.', [
    RAISE,
  ]),
  people: field(count, 'How many people it moved.', 1),
  amount: field(money, 'What it brought of the difference of the sums.', '252.05'),
});

const total = z.strictObject({
  plan: planId,
  currency: field(currency, 'ISO 4217 code of the sums.', 'USD'),
  before: field(money, 'The sum as the earlier run states it.', '64000.00'),
  now: field(money, 'The sum as the later run states it.', '64252.05'),
  difference: field(money, 'now − before; the moves sum to it.', '252.05'),
  moves: field(z.array(move), 'Why the sum moved, the largest first.', [MOVE]),
});

const counts = z.strictObject({
  moved: field(count, 'People whose award moved.', 1),
  same: field(count, 'People whose award is the same.', 7),
  new: field(count, 'People who are in the later run only.', 0),
  gone: field(count, 'People who are in the earlier run only.', 0),
  withheld: field(count, 'People who are withheld in one of the runs.', 0),
  notCompared: field(count, 'People whom one of the runs was not made for.', 0),
});

const runExample = { asOf: '2027-01-31', status: 'final' };

/** Two runs compared, as the command writes it. */
export const comparisonSchema = z.strictObject({
  ...head('comparison'),
  runs: field(
    z.strictObject({
      before: field(run, 'The earlier run.', runExample),
      now: field(run, 'The later run.', runExample),
    }),
    'The two runs.',
    { before: runExample, now: runExample },
  ),
  people: field(z.array(person), 'Everybody of either run, once for each plan.', [
    {
      ...{ person: 'e-1001', plan: 'annual', status: 'moved', statusBefore: 'paid', statusNow: 'paid' },
      ...{ currency: 'USD', before: '8000.00', now: '8252.05', difference: '252.05' },
      ...{ attribution: 'each', inputs: [ATTRIBUTED] },
    },
  ]),
  totals: field(z.array(total), 'The sums of each plan in each currency, and why they moved.', [
    {
      ...{ plan: 'annual', currency: 'USD' },
      ...{ before: '64000.00', now: '64252.05', difference: '252.05', moves: [MOVE] },
    },
  ]),
  counts: field(counts, 'How many people, by what became of them.', {
    ...{ moved: 1, same: 7, new: 0, gone: 0, withheld: 0, notCompared: 0 },
  }),
  issues,
});
