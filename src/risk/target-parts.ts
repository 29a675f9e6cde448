import { numberOf } from '../concepts/concept.js';
import { AWARD_ROUNDING } from '../concepts/rounding.js';
import { safeShare } from '../concepts/safe-part.js';
import { allocate } from '../num/allocate.js';
import type { Literal } from '../num/literal.js';
import { add, divide, equal, multiply, type Ratio, ratio, subtract, ZERO } from '../num/ratio.js';
import { roundToUnits } from '../num/round.js';
import { type Look, numberFor, type Setting } from './setting.js';

/** Target and its safe part, exactly and in the smallest units of the currency, rounded as the award is. */
export interface Target {
  readonly exact: Ratio;
  readonly atRisk: Ratio;
  readonly whole: bigint;
  readonly safe: bigint;
}

/** A part of target, in the smallest units of the currency. */
export interface TargetPart {
  readonly name: string;
  readonly source?: string | undefined;
  readonly stage: 'goal' | 'risk split';
  readonly units: bigint;
  /** Whether it is the payout as a whole, of which no goals are known. */
  readonly isWhole?: boolean | undefined;
}

/** Target opportunity of a person and how it is split; undefined where the plan states none. */
export function targetOf(
  { program, evaluator, document }: Setting,
  { row, digits }: Look,
): Target | undefined {
  const exact = numberFor(evaluator, program.target, row);
  const unit = numberFor(evaluator, program.awardUnit, row);
  if (!exact || !unit) return undefined;
  const { mode } = document.rounding?.award ?? AWARD_ROUNDING;
  const base = numberFor(evaluator, program.basePay, row) ?? ZERO;
  const share = document.award === undefined ? numberOf(safeShare(document) as Literal) : ZERO;
  const safe = multiply(subtract(exact, base), share);
  const rounded = (value: Ratio) => (value.n === 0n ? 0n : roundToUnits(value, unit, { mode, digits }));
  return { exact, atRisk: subtract(exact, safe), whole: rounded(exact), safe: rounded(safe) };
}

/** What of the part at risk hangs on each goal; without a name what no goal that counts has. They sum to it. */
export function goalsAtRisk(setting: Setting, look: Look, target: Target): TargetPart[] {
  return split(setting, look, target, target.whole - target.safe);
}

/**
 * Target as the award is made of it: what hangs on each goal, and the safe part. Under a floor all of target hangs on
 * the goals.
 */
export function partsOfTarget(setting: Setting, look: Look, target: Target): TargetPart[] {
  if (setting.document.risk?.paidAnyway === undefined) return split(setting, look, target, target.whole);
  const safe: TargetPart = { name: '', stage: 'risk split', units: target.safe };
  return [...split(setting, look, target, target.whole - target.safe), safe];
}

/** So many units, in proportion to what hangs on each goal. */
function split(
  { stakes, evaluator, document }: Setting,
  { row }: Look,
  target: Target,
  units: bigint,
): TargetPart[] {
  const exact = stakes.map(({ operand }) => numberFor(evaluator, operand, row) ?? ZERO);
  const all = document.risk?.atLeast === undefined ? target.atRisk : target.exact;
  const sum = exact.reduce(add, ZERO);
  const shares = equal(sum, all) ? exact : [...exact, subtract(all, sum)];
  return spread(units, shares).flatMap((own, index): TargetPart[] => {
    const { name = '', source, isWhole = stakes.length === 0 } = stakes[index] ?? {};
    return index < stakes.length || own !== 0n ? [{ name, source, stage: 'goal', units: own, isWhole }] : [];
  });
}

/** Whole units in proportion to shares: target was rounded, they were not. */
function spread(total: bigint, shares: readonly Ratio[]): bigint[] {
  const sum = shares.reduce(add, ZERO);
  if (sum.n === 0n) return shares.map(() => 0n);
  const factor = divide(ratio(total), sum);
  return allocate(
    total,
    shares.map((share) => multiply(share, factor)),
  );
}
