import { expect } from 'vitest';
import {
  formatIssue,
  type Issue,
  type IssueCode,
  type Path,
  pointer,
  type TablePlace,
} from '../../src/index.js';

/** Where an issue should point: a path into a document, or a place in a table. */
export type Where = Path | TablePlace;

/** The issue of a code at a place; fails with all issues listed when there is none. */
export function expectIssue(issues: readonly Issue[], code: IssueCode, where: Where): Issue {
  const found = issues.find((one) => one.code === code && standsAt(one, where));
  const listed = issues.map((one) => `${formatIssue(one)} at ${JSON.stringify(one.at)} ${pointer(one.path)}`);
  expect(found, `no ${code} at ${JSON.stringify(where)} among:\n${listed.join('\n')}`).toBeDefined();
  return found as Issue;
}

/** What every message owes its reader: words, what was expected, and what to do. */
export function expectHelpful(issue: Issue): void {
  expect(issue.message.length, issue.code).toBeGreaterThan(10);
  expect(issue.expected?.trim(), issue.code).toBeTruthy();
  expect(issue.hint?.trim(), issue.code).toBeTruthy();
  expect(formatIssue(issue)).toContain(`[${issue.code}]`);
}

/** The path leads to something in the document, or to a key that is missing from something in it. */
export function expectPlaced({ code, path, message }: Issue, document: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>(valueIn, document);
  expect(parent, `${code} at ${pointer(path)} leads nowhere: ${message}`).toBeDefined();
  if (valueIn(parent, path.at(-1)) === undefined && path.length > 0)
    expect(MISSING, `${code} at ${pointer(path)} is not in the document: ${message}`).toContain(code);
}

/** Codes of issues about a key that is not there: the path names it. */
const MISSING: readonly IssueCode[] = [
  'plan.key.missing',
  'plan.pool.remainder',
  'plan.currency.missing',
  'plan.weights.missing',
  'plan.reads.missing',
  'plan.payment.missing',
  'plan.period.years',
  'plan.period.parts',
  'plan.target.proration',
  'plan.metric.currency',
  'plan.metric.achievement',
  'plan.metric.parts',
  'plan.risk.survives',
  'plan.curve.needed',
  'plan.curve.gap',
  'plan.curve.overlap',
  'plan.goal.name',
];

function valueIn(value: unknown, key: string | number | undefined): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** The message names the thing, in words and not in the words of the machine. */
export function expectNamed({ message }: Issue, thing: string): void {
  expect(message).toContain(thing);
  expect(message).not.toMatch(/undefined|\[object|NaN-/);
}

function standsAt(issue: Issue, where: Where): boolean {
  if (isPath(where)) return pointer(issue.path) === pointer(where);
  return Object.entries(where).every(([key, value]) => issue.at?.[key as keyof TablePlace] === value);
}

function isPath(where: Where): where is Path {
  return Array.isArray(where);
}
