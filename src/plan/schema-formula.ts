import * as z from 'zod/mini';
import { roundingModes } from '../num/round.js';
import { partNames } from './document.js';
import { currency, field, literal, name, strict, text } from './fields.js';
import { matrixShapes, missingRules } from './formula.js';
import { arithmeticNodes } from './schema-arithmetic.js';
import { conditionNodes } from './schema-condition.js';
import { curveKeys } from './schema-curve.js';
import { direction, formula, formulas, labels, valueNode } from './schema-node.js';
import { peerNodes } from './schema-peers.js';
import { prorate } from './schema-people.js';
import { readNodes } from './schema-reads.js';

const part = z.enum(partNames);

const axis = strict({
  of: field(formula, 'What is read.', { metric: 'eps' }),
  at: field(z.array(literal).check(z.minLength(1), z.maxLength(50)), 'Where the lines stand, ascending.', [
    '1.10',
    '1.15',
  ]),
  direction,
});

/** The schema of every node a plan may write, by its naming key. */
const nodes = {
  money: valueNode({
    money: field(literal, 'An amount.', '20000'),
    currency: z.optional(field(currency, "ISO 4217 code; the plan's currency where none is written.", 'USD')),
    per: z.optional(
      field(
        z.enum(['count']),
        'For each of what is counted, such as hours: times a count it is money.',
        'count',
      ),
    ),
  }).check(z.meta({ description: 'An amount of money.', examples: [{ money: '20000' }] })),
  ...readNodes,
  prorated: valueNode({
    prorated: field(formula, 'What is brought up to the person.', { product: [{ person: 'salary' }, '5%'] }),
    by: z.optional(
      field(
        z.union([prorate]),
        'How stretches of days are counted; without it as the target says. none needs asOf.',
        'calendarDays',
      ),
    ),
    asOf: z.optional(
      field(z.enum(['periodEnd']), 'With by: none, the assignment of the last day counts.', 'periodEnd'),
    ),
  }).check(
    z.meta({
      description:
        'Brings what belongs to stretches of days up to the person: the sum over them of share of the period × value. Every award passes through it once; amounts, which are never prorated, stand beside it.',
      examples: [{ prorated: { product: [{ person: 'salary' }, '5%'] }, by: 'calendarDays' }],
    }),
  ),
  each: valueNode({
    each: field(part, 'month, quarter or half of the period, or part: those named under periods.', 'quarter'),
    give: field(formula, 'What each part gives.', { money: 5000 }),
    weights: z.optional(
      field(z.array(literal).check(z.minLength(1), z.maxLength(60)), 'How much each part counts, in order.', [
        '20%',
        '20%',
        '20%',
        '40%',
      ]),
    ),
  }).check(
    z.meta({
      description:
        'Once for every part of the period, summed. Inside, metrics and targets are those of the part, and proration is by the days of the part.',
      examples: [
        {
          each: 'quarter',
          give: { when: { metric: 'retention', atLeast: '75%' }, then: { money: 5000 }, otherwise: 0 },
        },
      ],
    }),
  ),
  term: valueNode({
    term: field(name, 'Name of a formula under terms; or target, the target opportunity.', 'corporate'),
  }).check(z.meta({ description: 'A named formula.', examples: [{ term: 'corporate' }] })),
  ...peerNodes,
  ...arithmeticNodes,
  curve: valueNode({
    curve: field(
      strict({ of: field(formula, 'What is read.', { term: 'attainment' }), ...curveKeys, direction }),
      'What is read, the points, and what is paid outside them.',
      {
        of: { term: 'attainment' },
        points: [
          ['90%', '90%'],
          ['100%', '100%'],
        ],
      },
    ),
  }).check(
    z.meta({
      description: 'A payout curve over any value.',
      examples: [
        {
          curve: {
            of: { term: 'attainment' },
            points: [
              ['90%', '90%'],
              ['100%', '100%'],
              ['120%', '150%'],
            ],
          },
        },
      ],
    }),
  ),
  matrix: valueNode({
    matrix: field(
      strict({
        rows: field(axis, 'What the rows read.', { of: { metric: 'eps' }, at: ['1.10', '1.15'] }),
        columns: field(axis, 'What the columns read.', {
          of: { achievement: 'revenue' },
          at: ['90%', '100%'],
        }),
        values: field(
          z.array(formulas).check(z.minLength(1), z.maxLength(50)),
          'One list per row, one value per column.',
          [
            ['9%', '12%'],
            ['12%', '21%'],
          ],
        ),
        shape: field(
          z.enum(matrixShapes),
          'level: the cell of the thresholds reached, nothing below the first; line: straight lines between the cells, nothing below the first, held beyond the last.',
          'level',
        ),
      }),
      'Two axes and a value for each of their crossings.',
      {
        rows: { of: { metric: 'eps' }, at: ['1.10'] },
        columns: { of: { achievement: 'revenue' }, at: ['90%'] },
        values: [['9%']],
        shape: 'level',
      },
    ),
  }).check(
    z.meta({
      description: 'What two values pay together.',
      examples: [
        {
          matrix: {
            rows: { of: { metric: 'eps' }, at: ['1.10', '1.15'] },
            columns: { of: { achievement: 'revenue' }, at: ['90%', '100%'] },
            values: [
              ['9%', '12%'],
              ['12%', '21%'],
            ],
            shape: 'level',
          },
        },
      ],
    }),
  ),
  table: valueNode({
    table: field(
      strict({
        of: field(formula, 'The category: a column of people.', { person: 'grade' }),
        values: field(
          z.record(z.string().check(z.minLength(1), z.maxLength(100)), formula),
          'Value of each category.',
          {
            exceeds: '125%',
            meets: '100%',
          },
        ),
        otherwise: z.optional(
          field(
            formula,
            'Value of a category that is not listed. Without it such a row is reported and withheld.',
            '0%',
          ),
        ),
      }),
      'The category, and the value of each.',
      { of: { person: 'grade' }, values: { officer: '100%', assistant: '50%' } },
    ),
  }).check(
    z.meta({
      description: 'A value by category.',
      examples: [{ table: { of: { person: 'grade' }, values: { officer: '100%', assistant: '50%' } } }],
    }),
  ),
  weighted: valueNode({
    weighted: field(
      z
        .array(
          strict({
            weight: field(formula, 'Weight: a number, or a field of the person.', '50%'),
            payout: field(formula, 'What the item pays.', { achievement: 'primary' }),
            countsWhen: z.optional(
              field(formula, 'A condition: the item counts only where it holds; missing says what then.', {
                achievement: 'revenue',
                atLeast: '85%',
              }),
            ),
            neutralised: z.optional(
              field(
                text,
                'Why the item does not count this time; missing says what then.',
                'network outage of 6 July',
              ),
            ),
            ...labels,
          }),
        )
        .check(z.minLength(1), z.maxLength(100)),
      'The items with their weights.',
      [
        { weight: '80%', payout: { achievement: 'primary' } },
        { weight: '20%', payout: { achievement: 'secondary' } },
      ],
    ),
    of: z.optional(
      field(
        z.enum(['whole', 'salary']),
        'whole: weights sum to 1 (default); salary: to the target percent.',
        'whole',
      ),
    ),
    missing: z.optional(
      field(
        z.enum(missingRules),
        'The weight of an item that does not count: spread over the others, paid nothing, or paid as at target.',
        'reweight',
      ),
    ),
  }).check(
    z.meta({
      description: 'Values by their weights, summed.',
      examples: [
        {
          weighted: [
            { weight: '80%', payout: { achievement: 'primary' } },
            { weight: '20%', payout: { achievement: 'secondary' } },
          ],
        },
      ],
    }),
  ),
  when: valueNode({
    when: field(formula, 'A condition.', { achievement: 'revenue', atLeast: '90%' }),
    then: field(formula, 'Value when the condition holds.', '100%'),
    otherwise: field(formula, 'Value when the condition does not hold.', 0),
  }).check(
    z.meta({
      description: 'One of two values; only the one that is taken is computed.',
      examples: [
        {
          when: { achievement: 'revenue', atLeast: '90%' },
          then: { metric: 'corporateResult' },
          otherwise: '0%',
        },
      ],
    }),
  ),
  ...conditionNodes,
  value: valueNode({ value: field(formula, 'A value.', { term: 'corporate' }) }).check(
    z.meta({
      description: 'A value in front of a comparator.',
      examples: [{ value: { term: 'corporate' }, atLeast: '90%' }],
    }),
  ),
  limit: valueNode({
    limit: field(formula, 'What is limited.', { term: 'corporate' }),
    floor: z.optional(field(formula, 'Lowest value.', '0%')),
    cap: z.optional(field(formula, 'Highest value; where both bind the floor wins.', '200%')),
    of: z.optional(field(z.enum(['target']), 'Floor and cap are shares of target opportunity.', 'target')),
  }).check(
    z.meta({
      description: 'A floor, a ceiling or both.',
      examples: [{ limit: { term: 'corporate' }, cap: '200%' }],
    }),
  ),
  round: valueNode({
    round: field(formula, 'What is rounded.', { term: 'attainment' }),
    to: field(literal, 'The unit: 0.1%, 1, 0.01.', '0.1%'),
    mode: field(
      z.enum(roundingModes),
      'halfUp settles ties away from zero; halfEven to the even unit.',
      'halfUp',
    ),
  }).check(
    z.meta({
      description: 'Rounding, where the plan says.',
      examples: [{ round: { term: 'attainment' }, to: '0.1%', mode: 'halfUp' }],
    }),
  ),
};

/** Every node by its naming key: for the published schema. */
export const formulaNodes: Readonly<Record<string, z.ZodMiniType>> = nodes as never;
