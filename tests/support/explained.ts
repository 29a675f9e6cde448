import { parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import { type ExplainOptions, type Explanation, explainEveryone } from '../../src/explain/index.js';
import { calculate, type Data, type TableInput } from '../../src/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { actualsOf, baseActuals, basePeople, basePlan, peopleOf, planOf, type Setting } from './base.js';

/** A run as it would be stored, of everything from the base except what a test changes; without its fingerprints. */
export function storedOf({ document = basePlan(), options, ...setting }: Setting): StoredRun {
  const plan = planOf(document);
  const data = dataOf(setting);
  const run = calculate([plan], data, { asOf: '2027-01-31', ...options });
  return { ...run, inputs: { plans: [plan.document], ...data } };
}

function dataOf({ people, actuals, leave, earnings, exceptions }: Setting): Data {
  return {
    people: peopleOf(people ?? basePeople()),
    actuals: actualsOf(actuals ?? baseActuals()),
    ...(leave !== undefined && { leave: parseLeave(leave as TableInput) }),
    ...(earnings !== undefined && { earnings: parseEarnings(earnings as TableInput) }),
    ...(exceptions !== undefined && { exceptions: parseExceptions(exceptions as TableInput) }),
  };
}

/** Explains everybody of a run made as a test says. */
export function explainedOf(setting: Setting, options: ExplainOptions = {}): Explanation[] {
  return [...explainEveryone(storedOf(setting), options)];
}

/** Money in its smallest units. */
export function units(amount: string | undefined): bigint {
  if (amount === undefined) throw new Error('No amount is stated.');
  return BigInt(amount.replace('.', ''));
}

/** Amounts summed, in smallest units. */
export function sumOf(amounts: readonly (string | undefined)[]): bigint {
  return amounts.reduce((sum, amount) => sum + units(amount), 0n);
}
