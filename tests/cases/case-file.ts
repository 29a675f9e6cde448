import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const text = z.string().min(1);
const row = z.record(text, z.unknown());

/** What one person must be given, and where that figure comes from. */
const expectation = z.strictObject({
  person: text,
  status: z.enum(['paid', 'zero', 'notEligible', 'withheld']).optional(),
  reason: text.optional(),
  amount: text.optional(),
  currency: text.optional(),
  target: text.optional(),
  parts: z.record(text, text).optional(),
  /** Exact values of named steps; `name [2]` is the step of the second segment. */
  steps: z.record(text, text).optional(),
  /** The published figure, or the arithmetic by hand. */
  from: text,
});

const changes = {
  /** Values of company metrics that replace those of the case. */
  set: z.record(text, z.union([text, z.number()])).optional(),
  /** Top-level keys of the plan that replace those of the case; null removes one. */
  plan: row.optional(),
  people: z.array(row).optional(),
  actuals: z.array(row).optional(),
  leave: z.array(row).optional(),
  earnings: z.array(row).optional(),
  exceptions: z.array(row).optional(),
  asOf: text.optional(),
};

/** The same case with something changed: another published level, or what a wrong reading would give. */
const variant = z.strictObject({
  what: text,
  ...changes,
  expect: z.array(expectation).min(1).optional(),
  /** Codes of the issues for which the plan must be refused. */
  refused: z.array(text).min(1).optional(),
  /** Why refusing is right, for variants that are refused. */
  from: text.optional(),
  /** A fault of the library that this shows: the test is expected to fail until it is mended. */
  bug: text.optional(),
});

/** Points of a curve: what is measured, and the exact payout of the goal there. */
const curveCheck = z.strictObject({
  what: text,
  ...changes,
  metric: text,
  goal: text,
  points: z.array(z.tuple([text, text])).min(1),
  from: text,
});

const caseFile = z.strictObject({
  case: text,
  /** No address where the figures are of our own design. */
  source: z.strictObject({ document: text, url: z.url().optional(), what: text }),
  plan: row,
  people: z.array(row),
  actuals: z.array(row),
  /** Files beside people and actuals, where the case has them. */
  leave: z.array(row).optional(),
  earnings: z.array(row).optional(),
  exceptions: z.array(row).optional(),
  asOf: text,
  expect: z.array(expectation).min(1),
  curves: z.array(curveCheck).optional(),
  variants: z.array(variant).optional(),
  traps: z.array(variant).optional(),
  notes: z.array(text).optional(),
});

export type CaseFile = z.infer<typeof caseFile>;
export type Variant = z.infer<typeof variant>;
export type CurveCheck = z.infer<typeof curveCheck>;
export type Expectation = z.infer<typeof expectation>;

const FOLDER = new URL('.', import.meta.url);

/** Every case of this folder; a misspelt key in one is an error, so that nothing is silently not checked. */
export function readCases(): CaseFile[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((name) => readCase(name.slice(0, -'.json'.length)));
}

/** One case by its id, which is also the name of its file. */
export function readCase(id: string): CaseFile {
  const read = caseFile.parse(JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8')));
  if (read.case !== id) throw new Error(`${id}.json holds the case ${read.case}`);
  return read;
}
