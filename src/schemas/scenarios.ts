import * as z from 'zod';
import { field, literal } from '../plan/fields.js';
import { schemaAddress, textCell } from './cells.js';

/** A value of any input: a number, or a text for a column of texts. */
const value = z.union([literal, z.string()]);

const change = {
  is: field(value, 'The value it has.', 60).optional(),
  plus: z.optional(field(literal, 'What is added to it.', 5)),
  times: z.optional(field(literal, 'What it is multiplied by.', '110%')),
};

const written = z.union([value, z.strictObject(change)]);

const actual = z.union([
  value,
  z.strictObject({
    ...change,
    group: field(
      z.string(),
      'Only this group: a team, or a person of a metric per person.',
      'East',
    ).optional(),
    period: field(z.string(), 'Only this part of the period.', 'Q4').optional(),
    groups: field(z.record(z.string(), written), 'A change for each group.', { East: 60 }).optional(),
    periods: field(z.record(z.string(), written), 'A change for each part of the period.', {
      Q4: 60,
    }).optional(),
  }),
]);

const cells = z.union([textCell, z.array(textCell)]);

const column = z.union([
  value,
  z.strictObject({
    ...change,
    person: field(z.union([z.string(), z.array(z.string())]), 'Only these people.', ['e-1']).optional(),
    where: field(z.record(z.string(), cells), 'Only who has these values in other columns.', {
      team: ['North'],
    }).optional(),
  }),
]);

const overlay = z.record(z.string(), z.unknown());

const scenario = z
  .strictObject({
    actuals: field(
      z.record(z.string(), z.union([actual, z.array(actual)])),
      'Measured values by metric; several changes apply in their order.',
      { recommendation: { plus: 5, group: 'East' } },
    ).optional(),
    people: field(z.record(z.string(), z.union([column, z.array(column)])), 'Columns of people by name.', {
      salary: { times: '103%', where: { team: ['North'] } },
    }).optional(),
    plan: field(overlay, 'Places of the plan with their new values, or a whole other plan document.', {
      'target/percent': '12%',
    }).optional(),
    plans: field(z.record(z.string(), overlay), 'The same by the id of the plan, where there are several.', {
      service: { 'target/percent': '12%' },
    }).optional(),
  })
  .meta({ id: 'scenario', description: 'A named overlay; what it does not name stays as it is.' });

/** The document of scenarios, for editors: whether a metric or place is there is seen when it is answered. */
export const scenariosSchema = z.strictObject({
  $schema: schemaAddress('scenarios'),
  scenarios: field(z.record(z.string(), scenario), 'Scenarios by name.', {
    'NPS 60': { actuals: { recommendation: 60 } },
  }),
});
