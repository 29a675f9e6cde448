import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AuditFile, receiptText } from '../cycle/index.js';
import type { Assignment, Person } from '../data/people.js';
import type { Explanation } from '../explain/index.js';
import { type Issue, issue, whereOf } from '../issue/issue.js';
import type { OutputFile } from '../node/index.js';
import type { AwardPart } from '../trace/parts.js';
import type { StepLine } from '../trace/steps.js';
import { awardsCsv, type ColumnOf, csvOf, exceptionsCsv, receiptJson } from './output-files.js';

/** The document of an audit folder: all else in the folder is made from it. */
export const AUDIT_NAME = 'audit.json';

/** The audit file and the tables beside it, which show the same to people. */
export function auditFolder(audit: AuditFile): OutputFile[] {
  return [{ name: AUDIT_NAME, content: `${JSON.stringify(audit, null, 1)}\n` }, ...tablesOf(audit)];
}

/**
 * Tables beside an audit file that are not what it gives; one that is not there is not missed.
 *
 * Issues:   cycle.audit.file
 */
export async function otherTables(path: string, audit: AuditFile): Promise<Issue[]> {
  const checked = tablesOf(audit).map(async ({ name, content }) => {
    const text = await readFile(join(dirname(path), name), 'utf8').catch(() => undefined);
    return text === undefined || text === content ? [] : [otherTable(join(dirname(path), name))];
  });
  return (await Promise.all(checked)).flat();
}

function otherTable(file: string): Issue {
  return issue({
    code: 'cycle.audit.file',
    at: { file },
    message: 'This file is not what the audit file beside it gives',
    expected: 'the files of one audit folder, unchanged',
    hint: 'Trust audit.json, which was looked at, and find out who changed the other',
  });
}

/** The files beside the audit file. */
function tablesOf(audit: AuditFile): OutputFile[] {
  const { run, receipt, language, instructions, explanations } = audit;
  const steps = instructions.map((text, index) => `${index + 1}. ${text}\n`);
  return [
    { name: 'instructions.txt', content: `${steps.join('\n')}\n${receiptText(receipt, language)}\n` },
    { name: 'receipt.json', content: receiptJson(receipt) },
    { name: 'awards.csv', content: awardsCsv(run) },
    { name: 'people.csv', content: peopleCsv(run.inputs.people.people) },
    { name: 'actuals.csv', content: recordsCsv(run.inputs.actuals.actuals) },
    ...recordFiles(audit),
    { name: 'findings.csv', content: csvOf(FINDING_COLUMNS, run.issues) },
    { name: 'steps.csv', content: csvOf(STEP_COLUMNS, explanations.flatMap(stepsOf)) },
    { name: 'parts.csv', content: csvOf(PART_COLUMNS, explanations.flatMap(partsOf)) },
  ];
}

/** Tables of what only some runs have. */
function recordFiles({ run, receipt: { decisions } }: AuditFile): OutputFile[] {
  const { leave, earnings } = run.inputs;
  return [
    ...(leave ? [{ name: 'leave.csv', content: recordsCsv(leave.leaves) }] : []),
    ...(earnings ? [{ name: 'earnings.csv', content: recordsCsv(earnings.earnings) }] : []),
    ...(run.exceptions.length > 0 ? [{ name: 'exceptions.csv', content: exceptionsCsv(run) }] : []),
    ...(decisions.length > 0 ? [{ name: 'decisions.csv', content: recordsCsv(decisions) }] : []),
  ];
}

type Owned<T> = T & { readonly award: Explanation['award'] };

function stepsOf({ award }: Explanation): Owned<StepLine>[] {
  return (award.steps ?? []).map((step) => ({ ...step, award }));
}

function partsOf({ award }: Explanation): Owned<AwardPart>[] {
  return (award.parts ?? []).map((part) => ({ ...part, award }));
}

const OWNER: readonly ColumnOf<Owned<object>>[] = [
  { name: 'person', text: true, of: ({ award }) => award.person },
  { name: 'plan', text: true, of: ({ award }) => award.plan },
];

const STEP_COLUMNS: readonly ColumnOf<Owned<StepLine>>[] = [
  ...OWNER,
  { name: 'stage', text: true, of: (step) => step.stage },
  { name: 'name', text: true, of: (step) => step.name },
  { name: 'segment', text: false, of: (step) => step.segment },
  { name: 'shown', text: true, of: (step) => step.shown },
  { name: 'value', text: true, of: (step) => String(step.value) },
  { name: 'how', text: true, of: (step) => step.how },
  { name: 'clause', text: true, of: (step) => step.source },
  { name: 'notUsed', text: true, of: (step) => (step.notUsed ? 'yes' : '') },
];

const PART_COLUMNS: readonly ColumnOf<Owned<AwardPart>>[] = [
  ...OWNER,
  { name: 'stage', text: true, of: (part) => part.stage },
  { name: 'name', text: true, of: (part) => part.name },
  { name: 'amount', text: false, of: (part) => part.amount },
  { name: 'currency', text: true, of: ({ award }) => award.currency },
];

const FINDING_COLUMNS: readonly ColumnOf<Issue>[] = [
  { name: 'severity', text: true, of: (one) => one.severity },
  { name: 'code', text: true, of: (one) => one.code },
  { name: 'where', text: true, of: whereOf },
  { name: 'message', text: true, of: (one) => one.message },
  { name: 'expected', text: true, of: (one) => one.expected },
];

/** People as the run has them, a row for each assignment; who has none has a row, too. */
function peopleCsv(people: readonly Person[]): string {
  const rows = people.flatMap(({ id, name, hired, left, leftReason, assignments }) => {
    const own = { id, name, hired, left, leftReason };
    const cells = ({ at: _at, fields, plans, ...assignment }: Partial<Assignment>) => ({
      ...own,
      ...assignment,
      plans: plans?.join(' '),
      ...fields,
    });
    return assignments.length === 0 ? [cells({})] : assignments.map(cells);
  });
  return recordsCsv(rows);
}

/** Records as CSV, a column for each key that some record has; where they stood in files is left out. */
function recordsCsv(records: readonly object[]): string {
  const entries = records.map((one) => new Map<string, unknown>(Object.entries(one)));
  const names = [...new Set(entries.flatMap((one) => [...one.keys()]))];
  const columns = names
    .filter((name) => name !== 'at' && name !== 'faults')
    .map(
      (name): ColumnOf<ReadonlyMap<string, unknown>> => ({
        name,
        text: true,
        of: (one) => cellOf(one.get(name)),
      }),
    );
  return csvOf(columns, entries);
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
