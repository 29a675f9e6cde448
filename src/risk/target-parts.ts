import { AWARD_ROUNDING } from '../concepts/rounding.js';
import { allocate } from '../num/allocate.js';
import { add, divide, equal, multiply, type Ratio, ratio, subtract, ZERO } from '../num/ratio.js';
import { powerOfTen, roundToUnits } from '../num/round.js';
import { nameIn, told } from '../words/words.js';
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
  /** Of a payout or an award as a whole, of which no goals are known: what it is called as a part of the award. */
  readonly paidAs?: string | undefined;
}

/** Target opportunity of a person and how it is split; undefined where the plan states none. */
export function targetOf(
  { program, evaluator, document, safe: share }: Setting,
  { row, digits }: Look,
): Target | undefined {
  const exact = numberFor(evaluator, program.target, row);
  const unit = numberFor(evaluator, program.awardUnit, row);
  if (!exact || !unit) return undefined;
  const { mode } = document.rounding?.award ?? AWARD_ROUNDING;
  const base = numberFor(evaluator, program.basePay, row) ?? ZERO;
  const safe = multiply(subtract(exact, base), share);
  const rounded = (value: Ratio) => (value.n === 0n ? 0n : roundToUnits(value, unit, { mode, digits }));
  return { exact, atRisk: subtract(exact, safe), whole: rounded(exact), safe: rounded(safe) };
}

/** What of the part at risk hangs on each goal, which sums to it; and all of target as the award is made of it. */
export interface TargetParts {
  readonly goals: readonly TargetPart[];
  /** With the safe part; under a floor all of target hangs on the goals. */
  readonly all: readonly TargetPart[];
}

/** How target is split; of an award that a formula states nothing says what hangs on what. */
export function partsOfTarget(setting: Setting, look: Look, target: Target): TargetParts {
  const { document, words, stakes, evaluator } = setting;
  if (document.award !== undefined) {
    const name = nameIn(words, told('award before limits'));
    return { goals: [], all: [{ name, stage: 'goal', units: target.whole, paidAs: name }] };
  }
  const exact = stakes.map(({ operand }) => numberFor(evaluator, operand, look.row) ?? ZERO);
  const partsOf = (units: bigint) => split(setting, exact, target, { units, digits: look.digits });
  const goals = partsOf(target.whole - target.safe);
  if (document.risk?.paidAnyway === undefined)
    return { goals, all: target.safe === 0n ? goals : partsOf(target.whole) };
  const safe: TargetPart = {
    name: nameIn(words, told('safe part')),
    stage: 'risk split',
    units: target.safe,
  };
  return { goals, all: [...goals, safe] };
}

/** So many units, in proportion to what hangs on each goal; without a name what hangs on no goal that counts. */
function split(
  { stakes, document, words }: Setting,
  exact: readonly Ratio[],
  target: Target,
  { units, digits }: { readonly units: bigint; readonly digits: number },
): TargetPart[] {
  const all = document.risk?.atLeast === undefined ? target.atRisk : target.exact;
  const sum = exact.reduce(add, ZERO);
  const shares = equal(sum, all) ? exact : [...exact, subtract(all, sum)];
  return spread(units, shares, digits).flatMap((own, index): TargetPart[] => {
    const { name = '', source, paidAs } = stakes[index] ?? {};
    const part: TargetPart = { name, source, stage: 'goal', units: own };
    if (index >= stakes.length && own === 0n) return [];
    return [paidAs === undefined ? part : { ...part, paidAs: nameIn(words, paidAs) }];
  });
}

/** Whole units in proportion to shares: target was rounded, they were not. */
function spread(total: bigint, shares: readonly Ratio[], digits: number): bigint[] {
  const sum = shares.reduce(add, ZERO);
  if (sum.n === 0n) return shares.map(() => 0n);
  const scale = powerOfTen(digits);
  const factor = equal({ n: sum.n * scale, d: sum.d }, { n: total, d: 1n })
    ? { n: scale, d: 1n }
    : divide(ratio(total), sum);
  return allocate(
    total,
    shares.map((share) => multiply(share, factor)),
  );
}
