import * as z from 'zod';
import { field } from '../plan/fields.js';
import { stage } from './award.js';
import { explanationExample } from './explanation-example.js';
import { clause, exactNumber, maybe, money } from './result-fields.js';

const { risk, outcome, attribution } = explanationExample;

const goalName = field(
  z.string(),
  'The goal; empty for what hangs on no goal that counts.',
  'Recommendation',
);

const safePart = z.strictObject({
  stated: field(
    z.enum(['paidAnyway', 'atLeast']),
    'paidAnyway: paid beside the results; atLeast: a floor under the whole.',
    'paidAnyway',
  ),
  share: field(z.string(), 'Its part of target, as the plan writes it.', '25%'),
  survivesClosedGate: field(z.boolean(), 'Whether it is paid behind a closed gate too.', true),
  survivesLeaving: field(z.boolean(), 'Whether leavers who forfeit the rest are paid it too.', false),
});

const basePay = z.strictObject({
  givenUp: field(money, 'Base pay that is given up.', '4000.00'),
  atTarget: field(money, 'What is paid for it at target.', '5000.00'),
});

const goalAtRisk = z.strictObject({
  name: goalName,
  source: clause,
  amount: field(money, 'What of the part at risk hangs on it.', '6000.00'),
});

const gateAtRisk = z.strictObject({
  name: field(z.string(), 'The gate.', 'gate: Savings'),
  source: clause,
  holds: field(money, 'What it takes of an award at target when it is closed.', '6000.00'),
  closes: maybe(z.array(z.string()), 'The goals it closes; absent where it closes everything.', [
    'Recommendation',
  ]),
});

const bound = z.strictObject({
  amount: field(money, 'The bound.', '2000.00'),
  exact: field(
    z.boolean(),
    'Whether some results reach it; otherwise it may be further out than results can reach.',
    true,
  ),
});

const totalPay = z.strictObject({
  base: field(money, 'Base pay for the days that count.', '80000.00'),
  atTarget: field(money, 'Base pay and target together.', '88000.00'),
  atRiskShare: field(exactNumber, 'What part of that is at risk.', '3/44'),
});

const absent = z.strictObject({
  term: field(
    z.enum(['target', 'goals', 'minimum', 'maximum', 'totalPay', 'leverage', 'canBeZero']),
    'What does not apply.',
    'maximum',
  ),
  why: field(
    z.enum(['noTarget', 'noCap', 'formula', 'noSalary', 'noDownside', 'noUpside', 'notKnown']),
    'Why: the plan states no target, nothing caps the award, a formula states the payout as a whole, no salary is known, the award cannot fall below target, or it cannot be told.',
    'noCap',
  ),
});

/** What a plan declares to be at risk for a person. */
export const atRiskSchema = z.strictObject({
  target: maybe(money, 'Award at target; absent where the plan states none.', '8000.00'),
  safe: maybe(money, 'The safe part of target.', '2000.00'),
  atRisk: maybe(money, 'The rest of target, which can be lost or multiplied.', '6000.00'),
  safePart: maybe(safePart, 'How the plan states the safe part, and what it survives.', risk.safePart),
  basePay: maybe(basePay, 'Base pay put at risk.', {
    givenUp: '4000.00',
    atTarget: '5000.00',
  }),
  goals: field(z.array(goalAtRisk), 'What hangs on each goal; they sum to the part at risk.', risk.goals),
  gates: field(z.array(gateAtRisk), 'What each gate takes when it is closed.', [
    { name: 'gate: Savings', holds: '6000.00' },
  ]),
  minimum: maybe(bound, 'No award is lower, whatever is measured.', risk.minimum),
  maximum: maybe(bound, 'No award is higher, whatever is measured.', risk.maximum),
  totalPay: maybe(totalPay, 'Base pay and target together.', risk.totalPay),
  leverage: maybe(
    exactNumber,
    'How much there is to win for each unit there is to lose: (maximum − target) ÷ (target − minimum).',
    '0.5',
  ),
  maximumOfTarget: maybe(exactNumber, 'maximum ÷ target.', '1.375'),
  canBeZero: maybe(z.boolean(), 'Whether the award can be nothing; absent where that cannot be told.', false),
  cannotBeZero: field(
    z.array(z.enum(['safePart', 'safeFloor', 'awardFloor', 'guarantee', 'atTarget', 'results'])),
    'Why the award cannot be nothing.',
    risk.cannotBeZero,
  ),
  absent: field(z.array(absent), 'What does not apply to the award, and why.', [
    { term: 'maximum', why: 'noCap' },
  ]),
});

const outcomeLine = z.strictObject({
  stage,
  name: goalName,
  source: clause,
  atTarget: field(
    money,
    'What it brings at target; nothing for what is none of target, such as a gate.',
    '6000.00',
  ),
  brought: field(money, 'What it brought.', '6600.00'),
  amount: field(money, 'brought − atTarget.', '600.00'),
});

/** From target to the award. */
export const outcomeSchema = z.strictObject({
  target: field(money, 'Award at target.', '8000.00'),
  award: field(money, 'The award.', '8600.00'),
  amount: field(money, 'award − target; the lines sum to it.', '600.00'),
  lines: field(
    z.array(outcomeLine),
    'What each goal, gate, modifier, limit and rounding brought or cost, in the order of the stages.',
    outcome.lines,
  ),
});

const attributionLine = z.strictObject({
  kind: field(z.enum(['metric', 'person']), 'A metric, or a column of the person.', 'metric'),
  name: field(z.string(), 'Name of the metric or column in the plan.', 'recommendation'),
  title: field(z.string(), 'What explanations call it.', 'Recommendation'),
  amount: field(money, 'What it brought, on average over all orders.', '600.00'),
});

const attributed = z.strictObject({
  target: field(money, 'Award at target.', '8000.00'),
  atNeutral: field(money, 'What the plan pays with every input at its neutral value.', '8000.00'),
  award: field(money, 'The award.', '8600.00'),
  lines: field(
    z.array(attributionLine),
    'What each input that moves brought; they sum to award − atNeutral.',
    attribution.lines,
  ),
});

const notAttributed = z.union([
  z.strictObject({
    why: field(
      z.enum(['noTarget', 'notCalculable']),
      'Why nothing can be attributed: the plan states no target, or the award cannot be calculated with other results.',
      'noTarget',
    ),
  }),
  z.strictObject({
    why: field(
      z.enum(['noNeutral', 'tooMany']),
      'Why nothing can be attributed: the plan does not say where these inputs neither raise nor lower pay, or too many move the award.',
      'noNeutral',
    ),
    inputs: field(z.array(z.string()), 'The inputs.', ['Recommendation']),
  }),
]);

/** What each input brought against target, or why that cannot be told. */
export const attributionSchema = z.union([attributed, notAttributed]);
