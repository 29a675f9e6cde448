import { type Ratio, ZERO } from '../num/ratio.js';
import type { Curve } from '../program/step.js';
import {
  type Along,
  addForms,
  divideForms,
  earlier,
  type Form,
  isNumber,
  multiplyForms,
  nextChange,
  type Span,
  signRight,
  subtractForms,
} from './form.js';
import type { Piece } from './piece.js';
import type { Mark } from './polynomial.js';

type Numbers = Ratio | Form;

/**
 * What a curve pays whose points move with the input: straight lines and steps between them, nothing or the last payout
 * outside. Which two points what is read lies between is decided just right of a place, and holds until it meets one.
 */
export function curveAlong(
  { shape, below, above, side }: Curve,
  of: Piece,
  points: readonly (readonly [Along, Along])[],
  { span, end }: { readonly span: Span; readonly end: Mark },
): Piece {
  const isPlain = [below, above].every((rule) => rule === 'nothing' || rule === 'hold');
  if (shape === 'slices' || !isPlain || !points.flat().every(isNumber))
    return { value: { unsolved: 'points of a curve that move' }, until: end };
  const known = points as readonly (readonly [Numbers, Numbers])[];
  const u = of.value as Numbers;
  const ways = known.map(([x]) => subtractForms(u, x));
  const until = [end, ...ways.map((way) => nextChange(way, span))].reduce(earlier);
  const orders = ways.map((way) => signRight(way, span.from));
  const passed = orders.filter((order) => (side === 'right' ? order >= 0 : order > 0)).length;
  return { value: paid(known, passed, u), until };

  function paid(all: readonly (readonly [Numbers, Numbers])[], count: number, x: Numbers): Along {
    const [left, right] = [all[count - 1], all[count]];
    if (!left || !right) {
      const rule = left ? above : below;
      return rule === 'nothing' ? ZERO : ((left ?? right)?.[1] ?? ZERO);
    }
    if (shape === 'steps') return (side === 'right' ? left : right)[1];
    const slope = divideForms(subtractForms(right[1], left[1]), subtractForms(right[0], left[0]));
    return addForms(left[1], multiplyForms(slope, subtractForms(x, left[0])));
  }
}
