import fc from 'fast-check';
import type { BandDocument } from '../../src/index.js';
import type { FlatCurve, FlatOutside, FlatPoint, FlatShape, FlatTable } from './flat-plan.js';
import { type Scale, written } from './scale.js';

type Direction = 'higher' | 'lower';

/** Payouts in eighths and thirds, so that interpolation leaves the decimals. */
export const payout: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 16 }).map((eighth) => `${eighth * 12.5}%`) },
  { weight: 1, arbitrary: fc.constantFrom('1/3', '2/3', '7/6') },
);

/** A curve in any of its forms over a scale, always one that the checks accept. */
export function curveOn(scale: Scale, direction: Direction): fc.Arbitrary<FlatCurve> {
  return fc.oneof(plainPoints(scale), pointsWithRules(scale, direction), bands(scale, direction));
}

function marks(scale: Scale, most: number): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.integer({ min: scale.lowest, max: scale.highest }), {
    minLength: 1,
    maxLength: most,
  });
}

/** Ascending points; now and then a jump, which is two points at one value. */
function plainPoints(scale: Scale): fc.Arbitrary<FlatPoint[]> {
  return fc
    .tuple(marks(scale, 4), fc.array(payout, { minLength: 8, maxLength: 8 }), fc.nat(3))
    .map(([found, payouts, jump]) => {
      const sorted = found.toSorted((a, b) => a - b);
      const doubled = jump < sorted.length - 1 ? sorted.toSpliced(jump, 0, sorted[jump] as number) : sorted;
      return doubled.map((mark, index) => [written(scale, mark), payouts[index] ?? '0%'] as const);
    });
}

function pointsWithRules(scale: Scale, direction: Direction): fc.Arbitrary<FlatCurve> {
  const rule = fc.constantFrom<FlatOutside>('nothing', 'hold', 'continue');
  const shape = fc.constantFrom<FlatShape>('line', 'steps');
  return fc
    .record({ points: plainPoints(scale), shape, worse: rule, better: rule })
    .map(({ points, shape: form, worse, better }) => {
      const allowed = (side: 'worse' | 'better', wish: FlatOutside): FlatOutside =>
        wish === 'continue' && (form === 'steps' || !hasSlope(points, side, direction)) ? 'hold' : wish;
      return { points, shape: form, worse: allowed('worse', worse), better: allowed('better', better) };
    });
}

function hasSlope(points: readonly FlatPoint[], side: 'worse' | 'better', direction: Direction): boolean {
  const first = (side === 'worse') === (direction === 'higher');
  const [end, next] = first ? points : points.toReversed();
  return end !== undefined && next !== undefined && end[0] !== next[0];
}

/** Bands without gaps, the best one open, the worst one open or not. */
function bands(scale: Scale, direction: Direction): fc.Arbitrary<FlatCurve> {
  return fc
    .tuple(marks(scale, 4), fc.array(payout, { minLength: 6, maxLength: 6 }), fc.boolean())
    .map(([found, payouts, worstIsOpen]) => {
      const ends = found.toSorted((a, b) => a - b).map((mark) => written(scale, mark));
      const edges = [undefined, ...ends, undefined];
      const all = edges.slice(1).map((to, index): BandDocument => {
        const from = edges[index];
        return {
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          pays: payouts[index] ?? '0%',
        };
      });
      const kept = worstIsOpen ? all : direction === 'higher' ? all.slice(1) : all.slice(0, -1);
      return { bands: kept };
    });
}

/** A table over the ratings A, B and C; rating D is paid only by `otherwise`. */
export const ratingTable: fc.Arbitrary<FlatTable> = fc
  .tuple(payout, payout, payout, fc.option(payout, { nil: undefined }))
  .map(([A, B, C, otherwise]) => ({
    values: { A, B, C },
    ...(otherwise !== undefined && { otherwise }),
  }));
