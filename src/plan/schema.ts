import * as z from 'zod/mini';
import { subPeriodMakers } from '../time/sub-periods.js';
import { fieldKinds } from './document.js';
import { currency, day, field, identity, literal, name, type Refusal, strict, text } from './fields.js';
import { missingRules } from './formula.js';
import { limits, risk, rounding } from './schema-amounts.js';
import { decisions } from './schema-decisions.js';
import { formulaNodes } from './schema-formula.js';
import { gate, goal, modifier } from './schema-goals.js';
import { metric } from './schema-metric.js';
import { formula, knowing } from './schema-node.js';
import { calendars, eligibility, leave, leavers } from './schema-people.js';
import { pool } from './schema-pool.js';
import { source } from './schema-shared.js';
import { target } from './schema-target.js';

/** What is paid is stated by one of these, or by a pool alone; a plan that states no ratio of target may have no target. */
const STATES = ['goals', 'payout', 'award'] as const;

function statedOnce(document: Partial<Record<string, unknown>>, context: z.core.$RefinementCtx): void {
  const stated = STATES.filter((key) => document[key] !== undefined);
  const refuse = (path: string, message: string, params: Refusal) =>
    context.addIssue({ code: 'custom', path: [path], message, params: { ...params } });
  if (stated.length === 0 && document['pool'] === undefined)
    refuse('goals', 'The key "goals" is missing', {
      code: 'plan.key.missing',
      expected: 'goals, payout (a ratio of target), award (money) or pool',
      hint: 'Add one of them; nothing is assumed',
    });
  if (stated.length > 1)
    refuse(stated[1] as string, `What is paid is stated ${stated.length} times, by ${stated.join(' and ')}`, {
      code: 'plan.formula.place',
      expected: 'goals, payout (a ratio of target) or award (money)',
      hint: 'Keep one of them',
    });
  const isAlone = stated.length === 0 && document['pool'] !== undefined;
  if (document['target'] === undefined && document['award'] === undefined && !isAlone)
    refuse('target', 'The key "target" is missing', {
      code: 'plan.key.missing',
      expected: 'an object with keys',
      hint: 'Add it; only a plan that states the award itself, or a pool alone, may have none',
    });
}

