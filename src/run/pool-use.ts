import type { Plan } from '../concepts/parse-plan.js';
import { type Allotment, unitsOf } from '../exact/allot.js';
import { poolReader } from '../exact/allot-cell.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Rows } from '../exact/rows.js';
import { minorDigits } from '../num/currency.js';
import { toFixed } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import type { Program } from '../program/program.js';
import { isFault } from '../program/value.js';

/** What became of a pool. Money as decimal strings. */
export interface PoolUse {
  readonly plan: string;
  readonly currency: string;
  /** How many people share it. */
  readonly people: number;
  /** The fund, cut down to whole units; what was shared out of it, and what was not. */
  readonly fund: string;
  readonly paid: string;
  readonly left: string;
  /** The budgets of the groups it went through. */
  readonly groups?: readonly (Pick<PoolUse, 'people' | 'fund' | 'paid' | 'left'> & {
    readonly level: string;
    readonly group: string;
  })[];
}

/** The pool of a plan as it was shared out; undefined where there is none, or it could not be. */
export function poolUseOf(
  { id, document: { currency = '' } }: Plan,
  { program, evaluator }: { readonly program: Program; readonly evaluator: Evaluator },
  rows: Rows,
): PoolUse | undefined {
  const step = program.steps.find((one) => one.op === 'allot');
  const [first] = rows.everybody().people;
  if (step?.op !== 'allot' || first === undefined) return undefined;
  const fund = evaluator.value(step.args[0], 'person', first);
  const shared = isFault(fund) ? fund : poolReader(step, rows).shared(fund as Ratio);
  if ('fault' in shared) return undefined;
  const digits = minorDigits(currency) ?? 2;
  const money = (units: bigint) => toFixed(unitsOf(units, step.pool.unit), digits);
  const spent = (of: bigint, paid: bigint) => ({
    fund: money(of),
    paid: money(paid),
    left: money(of - paid),
  });
  const groups = shared.groups.map(({ level, name, people, fund: part, paid }) => ({
    level,
    group: name,
    people,
    ...spent(part, paid),
  }));
  return {
    plan: id,
    currency,
    people: shared.amounts.length,
    ...spent(shared.fund, paidOf(shared)),
    ...(groups.length > 0 && { groups }),
  };
}

function paidOf({ amounts }: Allotment): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
