import type Fraction from 'fraction.js';
import type { BandDocument } from '../../../src/index.js';
import type { FlatCurve, FlatOutside, FlatShape } from '../flat-plan.js';
import { exact, ZERO } from './number.js';

type Point = readonly [x: Fraction, y: Fraction];

interface Line {
  readonly points: readonly Point[];
  readonly shape: FlatShape;
  readonly worse: FlatOutside;
  readonly better: FlatOutside;
}

/**
 * What a curve pays, by the words of the plan language alone. Where lower is better everything is mirrored
 * (x to −x, points reversed), so that one rule is enough: a point belongs to its better side.
 */
export function pays(curve: FlatCurve, direction: 'higher' | 'lower', x: Fraction): Fraction {
  if ('bands' in curve) return paysBand(curve.bands, direction, x);
  const {
    points,
    shape = 'line',
    worse = 'nothing',
    better = 'hold',
  } = 'points' in curve ? curve : { points: curve };
  const read = points.map(([px, py]): Point => [exact(px), exact(py)]);
  if (direction === 'higher') return paysLine({ points: read, shape, worse, better }, x);
  const mirrored = read.toReversed().map(([px, py]): Point => [px.neg(), py]);
  return paysLine({ points: mirrored, shape, worse, better }, x.neg());
}

function paysLine({ points, shape, worse, better }: Line, x: Fraction): Fraction {
  const reached = points.findLastIndex(([px]) => px.lte(x));
  if (reached < 0) return outside(worse, points, x);
  const [x0, y0] = points[reached] as Point;
  const next = points[reached + 1];
  if (x0.equals(x) || (next && shape === 'steps')) return y0;
  return next ? onLine([x0, y0], next, x) : outside(better, points.toReversed(), x);
}

/** Beyond the first of the points given: nothing, its payout, or on along the slope to the next one. */
function outside(rule: FlatOutside, [end, ...others]: readonly Point[], x: Fraction): Fraction {
  if (rule === 'nothing' || !end) return ZERO;
  const next = others.find(([px]) => !px.equals(end[0]));
  return rule === 'hold' || !next ? end[1] : onLine(end, next, x);
}

function onLine([x0, y0]: Point, [x1, y1]: Point, x: Fraction): Fraction {
  return y0.add(y1.sub(y0).mul(x.sub(x0)).div(x1.sub(x0)));
}

/** A boundary belongs to the better band; a value in no band is paid nothing. */
function paysBand(bands: readonly BandDocument[], direction: 'higher' | 'lower', x: Fraction): Fraction {
  const covers = ({ from, to }: BandDocument) => {
    const above = from === undefined || (direction === 'higher' ? x.gte(exact(from)) : x.gt(exact(from)));
    const below = to === undefined || (direction === 'higher' ? x.lt(exact(to)) : x.lte(exact(to)));
    return above && below;
  };
  const band = bands.find(covers);
  return band ? exact(band.pays) : ZERO;
}
