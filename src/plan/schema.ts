import * as z from 'zod';
import { roundingModes } from '../num/round.js';
import { achievementFormulas, outsides, prorationMethods, readings, shapes } from './document.js';
import { currency, day, flag, identity, literal, name, strict, text, wholeNumber } from './fields.js';
import { type MetricKindName, metricKinds } from './metric-kinds.js';

/** A field with the words and the example that editors show. */
function field<S extends z.ZodType>(schema: S, description: string, example: unknown): S {
  return schema.meta({ description, examples: [example] }) as S;
}

const source = field(
  text,
  'Clause of the plan document that this part renders; explanations cite it.',
  'Section 4.2',
);
const label = field(text, 'Name shown in explanations.', 'Customer retention');
const kinds = Object.keys(metricKinds) as [MetricKindName, ...MetricKindName[]];

const personField = strict({
  person: field(name, 'A column of the people file.', 'targetPercent'),
}).meta({
  description: 'A field of the person, in the assignment at hand.',
  examples: [{ person: 'targetPercent' }],
});

const money = strict({
  money: field(literal, 'The amount.', '20000.00'),
  currency: field(currency, "ISO 4217 code; the plan's currency where none is written.", 'USD').optional(),
}).meta({ description: 'An amount of money.', examples: [{ money: '20000.00', currency: 'USD' }] });

const prorate = field(
  z.enum(prorationMethods),
  'How part of the period counts: calendarDays pays eligible days divided by days of the period, both ends counted; none pays the whole to everyone who is eligible.',
  'calendarDays',
);

const target = z
  .union([
    strict({
      percent: field(z.union([literal, personField]), 'Target percent, or the column that holds it.', '10%'),
      of: field(
        z.union([z.literal('salary'), personField]),
        'Basis: salary is the yearly salary of the assignment; a person field is an amount earned in the period, never prorated.',
        'salary',
      ),
      prorate,
    }),
    strict({
      amount: field(z.union([money, personField]), 'Target amount for the whole period.', {
        money: '5000',
        currency: 'USD',
      }),
      prorate,
    }),
  ])
  .meta({
    description: 'Target opportunity: the award at exactly target.',
    examples: [{ percent: '10%', of: 'salary', prorate: 'calendarDays' }],
  });

const metric = strict({
  kind: field(
    z.enum(kinds),
    'What is measured; it fixes the unit, the usual direction and the possible values.',
    'retention',
  ),
  level: field(
    name.or(z.literal('company')),
    'Where it is measured: company, person, or a column of people such as team.',
    'company',
  ),
  currency: field(currency, 'Currency of a money metric.', 'USD').optional(),
  direction: field(
    z.enum(['higher', 'lower']),
    'Whether higher or lower is better; the kind says it by default.',
    'lower',
  ).optional(),
  target: field(
    literal,
    'Target value. Leave it out when the actuals file has a target column.',
    '90%',
  ).optional(),
  achievement: field(
    z.enum(achievementFormulas),
    'How achievement is calculated: value/target by default; a lower-is-better metric must choose target/value or 2 - value/target.',
    'value/target',
  ).optional(),
  title: field(text, 'Name shown in explanations.', 'Customer retention').optional(),
  source: source.optional(),
});

const points = field(
  z
    .array(z.tuple([literal, literal]))
    .min(1)
    .max(200),
  'Points [what is read, payout], in ascending order of what is read. A point belongs to its better side; two points with one x are a jump.',
  [
    ['85%', '50%'],
    ['90%', '100%'],
    ['95%', '150%'],
  ],
);

const curve = z
  .union([
    points,
    strict({
      points,
      shape: field(
        z.enum(shapes),
        'line: straight lines between points (default); steps: the payout of the point reached.',
        'line',
      ).optional(),
      worse: field(
        z.enum(outsides),
        'Payout on the worse side of all points: nothing (default), hold or continue.',
        'nothing',
      ).optional(),
      better: field(
        z.enum(outsides),
        'Payout on the better side of all points: hold (default), nothing or continue.',
        'hold',
      ).optional(),
    }),
    strict({
      bands: field(
        z
          .array(
            strict({
              from: field(literal, 'Lower end; absent in the lowest band.', '85%').optional(),
              to: field(literal, 'Upper end; absent in the highest band.', '90%').optional(),
              pays: field(literal, 'Payout in the band.', '50%'),
            }),
          )
          .min(1)
          .max(200),
        'Bands as plans print them, in ascending order, each ending where the next begins. A boundary belongs to the better band.',
        [
          { from: '85%', to: '90%', pays: '50%' },
          { from: '90%', pays: '100%' },
        ],
      ),
    }),
  ])
  .meta({
    description: 'Payout curve: what each value pays; 100% pays target.',
    examples: [
      [
        ['80%', '50%'],
        ['100%', '100%'],
      ],
    ],
  });

