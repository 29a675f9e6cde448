import { literalValue } from '../concepts/check.js';
import { numberOf } from '../concepts/concept.js';
import type { Evaluator } from '../exact/evaluate.js';
import { toExactText, unitsToText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, compare, divide, type Ratio, ratio, sign, subtract, ZERO } from '../num/ratio.js';
import { powerOfTen, roundToInteger } from '../num/round.js';
import { type Bounds, createBounds } from './bounds.js';
import type { Absent, AtRisk, NotZero } from './declared.js';
import { type Declared, declare, held } from './gates.js';
import { type Look, numberFor, type Setting } from './setting.js';
import { partsOfTarget, type Target, type TargetPart, targetOf } from './target-parts.js';
import { extremeWorld, FARTHER } from './worlds.js';

/** Reads what is at risk for one person after the other. */
export interface RiskReader {
  read(look: Look): RiskRead;
}

/** What is at risk for a person, and the parts of target that the outcome starts from. */
export interface RiskRead {
  readonly atRisk: AtRisk;
  /** Absent where the plan states no target. */
  readonly target?: readonly TargetPart[];
}

/**
 * What is at risk, declared: read from the plan and what the person stands to gain, before anything is measured.
 *
 * Formula:  target = safe + Σ at risk per goal; minimum ≤ award ≤ maximum; at-risk share = at risk ÷ (base pay + target);
 *           leverage = (maximum − target) ÷ (target − minimum)
 * Units:    money for the days that count: being hired in July is no loss
 * Rounds:   as the award is; goals by largest remainder, so that they sum to the part at risk
 * Source:   RISK.md A1 (pay mix, upside, threshold and leverage as separate levers)
 */
export function createRisk(setting: Setting): RiskReader {
  const { program, rows, evaluator, moves, document } = setting;
  const bounds = createBounds(program, rows, evaluator, moves);
  const ends = [extremeWorld(setting, moves, 'worst'), extremeWorld(setting, moves, 'best')] as const;
  const farther = extremeWorld(setting, moves, 'best', FARTHER);
  const declared = declare(document, setting.words);
  const notZero = reasonsNotZero(setting);
  return {
    read: (look) => readRisk(setting, look, { bounds, ends, farther, declared, notZero }),
  };
}

interface Reads {
  readonly bounds: Bounds;
  readonly ends: readonly [worst: Evaluator, best: Evaluator];
  /** As the best, with what has no end of its own twice as far out. */
  readonly farther: Evaluator;
  readonly declared: Declared;
  readonly notZero: readonly NotZero[];
}

/** In the making; fields are set one by one because there is one for everybody. */
type Draft = { -readonly [Key in keyof AtRisk]?: AtRisk[Key] };

function readRisk(setting: Setting, look: Look, reads: Reads): RiskRead {
  const { safePart, gates } = reads.declared;
  const limits = limitsOf(setting, look, reads);
  const zero = zeroOf(limits, reads.notZero);
  const ends = endsOf(limits, look);
  const target = targetOf(setting, look);
  if (!target)
    return {
      atRisk: {
        goals: [],
        gates: [],
        ...ends,
        ...zero,
        absent: [...NO_TARGET, ...withoutEnds(limits, zero)],
      },
    };
  const { goals: parts, all } = partsOfTarget(setting, look, target);
  const isFloor = setting.document.risk?.atLeast !== undefined;
  const closable = { goals: isFloor ? all : parts, safe: target.safe, isFloor };
  const money = (units: bigint) => unitsToText(units, look.digits);
  const pay = payOf(setting, look, target);
  const absent: Absent[] = [
    ...(setting.stakes.length === 0 ? [{ term: 'goals', why: 'formula' } as const] : []),
    ...(pay.totalPay === undefined ? [{ term: 'totalPay', why: 'noSalary' } as const] : []),
    ...withoutEnds(limits, zero),
  ];
  const atRisk: Draft = {
    target: money(target.whole),
    safe: money(target.safe),
    atRisk: money(target.whole - target.safe),
  };
  if (safePart) atRisk.safePart = safePart;
  atRisk.goals = parts.map(({ name, source, units }) =>
    source === undefined ? { name, amount: money(units) } : { name, source, amount: money(units) },
  );
  atRisk.gates = gates.map((gate) => held(gate, closable, look.digits));
  if (ends.minimum) atRisk.minimum = ends.minimum;
  if (ends.maximum) atRisk.maximum = ends.maximum;
  if (pay.basePay) atRisk.basePay = pay.basePay;
  if (pay.totalPay) atRisk.totalPay = pay.totalPay;
  const { leverage, maximumOfTarget } = leverageOf(limits, target, absent);
  if (leverage !== undefined) atRisk.leverage = leverage;
  if (maximumOfTarget !== undefined) atRisk.maximumOfTarget = maximumOfTarget;
  if (zero.canBeZero !== undefined) atRisk.canBeZero = zero.canBeZero;
  atRisk.cannotBeZero = zero.cannotBeZero;
  atRisk.absent = absent;
  return { atRisk: atRisk as AtRisk, target: all };
}

const NO_TARGET: readonly Absent[] = (['target', 'goals', 'totalPay', 'leverage'] as const).map((term) => ({
  term,
  why: 'noTarget',
}));

/** The ends that are not there, and what cannot be told for want of them. */
function withoutEnds(
  { minimum, maximum, whyNoMaximum }: Limits,
  { canBeZero }: Pick<AtRisk, 'canBeZero'>,
): Absent[] {
  return [
    ...(minimum === undefined ? [{ term: 'minimum', why: 'notKnown' } as const] : []),
    ...(maximum === undefined ? [{ term: 'maximum', why: whyNoMaximum } as const] : []),
    ...(canBeZero === undefined ? [{ term: 'canBeZero', why: 'notKnown' } as const] : []),
  ];
}

