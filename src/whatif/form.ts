import { add, compare, divide, multiply, negate, ONE, type Ratio, reduce, ZERO } from '../num/ratio.js';
import type { Value } from '../program/value.js';
import {
  addPolynomials,
  type Mark,
  multiplyPolynomials,
  type Polynomial,
  polynomial,
  rootsBetween,
  scalePolynomial,
  signRightOf,
  valueAt,
} from './polynomial.js';

/** A number as a function of the input that is sought: one polynomial over another. */
export interface Form {
  readonly p: Polynomial;
  readonly q: Polynomial;
}

/** A value that hangs on the input in a way that is not solved, and on what it hangs. */
export interface Unsolved {
  readonly unsolved: string;
}

/** The value of a step along the input: the same everywhere, a function of it, or one that is not solved. */
export type Along = Value | Form | Unsolved;

/** Where the input is, and how far it is looked at. */
export interface Span {
  readonly from: Ratio;
  readonly to: Ratio;
}

export function isForm(value: Along): value is Form {
  return typeof value === 'object' && 'p' in value;
}

export function isUnsolved(value: Along): value is Unsolved {
  return typeof value === 'object' && 'unsolved' in value;
}

export function isNumber(value: Along): value is Ratio | Form {
  return typeof value === 'object' && ('p' in value || 'n' in value);
}

const UNIT: Polynomial = [ONE];

export function formOf(value: Ratio | Form): Form {
  return isForm(value) ? value : { p: polynomial([value]), q: UNIT };
}

/** A constant is a number again. */
export function settled({ p, q }: Form): Ratio | Form {
  if (p.length === 0) return ZERO;
  if (q.length === 1 && q !== UNIT)
    return settled({ p: scalePolynomial(p, divide(ONE, q[0] as Ratio)), q: UNIT });
  return p.length === 1 && q.length === 1 ? (p[0] as Ratio) : { p, q };
}

export function addForms(a: Ratio | Form, b: Ratio | Form): Ratio | Form {
  if (!isForm(a) && !isForm(b)) return add(a, b);
  const [x, y] = [formOf(a), formOf(b)];
  if (isSamePolynomial(x.q, y.q)) return settled({ p: addPolynomials(x.p, y.p), q: x.q });
  const p = addPolynomials(multiplyPolynomials(x.p, y.q), multiplyPolynomials(y.p, x.q));
  return settled({ p, q: multiplyPolynomials(x.q, y.q) });
}

export function multiplyForms(a: Ratio | Form, b: Ratio | Form): Ratio | Form {
  if (!isForm(a) && !isForm(b)) return multiply(a, b);
  const [x, y] = [formOf(a), formOf(b)];
  return settled({ p: multiplyPolynomials(x.p, y.p), q: multiplyPolynomials(x.q, y.q) });
}

/** a ÷ b, where b is not zero everywhere. */
export function divideForms(a: Ratio | Form, b: Ratio | Form): Ratio | Form {
  const { p, q } = formOf(b);
  return multiplyForms(a, settled({ p: q, q: p }));
}

export function subtractForms(a: Ratio | Form, b: Ratio | Form): Ratio | Form {
  return addForms(a, isForm(b) ? { p: scalePolynomial(b.p, negate(ONE)), q: b.q } : negate(b));
}

export function isSamePolynomial(a: Polynomial, b: Polynomial): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => compare(one, b[index] as Ratio) === 0));
}

/** The value at a place; undefined at a pole. */
export function formAt(value: Ratio | Form, x: Ratio): Ratio | undefined {
  if (!isForm(value)) return value;
  const divisor = valueAt(value.q, x);
  return divisor.n === 0n ? undefined : reduce(divide(valueAt(value.p, x), divisor));
}

/** −1, 0 or 1 just right of a place; 0 only where it is zero everywhere. */
export function signRight(value: Ratio | Form, x: Ratio): number {
  const { p, q } = formOf(value);
  return signRightOf(p, x) * signRightOf(q, x);
}

/** Where the sign of a number changes next, or it has no value. */
export function nextChange(value: Ratio | Form, { from, to }: Span): Mark {
  const end = { low: to, high: to };
  if (!isForm(value)) return end;
  const roots = [value.p, value.q].flatMap((one) => rootsBetween(one, from, to).slice(0, 1));
  return roots.reduce(earlier, end);
}

export function earlier(a: Mark, b: Mark): Mark {
  return compare(b.low, a.low) < 0 ? b : a;
}
