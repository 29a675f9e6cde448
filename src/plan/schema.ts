import * as z from 'zod/mini';
import { roundingModes } from '../num/round.js';
import { achievementFormulas, outsides, prorationMethods, readings, shapes } from './document.js';
import { currency, day, field, flag, identity, literal, name, strict, text, wholeNumber } from './fields.js';
import { type MetricKindName, metricKinds } from './metric-kinds.js';

const source = field(
  text,
  'Clause of the plan document that this part renders; explanations cite it.',
  'Section 4.2',
);
const label = field(text, 'Name shown in explanations.', 'Customer retention');
const kinds = Object.keys(metricKinds) as [MetricKindName, ...MetricKindName[]];

const personField = strict({
  person: field(name, 'A column of the people file.', 'targetPercent'),
}).check(
  z.meta({
    description: 'A field of the person, in the assignment at hand.',
    examples: [{ person: 'targetPercent' }],
  }),
);

const money = strict({
  money: field(literal, 'The amount.', '20000.00'),
  currency: z.optional(field(currency, "ISO 4217 code; the plan's currency where none is written.", 'USD')),
}).check(z.meta({ description: 'An amount of money.', examples: [{ money: '20000.00', currency: 'USD' }] }));

const prorate = field(
  z.enum(prorationMethods),
  'How part of the period counts: calendarDays pays eligible days divided by days of the period, both ends counted; none pays the whole to everyone who is eligible.',
  'calendarDays',
);

const targetAsOf = z.optional(
  field(
    z.literal('periodEnd'),
    'With prorate: none: the assignment at the end of the period counts. Without it assignments that differ are reported and withheld.',
    'periodEnd',
  ),
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
      asOf: targetAsOf,
      source: z.optional(source),
    }),
    strict({
      amount: field(z.union([money, personField]), 'Target amount for the whole period.', {
        money: '5000',
        currency: 'USD',
      }),
      prorate,
      asOf: targetAsOf,
      source: z.optional(source),
    }),
  ])
  .check(
    z.meta({
      description: 'Target opportunity: the award at exactly target.',
      examples: [{ percent: '10%', of: 'salary', prorate: 'calendarDays' }],
    }),
  );

const metric = strict({
  kind: field(
    z.enum(kinds),
    'What is measured; it fixes the unit, the usual direction and the possible values.',
    'retention',
  ),
  level: field(
    z.union([name, z.literal('company')]),
    'Where it is measured: company, person, or a column of people such as team.',
    'company',
  ),
  currency: z.optional(field(currency, 'Currency of a money metric.', 'USD')),
  direction: z.optional(
    field(
      z.enum(['higher', 'lower']),
      'Whether higher or lower is better; the kind says it by default.',
      'lower',
    ),
  ),
  target: z.optional(
    field(literal, 'Target value. Leave it out when the actuals file has a target column.', '90%'),
  ),
  achievement: z.optional(
    field(
      z.enum(achievementFormulas),
      'How achievement is calculated: value/target by default; a lower-is-better metric must choose target/value or 2 - value/target.',
      'value/target',
    ),
  ),
  title: z.optional(field(text, 'Name shown in explanations.', 'Customer retention')),
  source: z.optional(source),
});

const points = field(
  z.array(z.tuple([literal, literal])).check(z.minLength(1), z.maxLength(200)),
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
      shape: z.optional(
        field(
          z.enum(shapes),
          'line: straight lines between points (default); steps: the payout of the point reached.',
          'line',
        ),
      ),
      worse: z.optional(
        field(
          z.enum(outsides),
          'Payout on the worse side of all points: nothing (default), hold or continue.',
          'nothing',
        ),
      ),
      better: z.optional(
        field(
          z.enum(outsides),
          'Payout on the better side of all points: hold (default), nothing or continue.',
          'hold',
        ),
      ),
    }),
    strict({
      bands: field(
        z
          .array(
            strict({
              from: z.optional(field(literal, 'Lower end; absent in the lowest band.', '85%')),
              to: z.optional(field(literal, 'Upper end; absent in the highest band.', '90%')),
              pays: field(literal, 'Payout in the band.', '50%'),
            }),
          )
          .check(z.minLength(1), z.maxLength(200)),
        'Bands as plans print them, in ascending order, each ending where the next begins. A boundary belongs to the better band.',
        [
          { from: '85%', to: '90%', pays: '50%' },
          { from: '90%', pays: '100%' },
        ],
      ),
    }),
  ])
  .check(
    z.meta({
      description: 'Payout curve: what each value pays; 100% pays target.',
      examples: [
        [
          ['80%', '50%'],
          ['100%', '100%'],
        ],
      ],
    }),
  );