const table = strict({
  values: field(z.record(z.string().min(1).max(100), literal), 'Payout or factor of each category.', {
    exceeds: '125%',
    meets: '100%',
  }),
  otherwise: field(
    literal,
    'What a category that is not listed pays. Without it such a row is reported and withheld.',
    '0%',
  ).optional(),
}).meta({ description: 'Values by category.', examples: [{ values: { exceeds: '125%', meets: '100%' } }] });

const reads = field(
  z.enum(readings),
  'What is read: achievement (value against target), value, or aboveTarget (value less target). A metric in percent must say it.',
  'achievement',
);
const metricName = field(name, 'Name of a metric of this plan.', 'revenue');
const within = field(z.tuple([literal, literal]), 'Lowest and highest, both included.', ['0%', '150%']);

const goal = strict({
  name: label.optional(),
  metric: metricName.optional(),
  person: field(
    name,
    'Column of people that holds a rating or a payout, instead of a metric.',
    'rating',
  ).optional(),
  weight: field(literal, 'Share of the payout; the weights of all goals sum to 1.', '50%'),
  reads: reads.optional(),
  curve: curve.optional(),
  table: table.optional(),
  floor: field(literal, 'Lowest payout of this goal, before weighting.', '0%').optional(),
  cap: field(literal, 'Highest payout of this goal, before weighting.', '150%').optional(),
  source: source.optional(),
});

const gate = strict({
  name: label.optional(),
  metric: metricName.optional(),
  person: field(name, 'Column of people that is compared, instead of a metric.', 'rating').optional(),
  reads: reads.optional(),
  atLeast: field(literal, 'Open at this value or above.', '70%').optional(),
  moreThan: field(literal, 'Open above this value.', '0').optional(),
  atMost: field(literal, 'Open at this value or below.', '5%').optional(),
  lessThan: field(literal, 'Open below this value.', '5%').optional(),
  within: within.optional(),
  is: field(z.string().min(1).max(100), 'Open when the field has this text.', 'permanent').optional(),
  closes: field(z.array(text).min(1), 'Names of the goals it closes; without it the whole payout.', [
    'recommendation',
  ]).optional(),
  except: field(z.array(text).min(1), 'Names of the goals that stay open.', ['retention']).optional(),
  otherwise: field(literal, 'Payout when closed; 0 by default.', '0%').optional(),
  source: source.optional(),
});

const modifier = strict({
  name: label.optional(),
  from: strict({
    person: field(name, 'Column of people.', 'individualFactor').optional(),
    metric: metricName.optional(),
    reads: reads.optional(),
  }).meta({
    description: 'What the factor or addend comes from.',
    examples: [{ person: 'individualFactor' }],
  }),
  within: within.optional(),
  table: table.optional(),
  curve: curve.optional(),
  how: field(
    z.enum(['multiply', 'add']),
    'multiply the payout (default) or add to it.',
    'multiply',
  ).optional(),
  source: source.optional(),
});

const ratioLimit = {
  floor: field(literal, 'Lowest value.', '0%').optional(),
  cap: field(literal, 'Highest value.', '200%').optional(),
};

const limits = strict({
  goal: field(strict(ratioLimit), 'On the payout of every goal, before weighting.', {
    cap: '200%',
  }).optional(),
  payout: field(
    strict({
      ...ratioLimit,
      per: field(
        z.enum(['person', 'segment']),
        "person: on the person's sum (default); segment: on each stretch of days by itself.",
        'person',
      ).optional(),
    }),
    'On the payout after modifiers; it binds the part at risk.',
    { cap: '200%' },
  ).optional(),
  award: field(
    strict({
      floor: field(
        z.union([literal, money]),
        'Lowest award: a ratio with of: target, or money. 0 by default.',
        '0',
      ).optional(),
      cap: field(
        z.union([literal, money]),
        'Highest award: a ratio with of: target, or money (never prorated).',
        '200%',
      ).optional(),
      of: field(z.literal('target'), 'What ratios here are a part of.', 'target').optional(),
    }),
    'On the award, safe part included.',
    { cap: '200%', of: 'target' },
  ).optional(),
});

