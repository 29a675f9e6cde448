import Fraction from 'fraction.js';
import { parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import {
  type Award,
  calculate,
  formatIssue,
  hasErrors,
  type Issue,
  parseActuals,
  parsePeople,
  parsePlan,
  type Run,
} from '../../src/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import type { CaseFile, CurveCheck, Expectation, Variant } from './case-file.js';

type Files = 'people' | 'actuals' | 'leave' | 'earnings' | 'exceptions' | 'asOf';
type Changes = Pick<Variant, 'set' | 'plan' | Files>;
export type Input = Pick<CaseFile, 'plan' | Files>;

/** The input of a case with the changes of a variant laid over it. */
export function changed(base: Input, { set = {}, plan = {}, actuals, ...changes }: Changes): Input {
  const kept = Object.entries({ ...base.plan, ...plan }).filter(([, value]) => value !== null);
  return {
    plan: Object.fromEntries(kept),
    people: changes.people ?? base.people,
    actuals: withValues(actuals ?? base.actuals, set),
    leave: changes.leave ?? base.leave,
    earnings: changes.earnings ?? base.earnings,
    exceptions: changes.exceptions ?? base.exceptions,
    asOf: changes.asOf ?? base.asOf,
  };
}

/** The actuals with other values; a metric that has no row would otherwise be changed nowhere, and nobody told. */
function withValues(rows: Input['actuals'], set: NonNullable<Changes['set']>): Input['actuals'] {
  const unknown = Object.keys(set).filter((metric) => !rows.some((row) => row['metric'] === metric));
  if (unknown.length > 0) throw new Error(`no actual of ${unknown.join(', ')} to set`);
  return rows.map((row) => {
    const value = set[String(row['metric'])];
    return value === undefined ? row : { ...row, value };
  });
}

/** Codes for which the plan is refused, each once; empty when it is accepted. */
export function refusals({ plan }: Input): string[] {
  const parsed = parsePlan(plan);
  return parsed.ok ? [] : [...new Set(parsed.issues.map(({ code }: Issue) => code))].toSorted();
}

/** Calculates the input; a case is about figures, so a plan that is refused is an error of the case. */
export function run(input: Input): Run {
  return calculated(input).run;
}

/** The run of an input as it is stored, with what it was calculated on. */
export function storedRun(input: Input): StoredRun {
  const { plan, data, run: made } = calculated(input);
  return storeRun(made, { plans: [plan], ...data });
}

function calculated(input: Input) {
  const parsed = parsePlan(input.plan);
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  const { plan } = parsed;
  const { leave, earnings, exceptions } = input;
  const data = {
    people: parsePeople(input.people),
    actuals: parseActuals(input.actuals),
    ...(leave && { leave: parseLeave(leave) }),
    ...(earnings && { earnings: parseEarnings(earnings) }),
    ...(exceptions && { exceptions: parseExceptions(exceptions) }),
  };
  return { plan, data, run: calculate([plan], data, { asOf: input.asOf, steps: 'everyone' }) };
}

/** Everything in which a run differs from what is expected, in words; empty when nothing does. */
export function differences(result: Run, expected: readonly Expectation[]): string[] {
  const withheld = expected.some(({ status }) => status === 'withheld');
  const errors = hasErrors(result.issues) && !withheld ? result.issues.map(formatIssue) : [];
  const unnamed = result.awards
    .filter(({ person }) => !expected.some((one) => one.person === person))
    .map(({ person }) => `${person}: nothing is expected, and there is a result`);
  return [...errors, ...unnamed, ...expected.flatMap((one) => differencesOf(result, one))];
}

function differencesOf(result: Run, expected: Expectation): string[] {
  const award = result.awards.find(({ person }) => person === expected.person);
  if (!award) return [`${expected.person}: no result`];
  const found = [
    ...differentFields(award, expected),
    ...differentValues('part', expected.parts, (name) => partOf(award, name)),
    ...differentValues('step', expected.steps, (name) => stepOf(award, name)),
    ...unbalanced(award),
  ];
  return found.map((words) => `${expected.person}: ${words}`);
}

function differentFields(award: Award, expected: Expectation): string[] {
  const actual = { ...award, reason: award.reasons.map(({ code }) => code).join(', ') };
  return (['status', 'reason', 'amount', 'currency', 'target'] as const)
    .filter((key) => expected[key] !== undefined && expected[key] !== actual[key])
    .map((key) => `${key} is ${actual[key]}, expected ${expected[key]}`);
}

function differentValues(
  kind: string,
  expected: Readonly<Record<string, string>> = {},
  actual: (name: string) => string,
): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => actual(name) !== value)
    .map(([name, value]) => `${kind} ${name} is ${actual(name)}, expected ${value}`);
}

/** Money of a part; `missing` where the award has none of that name. */
export function partOf({ parts = [] }: Award, name: string): string {
  const found = parts.filter((part) => part.name === name).map(({ amount }) => amount);
  return found.length === 0 ? 'missing' : found.join(' and ');
}

/** The value of a step; several lines of one name that disagree are all shown, so that none hides another. */
export function stepOf({ steps = [] }: Award, wanted: string): string {
  const labelled = (line: { name: string; segment?: number }) =>
    line.segment === undefined ? line.name : `${line.name} [${line.segment}]`;
  const found = steps.filter((line) => labelled(line) === wanted).map(({ value }) => String(value));
  return found.length === 0 ? 'missing' : [...new Set(found)].join(' and ');
}

/** Parts must sum to the award to the cent: added up here without the library. */
function unbalanced({ amount, parts }: Award): string[] {
  if (amount === undefined || !parts) return [];
  const sum = parts.reduce((total, part) => total.add(part.amount), new Fraction(0));
  return sum.equals(amount) ? [] : [`parts sum to ${sum.toString()}, the award is ${amount}`];
}

/** Points of a curve that pay something else than expected, in words. */
export function curveDifferences(base: Input, check: CurveCheck): string[] {
  return check.points.flatMap(([x, expected]) => {
    const input = changed(base, { ...check, set: { ...check.set, [check.metric]: x } });
    const [award] = run(input).awards as [Award];
    const actual = stepOf(award, check.goal);
    const same = actual !== 'missing' && exact(actual).equals(exact(expected));
    return same ? [] : [`${x} pays ${actual}, expected ${expected}`];
  });
}

/** `75%`, `0.75` or `115/153` as an exact fraction, read without the library. */
export function exact(value: string): Fraction {
  return value.endsWith('%') ? new Fraction(value.slice(0, -1)).div(100) : new Fraction(value);
}