const table = strict({
  values: field(
    z.record(z.string().check(z.minLength(1), z.maxLength(100)), literal),
    'Payout or factor of each category.',
    {
      exceeds: '125%',
      meets: '100%',
    },
  ),
  otherwise: z.optional(
    field(
      literal,
      'What a category that is not listed pays. Without it such a row is reported and withheld.',
      '0%',
    ),
  ),
}).check(
  z.meta({ description: 'Values by category.', examples: [{ values: { exceeds: '125%', meets: '100%' } }] }),
);

const reads = field(
  z.enum(readings),
  'What is read: achievement (value against target), value, or aboveTarget (value less target). A metric in percent must say it.',
  'achievement',
);
const metricName = field(name, 'Name of a metric of this plan.', 'revenue');
const within = field(z.tuple([literal, literal]), 'Lowest and highest, both included.', ['0%', '150%']);

const goal = strict({
  name: z.optional(label),
  metric: z.optional(metricName),
  person: z.optional(
    field(name, 'Column of people that holds a rating or a payout, instead of a metric.', 'rating'),
  ),
  weight: field(literal, 'Share of the payout; the weights of all goals sum to 1.', '50%'),
  reads: z.optional(reads),
  curve: z.optional(curve),
  table: z.optional(table),
  floor: z.optional(field(literal, 'Lowest payout of this goal, before weighting.', '0%')),
  cap: z.optional(field(literal, 'Highest payout of this goal, before weighting.', '150%')),
  source: z.optional(source),
});

const gate = strict({
  name: z.optional(label),
  metric: z.optional(metricName),
  person: z.optional(field(name, 'Column of people that is compared, instead of a metric.', 'rating')),
  reads: z.optional(reads),
  atLeast: z.optional(field(literal, 'Open at this value or above.', '70%')),
  moreThan: z.optional(field(literal, 'Open above this value.', '0')),
  atMost: z.optional(field(literal, 'Open at this value or below.', '5%')),
  lessThan: z.optional(field(literal, 'Open below this value.', '5%')),
  within: z.optional(within),
  is: z.optional(
    field(
      z.string().check(z.minLength(1), z.maxLength(100)),
      'Open when the field has this text.',
      'permanent',
    ),
  ),
  closes: z.optional(
    field(z.array(text).check(z.minLength(1)), 'Names of the goals it closes; without it the whole payout.', [
      'recommendation',
    ]),
  ),
  except: z.optional(
    field(z.array(text).check(z.minLength(1)), 'Names of the goals that stay open.', ['retention']),
  ),
  otherwise: z.optional(field(literal, 'Payout when closed; 0 by default.', '0%')),
  source: z.optional(source),
});

const modifier = strict({
  name: z.optional(label),
  from: strict({
    person: z.optional(field(name, 'Column of people.', 'individualFactor')),
    metric: z.optional(metricName),
    reads: z.optional(reads),
  }).check(
    z.meta({
      description: 'What the factor or addend comes from.',
      examples: [{ person: 'individualFactor' }],
    }),
  ),
  within: z.optional(within),
  table: z.optional(table),
  curve: z.optional(curve),
  how: z.optional(
    field(z.enum(['multiply', 'add']), 'multiply the payout (default) or add to it.', 'multiply'),
  ),
  source: z.optional(source),
});

