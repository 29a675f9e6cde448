import type { Comparison, PersonComparison } from '../compare/index.js';
import { causeText } from '../retro/index.js';

/** A line of a comparison as a file shows it: a person, and one input that moved the award. */
export interface ComparisonRow extends Omit<PersonComparison, 'inputs'> {
  readonly input?: string;
  readonly amount?: string;
  readonly why?: string;
}

/** Every person with each input that moved the award; who did not move, or is in one run only, stands alone. */
export function comparisonRows({ people }: Comparison): ComparisonRow[] {
  return people.flatMap(({ inputs: parts, ...one }): ComparisonRow[] => {
    if (parts.length === 0) return [one];
    return parts.map(({ inputs, amount, causes, details = [] }) => ({
      ...one,
      input: inputs.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`)).join(' + '),
      amount,
      why: [...causes.map(causeText), ...details].join('; '),
    }));
  });
}
