import type { Literal } from '../num/literal.js';
import type { BandsCurve, CurveDocument, CurvePoint, PointsCurve } from '../plan/document.js';
import type { CurveNode } from '../plan/formula.js';
import type { Direction } from '../plan/metric-kinds.js';

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
function openEnd(bands: BandsCurve['bands'], direction: Direction): Literal {
  const open = bands[direction === 'higher' ? 0 : bands.length - 1];
  return (direction === 'higher' ? open?.to : open?.from) ?? 0;
}

/** What the points or bands of a curve stand at, where it is written in the plan. */
export function abscissas(document: CurveDocument): Literal[] {
  if ('bands' in document)
    return document.bands.flatMap(({ from, to }) => [from, to].filter((end) => end !== undefined));
  const points = 'points' in document ? document.points : document;
  return points.map(([x]) => x).filter((x) => typeof x !== 'object');
}