const ratioLimit = {
  floor: z.optional(field(literal, 'Lowest value.', '0%')),
  cap: z.optional(field(literal, 'Highest value.', '200%')),
};

const limits = strict({
  source: z.optional(source),
  goal: z.optional(
    field(strict(ratioLimit), 'On the payout of every goal, before weighting.', {
      cap: '200%',
    }),
  ),
  payout: z.optional(
    field(
      strict({
        ...ratioLimit,
        per: z.optional(
          field(
            z.enum(['person', 'segment']),
            "person: on the person's sum (default); segment: on each stretch of days by itself.",
            'person',
          ),
        ),
      }),
      'On the payout after modifiers; it binds the part at risk.',
      { cap: '200%' },
    ),
  ),
  award: z.optional(
    field(
      strict({
        floor: z.optional(
          field(
            z.union([literal, money]),
            'Lowest award: a ratio with of: target, or money. 0 by default.',
            '0',
          ),
        ),
        cap: z.optional(
          field(
            z.union([literal, money]),
            'Highest award: a ratio with of: target, or money (never prorated).',
            '200%',
          ),
        ),
        of: z.optional(field(z.literal('target'), 'What ratios here are a part of.', 'target')),
      }),
      'On the award, safe part included.',
      { cap: '200%', of: 'target' },
    ),
  ),
});

const risk = strict({
  source: z.optional(source),
  paidAnyway: z.optional(
    field(literal, 'Share of target that is safe and paid anyway; the formula pays on the rest.', '30%'),
  ),
  atLeast: z.optional(field(literal, 'Floor under the whole award, as a share of target.', '30%')),
  survives: z.optional(
    field(
      strict({
        closedGate: field(
          flag,
          'Whether the safe part is paid when a gate of the whole payout is closed.',
          true,
        ),
      }),
      'What the safe part survives; needed where a gate could close the whole payout.',
      { closedGate: true },
    ),
  ),
});

const rule = strict({
  to: field(
    z.union([literal, z.literal('currency')]),
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
  source: z.optional(source),
  achievement: z.optional(field(rule, 'Of each achievement a goal reads.', { to: '0.1%', mode: 'halfUp' })),
  goal: z.optional(
    field(rule, 'Of the payout of each goal, before weighting.', {
      to: '0.1%',
      mode: 'halfUp',
    }),
  ),
  payout: z.optional(
    field(rule, 'Of the payout after modifiers, per stretch of days.', {
      to: '0.1%',
      mode: 'halfUp',
    }),
  ),
  award: z.optional(
    field(rule, "Of the award; the currency's minor unit, half up, by default.", {
      to: 'currency',
      mode: 'halfUp',
    }),
  ),
});

/** The shape of a plan document in its flat form. */
export const planSchema = strict({
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
  eligibility: z.optional(
    field(
      strict({
        source: z.optional(source),
        employedAt: z.optional(
          field(
            z.literal('periodEnd'),
            'Only people still employed on the last day of the period.',
            'periodEnd',
          ),
        ),
        hiredBy: z.optional(field(day, 'Only people hired on this day or before.', '2026-09-30')),
        minimumService: z.optional(
          field(
            strict({
              days: z.optional(field(wholeNumber, 'Days of service needed.', 90)),
              months: z.optional(field(wholeNumber, 'Months of service needed.', 3)),
            }),
            'Service needed from hire to the end of the period or leaving, both days counted.',
            { days: 90 },
          ),
        ),
      }),
      'Who takes part; without it everyone employed on a day of the period.',
      { employedAt: 'periodEnd', minimumService: { days: 90 } },
    ),
  ),
  target,
  metrics: field(z.record(name, metric), 'What is measured, by name.', {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '120000000' },
  }),
  goals: field(
    z.array(goal).check(z.minLength(1), z.maxLength(100)),
    'What counts, with its weight and curve.',
    [
      {
        metric: 'revenue',
        weight: '100%',
        reads: 'achievement',
        curve: [
          ['80%', '50%'],
          ['100%', '100%'],
        ],
      },
    ],
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
});