const risk = strict({
  paidAnyway: field(
    literal,
    'Share of target that is safe and paid anyway; the formula pays on the rest.',
    '30%',
  ).optional(),
  atLeast: field(literal, 'Floor under the whole award, as a share of target.', '30%').optional(),
  survives: field(
    strict({
      closedGate: field(
        flag,
        'Whether the safe part is paid when a gate of the whole payout is closed.',
        true,
      ),
    }),
    'What the safe part survives; needed where a gate could close the whole payout.',
    { closedGate: true },
  ).optional(),
});

const rule = strict({
  to: field(
    literal.or(z.literal('currency')),
    'The unit: 0.01, 1, 0.1%, or currency for its minor unit (award only).',
    'currency',
  ),
  mode: field(
    z.enum(roundingModes),
    'halfUp settles ties away from zero, also below zero; halfEven to the even unit.',
    'halfUp',
  ),
});

const rounding = strict({
  achievement: field(rule, 'Of each achievement a goal reads.', { to: '0.1%', mode: 'halfUp' }).optional(),
  goal: field(rule, 'Of the payout of each goal, before weighting.', {
    to: '0.1%',
    mode: 'halfUp',
  }).optional(),
  payout: field(rule, 'Of the payout after modifiers, per stretch of days.', {
    to: '0.1%',
    mode: 'halfUp',
  }).optional(),
  award: field(rule, "Of the award; the currency's minor unit, half up, by default.", {
    to: 'currency',
    mode: 'halfUp',
  }).optional(),
});

/** The shape of a plan document in its flat form. */
export const planSchema = strict({
  $schema: field(
    z.string(),
    'Address of this schema, for editors.',
    './node_modules/variable-pay/schema/plan.schema.json',
  ).optional(),
  plan: field(identity, 'Id of the plan.', 'everyone-in-the-game'),
  version: field(literal, 'Version of the plan; results name it.', 3),
  title: field(text, 'Title for people.', 'Customer incentive 2026').optional(),
  source: field(text, 'The document this plan renders.', 'Incentive plan 2026, section 4').optional(),
  currency: field(
    currency,
    "Currency of every award. Without it each award is in the currency of the person's salary.",
    'USD',
  ).optional(),
  period: field(
    strict({
      start: field(day, 'First day.', '2026-01-01'),
      end: field(day, 'Last day, counted.', '2026-12-31'),
      years: field(
        literal,
        'How much of a year the period is; only where it is not whole months.',
        '1',
      ).optional(),
    }),
    'The days the plan covers.',
    { start: '2026-01-01', end: '2026-12-31' },
  ),
  eligibility: field(
    strict({
      employedAt: field(
        z.literal('periodEnd'),
        'Only people still employed on the last day of the period.',
        'periodEnd',
      ).optional(),
      hiredBy: field(day, 'Only people hired on this day or before.', '2026-09-30').optional(),
      minimumService: field(
        strict({
          days: field(wholeNumber, 'Days of service needed.', 90).optional(),
          months: field(wholeNumber, 'Months of service needed.', 3).optional(),
        }),
        'Service needed from hire to the end of the period or leaving, both days counted.',
        { days: 90 },
      ).optional(),
    }),
    'Who takes part; without it everyone employed on a day of the period.',
    { employedAt: 'periodEnd', minimumService: { days: 90 } },
  ).optional(),
  target,
  metrics: field(z.record(name, metric), 'What is measured, by name.', {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '120000000' },
  }),
  goals: field(z.array(goal).min(1).max(100), 'What counts, with its weight and curve.', [
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
  gates: field(z.array(gate).max(100), 'Conditions that close goals or the payout.', [
    { metric: 'revenue', reads: 'achievement', atLeast: '70%' },
  ]).optional(),
  modifiers: field(z.array(modifier).max(20), 'Factors and addends after the blend, in this order.', [
    { from: { person: 'individualFactor' }, within: ['0%', '150%'] },
  ]).optional(),
  limits: field(limits, 'Floors and ceilings.', { award: { cap: '200%', of: 'target' } }).optional(),
  risk: field(risk, 'What part of target is safe; without it all of target is at risk.', {
    paidAnyway: '30%',
    survives: { closedGate: true },
  }).optional(),
  rounding: field(rounding, 'Where the plan rounds; nowhere else.', {
    award: { to: 'currency', mode: 'halfUp' },
  }).optional(),
});
