import { type Explanation, explain } from '../explain/index.js';
import type { Parsed } from '../plan/read-plan.js';
import type { StoredRun } from '../retro/stored-run.js';
import { instructionsFor } from './audit-words.js';
import { type PayFileReceipt, type Receipt, receiptNaming } from './receipt.js';
import type { ReceiptLanguage } from './receipt-words.js';
import { type Sample, sampled } from './sample.js';

/**
 * Everything an auditor outside needs to do a calculation once more: the run with its plans and inputs, its receipt, and the
 * explanations of a sample of people to re-add by hand. Plain JSON data, of one file.
 */
export interface AuditFile {
  readonly format: 'variable-pay/audit';
  readonly formatVersion: 1;
  /** Of the instructions and explanations. */
  readonly language: ReceiptLanguage;
  /** What to do with this file, step by step. */
  readonly instructions: readonly string[];
  readonly receipt: Receipt;
  /** How the sample was drawn, and who is in it. */
  readonly sample: { readonly by: Sample; readonly people: readonly string[] };
  /** Why each award of the sample is what it is: every step with its clause. */
  readonly explanations: readonly Explanation[];
  /** The run as it was stored: plans, people, actuals and all else it was made on, awards, totals, findings, exceptions. */
  readonly run: StoredRun;
}

export interface AuditOptions {
  /** Everybody where nothing is said. */
  readonly sample?: Sample;
  /** English where nothing is said. */
  readonly language?: ReceiptLanguage;
  /** Pay files that were made of the run, as its receipt names them. */
  readonly files?: readonly PayFileReceipt[];
}

/**
 * The audit file of a run: `verify` does the whole calculation once more from it and compares; the sample can be re-added
 * by hand. Nobody's figures stand in the explanation of somebody else.
 *
 * Issues:   cycle.run.*, cycle.sample.*
 * @example  auditFile(run, { sample: { largest: 25 } })
 */
export function auditFile(
  run: StoredRun,
  { sample = 'everybody', language = 'en', files = [] }: AuditOptions = {},
): Parsed<'audit', AuditFile> {
  const made = receiptNaming(run, files);
  if (!made.ok) return made;
  const drawn = sampled(run, sample);
  if (!drawn.ok) return drawn;
  const { receipt } = made;
  const explained = drawn.people.map((person) => explain(run, person, { language }));
  const issues = explained.flatMap((one) => one.issues);
  if (issues.length > 0) return { ok: false, issues };
  const audit: AuditFile = {
    format: 'variable-pay/audit',
    formatVersion: 1,
    language,
    instructions: instructionsFor(receipt, language),
    receipt,
    sample: { by: sample, people: drawn.people },
    explanations: explained.flatMap((one) => one.explanations),
    run,
  };
  return { ok: true, audit, issues: [] };
}
