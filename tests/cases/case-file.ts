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

const number = z.string().regex(/^-?\d+(\.\d+)?$/, 'a plain number, such as 966195 or 26.3');

/** `amount`, `target`, `part:<goal>`, `step:<name>`, or `person:<column>` for what the people file holds. */
const value = z.string().regex(/^(amount|target|(part|step|person):.+)$/);

/** Where a figure is read: a person's value in the case, in one of its variants or traps, with metrics set. */
const reading = z.strictObject({
  person: text,
  value,
  /** `what` of a variant of this case. */
  variant: text.optional(),
  /** `what` of a trap of this case: the figure must then differ from the published one. */
  trap: text.optional(),
  /** Values of company metrics, laid over the case or its variant: saves a variant per point of a curve. */
  set: changes.set,
});

/** A number, a value of the same person in the same run (`target`, `person:salary`), or one of another run. */
const operand = z.union([number, value, reading]);

/** One printed figure and how ours is read: ((value + plus - less) / over) x times, rounded as it was printed. */
const figure = z.strictObject({
  what: text,
  /** As printed, without separators of thousands. */
  published: number,
  ours: reading,
  plus: z.array(operand).min(1).optional(),
  less: operand.optional(),
  over: operand.optional(),
  /** 100 prints a ratio as percent. */
  times: number.optional(),
  round: z.strictObject({ to: number, mode: z.enum(['halfUp', 'down']) }).optional(),
  /** Why ours is not the published figure; only for traps, and for sources that do not close. */
  differs: text.optional(),
  /** By how much it then differs, ours less published, worked out by hand. */
  by: number.optional(),
  /** Where it is printed, or the arithmetic by hand. */
  from: text,
});

/** What makes a case one of a real company: whose plan, which year, and every figure it published. */
const real = z.strictObject({
  company: text,
  year: text,
  /** What the plan shows, in a few words each. */
  features: z.array(text).min(1),
  /** How far the published figures can be calculated again: all, a table, some, none, or a design without results. */
  closure: z.enum(['full', 'table', 'partial', 'none', 'design']),
  figures: z.array(figure),
  /** What would be needed to calculate more. */
  notPublished: z.array(text).min(1).optional(),
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
  real: real.optional(),
});

const realCaseFile = caseFile.extend({ real });

export type CaseFile = z.infer<typeof caseFile>;
export type RealCaseFile = z.infer<typeof realCaseFile>;
export type Figure = z.infer<typeof figure>;
export type Reading = z.infer<typeof reading>;
export type Operand = z.infer<typeof operand>;
export type Variant = z.infer<typeof variant>;
export type CurveCheck = z.infer<typeof curveCheck>;
export type Expectation = z.infer<typeof expectation>;

const FOLDER = new URL('.', import.meta.url);
const REAL = new URL('real/', FOLDER);

/** Every case of this folder; a misspelt key in one is an error, so that nothing is silently not checked. */
export function readCases(): CaseFile[] {
  return idsIn(FOLDER).map(readCase);
}

/** One case by its id, which is also the name of its file. */
export function readCase(id: string): CaseFile {
  return read(FOLDER, id, caseFile);
}

/** Every published plan of a real company. */
export function readRealCases(): RealCaseFile[] {
  return realIds().map(readRealCase);
}

export function readRealCase(id: string): RealCaseFile {
  return read(REAL, id, realCaseFile);
}

export function realIds(): string[] {
  return idsIn(REAL);
}

function idsIn(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((name) => name.slice(0, -'.json'.length));
}

function read<T extends CaseFile>(folder: URL, id: string, schema: z.ZodType<T>): T {
  const found = schema.safeParse(JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')));
  if (!found.success) throw new Error(`${id}.json\n${z.prettifyError(found.error)}`);
  if (found.data.case !== id) throw new Error(`${id}.json holds the case ${found.data.case}`);
  return found.data;
}
