import { placeOf, unlisted } from '../exact/faults.js';
import { divide, multiply, type Ratio, ratio, reduce, subtract } from '../num/ratio.js';
import { roundTo } from '../num/round.js';
import { payoutAt } from '../program/curve.js';
import { matrixAt } from '../program/matrix.js';
import type { Curve, Step } from '../program/step.js';
import type { Value } from '../program/value.js';
import { curveAlong } from './curve-along.js';
import {
  type Along,
  addForms,
  earlier,
  type Form,
  formAt,
  isForm,
  isNumber,
  multiplyForms,
  nextChange,
  type Span,
  signRight,
  subtractForms,
} from './form.js';
import { carried, type Piece, unsolved, until, type Work } from './piece.js';
import { bendsOf, type Next, nextMultiple, nextOf } from './thresholds.js';

export function looked({ arg, step, row, line: { steps, rows } }: Work): Piece {
  const { keys, args } = step as Step & { readonly op: 'table' };
  const category = arg(0);
  const fault = carried([category]);
  if (fault) return fault;
  const found = keys.indexOf(String(category.value));
  const place = found < 0 ? keys.length + 1 : found + 1;
  if (place >= args.length)
    return {
      value: unlisted(String(category.value), keys, placeOf(steps, args[0], rows, row)),
      until: category.until,
    };
  const taken = arg(place);
  return { value: taken.value, until: earlier(category.until, taken.until) };
}

/** Farther out than any point of a curve. */
const FARTHEST = ratio(10n ** 30n);

/** What is read of a number by a function of straight pieces: two places within a piece give it, exactly. */
export function bent(of: Piece, read: (u: Ratio) => Ratio, next: Next, span: Span): Piece {
  const u = of.value as Form;
  // Right of a pole the value comes from beyond every threshold.
  const pole = signRight(u, span.from);
  const here = formAt(u, span.from) ?? multiply(FARTHEST, ratio(pole));
  const way = subtractForms(u, here);
  const direction = formAt(u, span.from) ? signRight(way, span.from) : -pole;
  const there = next(here, direction);
  const width = there ? divide(subtract(there, here), { n: 3n, d: 1n }) : { n: BigInt(direction), d: 1n };
  const [one, two] = [1n, 2n].map((times) =>
    reduce({ n: here.n * width.d + times * width.n * here.d, d: here.d * width.d }),
  ) as [Ratio, Ratio];
  const [low, high] = [read(one), read(two)];
  const slope = divide(subtract(high, low), subtract(two, one));
  const value = addForms(low, multiplyForms(slope, subtractForms(u, one)));
  const turns = nextChange(way, span);
  const ends = there ? nextChange(subtractForms(u, there), span) : turns;
  return { value, until: [of.until, turns, ends].reduce(earlier) };
}

export function rounded({ arg, span }: Work, mode: Parameters<typeof roundTo>[2]): Piece {
  const [of, unit] = [arg(0), arg(1)];
  const fault = carried([of, unit]);
  if (fault) return fault;
  if (isForm(unit.value)) return unsolved('the unit of a rounding', until([of, unit]));
  const to = unit.value as Ratio;
  if (!isForm(of.value)) return { value: roundTo(of.value as Ratio, to, mode), until: until([of, unit]) };
  return bent(
    of,
    (u) => roundTo(u, to, mode),
    nextMultiple({ n: to.n, d: to.d * 2n }, { n: 0n, d: 1n }),
    span,
  );
}

export function curve({ arg, step, index, span, line }: Work, made: Curve): Piece {
  const { args } = step as Step & { readonly op: 'curve' };
  const of = arg(0);
  const knots = args.slice(1).map((_, place) => arg(place + 1));
  const fault = carried([of, ...knots]);
  if (fault) return fault;
  const own = knots.map(({ value }) => value);
  const points =
    own.length > 0
      ? Array.from(
          { length: own.length / 2 },
          (_, at) => [own[2 * at], own[2 * at + 1]] as readonly [Along, Along],
        )
      : line.pointsAlong(index);
  const isFixed = points.every((point) => point.every((one) => isNumber(one) && !isForm(one)));
  if (!isFixed) return curveAlong(made, of, points, { span, end: until([of, ...knots]) });
  const fixed = { ...made, points: points as Curve['points'] };
  if (!isForm(of.value)) return { value: payoutAt(fixed, of.value as Ratio), until: until([of, ...knots]) };
  return bent(of, (u) => payoutAt(fixed, u), bendsOf(fixed), span);
}

/** A matrix is solved where one of its two sides moves, or only its values stand still. */
export function matrix({ arg, step, span }: Work): Piece {
  const { args, matrix: made } = step as Step & { readonly op: 'matrix' };
  const pieces = args.map((_, place) => arg(place));
  const fault = carried(pieces);
  if (fault) return fault;
  const [row, column, ...cells] = pieces as [Piece, Piece, ...Piece[]];
  const moving = [row, column].filter(({ value }) => isForm(value));
  if (moving.length > 1 || cells.some(({ value }) => isForm(value)))
    return unsolved('both sides of a matrix, or its values', until(pieces));
  const values = cells.map(({ value }) => value as Ratio);
  const at = (r: Value, c: Value) => matrixAt(made, [r as Ratio, c as Ratio], values);
  if (isForm(row.value)) return bent(row, (u) => at(u, column.value as Value), nextOf(made.rows.at), span);
  if (isForm(column.value))
    return bent(column, (u) => at(row.value as Value, u), nextOf(made.columns.at), span);
  return { value: at(row.value as Value, column.value as Value), until: until(pieces) };
}
