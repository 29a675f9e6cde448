import type { Person } from '../data/people.js';
import type { Issue, TablePlace } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { Data } from '../run/calculate.js';
import type { Run } from '../run/run.js';
import { fingerprintOf } from './fingerprint.js';

/** The files of a run that have a fingerprint of their own, in the order they are named. */
export const fingerprintedFiles = [
  'people',
  'actuals',
  'leave',
  'earnings',
  'exceptions',
  'decisions',
  'rates',
] as const;
export type FingerprintedFile = (typeof fingerprintedFiles)[number];

/** The fingerprint of a plan, with the name it goes by. */
export interface PlanFingerprint {
  readonly plan: string;
  readonly version: string;
  readonly fingerprint: string;
}

/** The fingerprints of everything a run was calculated on, and of what came out. */
export interface Fingerprints {
  readonly plans: readonly PlanFingerprint[];
  readonly people: string;
  readonly actuals: string;
  readonly leave?: string;
  readonly earnings?: string;
  readonly exceptions?: string;
  readonly decisions?: string;
  readonly rates?: string;
  readonly result: string;
}

/** What was calculated on, as far as it has a fingerprint. */
type Inputs = Data & { readonly plans: readonly PlanDocument[] };

/** The fingerprints of a run and its inputs. */
export function fingerprintsOf(
  run: Run,
  { plans, ...data }: Inputs,
  release: string | undefined,
): Fingerprints {
  const { leave, earnings, exceptions, decisions, rates } = data;
  return {
    plans: plans.map((document) => ({
      plan: document.plan,
      version: String(document.version),
      fingerprint: planFingerprint(document),
    })),
    people: fileFingerprint.people(data.people),
    actuals: fileFingerprint.actuals(data.actuals),
    ...(leave && { leave: fileFingerprint.leave(leave) }),
    ...(earnings && { earnings: fileFingerprint.earnings(earnings) }),
    ...(exceptions && { exceptions: fileFingerprint.exceptions(exceptions) }),
    ...(decisions && { decisions: fileFingerprint.decisions(decisions) }),
    ...(rates && { rates: fileFingerprint.rates(rates) }),
    result: resultFingerprint(run, release),
  };
}

/** The fingerprint of a plan: of its document as data, so that the same plan in YAML and JSON has the same. */
export function planFingerprint(document: PlanDocument): string {
  return fingerprintOf(document);
}

/**
 * The fingerprint of each file of a run. It covers what the rows say and which faults they have. It does not cover
 * where a row stands, the words of findings, or warnings: a file under another name, or as XLSX instead of CSV, has
 * the same as long as its cells are spelt the same.
 */
export const fileFingerprint: {
  readonly [File in FingerprintedFile]: (file: Required<Data>[File]) => string;
} = {
  people: ({ people, decimal }) => fingerprintOf({ rows: people.map(personSaid), decimal }),
  actuals: ({ actuals, decimal }) => fingerprintOf({ rows: actuals.map(rowSaid), decimal }),
  leave: ({ leaves }) => fingerprintOf({ rows: leaves.map(rowSaid) }),
  earnings: ({ earnings, decimal }) => fingerprintOf({ rows: earnings.map(rowSaid), decimal }),
  exceptions: ({ exceptions, decimal }) => fingerprintOf({ rows: exceptions.map(rowSaid), decimal }),
  decisions: ({ decisions }) => fingerprintOf({ rows: decisions.map(rowSaid) }),
  rates: ({ rates }) => fingerprintOf({ rows: rates }),
};

function personSaid({ assignments, warnings: _warnings, ...person }: Person) {
  return {
    ...rowSaid(person),
    assignments: assignments.map(({ at: _at, ...assignment }) => assignment),
  };
}

/** A row without its place; of its faults the codes, which stay the same when their words change. */
function rowSaid<Row extends { readonly at: TablePlace; readonly faults: readonly Issue[] }>(row: Row) {
  const { at: _at, faults, ...said } = row;
  return { ...said, faults: faults.map(({ code }) => code) };
}

/**
 * The fingerprint of a result: what the run is, every award, totals, pools, the count of people and the exceptions. Steps,
 * parts and segments explain an award and are only kept when asked for, so they are not covered; nor are findings.
 */
export function resultFingerprint(run: Run, release: string | undefined): string {
  const { status, asOf, only, follows, after, plans, awards, totals, pools, reconciliation, exceptions } =
    run;
  const paid = awards.map(({ steps: _steps, parts: _parts, segments: _segments, ...award }) => award);
  const head = { release, status, asOf, only, follows, after, plans };
  return fingerprintOf({ ...head, awards: paid, totals, pools, reconciliation, exceptions });
}
