import type { Literal } from '../num/literal.js';
import { equal, type Ratio } from '../num/ratio.js';
import type { CurvePoint, Outside } from '../plan/document.js';
import type { CurveNode, Formula } from '../plan/formula.js';
import type { Direction, MetricUnit } from '../plan/metric-kinds.js';
import { type Place, placeOf } from '../program/curve.js';
import type { Outline } from '../program/outline.js';
import { isConstant } from '../program/program.js';
import type { Curve, Operand, OutsideRule } from '../program/step.js';
import { combineUnits, isRatio, MONEY, POINTS, sameUnit, type Unit } from '../program/unit.js';
import type { Words } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf, type Reader } from './concept.js';
import { checkCurve } from './curve-check.js';
import { type Alike, alike, commonScope, type Member, mustBeNumber, notInParts } from './units.js';

/**
 * Payout curve: how much of target a goal pays for what it reads.
 *
 * Formula:  line: y0 + (x − x0) × (y1 − y0) / (x1 − x0) between two points; steps: the payout of the point reached
 * Units:    what the goal reads → payout, ratio (1 pays target)
 * Domain:   outside the points `worse` (nothing by default) and `better` (hold by default) decide; a point
 *           belongs to its better side, and where lower is better the points are written best first
 * Rounds:   never
 * Issues:   plan.curve.order, plan.curve.gap, plan.curve.overlap, plan.curve.falls, plan.curve.slope
 * Source:   published plans pay between points by straight lines (Sopra Steria 2022) or by steps (Elk River 2020)
 * @example  [[80%, 50%], [100%, 100%], [120%, 200%]] pays 75 % at 90 % and 150 % at 110 %
 */
export const payoutCurve: Concept<CurveNode> = {
  role: 'curve',
  compile(node, compiler) {
    const of = compiler.compile(node.curve.of);
    const member = { part: of, formula: node.curve.of, key: ['curve', 'of'] };
    notInParts(node, member, compiler);
    const read = mustBeNumber(node, member, compiler);
    const { curve } = node;
    const direction = curve.direction ?? (of.isLowerBetter ? 'lower' : 'higher');
    const columns = [0, 1].map((column) =>
      alike(
        node,
        column === 0 ? [{ ...member, part: read }, ...knots(node, 0, compiler)] : knots(node, 1, compiler),
        compiler,
      ),
    ) as [Alike, Alike];
    const xs = columns[0].parts.slice(1);
    const ys = columns[1].parts;
    checkWrittenCurve(node, direction, [columns[0].unit, columns[1].unit], compiler);
    const plain = [...xs, ...ys].every(({ operand }) => isConstant(operand));
    const shape = { worse: 'nothing', better: 'hold', shape: 'line', ...curve, direction } as const;
    const operands = xs.flatMap((x, index) => [x.operand, (ys[index] as Compiled).operand]);
    const points = plain ? pairsOf(operands as Ratio[]) : [];
    const args: [Operand, ...Operand[]] = [
      columns[0].parts[0]?.operand ?? read.operand,
      ...(plain ? [] : operands),
    ];
    const unit = shape.shape === 'slices' ? combineUnits(read.unit, columns[1].unit, 1) : columns[1].unit;
    const scope = commonScope([...columns[0].parts, ...ys]);
    const operand = compiler.add({ op: 'curve', args, curve: curveOf(shape, points) }, unit, scope);
    const named = { ...node, curve: shape };
    const { currency, guarded } = shape.shape === 'slices' ? columns[0] : columns[1];
    const children = [read, ...(plain ? [] : [...xs, ...ys])];
    return compiled('curve', named, {
      operand,
      unit,
      scope,
      children,
      currency,
      guarded,
      amount: (shape.shape === 'slices' ? [read, ...ys] : ys).some((one) => one.amount),
    });
  },
  say(outline, reader) {
    const node = outline.node as Whole;
    const [of, ...knots] = outline.children as [Outline, ...Outline[]];
    const read = reader.show(of);
    const { curve: told } = reader.words;
    if (node.curve.shape === 'slices') return told.slices(read);
    const points = pointsAt(node, knots, reader);
    const curve = curveOf(node.curve, points);
    const place = placeOf(curve, numberAt(of, reader));
    const said: Said = {
      read,
      place,
      told,
      point: knots.length === 0 ? writtenPoint(node) : shownPoint(knots, reader),
    };
    return node.curve.shape === 'steps' ? sayStep(node, said) : sayLine(node, said);
  },
};

/** The curve of a node with everything that it leaves open filled in. */
type Whole = CurveNode & { readonly curve: Required<CurveNode['curve']> };

/** A curve that a plan wrote in a formula is looked at as that of a goal is. */
function checkWrittenCurve(
  node: CurveNode,
  direction: Direction,
  [unit, pays]: readonly [Unit, Unit],
  compiler: Compiler,
): void {
  const path = compiler.pathOf(node);
  if (path === undefined || !compiler.isWritten(node)) return;
  const { of: _read, direction: _better, ...curve } = node.curve;
  const context = { unit: wordOf(unit), pays: wordOf(pays), direction, path: [...path, 'curve'] };
  compiler.checked((check) => checkCurve(check, curve, context));
}

