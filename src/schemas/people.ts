import * as z from 'zod';
import { field, identity } from '../plan/fields.js';
import { anyCell, currencyCell, dayCell, numberCell, personId, schemaAddress, textCell } from './cells.js';

/**
 * The people file, for editors only: `parsePeople` reads it without this schema, so that a bad row is
 * withheld with its reason instead of refusing the file.
 */
const job = {
  from: field(dayCell, 'First day of this assignment; blank from the hire.', '2026-07-01').optional(),
  to: field(
    dayCell,
    'Last day of this assignment, counted; blank until the next one of the person begins, or until leaving.',
    '2026-12-31',
  ).optional(),
  currency: field(currencyCell, 'ISO 4217 code of every amount in this record.', 'USD').optional(),
  plans: field(
    z.union([z.array(identity), z.string(), z.null()]),
    'Ids of the plans the person takes part in, as a list or parted by blanks; without it every plan.',
    ['everyone-in-the-game'],
  ).optional(),
  share: field(
    numberCell,
    "Part of the person's time in this assignment, where several run at once; blank for all of it.",
    '60%',
  ).optional(),
  salary: field(
    numberCell,
    'Yearly salary, or the one that salaryTimes counts, as plans with of: salary read it.',
    '85000.00',
  ).optional(),
  salaryTimes: field(
    numberCell,
    'How often a year the salary is paid: 12, 13, or 2080 for an hourly rate; blank where it is yearly.',
    12,
  ).optional(),
  hoursShare: field(numberCell, 'Part of the full working hours; blank for full time.', '60%').optional(),
  salaryIs: field(
    z.union([z.enum(['fullTime', 'actual', '']), z.null()]),
    'What the salary of a part-timer is: fullTime (for full hours) or actual (as paid); needed with hoursShare.',
    'fullTime',
  ).optional(),
  targetPercent: field(
    numberCell,
    'Target opportunity in percent, for plans that read this column.',
    '10%',
  ).optional(),
  targetAmount: field(
    numberCell,
    'Target opportunity as an amount for the whole period, for plans that read this column.',
    '5000.00',
  ).optional(),
};

const otherColumn = field(
  anyCell,
  'Any other such as a team, a rating or a factor: plans read it by its name.',
  'North',
);

const assignment = z.object(job).catchall(otherColumn).meta({
  id: 'assignment',
  description: 'Days in which nothing about the job changes. What is not written here is as in the person.',
});

const person = z
  .object({
    id: field(personId, 'Id of the person, compared as text: quote it where it begins with zeros.', '00123'),
    name: field(textCell, 'Name, for people who read the results.', 'Ana Silva').optional(),
    hired: field(
      dayCell,
      'First day of the employment; blank where it lies before the period.',
      '2024-03-15',
    ).optional(),
    left: field(
      dayCell,
      'Last day of the employment, counted; blank while it lasts.',
      '2026-09-30',
    ).optional(),
    leftReason: field(
      textCell,
      'Why the person left; the leavers of the plan say what it means.',
      'retirement',
    ).optional(),
    ...job,
    assignments: field(
      z.array(assignment).min(1),
      'What changed within the period: one record for each stretch of days.',
      [
        { from: '2026-01-01', to: '2026-06-30', salary: '80000.00', team: 'North' },
        { from: '2026-07-01', salary: '85000.00', team: 'South' },
      ],
    ).optional(),
  })
  .catchall(otherColumn)
  .meta({
    id: 'person',
    description: 'One person, or one assignment of a person with from: rows of one id belong together.',
  });

const list = z.array(person).min(1);

export const peopleSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('people'),
    people: field(list, 'The people.', [{ id: '00123', salary: '85000.00', currency: 'USD' }]),
  }),
]);