function endsOf(
  { minimum, maximum, minimumExact, maximumExact }: Limits,
  { digits }: Look,
): Pick<AtRisk, 'minimum' | 'maximum'> {
  return {
    ...(minimum !== undefined && { minimum: { amount: unitsToText(minimum, digits), exact: minimumExact } }),
    ...(maximum !== undefined && { maximum: { amount: unitsToText(maximum, digits), exact: maximumExact } }),
  };
}

/** What there is to win for what there is to lose. */
function leverageOf(
  { minimum, maximum, whyNoMaximum }: Limits,
  { whole }: Target,
  absent: Absent[],
): Pick<AtRisk, 'leverage' | 'maximumOfTarget'> {
  const down = minimum === undefined ? 0n : whole - minimum;
  const up = maximum === undefined ? 0n : maximum - whole;
  const why =
    maximum === undefined ? whyNoMaximum : down <= 0n ? 'noDownside' : up < 0n ? 'noUpside' : undefined;
  if (why !== undefined) absent.push({ term: 'leverage', why });
  return {
    ...(why === undefined && { leverage: toExactText(ratio(up, down)) }),
    ...(maximum !== undefined && whole > 0n && { maximumOfTarget: toExactText(ratio(maximum, whole)) }),
  };
}

interface Limits {
  readonly minimum: bigint | undefined;
  readonly maximum: bigint | undefined;
  readonly minimumExact: boolean;
  readonly maximumExact: boolean;
  /** Nothing caps an award that still grows with results far out; of another the maximum is not known. */
  readonly whyNoMaximum: 'noCap' | 'notKnown';
}

/** Below and above which no award lies, and whether the worst and the best results reach that. */
function limitsOf(
  { program, evaluator }: Setting,
  { row, digits }: Look,
  { bounds, ends, farther }: Reads,
): Limits {
  const { low, high } = bounds.reach(program.award, 'person', row);
  const own = numberFor(evaluator, program.award, row);
  const reached = ends.map((world) => numberFor(world, program.award, row));
  const known = bounds.movesOthers ? [own] : [...reached, own];
  const isReached = (end: Ratio | undefined) =>
    end !== undefined && known.some((one) => one !== undefined && compare(one, end) === 0);
  const best = reached[1];
  const beyond = high === undefined ? numberFor(farther, program.award, row) : undefined;
  const units = (end: Ratio | undefined) => end && (end.n * powerOfTen(digits)) / end.d;
  return {
    minimum: units(low),
    maximum: units(high),
    minimumExact: isReached(low),
    maximumExact: isReached(high),
    whyNoMaximum: best && beyond && compare(beyond, best) > 0 ? 'noCap' : 'notKnown',
  };
}

/** Whether the award can be nothing: French profit sharing and rules for banks ask for that (RISK.md, section 0). */
function zeroOf(
  { minimum, minimumExact }: Limits,
  reasons: readonly NotZero[],
): Pick<AtRisk, 'canBeZero' | 'cannotBeZero'> {
  if (minimum === undefined || (minimum <= 0n && !minimumExact)) return { cannotBeZero: [] };
  return minimum <= 0n ? { canBeZero: true, cannotBeZero: [] } : { canBeZero: false, cannotBeZero: reasons };
}

/** What of a plan keeps awards from being nothing; where nothing does, that its results always pay something. */
function reasonsNotZero({ document, variant }: Setting): readonly NotZero[] {
  const { risk, limits } = document;
  const isSome = (share: Literal | undefined) => share !== undefined && sign(numberOf(share)) > 0;
  const floor = limits?.award?.floor;
  const reasons: NotZero[] = [
    ...(isSome(risk?.paidAnyway) ? ['safePart' as const] : []),
    ...(isSome(risk?.atLeast) ? ['safeFloor' as const] : []),
    ...(floor !== undefined && isAbove(floor) ? ['awardFloor' as const] : []),
    ...(variant.exceptions.includes('guarantee') ? ['guarantee' as const] : []),
    ...(variant.results === 'target' ? ['atTarget' as const] : []),
  ];
  return reasons.length > 0 ? reasons : ['results'];
}

function isAbove(floor: Literal | { readonly money: Literal }): boolean {
  const value = literalValue(typeof floor === 'object' ? floor.money : floor);
  return value !== undefined && sign(value) > 0;
}

/** Base pay and target together, for the days that count; base pay without what is given up of it. */
function payOf(
  setting: Setting,
  { row, digits }: Look,
  target: Target,
): Pick<AtRisk, 'totalPay' | 'basePay'> {
  const { evaluator, salary, givenUp, program } = setting;
  const base = numberFor(evaluator, salary, row);
  const given = givenUp === undefined ? undefined : numberFor(evaluator, givenUp, row);
  const atTarget = program.basePay === undefined ? undefined : numberFor(evaluator, program.basePay, row);
  const units = (value: Ratio) => roundToInteger(value, 'halfUp');
  const scaled = ({ n, d }: Ratio): Ratio => ({ n: n * powerOfTen(digits), d });
  const money = (value: Ratio) => unitsToText(units(scaled(value)), digits);
  const basePay = given && atTarget ? { basePay: { givenUp: money(given), atTarget: money(atTarget) } } : {};
  if (!base) return basePay;
  const left = subtract(base, given ?? ZERO);
  const all = add(left, target.exact);
  if (all.n === 0n) return basePay;
  return {
    ...basePay,
    totalPay: {
      base: money(left),
      atTarget: money(all),
      atRiskShare: toExactText(divide(target.atRisk, all)),
    },
  };
}