const document = strict({
  $schema: z.optional(
    field(
      z.string(),
      'Address of this schema, for editors.',
      './node_modules/variable-pay/schema/plan.schema.json',
    ),
  ),
  plan: field(identity, 'Id of the plan.', 'everyone-in-the-game'),
  version: field(literal, 'Version of the plan; results name it.', 3),
  title: z.optional(field(text, 'Title for people.', 'Customer incentive 2026')),
  source: z.optional(field(text, 'The document this plan renders.', 'Incentive plan 2026, section 4')),
  currency: z.optional(
    field(
      currency,
      "Currency of every award. Without it each award is in the currency of the person's salary.",
      'USD',
    ),
  ),
  conversion: z.optional(
    field(
      strict({
        on: field(z.union([day, z.enum(['periodEnd'])]), 'The day whose rates count.', 'periodEnd'),
        source: z.optional(source),
      }),
      'People paid in other currencies take part: their amounts count in the currency of the plan, at the rate of this day, from the rates file. Without it they are withheld.',
      { on: 'periodEnd' },
    ),
  ),
  period: field(
    strict({
      start: field(day, 'First day.', '2026-01-01'),
      end: field(day, 'Last day, counted.', '2026-12-31'),
      years: z.optional(
        field(literal, 'How much of a year the period is; only where it is not whole months.', '1'),
      ),
    }),
    'The days the plan covers.',
    { start: '2026-01-01', end: '2026-12-31' },
  ),
  periods: z.optional(
    field(
      z.union([
        z.enum(subPeriodMakers),
        z.record(
          name,
          strict({
            start: field(day, 'First day.', '2026-01-01'),
            end: field(day, 'Last day, counted.', '2026-06-30'),
          }),
        ),
      ]),
      'Named parts of the period: months (M1 …), quarters (Q1 …), halves (H1, H2), weeks by a pattern (P1 …), or parts with dates.',
      'quarters',
    ),
  ),
  payment: z.optional(
    field(strict({ date: field(day, 'Day of payment.', '2027-03-15') }), 'When awards are paid.', {
      date: '2027-03-15',
    }),
  ),
  calendars: z.optional(calendars),
  eligibility: z.optional(
    field(eligibility, 'Who takes part; without it everyone employed on a day of the period.', {
      employedAt: 'periodEnd',
      minimumService: { days: 90 },
    }),
  ),
  inForce: z.optional(
    field(
      strict({
        from: z.optional(field(day, 'First day.', '2026-06-15')),
        until: z.optional(field(day, 'Last day, counted.', '2026-06-14')),
      }),
      'The days of the period on which this version is in force, where the plan was amended within it.',
      { from: '2026-06-15' },
    ),
  ),
  target: z.optional(target),
  fields: z.optional(
    field(
      z.record(
        name,
        strict({
          kind: field(z.enum(fieldKinds), 'What the column holds.', 'money'),
          per: z.optional(
            field(
              z.enum(['year', 'period']),
              'Of money or a count: a rate, prorated with the days. Without it an amount such as wages paid or hours worked, which never is.',
              'year',
            ),
          ),
          title: z.optional(field(text, 'Name shown in explanations.', 'Individual factor')),
          neutral: z.optional(
            field(
              z.union([literal, z.boolean(), text]),
              'Of a column that holds a result: the value at which it neither raises nor lowers pay. Without it the column is a basis, such as a target percent.',
              '100%',
            ),
          ),
        }),
      ),
      'Columns of people that formulas read, and what they hold.',
      { individualFactor: { kind: 'ratio' } },
    ),
  ),
  terms: z.optional(
    field(z.record(name, formula), 'Named formulas, reused with { term: name }.', {
      corporate: { mean: [{ achievement: 'revenue' }, { achievement: 'profit' }] },
    }),
  ),
  payout: z.optional(
    field(formula, 'What is paid, as a ratio of target: instead of goals.', {
      product: [{ term: 'corporate' }, '80%'],
    }),
  ),
  award: z.optional(
    field(formula, 'What is paid, in money: instead of goals and target.', {
      prorated: { product: [{ person: 'salary' }, '5%'] },
      by: 'calendarDays',
    }),
  ),
  weightsOf: z.optional(
    field(
      z.enum(['target', 'salary']),
      'What weights are shares of: target (they sum to 1, default) or salary (they sum to the target percent).',
      'target',
    ),
  ),
  missing: z.optional(
    field(
      z.enum(missingRules),
      'The weight of neutralised goals: spread over the others, paid nothing, or paid as at target.',
      'reweight',
    ),
  ),
  metrics: field(z.record(name, metric), 'What is measured, by name.', {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '120000000' },
  }),
  goals: z.optional(
    field(z.array(goal).check(z.minLength(1), z.maxLength(100)), 'What counts, with its weight and curve.', [
      {
        metric: 'revenue',
        weight: '100%',
        reads: 'achievement',
        curve: [
          ['80%', '50%'],
          ['100%', '100%'],
        ],
      },
    ]),
  ),
  gates: z.optional(
    field(z.array(gate).check(z.maxLength(100)), 'Conditions that close goals or the payout.', [
      { metric: 'revenue', reads: 'achievement', atLeast: '70%' },
    ]),
  ),
  modifiers: z.optional(
    field(z.array(modifier).check(z.maxLength(20)), 'Factors and addends after the blend, in this order.', [
      { from: { person: 'individualFactor' }, within: ['0%', '150%'] },
    ]),
  ),
  limits: z.optional(field(limits, 'Floors and ceilings.', { award: { cap: '200%', of: 'target' } })),
  pool: z.optional(pool),
  leave: z.optional(leave),
  leavers: z.optional(leavers),
  risk: z.optional(
    field(risk, 'What part of target is safe; without it all of target is at risk.', {
      paidAnyway: '30%',
      survives: { closedGate: true },
    }),
  ),
  rounding: z.optional(
    field(rounding, 'Where the plan rounds; nowhere else.', {
      award: { to: 'currency', mode: 'halfUp' },
    }),
  ),
  decisions: z.optional(decisions),
}).check(z.superRefine(statedOnce));

/** A plan. */
export const planSchema = knowing(formulaNodes, document);
