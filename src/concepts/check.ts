import { type Issue, type IssueInput, issue, type Path, quote } from '../issue/issue.js';
import { inPercent, toExactText } from '../num/decimal.js';
import { couldBeThousands, isNumber, type Literal, type ReadNumber, readLiteral } from '../num/literal.js';
import { compare, negate, type Ratio, ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import type { MetricUnit } from '../plan/metric-kinds.js';

/** The document being checked and where findings go. */
export interface Check {
  readonly document: PlanDocument;
  readonly issues: Issue[];
}

/** Adds a finding. */
export function report(check: Check, input: IssueInput): void {
  check.issues.push(issue(input));
}

/** The clause a part of the plan names, for its issues. */
export function clauseOf(part: { readonly source?: string | undefined }): { source?: string } {
  return part.source === undefined ? {} : { source: part.source };
}

/** Bare numbers above this cannot be meant as ratios: 50 would be 5000 %. */
const BARE_RATIO_LIMIT = ratio(2n);

/** True when a ratio is written as a bare number so great that a percent sign must have been forgotten. */
export function ratioLacksPercent(raw: Literal, { value, percent }: ReadNumber): boolean {
  if (percent || (typeof raw === 'string' && raw.includes('/'))) return false;
  return compare(value, BARE_RATIO_LIMIT) > 0 || compare(value, negate(BARE_RATIO_LIMIT)) < 0;
}

/** A share as the plan would write it: `70%`, or a fraction where percent do not end. */
export function percentText(share: Ratio): string {
  const percent = toExactText({ n: share.n * 100n, d: share.d });
  const text = `${percent}%`;
  return isNumber(readLiteral(text)) ? text : `${share.n}/${share.d}`;
}

/** Checks that a number is written for its unit: ratios with a percent sign when great, other units without one. */
export function checkWritten(
  check: Check,
  raw: Formula | undefined,
  unit: MetricUnit | 'plain',
  path: Path,
): void {
  if (raw === undefined || typeof raw === 'object' || unit === 'plain') return;
  const read = readLiteral(raw);
  if (!isNumber(read)) return;
  if (unit === 'ratio' && ratioLacksPercent(raw, read)) reportLacksPercent(check, raw, read.value, path);
  if (unit !== 'ratio' && read.percent) reportPercent(check, raw, unit, path);
  if ((unit === 'money' || unit === 'count') && couldBeThousands(raw)) reportAmbiguous(check, raw, path);
}

function reportLacksPercent(check: Check, raw: Literal, value: Ratio, path: Path): void {
  report(check, {
    code: 'plan.number.percent',
    path,
    message: `${quote(String(raw))} stands where a percentage belongs and would be ${inPercent(value)}`,
    expected: `${raw}% or a decimal such as 0.5`,
    hint: 'Add the percent sign',
  });
}

function reportAmbiguous(check: Check, raw: Literal, path: Path): void {
  report(check, {
    code: 'plan.number.form',
    path,
    message: `${quote(String(raw))} could mean ${String(raw).replace('.', '')} or ${raw}`,
    expected: 'a number such as 120000 or 120.00',
    hint: 'Write it without thousands separators, or with other than three decimals',
  });
}

function reportPercent(check: Check, raw: Literal, unit: MetricUnit, path: Path): void {
  report(check, {
    code: 'plan.unit.percent',
    path,
    message: `${quote(String(raw))} is a percentage where ${unit} belong${unit === 'points' ? '' : 's'}`,
    expected: `a number of ${unit}, without a percent sign`,
    hint: 'Remove the percent sign, or let the goal read the achievement',
  });
}

/** The value of a literal, for checks that compare; undefined for a formula, which has one only with the data. */
export function literalValue(raw: Formula): Ratio | undefined {
  if (typeof raw === 'object') return undefined;
  const read = readLiteral(raw);
  return isNumber(read) ? read.value : undefined;
}