/** The unit as numbers of a plan are checked by; nothing is said of others. */
function wordOf(unit: Unit): MetricUnit | 'plain' {
  if (typeof unit !== 'object') return 'plain';
  if (isRatio(unit)) return 'ratio';
  return sameUnit(unit, POINTS) ? 'points' : sameUnit(unit, MONEY) ? 'money' : 'plain';
}

/** The members of the points in one column: what is read (0), or payout (1). */
function knots({ curve }: CurveNode, column: 0 | 1, compiler: Compiler): Member[] {
  return curve.points.map((point, index) => ({
    part: compiler.compile(point[column]),
    formula: point[column],
    key: ['curve', 'points', index, column],
  }));
}

function pairsOf(values: readonly Ratio[]): (readonly [Ratio, Ratio])[] {
  return Array.from({ length: values.length / 2 }, (_, index) => [
    values[2 * index] as Ratio,
    values[2 * index + 1] as Ratio,
  ]);
}

/** The points as numbers, read where they are calculated. */
function pointsAt({ curve }: Whole, knots: readonly Outline[], reader: Reader): (readonly [Ratio, Ratio])[] {
  if (knots.length === 0)
    return curve.points.map(([x, y]) => [numberOf(x as Literal), numberOf(y as Literal)] as const);
  const half = knots.length / 2;
  return knots
    .slice(0, half)
    .map((x, index) => [numberAt(x, reader), numberAt(knots[half + index] as Outline, reader)]);
}

/** A point in words. */
type PointWords = (point: readonly [Ratio, Ratio]) => string;

/** What was read, where it stands on the curve, and the words to say so. */
interface Said {
  readonly read: string;
  readonly place: Place;
  readonly point: PointWords;
  readonly told: Words['curve'];
}

function sayLine(node: Whole, { read, place, point, told }: Said): string {
  if (place.at === 'point') return told.point(read, point(place.point));
  if (place.at === 'between') return told.between(read, point(place.left), point(place.right));
  const side = sideOf(place.at, node);
  return told[side](read, point(place.end), outsideText(node.curve[side], told));
}

/** Of steps a reader wants to know which one was reached. */
function sayStep(node: Whole, { read, place, point, told }: Said): string {
  if (place.at === 'point') return told.reaches(read, point(place.point));
  if (place.at === 'between')
    return told.reaches(read, point(node.curve.direction === 'higher' ? place.left : place.right));
  const end = point(place.end);
  if (sideOf(place.at, node) === 'worse')
    return told.notReached(read, end, outsideText(node.curve.worse, told));
  return node.curve.better === 'nothing' ? told.beyond(read, end) : told.reaches(read, end);
}

function outsideText(rule: Outside, told: Words['curve']): string {
  if (typeof rule === 'string') return told.outside[rule];
  const cap = rule.cap === undefined ? '' : told.cap(String(rule.cap));
  if ('perStep' in rule) return told.perStep(String(rule.perStep.add), String(rule.perStep.each)) + cap;
  return (
    told.slope(String(rule.slope)) + (rule.until === undefined ? '' : told.until(String(rule.until))) + cap
  );
}

function sideOf(at: 'below' | 'above', { curve }: Whole): 'worse' | 'better' {
  return (at === 'below') === (curve.direction === 'higher') ? 'worse' : 'better';
}

/** A point as the plan writes it: `80% → 50%`. */
function writtenPoint({ curve }: Whole): PointWords {
  return ([x, y]) => {
    const found = curve.points.find(([px, py]) => same(px, x) && same(py, y)) as CurvePoint<Literal>;
    return `${found[0]} → ${found[1]}`;
  };
}

/** A point that is calculated, as it came out. */
function shownPoint(knots: readonly Outline[], reader: Reader): PointWords {
  const half = knots.length / 2;
  return ([x, y]) => {
    const index = knots
      .slice(0, half)
      .findIndex(
        (at, one) =>
          equal(numberAt(at, reader), x) && equal(numberAt(knots[half + one] as Outline, reader), y),
      );
    return [knots[index], knots[half + index]].map((one) => reader.show(one as Outline)).join(' → ');
  };
}

function same(literal: Formula, value: Ratio): boolean {
  return equal(numberOf(literal as Literal), value);
}

/** The curve of a node, with its sides turned into below and above. */
function curveOf(
  { shape, worse, better, direction }: Omit<Whole['curve'], 'of' | 'points'>,
  points: Curve['points'],
): Curve {
  const higher = direction === 'higher';
  const [below, above] = (higher ? [worse, better] : [better, worse]).map(outsideRule) as [
    OutsideRule,
    OutsideRule,
  ];
  return { points, shape, below, above, side: higher ? 'right' : 'left' };
}

function outsideRule(rule: Outside): OutsideRule {
  if (typeof rule === 'string') return rule;
  const cap = rule.cap === undefined ? {} : { cap: numberOf(rule.cap) };
  if ('perStep' in rule)
    return { each: numberOf(rule.perStep.each), add: numberOf(rule.perStep.add), ...cap };
  const until = rule.until === undefined ? {} : { until: numberOf(rule.until) };
  return { slope: numberOf(rule.slope), ...until, ...cap };
}
