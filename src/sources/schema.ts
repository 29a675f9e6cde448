import * as z from 'zod/mini';
import { actualStatuses } from '../data/actuals.js';
import { day, field, flag, literal, name, strict, text, wholeNumber } from '../plan/fields.js';
import { countNames, layoutNames, movementKinds } from './document.js';

const COLUMNS = {
  id: z.optional(
    field(text, 'What tells rows apart: the id of the answer, or of the movement.', 'Response ID'),
  ),
  score: z.optional(field(text, 'The answer on the scale.', 'Score')),
  group: z.optional(field(text, 'The team, region or person it is for.', 'Team')),
  day: z.optional(
    field(
      text,
      'When: a day, an ISO timestamp or Unix seconds. The day is the one in UTC; a timestamp without offset is UTC.',
      'Created at',
    ),
  ),
  customer: z.optional(field(text, 'The id of the customer.', 'Customer ID')),
  start: z.optional(field(text, "The customer's value at the start; 0 for a new one.", 'MRR Jan 1')),
  end: z.optional(field(text, "The customer's value at the end; 0 for a lost one.", 'MRR Dec 31')),
  kind: z.optional(
    field(text, 'The kind of movement: new, expansion, reactivation, contraction or churn.', 'Type'),
  ),
  amount: z.optional(field(text, 'By how much the value of the customer moves.', 'MRR movement')),
};

const scale = strict({
  from: field(literal, 'Lowest score there is.', 1),
  to: field(literal, 'Highest score there is.', 5),
  atLeast: z.optional(
    field(literal, 'Scores from here on count as good ones. Without it ces is the mean score.', 4),
  ),
});

const opening = z.union([
  z.enum(['movements']),
  strict({
    file: field(text, 'The file of the values at the start.', 'opening.csv'),
    columns: field(
      strict({
        customer: field(text, 'The id of the customer.', 'customer'),
        value: field(text, "The customer's value at the start.", 'mrr'),
        group: z.optional(field(text, 'The group of the customer at the start.', 'region')),
      }),
      'The columns of that file.',
      { customer: 'customer', value: 'mrr', group: 'region' },
    ),
  }),
]);

const invited = z.union([
  z.enum(['rows']),
  strict({
    company: z.optional(field(literal, 'Surveys sent in all.', 1200)),
    groups: z.optional(field(z.record(text, literal), 'Surveys sent by group.', { 'Care East': 400 })),
  }),
]);

const accepted = z
  .array(z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean()]))
  .check(z.minLength(1), z.maxLength(1000));

const source = strict({
  metric: field(name, 'Name of the metric in the plan.', 'recommendation'),
  file: field(text, 'The file, in the folder of this document or below it.', 'delighted.csv'),
  counts: field(z.enum(countNames), 'What is counted.', 'nps'),
  status: field(
    z.enum(actualStatuses),
    'How sure the values are; awards say on which status they rest.',
    'final',
  ),
  layout: z.optional(field(z.enum(layoutNames), 'An export whose columns are known by name.', 'delighted')),
  columns: z.optional(
    field(strict(COLUMNS), 'The columns by what they are for; they go before those of the layout.', {
      score: 'Score',
      group: 'Team',
    }),
  ),
  headerRows: z.optional(
    field(
      wholeNumber,
      'Rows of the header, the first of which has the names; 1 unless the layout has more.',
      3,
    ),
  ),
  decimal: z.optional(field(z.enum(['.', ',']), 'Decimal sign of a text file; a point unless written.', ',')),
  scale: z.optional(
    field(scale, 'The scale of csat, ces and recommendationRate; nps has its own, 0 to 10.', {
      from: 1,
      to: 5,
      atLeast: 4,
    }),
  ),
  groups: z.optional(
    field(
      z.record(text, text),
      'What groups of the file are called among the people; others keep their name.',
      {
        CE: 'Care East',
      },
    ),
  ),
  where: z.optional(
    field(z.record(text, accepted), 'Only rows with one of these texts in these columns.', {
      Finished: ['True', '1'],
    }),
  ),
  from: z.optional(field(day, 'First day that counts.', '2026-01-01')),
  until: z.optional(field(day, 'Last day that counts.', '2026-12-31')),
  measuredOn: z.optional(field(day, 'Day of the measurement.', '2027-01-12')),
  period: z.optional(field(name, 'The part of the period, as the plan names it.', 'Q1')),
  faulty: z.optional(
    field(
      z.enum(['refuse', 'leaveOut']),
      'What a row does that cannot be read: it makes the values it belongs to unknown (default), or is left out with a warning.',
      'refuse',
    ),
  ),
  blankScores: z.optional(
    field(
      z.enum(['refuse', 'notAnswered']),
      'What a blank score is: a fault (default), or a survey that was not answered.',
      'notAnswered',
    ),
  ),
  invited: z.optional(
    field(
      invited,
      'Surveys sent: rows where the file has one row for each, answered or not; or the numbers.',
      'rows',
    ),
  ),
  company: z.optional(
    field(flag, 'Whether the company as a whole has a value too; true unless written.', false),
  ),
  opening: z.optional(
    field(
      opening,
      'Values at the start: a second file, or movements where the file has them all since the first customer.',
      'movements',
    ),
  ),
  kinds: z.optional(
    field(
      z.record(text, z.enum(movementKinds)),
      'What kinds of movement of the file mean; the words here need not be listed.',
      {
        new_biz: 'new',
      },
    ),
  ),
  amounts: z.optional(
    field(
      z.enum(['signed', 'unsigned']),
      'Whether contraction and churn are written below zero (default) or without a sign.',
      'unsigned',
    ),
  ),
}).check(
  z.meta({
    description: 'One file and what is counted of it.',
    examples: [
      {
        metric: 'recommendation',
        file: 'delighted.csv',
        layout: 'delighted',
        counts: 'nps',
        status: 'final',
      },
    ],
  }),
);

/** Where customer data comes from, and what is counted of it. */
export const sourcesSchema = strict({
  $schema: z.optional(
    field(
      z.string(),
      'Address of this schema, for editors.',
      './node_modules/variable-pay/schema/sources.schema.json',
    ),
  ),
  sources: field(z.array(source).check(z.minLength(1), z.maxLength(200)), 'The files.', [
    { metric: 'recommendation', file: 'delighted.csv', layout: 'delighted', counts: 'nps', status: 'final' },
  ]),
});
