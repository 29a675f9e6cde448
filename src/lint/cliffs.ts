import { compare, divide, type Ratio, sign, subtract } from '../num/ratio.js';
import { isConstant } from '../program/program.js';
import type { Value } from '../program/value.js';
import { type Finding, found, percent, shown } from './finding.js';
import { moneyAtTarget } from './people-seen.js';
import { type ConditionPlace, type CurvePlace, type GatePlace, movesBehind, readBy } from './places.js';
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
  if (compare(ofCurve, limits.jump) < 0) return [];
  const isCliff = compare(ofCurve, limits.cliff) > 0;
  return [cliffFinding(place, { greatest, count: jumps.length, ofCurve, isCliff }, linting)];
}

/** Where a curve goes on without end, its points say what is much. */
function betweenPoints({ curve: { points } }: CurvePlace) {
  return { low: points[0]?.[0], high: points.at(-1)?.[0] };
}

interface Cliff {
  readonly greatest: Jump;
  readonly count: number;
  readonly ofCurve: Ratio;
  readonly isCliff: boolean;
}

function cliffFinding(
  place: CurvePlace,
  { greatest, count, ofCurve, isCliff }: Cliff,
  linting: Linting,
): Finding {
  const [outline] = place.outlines as [CurvePlace['outlines'][number]];
  const { at, before, after } = greatest;
  const ofTarget = targetBetween(place, [before, after], linting);
  const money = ofTarget && moneyAtTarget(ofTarget, linting.people);
  const where = shown(at, readBy(outline).unit, readBy(outline).currency);
  const pays = (value: Ratio) => shown(value, outline.unit, outline.currency);
  const many = count > 1 ? `, the greatest of ${count} steps` : '';
  return found(place, {
    code: isCliff ? 'lint.curve.cliff' : 'lint.curve.jump',
    message: `At ${where} the payout goes from ${pays(before)} to ${pays(after)}${many}: ${percent(ofCurve)} of what the curve can pay${stakeText(ofTarget, money)} hangs on the last hundredth of a point`,
    expected: isCliff
      ? `no jump above ${percent(linting.limits.cliff)} of what the curve can pay`
      : 'a payout that rises with the result',
    hint: 'Add a point below that pays a little, or put straight lines in the place of the steps; keep the jump where the plan means it',
    figures: { at, before, after, ofCurve, ofTarget, jumps: String(count), money },
  });
}

function stakeText(ofTarget: Ratio | undefined, money: string | undefined): string {
  if (!ofTarget) return '';
  return `, ${percent(ofTarget)} of target${money === undefined ? '' : ` (${money} for the people given)`},`;
}

/** What of target lies between two payouts of a curve, everything else at target. */
export function targetBetween(
  { outlines }: CurvePlace,
  values: readonly [Ratio, Ratio],
  { typical }: Linting,
): Ratio | undefined {
  const steps = outlines.map(({ operand }) => operand).filter((one) => typeof one === 'number');
  const [a, b] = values.map((value) => typical.shareWith(new Map(steps.map((step) => [step, value]))));
  return a && b && magnitude(subtract(b, a));
}

/**
 * Cliffs of gates and switches on one result: what of target is lost when that result falls just short of the bound, all
 * others at target.
 *
 * Formula:  (award behind the open gate − award of the closed one) ÷ target, the result at its bound
 * Issues:   lint.gate.cliff
 */
export function gateCliffs(linting: Linting): Finding[] {
  const { places } = linting;
  return places.gates.flatMap((gate) => {
    const condition = places.conditions.find(({ outlines }) => outlines.includes(conditionOf(gate)));
    return condition ? gateCliff(gate, condition, linting) : [];
  });
}

function conditionOf({ outline }: GatePlace) {
  return outline.children[0] as GatePlace['outline'];
}

function gateCliff(gate: GatePlace, condition: ConditionPlace, linting: Linting): Finding[] {
  const { typical, limits } = linting;
  const [own] = condition.outlines as [GatePlace['outline']];
  const [value, bound] = own.children as [GatePlace['outline'], GatePlace['outline']];
  const at = asNumber(typical.valueWith(bound.operand, new Map()));
  const world = at && worldAt(value.operand, at, linting);
  if (!at || !world || typeof gate.outline.operand !== 'number') return [];
  const [, then, otherwise] = gate.outline.children as [unknown, GatePlace['outline'], GatePlace['outline']];
  const shares = [then, otherwise].map(({ operand }) => {
    const chosen = typical.valueWith(operand, world);
    return typical.shareWith(new Map([...world, [gate.outline.operand as number, chosen]]));
  });
  const [open, closed] = shares;
  const ofTarget = open && closed && magnitude(subtract(open, closed));
  if (!ofTarget || compare(ofTarget, limits.jump) < 0 || sign(ofTarget) === 0) return [];
  const money = moneyAtTarget(ofTarget, linting.people);
  return [
    found(gate, {
      code: 'lint.gate.cliff',
      message: `On the bound, ${shown(at, value.unit, value.currency)}, ${percent(ofTarget)} of target${money === undefined ? '' : ` (${money} for the people given)`} hangs on the last hundredth of a point, all else at target`,
      expected: 'a gate that little hangs on by the time it closes',
      hint: 'Lower the bound to where the goals pay nothing anyway, let the closed gate pay a part (otherwise), or keep it where the plan means it',
      figures: { at, ofTarget, money },
    }),
  ];
}

/** The world in which a value that rests on one result stands at a bound: found by the straight line through two values. */
function worldAt(operand: number | Ratio, at: Ratio, { typical }: Linting): Map<number, Value> | undefined {
  const { program } = typical;
  if (isConstant(operand)) return undefined;
  const [move, other] = movesBehind(operand, program, typical.moves);
  if (!move || other) return undefined;
  const steps = move.steps.filter((index) => isValueStep(index, linked(program)));
  const given = (value: Ratio) => new Map<number, Value>(steps.map((step) => [step, value]));
  const reads = (value: Ratio) => asNumber(typical.valueWith(operand, given(value)));
  const [zero, one, two] = [0n, 1n, 2n].map((n) => reads({ n, d: 1n }));
  if (!zero || !one || !two) return undefined;
  const slope = subtract(one, zero);
  if (sign(slope) === 0 || compare(subtract(two, one), slope) !== 0) return undefined;
  return given(divide(subtract(at, zero), slope));
}

function linked({ steps }: Linting['typical']['program']) {
  return steps;
}

function isValueStep(index: number, steps: Linting['typical']['program']['steps']): boolean {
  const step = steps[index];
  return step?.op === 'input' && (step.input.from !== 'metric' || step.input.part === 'value');
}
