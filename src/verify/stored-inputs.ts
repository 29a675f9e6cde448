import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { isRecord } from '../data/table.js';
import type { Issue } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import { type FingerprintedFile, fingerprintedFiles } from '../retro/fingerprints.js';
import { fileForms, planDocumentsForm } from '../retro/inputs-form.js';
import type { Data } from '../run/calculate.js';
import { type Loose, misfitsOf, own } from './loose-run.js';
import { inputIssues, planFaults } from './verify-issues.js';

/** What is left of the inputs of a run: each file that has its form, whatever became of the others. */
export interface StoredInputs {
  /** Documents as stored; undefined where they are no list of objects. */
  readonly documents?: readonly PlanDocument[];
  readonly files: Partial<Data>;
  /** The plans, where every one can still be read. */
  readonly plans?: readonly Plan[];
  /** Everything that is needed to derive the awards. */
  readonly data?: Data;
  readonly issues: readonly Issue[];
}

/** Reads the inputs of a run, each by itself. */
export function storedInputs(run: Loose): StoredInputs {
  const inputs = own(run, 'inputs');
  if (!isRecord(inputs))
    return { files: {}, issues: inputIssues([{ path: ['inputs'], value: inputs, expected: 'an object' }]) };
  const documents = own(inputs, 'plans');
  const ofPlans = misfitsOf(documents, planDocumentsForm, ['inputs', 'plans']);
  const read = fingerprintedFiles.map((file) => fileOf(inputs, file));
  const files = Object.fromEntries(read.flatMap((one) => one.entries)) as Partial<Data>;
  const issues = inputIssues([...ofPlans, ...read.flatMap((one) => one.misfits)]);
  if (ofPlans.length > 0) return { files, issues };
  // A list of objects, as was just looked at; whether they are plans is looked at next.
  const known = { documents: documents as readonly PlanDocument[], files };
  const parsed = known.documents.map((document) => parsePlan(document));
  const plans = parsed.flatMap((one) => (one.ok ? [one.plan] : []));
  const faults = parsed.flatMap((one, index) => (one.ok ? [] : planFaults(index, one.issues)));
  return {
    ...known,
    ...(faults.length === 0 && { plans }),
    ...(issues.length === 0 && { data: files as Data }),
    issues: [...issues, ...faults],
  };
}

/** A file of the inputs: as an entry, where it has its form. */
function fileOf(inputs: Loose, file: FingerprintedFile) {
  const value = own(inputs, file);
  const isNeeded = file === 'people' || file === 'actuals';
  if (value === undefined && !isNeeded) return { entries: [], misfits: [] };
  const misfits = misfitsOf(value, fileForms[file], ['inputs', file]);
  return { entries: misfits.length === 0 ? [[file, value] as const] : [], misfits };
}
