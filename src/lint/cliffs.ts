import { compare, divide, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { isConstant } from '../program/program.js';
import type { Operand } from '../program/step.js';
import type { Unit } from '../program/unit.js';
import type { Value } from '../program/value.js';
import { type Finding, found, percent, shown, stakeFigures, stakeText } from './finding.js';
import { type CurvePlace, type GatePlace, isValueStep, movesBehind, plainNumber, readBy } from './places.js';
import { type Linting, readsOf } from './setting.js';
import { extentOf, isWithin, type Jump, jumpsOf, magnitude, sizeOf } from './shape.js';
import { asNumber } from './typical.js';

/**
 * Cliffs of curves: how much of what a curve can pay hangs on the last hundredth of a point. One finding for each curve,
 * with its greatest jump, however many steps it has.
 *
 * Formula:  |payout just before − payout at| ÷ (most − least that the curve pays)
 * Issues:   lint.curve.cliff, lint.curve.jump
 */
export function curveCliffs(linting: Linting): Finding[] {
  return linting.places.curves.flatMap((place) => cliffOf(place, linting));
}

function cliffOf(place: CurvePlace, linting: Linting): Finding[] {
  const { limits } = linting;
  const reads = readsOf(place, linting);
  const extent = extentOf(place.curve, reads) ?? extentOf(place.curve, betweenPoints(place));
  const jumps = jumpsOf(place.curve).filter(({ at }) => isWithin(at, reads));
  const [first, ...others] = jumps;
  if (!first || !extent || compare(extent.low, extent.high) === 0) return [];
  const greatest = others.reduce((most, one) => (compare(sizeOf(one), sizeOf(most)) > 0 ? one : most), first);
  const ofCurve = divide(sizeOf(greatest), subtract(extent.high, extent.low));
  const stake = stakeAt(place, greatest, linting);
  const isAboveHalf = compare(ofCurve, limits.cliff) > 0;
  const isSmall = stake !== undefined && compare(stake, limits.weight) < 0;
  const isNothing = stake !== undefined && sign(stake) === 0;
  if (isNothing || (!isAboveHalf && (isSmall || compare(ofCurve, limits.jump) < 0))) return [];
  const cliff = { greatest, count: jumps.length, ofCurve, stake, isCliff: isAboveHalf && !isSmall };
  return [cliffFinding(place, cliff, linting)];
}

/** Where a curve goes on without end, its points say what is much. */
function betweenPoints({ curve: { points } }: CurvePlace) {
  return { low: points[0]?.[0], high: points.at(-1)?.[0] };
}

interface Cliff {
  readonly greatest: Jump;
  readonly count: number;
  readonly ofCurve: Ratio;
  readonly stake: Ratio | undefined;
  readonly isCliff: boolean;
}

function cliffFinding(
  place: CurvePlace,
  { greatest, count, ofCurve, stake, isCliff }: Cliff,
  linting: Linting,
): Finding {
  const [outline] = place.outlines as [Outline];
  const { at, before, after } = greatest;
  const { unit, currency } = readBy(outline);
  const pays = (value: Ratio) => shown(value, outline.unit, outline.currency);
  const many = count > 1 ? `, the greatest of ${count} jumps` : '';
  const worth = stake ? `, ${stakeText(stake, linting)},` : '';
  return found(place, {
    code: isCliff ? 'lint.curve.cliff' : 'lint.curve.jump',
    message: `At ${shown(at, unit, currency)} the payout goes from ${pays(before)} to ${pays(after)}${many}: ${percent(ofCurve)} of what the curve can pay${worth} hangs on the last hundredth of a point`,
    expected: isCliff
      ? `no jump above ${percent(linting.limits.cliff)} of what the curve can pay`
      : 'a payout that rises with the result',
    hint: 'Add a point below that pays a little, or put straight lines in the place of steps; keep the jump where the plan means it',
    figures: { at, before, after, ofCurve, ...stakeFigures(stake, linting), jumps: String(count) },
  });
}

/** What lies between the two sides of a jump, as a share of the whole: its result there, everything else at target. */
function stakeAt({ outlines }: CurvePlace, { at, before, after }: Jump, linting: Linting): Ratio | undefined {
  const { typical } = linting;
  const worlds = outlines.flatMap((outline) => [...(worldAt(readBy(outline).operand, at, linting) ?? [])]);
  const steps = outlines.map(({ operand }) => operand).filter((one) => typeof one === 'number');
  const [a, b] = [before, after].map((pays) => {
    const paid = steps.map((step) => [step, pays] as const);
    return typical.shareWith(new Map<number, Value>([...worlds, ...paid]));
  });
  return a && b && magnitude(subtract(b, a));
}

/**
 * Cliffs of gates and switches: what is lost when a result falls just short of the bound, all others at target. A gate in
 * each part of the period is one gate. A switch between fixed amounts is a cliff whatever it compares.
 *
 * Formula:  (award behind the open gate − award of the closed one) ÷ target, the result at its bound
 * Issues:   lint.gate.cliff
 */
export function gateCliffs(linting: Linting): Finding[] {
  return linting.places.gates.flatMap((gate) => gateCliff(gate, linting));
}

function gateCliff(gate: GatePlace, linting: Linting): Finding[] {
  const { typical, limits } = linting;
  const branches = gate.outlines.flatMap((outline) => branchesOf(outline, linting));
  if (branches.length < gate.outlines.length) return [];
  const worlds: ReadonlyMap<number, Value> = new Map(branches.flatMap(({ world }) => [...world]));
  const [open, closed] = (['then', 'otherwise'] as const).map((branch) => {
    const chosen = branches.map((one) => [one.step, typical.valueWith(one[branch], worlds)] as const);
    return typical.shareWith(new Map([...worlds, ...chosen]));
  });
  const stake = open && closed && magnitude(subtract(open, closed));
  if (!stake || compare(stake, limits.jump) < 0 || sign(stake) === 0) return [];
  const { at, unit, currency } = branches[0] as Branches;
  const where = at ? `On the bound, ${shown(at, unit, currency)},` : 'Where the condition begins to hold,';
  const parts = branches.length > 1 ? `, in ${branches.length} parts of the period together,` : '';
  return [
    found(gate, {
      code: 'lint.gate.cliff',
      message: `${where} ${stakeText(stake, linting)}${parts} hangs on the last hundredth of a point, all else at target`,
      expected: 'a gate on which little hangs where it closes',
      hint: 'Lower the bound to where the goals pay nothing anyway, let the closed gate pay a part, or keep it where the plan means it',
      figures: { at, ...stakeFigures(stake, linting), parts: String(branches.length) },
    }),
  ];
}

/** The two branches of a gate, and the world in which its result stands at its bound. */
interface Branches {
  readonly step: number;
  readonly then: Operand;
  readonly otherwise: Operand;
  readonly world: ReadonlyMap<number, Value>;
  readonly at: Ratio | undefined;
  readonly unit: Unit;
  readonly currency: string | undefined;
}

function branchesOf({ operand, children }: Outline, linting: Linting): Branches[] {
  const [condition, { operand: then }, { operand: otherwise }] = children as [Outline, Outline, Outline];
  if (isConstant(operand)) return [];
  const own = { step: operand, then, otherwise };
  // Of several conditions all stand at their bounds.
  const all = TOGETHER.includes(condition.role) ? condition.children : [condition];
  const bounds = all.flatMap((one) => boundOf(one, linting));
  const [first, second] = bounds;
  if (first && bounds.length === all.length) {
    const world = new Map(bounds.flatMap((bound) => [...bound.world]));
    return [{ ...own, ...first, world, at: second === undefined ? first.at : undefined }];
  }
  const { program, moves } = linting.typical;
  const isMoving = (one: Operand) => movesBehind(one, program, moves).length > 0;
  const isFixed = !isMoving(then) && !isMoving(otherwise);
  if (!isFixed || !isMoving(condition.operand)) return [];
  return [{ ...own, world: new Map(), at: undefined, unit: 'any', currency: undefined }];
}

const TOGETHER = ['all', 'any'];

/** A comparison with a number of the plan, and the world in which its value stands there. */
function boundOf({ role, children }: Outline, linting: Linting) {
  const [value, bound] = children;
  if (role !== 'condition' || !value || !bound) return [];
  const at = plainNumber(bound.operand, linting.typical.program);
  const world = at && worldAt(value.operand, at, linting);
  return at && world ? [{ at, world, unit: value.unit, currency: value.currency }] : [];
}

/** The world in which a value that rests on one result stands at a bound: found by the straight line through two values. */
function worldAt(operand: Operand, at: Ratio, { typical }: Linting): Map<number, Value> | undefined {
  const { program, moves } = typical;
  const [move, other] = movesBehind(operand, program, moves);
  if (!move || other) return undefined;
  const steps = move.steps.filter((index) => isValueStep(program.steps[index]));
  const given = (value: Ratio) => new Map<number, Value>(steps.map((step) => [step, value]));
  const [zero, one, two] = [0n, 1n, 2n].map((n) => asNumber(typical.valueWith(operand, given(ratio(n)))));
  if (!zero || !one || !two) return undefined;
  const slope = subtract(one, zero);
  if (sign(slope) === 0 || compare(subtract(two, one), slope) !== 0) return undefined;
  return given(divide(subtract(at, zero), slope));
}
