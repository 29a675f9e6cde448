import * as z from 'zod';
import { actualStatuses } from '../data/actuals.js';
import { currency, day, field } from '../plan/fields.js';
import { stages } from '../plan/formula.js';
import { awardStatuses } from '../run/run.js';
import { explanationExample } from './explanation-example.js';
import {
  clause,
  count,
  decision,
  maybe,
  money,
  period,
  personIdOut,
  personName,
  planId,
} from './result-fields.js';

const { award: example } = explanationExample;

export const stage = field(z.enum(stages), 'The stage of the calculation it belongs to.', 'goal');

/** What became of a person in a plan. */
export const awardStatus = field(
  z.enum(awardStatuses),
  'paid; zero (an award of nothing); notEligible (takes no part); withheld (something must be mended first).',
  'paid',
);

const reason = z.strictObject({
  code: field(
    z.enum([
      'not-in-plan',
      'not-employed',
      'not-in-population',
      'left-before-period-end',
      'left-before-payment',
      'forfeited',
      'hired-too-late',
      'service-too-short',
      'gate-closed',
      'no-day-counts',
      'target-zero',
      'payout-zero',
      'rounded-to-zero',
      'decided',
      'withheld',
    ]),
    'Stable code of the reason.',
    'gate-closed',
  ),
  message: field(
    z.string(),
    'The reason in words, in the language of the explanation.',
    'gate: Savings closed',
  ),
});

const part = z.strictObject({
  stage,
  name: field(z.string(), 'The goal, gate, modifier, limit or safe part.', 'Recommendation'),
  source: clause,
  amount: field(money, 'What it brought, or took; all parts sum to the award.', '6600.00'),
});

const segment = z.strictObject({
  from: field(day, 'First day of the stretch.', '2026-01-01'),
  to: field(day, 'Last day of the stretch, counted.', '2026-12-31'),
  days: field(count, 'Days in the stretch.', 365),
  leave: maybe(z.string(), 'Leave that counts in part on these days.', 'sick'),
  share: field(z.string(), 'What the days count, in words.', '92/365 days × 50% (leave: sick)'),
});

const step = z.strictObject({
  stage: z.exactOptional(stage),
  name: field(z.string(), 'What the value is called.', 'Recommendation'),
  source: clause,
  segment: maybe(
    count.min(1),
    'The stretch of days it belongs to, counted from 1; absent where it is the same in all.',
    2,
  ),
  shown: field(z.string(), 'The value for people, with its unit.', '110%'),
  value: field(
    z.union([z.string(), z.boolean()]),
    'The value for machines: exact, p/q where decimals do not end, text or a condition; empty where it may not be shown.',
    '1.1',
  ),
  how: field(z.string(), 'How it came about.', '48 lies between 45 → 100% and 60 → 150%'),
  notUsed: maybe(
    z.literal(true),
    'Of a branch of the plan that was not taken this time: it changed nothing.',
    true,
  ),
});

/** What a plan yields for a person, with how it came about. */
export const awardSchema = z.strictObject({
  person: personIdOut,
  name: z.exactOptional(personName),
  plan: planId,
  version: field(z.string(), 'Version of the plan.', '1'),
  period: field(period, 'The performance period.', example.period),
  status: awardStatus,
  reasons: field(z.array(reason), 'Why nothing is paid; empty where something is.', [
    { code: 'gate-closed', message: 'gate: Savings closed' },
  ]),
  currency: maybe(currency, 'ISO 4217 code of every amount of the award.', 'USD'),
  amount: maybe(money, 'The award; absent for who takes no part or is withheld.', '8600.00'),
  decided: maybe(
    decision,
    'The decision that the award is, beside what the formula gave; absent where the formula stands.',
    { formula: '8600.00', by: 'm-1', on: '2027-01-20', reason: 'Led the launch' },
  ),
  target: maybe(
    money,
    'Target opportunity for the days that count; absent where the plan states none.',
    '8000.00',
  ),
  safe: maybe(money, 'The safe part: what of target is paid anyway, or the floor.', '2000.00'),
  atRisk: maybe(money, 'The rest of target, which moves with the results.', '6000.00'),
  restsOn: maybe(z.enum(actualStatuses), 'The least sure of the measured values it rests on.', 'final'),
  notes: maybe(
    z.array(z.string()),
    'What is particular about the person: how a leaver is treated, exceptions.',
    ['left 2026-09-30 (retirement): paid for the days worked'],
  ),
  parts: maybe(
    z.array(part),
    'What each goal, gate, modifier, limit and rounding brought or took; sums to the award.',
    example.parts,
  ),
  segments: maybe(
    z.array(segment),
    'The stretches of days of the person, also those that count nothing.',
    example.segments,
  ),
  steps: maybe(
    z.array(step),
    'Every named value of the calculation, in the order of the stages.',
    example.steps,
  ),
});
