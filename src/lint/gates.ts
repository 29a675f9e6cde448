import { comparatorsOf, conditionText } from '../concepts/condition.js';
import { compare, equal, type Ratio, sign } from '../num/ratio.js';
import type { Comparison } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Relation } from '../program/step.js';
import { comparisonOf, type Range } from '../risk/range.js';
import { type Finding, found, percent, shown } from './finding.js';
import {
  type ConditionPlace,
  type CurvePlace,
  conditionOf,
  type GatePlace,
  gateOn,
  movesBehind,
  readBy,
  restsOnOthers,
  stepsBehind,
} from './places.js';
import type { Linting } from './setting.js';
import { piecesOf } from './shape.js';
import { asNumber } from './typical.js';

/**
 * Conditions that can never fail, or never hold, whatever is measured: by what the kinds of the metrics can be.
 *
 * Issues:   lint.gate.open, lint.gate.shut; plan.gate.never where the check of the plan found it already
 */
export function decidedGates(linting: Linting): Finding[] {
  const known = linting.plan.issues.filter(({ code }) => code === 'plan.gate.never');
  const told = known.map((one): Finding => ({ ...one, subject: one.path.join(' '), figures: {} }));
  const own = linting.places.conditions.flatMap((place) => decided(place, linting));
  return [...told, ...(known.length > 0 ? own.filter(({ code }) => code === 'lint.gate.open') : own)];
}

function decided(place: ConditionPlace, { typical, places }: Linting): Finding[] {
  const [condition] = place.outlines as [Outline];
  const [value, ...bounds] = condition.children as [Outline, ...Outline[]];
  // What is no result is as it is for each person.
  if (movesBehind(value.operand, typical.program, typical.moves).length === 0) return [];
  if (condition.children.some(({ operand }) => restsOnOthers(operand, typical.program))) return [];
  const [reads, ...ends] = [value, ...bounds].map(({ operand }) =>
    typical.bounds.reach(operand, 'segment', 0),
  );
  const { can, canFail } = truthOf(place.comparison, reads as Range, ends);
  if (can && canFail) return [];
  const gate = gateOn(place, places) ?? place;
  const low = reads?.low && shown(reads.low, value.unit, value.currency);
  const high = reads?.high && shown(reads.high, value.unit, value.currency);
  const range = [low && `at least ${low}`, high && `at most ${high}`].filter(Boolean).join(' and ');
  return [
    found(gate, {
      code: can ? 'lint.gate.open' : 'lint.gate.shut',
      message: `"${conditionText(condition.node as Comparison & object)}" can never ${can ? 'fail' : 'hold'}: what it reads is ${range}`,
      expected: 'a bound within what can be measured',
      hint: can ? 'Raise the bound, or remove the gate' : 'Correct the bound',
      figures: { lowest: reads?.low, highest: reads?.high, bound: ends[0]?.low },
    }),
  ];
}

function truthOf(comparison: Comparison, reads: Range, [first, second]: readonly Range[]) {
  const [key] = comparatorsOf(comparison);
  const open = { can: true, canFail: true };
  if (!first || key === undefined || key === 'is') return open;
  if (key !== 'within') return comparisonOf(key satisfies Relation, reads, first);
  const [from, to] = [
    comparisonOf('atLeast', reads, first),
    second ? comparisonOf('atMost', reads, second) : open,
  ];
  return { can: from.can && to.can, canFail: from.canFail || to.canFail };
}

/**
 * Gates on what the one curve behind them reads, whose bound lies where that curve pays nothing yet: they change nothing.
 *
 * Issues:   lint.gate.idle
 */
export function idleGates(linting: Linting): Finding[] {
  const { places } = linting;
  return places.gates.flatMap((gate) => {
    const condition = conditionOf(gate, places);
    return condition ? idle(gate, condition, linting) : [];
  });
}

function idle(gate: GatePlace, { comparison }: ConditionPlace, linting: Linting): Finding[] {
  const closed = gate.outlines.map((outline) => paidAnyway(outline, comparison, linting));
  const [first] = closed;
  if (!first || closed.includes(undefined)) return [];
  const { at, where, curve, paid } = first;
  return [
    found(gate, {
      code: 'lint.gate.idle',
      message: `The gate closes at ${where}, where ${JSON.stringify(curve)} pays ${percent(paid)} anyway: it changes nothing`,
      expected: `a bound on the better side of where ${JSON.stringify(curve)} begins to pay`,
      hint: 'Remove the gate, or move its bound',
      figures: { bound: at, pays: paid },
    }),
  ];
}

/** What the one curve behind a gate pays wherever the gate is closed, where that is what the closed gate pays. */
function paidAnyway({ children }: Outline, comparison: Comparison, linting: Linting) {
  const { typical } = linting;
  const [condition, then, otherwise] = children as [Outline, Outline, Outline];
  const [value, bound] = condition.children as [Outline, Outline];
  const [curve, other] = curvesBehind(then.operand, linting);
  const at = asNumber(typical.valueWith(bound.operand, new Map()));
  if (!curve || other || !at || readBy(curve.outlines[0] as Outline).operand !== value.operand)
    return undefined;
  if (movesBehind(then.operand, typical.program, typical.moves).length !== 1) return undefined;
  if ([then, otherwise].some(({ operand }) => restsOnOthers(operand, typical.program))) return undefined;
  const paid = paidWhereClosed(curve, comparison, at);
  if (!paid) return undefined;
  const steps = new Map(curve.outlines.map(({ operand }) => [operand as number, paid] as const));
  const [open, closed] = [
    typical.valueWith(then.operand, steps),
    typical.valueWith(otherwise.operand, new Map()),
  ].map(asNumber);
  if (!open || !closed || !equal(open, closed)) return undefined;
  return { at, where: shown(at, value.unit, value.currency), curve: curve.name, paid };
}

function curvesBehind(operand: number | Ratio, { places, typical }: Linting): CurvePlace[] {
  const found = stepsBehind(operand, typical.program);
  return places.curves.filter(({ outlines }) =>
    outlines.some(({ operand: own }) => found.has(own as number)),
  );
}

/** What a curve pays wherever a bound is not met, where that is one and the same; undefined otherwise. */
function paidWhereClosed(
  { curve }: CurvePlace,
  { atLeast, atMost, moreThan, lessThan }: Comparison,
  at: Ratio,
): Ratio | undefined {
  const isBelow = atLeast !== undefined || moreThan !== undefined;
  if (!isBelow && atMost === undefined && lessThan === undefined) return undefined;
  const closed = piecesOf(curve).filter(({ from, to }) =>
    isBelow ? !from || compare(from, at) < 0 : !to || compare(to, at) > 0,
  );
  const [first, ...others] = closed;
  const isOne =
    first && [first, ...others].every(({ slope, start }) => sign(slope) === 0 && equal(start, first.start));
  return isOne ? first.start : undefined;
}
