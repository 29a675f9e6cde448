import * as z from 'zod';
import { languages } from '../explain/explanation.js';
import { day, field } from '../plan/fields.js';
import { runStatuses } from '../run/run.js';
import { atRiskSchema, attributionSchema, outcomeSchema } from './at-risk.js';
import { awardSchema } from './award.js';
import { explanationExample as example } from './explanation-example.js';
import { clause, fingerprint, head, maybe, money } from './result-fields.js';

const FINGERPRINT_EXAMPLE = `sha256:${'0123456789abcdef'.repeat(4)}`;
const PLAN_FINGERPRINT = { plan: 'annual-incentive', version: '3', fingerprint: FINGERPRINT_EXAMPLE };

const planFingerprint = z.strictObject({
  plan: field(z.string(), 'Id of the plan.', 'annual-incentive'),
  version: field(z.string(), 'Its version.', '3'),
  fingerprint: field(fingerprint, 'Of its document as data.', FINGERPRINT_EXAMPLE),
});

const run = z.strictObject({
  status: field(z.enum(runStatuses), 'A draft may change; a final run is what was paid on.', 'final'),
  asOf: field(day, 'Day of the calculation.', '2027-01-31'),
  fingerprints: maybe(
    z.strictObject({
      plans: field(z.array(planFingerprint), 'Of each plan.', [PLAN_FINGERPRINT]),
      people: field(fingerprint, 'Of the people.', FINGERPRINT_EXAMPLE),
      actuals: field(fingerprint, 'Of the actuals.', FINGERPRINT_EXAMPLE),
      leave: maybe(fingerprint, 'Of the leave.', FINGERPRINT_EXAMPLE),
      earnings: maybe(fingerprint, 'Of the earnings.', FINGERPRINT_EXAMPLE),
      exceptions: maybe(fingerprint, 'Of the exceptions.', FINGERPRINT_EXAMPLE),
      decisions: maybe(fingerprint, 'Of the decisions.', FINGERPRINT_EXAMPLE),
      rates: maybe(fingerprint, 'Of the rates of exchange.', FINGERPRINT_EXAMPLE),
      result: field(fingerprint, 'Of the awards, totals and counts.', FINGERPRINT_EXAMPLE),
    }),
    'SHA-256 of everything the run was calculated on and of its result, where the stored run has them.',
    {
      plans: [PLAN_FINGERPRINT],
      people: FINGERPRINT_EXAMPLE,
      actuals: FINGERPRINT_EXAMPLE,
      result: FINGERPRINT_EXAMPLE,
    },
  ),
});

const goalExplained = z.strictObject({
  name: field(z.string(), 'The goal.', 'Recommendation'),
  source: clause,
  counted: field(z.string(), 'What counted, as people read it; of several stretches of days each.', '48'),
  pays: field(z.string(), 'What that pays, as people read it.', '110%'),
});

const onePoint = z.strictObject({
  metric: field(z.string(), 'Name of the metric in the plan.', 'recommendation'),
  title: field(z.string(), 'What explanations call it.', 'Recommendation'),
  point: field(z.string(), 'The size of the point, in words.', '1 more'),
  adds: maybe(
    money,
    'What it would have added to the award; absent where the award could not be calculated then.',
    '200.00',
  ),
});

const nextThreshold = z.strictObject({
  name: field(z.string(), 'The goal or gate.', 'Recommendation'),
  source: clause,
  now: field(z.string(), 'What was read.', '48'),
  at: field(z.string(), 'What must be read to get there, as the plan writes it.', '60'),
  pays: maybe(z.string(), 'What is paid there; absent for a gate.', '150%'),
});

/** Why an award is what it is. */
export const explanationSchema = z
  .strictObject({
    ...head('explanation'),
    language: field(z.enum(languages), 'Language of the texts; numbers are the same in every one.', 'en'),
    release: field(z.string(), 'The release of variable-pay that explains.', '0.1.0'),
    run: field(run, 'The run the award is of.', example.run),
    title: maybe(z.string(), 'Title of the plan.', 'Annual incentive'),
    award: field(awardSchema, 'The award, with its parts, stretches of days and every step.', example.award),
    riskOf: maybe(
      z.literal('formula'),
      'Where the award was decided: what is at risk, one point more, what is next and what inputs brought are of the formula.',
      'formula',
    ),
    risk: maybe(atRiskSchema, 'What is at risk; absent for who takes no part or is withheld.', example.risk),
    outcome: maybe(
      outcomeSchema,
      'From target to the award; absent where the plan states no target.',
      example.outcome,
    ),
    goals: field(z.array(goalExplained), 'What counted of each goal, and what that pays.', example.goals),
    onePoint: field(
      z.array(onePoint),
      'What one point more of each metric would have added (one less where lower is better).',
      example.onePoint,
    ),
    next: field(z.array(nextThreshold), 'What is still to be reached.', example.next),
    attribution: maybe(
      attributionSchema,
      'On request: what each input brought, whatever the order.',
      example.attribution,
    ),
  })
  .meta({ id: 'explanation', description: 'Why the award of a person in a plan is what it is.' });

/** One explanation, or those of a person as the command writes them. */
export const explanationFileSchema = z.union([
  explanationSchema,
  z.strictObject({
    ...head('explanations'),
    explanations: field(z.array(explanationSchema), 'One for each plan of the person.', [example]),
  }),
]);
