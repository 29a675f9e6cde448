import type { Literal } from '../num/literal.js';
import type { Formula } from './formula.js';

/** A point of a curve: what is read, and the payout there. Either may be a formula. */
export type CurvePoint<T = Formula> = readonly [T, T];

export const outsides = ['nothing', 'hold', 'continue'] as const;
/** On along a slope, up to a value of what is read and no further than a payout; where both are stated they must agree. */
export interface SlopeOutside {
  readonly slope: Literal;
  readonly until?: Literal;
  readonly cap?: Literal;
}
/** On in steps: so much more payout for every so much more of what is read. */
export interface StepsOutside {
  readonly perStep: { readonly each: Literal; readonly add: Literal };
  readonly cap?: Literal;
}
/** What a curve pays outside its points: nothing, as at the last point, on along the last slope, or on as stated. */
export type Outside = (typeof outsides)[number] | SlopeOutside | StepsOutside;

export const shapes = ['line', 'steps', 'slices'] as const;
/** Straight lines, the payout of the point reached, or each slice at its own rate. */
export type CurveShape = (typeof shapes)[number];

export type CurveDocument = readonly CurvePoint[] | PointsCurve | BandsCurve;

export interface PointsCurve {
  readonly points: readonly CurvePoint[];
  readonly shape?: CurveShape;
  readonly worse?: Outside;
  readonly better?: Outside;
}

/** Bands as plans print them. A boundary belongs to the better band. */
export interface BandsCurve {
  readonly bands: readonly BandDocument[];
}

export interface BandDocument {
  readonly from?: Literal;
  readonly to?: Literal;
  readonly pays: Literal;
}

/** What each category pays. A category that is not listed is a fault of the person's row unless `otherwise` pays it. */
export interface TableDocument {
  readonly values: Readonly<Record<string, Formula>>;
  readonly otherwise?: Formula;
}
