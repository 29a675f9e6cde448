import type { Literal } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import type { BandsCurve, CurveDocument, CurvePoint, PointsCurve } from '../plan/document.js';
import type { CurveNode } from '../plan/formula.js';
import type { Direction } from '../plan/metric-kinds.js';
import { type Place, placeOf } from '../program/curve.js';
import type { Outline } from '../program/outline.js';
import type { Curve } from '../program/step.js';
import { RATIO } from '../program/unit.js';
import { numberAt } from './arithmetic.js';
import { type Concept, compiled, numberOf } from './concept.js';

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
    const operand = compiler.add({ op: 'curve', args: [of.operand], curve: curveOf(node) }, RATIO, of.scope);
    return compiled('curve', node, { operand, unit: RATIO, scope: of.scope, children: [of] });
  },
  say(outline, reader) {
    const node = outline.node as CurveNode;
    const of = outline.children[0] as Outline;
    const place = placeOf(curveOf(node), numberAt(of, reader));
    return `${reader.show(of)} ${node.curve.shape === 'steps' ? sayStep(node, place) : sayLine(node, place)}`;
  },
};

function sayLine(node: CurveNode, place: Place): string {
  if (place.at === 'point') return `is the point ${written(node, place.point)}`;
  if (place.at === 'between')
    return `lies between ${written(node, place.left)} and ${written(node, place.right)}`;
  return `is ${sideOf(place.at, node)} than ${written(node, place.end)}, the last point: ${WORDS[node.curve[sideOf(place.at, node)]]}`;
}

/** Of steps a reader wants to know which one was reached. */
function sayStep(node: CurveNode, place: Place): string {
  if (place.at === 'point') return `reaches ${written(node, place.point)}`;
  if (place.at === 'between')
    return `reaches ${written(node, node.curve.direction === 'higher' ? place.left : place.right)}`;
  if (sideOf(place.at, node) === 'better')
    return `reaches ${written(node, place.end)}${node.curve.better === 'nothing' ? ' and lies beyond it: pays nothing' : ''}`;
  return `does not reach ${written(node, place.end)}: ${WORDS[node.curve.worse]}`;
}

const WORDS = {
  nothing: 'pays nothing',
  hold: 'pays the same',
  continue: 'goes on along the last slope',
} as const;

function sideOf(at: 'below' | 'above', { curve }: CurveNode): 'worse' | 'better' {
  return (at === 'below') === (curve.direction === 'higher') ? 'worse' : 'better';
}

/** A point as the plan writes it: `80% → 50%`. */
function written(node: CurveNode, [x, y]: readonly [Ratio, Ratio]): string {
  const found = node.curve.points.find(([px, py]) => same(px, x) && same(py, y)) as CurvePoint;
  return `${found[0]} → ${found[1]}`;
}

function same(literal: CurvePoint[0], value: Ratio): boolean {
  const number = numberOf(literal);
  return number.n * value.d === value.n * number.d;
}

/** The curve of a node, with its sides turned into below and above. */
function curveOf({ curve }: CurveNode): Curve {
  const higher = curve.direction === 'higher';
  return {
    points: curve.points.map(([x, y]) => [numberOf(x), numberOf(y)] as const),
    shape: curve.shape,
    below: higher ? curve.worse : curve.better,
    above: higher ? curve.better : curve.worse,
    side: higher ? 'right' : 'left',
  };
}

/** The curve of a goal as a formula node over what it reads. */
export function lowerCurve(
  document: CurveDocument,
  of: CurveNode['curve']['of'],
  direction: Direction,
): CurveNode {
  const { points, shape = 'line', worse = 'nothing', better = 'hold' } = pointsOf(document, direction);
  return { curve: { of, points, shape, worse, better, direction } };
}

/** A curve in its full form; bands become steps, each beginning at its worse end. */
export function pointsOf(document: CurveDocument, direction: Direction): PointsCurve {
  if (!('points' in document) && !('bands' in document)) return { points: document };
  return 'bands' in document ? bandsToSteps(document, direction) : document;
}

/**
 * Bands as steps. Where higher is better a band is reached at its lower end, where lower is better at its
 * upper end. Beyond the worst band nothing is paid, unless that band is open and goes on.
 */
function bandsToSteps({ bands }: BandsCurve, direction: Direction): PointsCurve {
  const ends = bands.map((band) => (direction === 'higher' ? band.from : band.to));
  const points = bands.map(
    (band, index): CurvePoint => [ends[index] ?? openEnd(bands, direction), band.pays],
  );
  const worst = ends[direction === 'higher' ? 0 : bands.length - 1];
  return { points, shape: 'steps', worse: worst === undefined ? 'hold' : 'nothing', better: 'hold' };
}

/** The first boundary stands for the open end: beyond it `hold` pays the same. */
function openEnd(bands: BandsCurve['bands'], direction: Direction): CurvePoint[0] {
  const open = bands[direction === 'higher' ? 0 : bands.length - 1];
  return (direction === 'higher' ? open?.to : open?.from) ?? 0;
}

/** What the points or bands of a curve stand at. */
export function abscissas(document: CurveDocument): Literal[] {
  if ('bands' in document)
    return document.bands.flatMap(({ from, to }) => [from, to].filter((end) => end !== undefined));
  return ('points' in document ? document.points : document).map(([x]) => x);
}
