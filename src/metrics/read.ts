import { isRecord, type Row } from '../data/table.js';
import { type Issue, issue, type Path, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { adviceOn, isNumber, readLiteral } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import type { Parsed } from '../plan/read-plan.js';
import { confidence, type Rule } from './rules.js';

/** The figures of a metric, or every issue that kept them from being calculated. */
export type Scored<T> = Parsed<'result', T>;

/** Where a value stands: in an object or list that was given, and in a table where it comes from one. */
export interface Place {
  readonly path: Path;
  readonly at?: TablePlace;
  /** The decimal sign of a table. */
  readonly decimal?: '.' | ',';
}

/** The values of an object, where it stands, and where its faults go. */
export interface Fields extends Place {
  readonly values: Row;
  readonly issues: Issue[];
}

/** Nothing was calculated. */
export function failed(issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/**
 * The values of an object whose keys are known. A misspelt key is a fault: what it was to say would be left out in
 * silence.
 *
 * Issues:   metrics.input.form, metrics.key.unknown
 */
export function fieldsOf(
  input: unknown,
  known: readonly string[],
  issues: Issue[],
  path: Path = [],
): Fields | undefined {
  if (!isRecord(input)) {
    issues.push(notOfForm(input, path, `an object with ${known.join(', ')}`));
    return undefined;
  }
  for (const key of Object.keys(input)) if (!known.includes(key)) issues.push(unknownKey(key, known, path));
  return { values: input, path, issues };
}

/** A list, as long as it needs to be. */
export function listOf(input: unknown, issues: Issue[], path: Path = []): readonly unknown[] | undefined {
  if (Array.isArray(input)) return Array.from(input);
  issues.push(notOfForm(input, path, 'a list'));
  return undefined;
}

/** True when a key has a value. */
export function has(fields: Fields | undefined, key: string): boolean {
  const raw = fields?.values[key];
  return raw !== undefined && raw !== null && raw !== '';
}

/** The number under a key, when it is one and keeps the rule. */
export function numberAt(fields: Fields | undefined, key: string, rule: Rule): Ratio | undefined {
  if (!fields) return undefined;
  const place = { ...fields, path: [...fields.path, key] };
  return readNumber(fields.values[key], rule, place, fields.issues);
}

/** The number under a key that may be left out. */
export function optionalAt(fields: Fields | undefined, key: string, rule: Rule): Ratio | undefined {
  return has(fields, key) ? numberAt(fields, key, rule) : undefined;
}

/** How sure an interval is to be, as a share; the caller says it, nothing is taken for granted. */
export function confidenceOf(options: unknown, issues: Issue[]): Ratio | undefined {
  return numberAt(fieldsOf(options, ['confidence'], issues), 'confidence', confidence);
}

/**
 * A number that keeps a rule.
 *
 * Issues:   metrics.value.missing, metrics.value.number, and the code of the rule
 */
export function readNumber(raw: unknown, rule: Rule, place: Place, issues: Issue[]): Ratio | undefined {
  const { path, at, decimal = '.' } = place;
  const where = { path, ...(at && { at: { ...at, column: String(path.at(-1)) } }) };
  const read = readLiteral(raw, { decimal });
  if (isNumber(read)) {
    if (rule.holds(read)) return read.value;
    const { code, expected, hint } = rule;
    issues.push(issue({ code, ...where, message: `${quote(raw)} cannot stand here`, expected, hint }));
    return undefined;
  }
  const blank = read.fault === 'empty';
  issues.push(
    issue({
      code: blank ? 'metrics.value.missing' : 'metrics.value.number',
      ...where,
      message: blank
        ? `There is no value for ${quote(path.at(-1))}`
        : `${quote(raw)} is not a number that can be read exactly`,
      expected: rule.expected,
      hint: adviceOn(read.fault, decimal),
    }),
  );
  return undefined;
}

/** Nobody answered: there is no score, and none is made up. */
export function nobodyAnswered(path: Path = []): Issue {
  return issue({
    code: 'metrics.responses.none',
    path,
    message: 'Nobody answered',
    expected: 'at least one answer',
    hint: 'Leave the metric out: one that was not measured is reported, never zero',
  });
}

/** Parts that are not what they are said to be together. */
export function countsDiffer(message: string, expected: string, path: Path = []): Issue {
  return issue({ code: 'metrics.counts.sum', path, message, expected, hint: 'Correct the counts' });
}

/** There is less to look at than a method needs. */
export function tooShort(message: string, expected: string, path: Path = []): Issue {
  return issue({ code: 'metrics.history.short', path, message, expected, hint: 'Give more of them' });
}

/** What is left of an exact sum of more divisors than these nobody could read, and it would take long. */
const MOST_DIVISORS = 500;

/** A list with so many different fractions that its exact sum would have thousands of digits; decimals never do. */
export function checkDivisors(values: Iterable<Ratio>, issues: Issue[], most = MOST_DIVISORS): void {
  const divisors = new Set<bigint>();
  for (const { d } of values) divisors.add(d);
  if (divisors.size <= most) return;
  issues.push(
    issue({
      code: 'metrics.size.limit',
      message: `The values are fractions of ${divisors.size} different divisors`,
      expected: `at most ${most} different divisors`,
      hint: 'Write the values as decimals',
    }),
  );
}

/** Something else than an object or list of the form that belongs here. */
export function notOfForm(input: unknown, path: Path, expected: string): Issue {
  return issue({
    code: 'metrics.input.form',
    path,
    message: `${quote(input)} is not what belongs here`,
    expected,
    hint: 'Give the values as in the example of the function',
  });
}

function unknownKey(key: string, known: readonly string[], path: Path): Issue {
  const near = nearest(key, known);
  return issue({
    code: 'metrics.key.unknown',
    path: [...path, key],
    message: `${quote(key)} means nothing here`,
    expected: `one of ${known.join(', ')}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Remove the key',
  });
}
