import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import { compare } from '../../src/compare/index.js';
import { applyChanges, parseExceptions, parseLeave } from '../../src/data/index.js';
import {
  calculate,
  type Data,
  type Plan,
  parseActuals,
  parsePeople,
  type TableInput,
} from '../../src/index.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { storeRun } from '../../src/retro/index.js';
import { planOf } from '../support/base.js';
import { linesOf, movedOf } from './support.js';

const pathOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const tableOf = async (name: string) => (await readTable(pathOf(name))).table;
const planIn = async (folder: string) => planOf((await readDocument(pathOf(`${folder}/plan.yaml`))).document);

function stored(plans: readonly Plan[], data: Data, asOf = '2027-01-31') {
  return storeRun(calculate(plans, data, { asOf }), { plans, ...data });
}

describe('people in motion', async () => {
  const plans = [await planIn('people-in-motion')];
  const changed = applyChanges(
    parsePeople(await tableOf('people-in-motion/people.csv')),
    await tableOf('people-in-motion/changes.csv'),
  );
  const later = applyChanges(changed, await tableOf('people-in-motion/late-changes.csv'));
  const leave = parseLeave(await tableOf('people-in-motion/leave.csv'));
  const exceptions = parseExceptions(await tableOf('people-in-motion/exceptions.csv'));
  const rows = (await tableOf('people-in-motion/actuals.csv')) as TableInput;
  const actuals = parseActuals(rows);
  const before = stored(plans, { people: changed, actuals, leave, exceptions });

  // Its README: the late raise of mover-1 is 9,125 × 61/365 × 10 % × 120 % = 183.00.
  test('the late raise', () => {
    const now = stored(plans, { people: later, actuals, leave, exceptions }, '2027-02-28');
    const comparison = compare(before, now);
    expect(movedOf(comparison)).toEqual(['mover-1 8643.20 8826.20 183.00 each']);
    expect(linesOf(comparison, 'mover-1')).toEqual([
      'person salary 183.00: salary 73000.00 → 82125.00 from 2026-11-01',
    ]);
  });

  // North scores 45 and not 40: 12.5 % more of 40 % of 80 % of the targets of the README's table, 4 % of each.
  test('beside a corrected score: what does not meet is told apart exactly', () => {
    const corrected = {
      ...actuals,
      actuals: actuals.actuals.map((one) => (one.group === 'North' ? { ...one, value: '45' } : one)),
    };
    const comparison = compare(
      before,
      stored(plans, { people: later, actuals: corrected, leave, exceptions }),
    );
    expect(movedOf(comparison).toSorted()).toEqual([
      'half-1 2329.60 2412.80 83.20 each', // 2,080.00
      'hire-1 1019.20 1055.60 36.40 each', // 910.00
      'mover-1 8643.20 8884.60 241.40 each', // 1,460 in North, and the raise, all in South
      'parent-1 2616.32 2709.76 93.44 each', // 2,336.00
      'raise-1 4457.60 4616.80 159.20 each', // 3,980.00
      'retired-1 2464.00 2552.00 88.00 each', // 2,200.00
    ]);
    expect(linesOf(comparison, 'mover-1')).toEqual([
      'person salary 183.00: salary 73000.00 → 82125.00 from 2026-11-01',
      'actual recommendation 58.40: recommendation of North 40 → 45',
    ]);
    expect(comparison.totals[0]?.difference).toBe('701.64');
  });
});

describe('customer metrics', async () => {
  const plans = [await planIn('customer-metrics')];
  const rows = await tableOf('customer-metrics/people.csv');
  const { loaded } = await loadSources(pathOf('customer-metrics/sources.yaml'));
  const actuals = parseActuals(loaded ?? []);
  const runOf = (table: TableInput) => stored(plans, { people: parsePeople(table), actuals });

  // e-1 is paid 91.770455 % of a target of 6,000 (tests/examples): 5,506.23; of twice the target 11,012.45.
  test('twice the salary of one', () => {
    const doubled = rows.rows.map((row) => (row['id'] === 'e-1' ? { ...row, salary: '120000' } : row));
    const comparison = compare(runOf(rows), runOf(doubled));
    expect(movedOf(comparison)).toEqual(['e-1 5506.23 11012.45 5506.22 each']);
  });

  // Recommendation pays 96.875 % and retention 94.75 %; revenue kept adds 24.5954558 %. With their weights exchanged:
  // 30 % × 96.875 % + 40 % × 94.75 % + 24.5954558 % = 91.5579558 % of 6,000, 5,493.48.
  test('two weights exchanged', () => {
    const weights = ['30%', '40%', '30%'];
    const [{ document }] = plans as [Plan];
    const goals = document.goals?.map((goal, index) => ({ ...goal, weight: weights[index] as string }));
    const other = stored([planOf({ ...document, version: 2, goals })], {
      people: parsePeople(rows),
      actuals,
    });
    const comparison = compare(runOf(rows), other, { only: ['e-1'] });
    expect(movedOf(comparison)).toEqual(['e-1 5506.23 5493.48 -12.75 each']);
    expect(linesOf(comparison, 'e-1')).toEqual([
      'plan -12.75: plan version 1 → 2; goal "Recommendation": weight 40% becomes 30%; goal "Customer retention": weight 30% becomes 40%',
    ]);
  });
});
