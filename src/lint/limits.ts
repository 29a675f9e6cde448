import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { toExactText } from '../num/decimal.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio, ratio, sign } from '../num/ratio.js';

/**
 * From where on something is worth arguing about. Each is a share or a factor, and can be given.
 *
 * Source:   rates of thresholds, targets and maxima: Ellig, Complete Guide to Executive Compensation, 2007 (thresholds are
 *           met 80 to 90 % of the time, targets 50 to 60 %, maxima 10 to 20 %; the middle is taken). A dead zone in 30 % of
 *           cases and a cliff of more than half are the figures of risk analysis of pay; the others are the house's own.
 */
export interface LintLimits {
  /** Of what a curve can pay: a jump that carries more is an error. */
  readonly cliff?: Literal;
  /** Of what a curve can pay, and of target behind a gate: smaller jumps are not told. */
  readonly jump?: Literal;
  /** Of the way from the first point to the last: shorter flat stretches are not told. */
  readonly flat?: Literal;
  /** Of past results: so many may fall where effort pays nothing. */
  readonly dead?: Literal;
  /** How many times as steep a curve may get at a point. */
  readonly kink?: Literal;
  /** Of target: a goal that can move less is too small. */
  readonly weight?: Literal;
  /** How many times as much as all others together one result may move. */
  readonly drowns?: Literal;
  /** Fewer past results prove nothing. */
  readonly fewest?: Literal;
  /** How likely always or never may be of a threshold as it should be, and still be told. */
  readonly luck?: Literal;
  /** How often thresholds (and gates), targets and maxima should be reached. */
  readonly thresholdMet?: Literal;
  readonly targetMet?: Literal;
  readonly maximumMet?: Literal;
}

export type Limits = Readonly<Record<keyof LintLimits, Ratio>>;

/** The limits where none are given. */
export const LIMITS: Limits = {
  cliff: ratio(1, 2),
  jump: ratio(1, 10),
  flat: ratio(1, 5),
  dead: ratio(3, 10),
  kink: ratio(2),
  weight: ratio(1, 20),
  drowns: ratio(3),
  fewest: ratio(3),
  luck: ratio(1, 2),
  thresholdMet: ratio(17, 20),
  targetMet: ratio(11, 20),
  maximumMet: ratio(3, 20),
};

const FACTORS: readonly string[] = ['kink', 'drowns', 'fewest'];

/** The limits given, over those of the house; what cannot stand is told, and then nothing is looked at. */
export function limitsOf(given: unknown, issues: Issue[]): Limits {
  const limits: Record<string, Ratio> = { ...LIMITS };
  for (const [key, raw] of Object.entries(given ?? {})) {
    if (!Object.hasOwn(LIMITS, key)) {
      issues.push(unknownKey(key));
      continue;
    }
    const read = readLiteral(raw);
    if (isNumber(read) && fits(key, read.value)) limits[key] = read.value;
    else issues.push(noLimit(key, raw));
  }
  return limits as Limits;
}

function fits(key: string, value: Ratio): boolean {
  if (FACTORS.includes(key)) return compare(value, ONE) >= 0;
  return sign(value) >= 0 && compare(value, ONE) <= 0;
}

function unknownKey(key: string): Issue {
  const near = nearest(key, Object.keys(LIMITS));
  return issue({
    code: 'lint.limits.key',
    path: ['limits', key],
    message: `There is no limit ${quote(key)}`,
    expected: `one of ${Object.keys(LIMITS).join(', ')}`,
    hint: near === undefined ? 'Remove it, or correct its name' : `Did you mean ${near}?`,
  });
}

function noLimit(key: string, raw: unknown): Issue {
  const standard = toExactText(LIMITS[key as keyof Limits]);
  return issue({
    code: 'lint.limits.number',
    path: ['limits', key],
    message: `${quote(raw)} cannot be the limit ${key}`,
    expected: FACTORS.includes(key) ? 'a number of 1 or more' : 'a share from 0% to 100%',
    hint: `Write a number such as ${standard}, which holds where nothing is given`,
  });
}
