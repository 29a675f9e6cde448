import { toNumber } from '../metrics/estimate.js';
import { compare, divide, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { isRatio, POINTS, sameUnit, type Unit } from '../program/unit.js';
import { type Finding, found, percent, perPoint, shown } from './finding.js';
import { resultsAt } from './history.js';
import { chanceOf } from './models.js';
import { type CurvePlace, readBy } from './places.js';
import { type Linting, readsOf } from './setting.js';
import { abscissasOf, isWithin, magnitude, type Piece, pieceAt, piecesOf } from './shape.js';

/**
 * Dead zones: stretches of what a goal reads in which more effort pays nothing. Between points they are told by their
 * width; below the first and beyond the last point every curve has some, which are told where past results fell there.
 *
 * Formula:  width ÷ (last point − first point); past results in stretches without slope ÷ all, or how likely a stated model
 *           makes them
 * Issues:   lint.curve.flat, lint.curve.dead
 * Source:   Φ(−2) × 2 = 0.0455 of a normal result about the middle of a curve with ends two deviations away
 */
export function deadZones(linting: Linting): Finding[] {
  return linting.places.curves.flatMap((place) => [
    ...flatPart(place, linting),
    ...(hasPast(place, linting) ? deadShare(place, linting) : deadChance(place, linting)),
  ]);
}

function flatPart(place: CurvePlace, linting: Linting): Finding[] {
  const { curve } = place;
  const xs = abscissasOf(curve);
  const way = subtract(xs.at(-1) as Ratio, xs[0] as Ratio);
  if (curve.shape === 'steps' || way.n === 0n) return [];
  const reads = readsOf(place, linting);
  const flat = piecesOf(curve).filter(
    (one) => one.from && one.to && isFlat(one) && isWithin(one.from, reads) && isWithin(one.to, reads),
  );
  const [widest] = flat.toSorted((a, b) => compare(widthOf(b), widthOf(a)));
  if (!widest || compare(divide(widthOf(widest), way), linting.limits.flat) < 0) return [];
  const { from, to, start } = widest as Required<Piece>;
  const [outline] = place.outlines as [CurvePlace['outlines'][number]];
  const { unit, currency } = readBy(outline);
  const ofWay = divide(widthOf(widest), way);
  return [
    found(place, {
      code: 'lint.curve.flat',
      message: `Between ${shown(from as Ratio, unit, currency)} and ${shown(to as Ratio, unit, currency)} the payout stays at ${shown(start, outline.unit, outline.currency)}: ${percent(ofWay)} of the way from the first point to the last pays nothing for more effort`,
      expected: 'a payout that rises all the way',
      hint: 'Join the two points by one, or let the payout rise between them; keep the band where the plan means it',
      figures: { from, to, pays: start, ofWay },
    }),
  ];
}

function isFlat({ slope }: Piece): boolean {
  return sign(slope) === 0;
}

function widthOf({ from, to }: Piece): Ratio {
  return from && to ? subtract(to, from) : ratio(0);
}

/** Whether the past has enough results that say it. */
function hasPast(place: CurvePlace, linting: Linting): boolean {
  const { length } = resultsAt(place.outlines.map(readBy), linting);
  return compare(ratio(length), linting.limits.fewest) >= 0;
}

function deadShare(place: CurvePlace, linting: Linting): Finding[] {
  const { limits } = linting;
  const results = resultsAt(place.outlines.map(readBy), linting);
  const dead = results.filter((x) => isDead(place, x));
  const [below, above] = [sideOf(dead, place, 'below'), sideOf(dead, place, 'above')];
  const share = ratio(dead.length, results.length);
  if (compare(share, limits.dead) <= 0) return [];
  return [
    found(place, {
      code: 'lint.curve.dead',
      message: `${dead.length} of ${results.length} past results (${percent(share)}) fell where more effort pays nothing: ${below} below the first point, ${above} beyond the last, ${dead.length - below - above} between`,
      expected: `at most ${percent(limits.dead)} of past results where more effort pays nothing`,
      hint: `Move the end of the curve towards past results, or let it pay on beyond its points; ${results.length} results ${results.length < 10 ? 'prove little' : 'are no forecast'}`,
      figures: {
        results: String(results.length),
        dead: String(dead.length),
        share,
        below: String(below),
        above: String(above),
      },
    }),
  ];
}

/** Without a past, how likely the stated model makes it. */
function deadChance(place: CurvePlace, linting: Linting): Finding[] {
  const { limits } = linting;
  const dead = piecesOf(place.curve).filter((piece) => isDeadPiece(place, piece));
  const chance = chanceOf(readBy(place.outlines[0] as Outline), dead, linting);
  if (chance === undefined || chance <= toNumber(limits.dead)) return [];
  return [
    found(place, {
      code: 'lint.curve.dead',
      message: `By the model stated, results fall where more effort pays nothing in about ${(100 * chance).toFixed(1)}% of cases`,
      expected: `at most ${percent(limits.dead)} of results where more effort pays nothing`,
      hint: 'Move the ends of the curve apart, or let it pay on beyond its points',
      figures: { chance: chance.toFixed(9) },
    }),
  ];
}

/** Between steps more effort leads to the next one; beyond the last there is none. */
function isDeadPiece({ curve }: CurvePlace, piece: Piece): boolean {
  return isFlat(piece) && (curve.shape !== 'steps' || !piece.from || !piece.to);
}

function isDead(place: CurvePlace, x: Ratio): boolean {
  return isDeadPiece(place, pieceAt(place.curve, x));
}

function sideOf(dead: readonly Ratio[], { curve }: CurvePlace, side: 'below' | 'above'): number {
  const pieces = dead.map((x) => pieceAt(curve, x));
  return pieces.filter(({ from, to }) => (side === 'below' ? !from : !to)).length;
}

/**
 * Kinks: points at which a curve gets steeper, or less steep, by more than a factor.
 *
 * Formula:  greater slope ÷ smaller slope, of two stretches that meet
 * Issues:   lint.curve.kink
 */
export function kinks(linting: Linting): Finding[] {
  return linting.places.curves.flatMap((place) => kinkOf(place, linting));
}

interface Kink {
  readonly at: Ratio;
  readonly before: Ratio;
  readonly after: Ratio;
  readonly factor: Ratio;
}

function kinkOf(place: CurvePlace, linting: Linting): Finding[] {
  const { curve } = place;
  if (curve.shape === 'steps') return [];
  const reads = readsOf(place, linting);
  const all = kinksIn(piecesOf(curve)).filter(
    ({ at, factor }) => isWithin(at, reads) && compare(factor, linting.limits.kink) > 0,
  );
  const [greatest] = all.toSorted((a, b) => compare(b.factor, a.factor));
  if (!greatest) return [];
  const [outline] = place.outlines as [CurvePlace['outlines'][number]];
  const { unit, currency } = readBy(outline);
  const { at, factor } = greatest;
  const [before, after] = [greatest.before, greatest.after].map((one) => perPoint(one, unit)) as [
    Ratio,
    Ratio,
  ];
  const pays = (slope: Ratio) => shown(slope, outline.unit, outline.currency);
  return [
    found(place, {
      code: 'lint.curve.kink',
      message: `At ${shown(at, unit, currency)} ${pointOf(unit)} is worth ${pays(after)} and before it ${pays(before)}: ${shown(factor, 'any')} times as much on one side${all.length > 1 ? `, the sharpest of ${all.length} kinks` : ''}`,
      expected: `slopes that change by a factor of at most ${shown(linting.limits.kink, 'any')}`,
      hint: 'Ask whether results on the steep side are worth so much more; else move the point or its payout',
      figures: { at, before, after, factor, kinks: String(all.length) },
    }),
  ];
}

/** What a slope is told of. */
function pointOf(reads: Unit): string {
  if (isRatio(reads)) return 'a percentage point';
  return sameUnit(reads, POINTS) ? 'a point' : 'one more';
}

function kinksIn(pieces: readonly Piece[]): Kink[] {
  return pieces.slice(1).flatMap(({ from, slope: after }, index): Kink[] => {
    const before = (pieces[index] as Piece).slope;
    if (!from || sign(before) === 0 || sign(before) !== sign(after)) return [];
    const [a, b] = [magnitude(before), magnitude(after)];
    return [{ at: from, before, after, factor: compare(a, b) > 0 ? divide(a, b) : divide(b, a) }];
  });
}
