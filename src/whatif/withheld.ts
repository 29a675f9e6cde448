import { hasErrors, type Issue } from '../issue/issue.js';
import { calculate } from '../run/calculate.js';
import type { Award } from '../run/run.js';
import type { Ground } from './overlay.js';

/** People who are missing in a figure because their awards are withheld, and the issues of the run that say why. */
export interface Withheld {
  readonly count: number;
  readonly issues: readonly Issue[];
}

/** Who is withheld among awards; the run that says why is made only where somebody is. */
export function withheldIn({ plans, data, asOf }: Ground, awards: readonly Award[]): Withheld {
  const people = new Set(awards.filter(({ status }) => status === 'withheld').map(({ person }) => person));
  if (people.size === 0) return { count: 0, issues: [] };
  const { issues } = calculate(plans, data, { asOf });
  return { count: people.size, issues: issues.filter((one) => hasErrors([one])) };
}
