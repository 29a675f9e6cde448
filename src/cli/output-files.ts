import type { Comparison } from '../compare/index.js';
import type { PayFileGiven, Receipt } from '../cycle/index.js';
import type { Explanation } from '../explain/index.js';
import { type CsvColumn, type OutputFile, toCsv } from '../node/index.js';
import { toFixed } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { type PayRun, payLineColumns } from '../payroll/index.js';
import type { Correction, StoredRun } from '../retro/index.js';
import type { ExceptionUse } from '../run/exceptions.js';
import type { Award, Run } from '../run/run.js';
import type { MetricScore, ScoreReport } from '../scores/index.js';
import type { Verification } from '../verify/index.js';
import { type ComparisonRow, comparisonRows } from './comparison-rows.js';
import { type CorrectionRow, correctionRows } from './correction-rows.js';
import type { WhatIfAnswers } from './what-if.js';
import { type WhatIfRow, whatIfRows } from './what-if-rows.js';

/** Version of the JSON that the command writes; it changes when a key changes its meaning. */
const FORMAT_VERSION = 1;

/** A run as versioned JSON; a stored one with its inputs. */
export function runJson(run: Run | StoredRun): string {
  return versioned('run', run);
}

/** Differences as versioned JSON. */
export function correctionJson(correction: Correction): string {
  return versioned('correction', correction);
}

/** A verification as versioned JSON. */
export function verificationJson(verification: Verification): string {
  return versioned('verification', verification);
}

/** A comparison of two runs as versioned JSON, with what was found on the way. */
export function comparisonJson(comparison: Comparison): string {
  return versioned('comparison', comparison);
}

/** Explanations as versioned JSON. */
export function explanationsJson(explanations: readonly Explanation[]): string {
  return versioned('explanations', { explanations });
}

/** Answers to a what-if question as versioned JSON. */
export function whatIfJson(answers: WhatIfAnswers): string {
  return versioned('what-if', answers);
}

type Kind =
  | 'run'
  | 'correction'
  | 'verification'
  | 'comparison'
  | 'explanations'
  | 'accrual'
  | 'reconciliation'
  | 'what-if';

/** Data with the name and version of its form. */
export function versioned(kind: Kind, data: object): string {
  const format = { format: `variable-pay/${kind}`, formatVersion: FORMAT_VERSION };
  return `${JSON.stringify({ ...format, ...data }, null, 2)}\n`;
}

/** Records as NDJSON, one a line. */
export function ndjson(records: readonly object[]): string {
  return records.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** A column of a file that people open, and what stands in it. */
export type ColumnOf<T> = CsvColumn & { readonly of: (one: T) => string | number | undefined };

const AWARD_COLUMNS: readonly ColumnOf<Award>[] = [
  { name: 'person', text: true, of: (award) => award.person },
  { name: 'name', text: true, of: (award) => award.name },
  { name: 'plan', text: true, of: (award) => award.plan },
  { name: 'version', text: true, of: (award) => award.version },
  { name: 'status', text: true, of: (award) => award.status },
  { name: 'currency', text: true, of: (award) => award.currency },
  { name: 'target', text: false, of: (award) => award.target },
  { name: 'safe', text: false, of: (award) => award.safe },
  { name: 'atRisk', text: false, of: (award) => award.atRisk },
  { name: 'award', text: false, of: (award) => award.amount },
  { name: 'restsOn', text: true, of: (award) => award.restsOn },
  { name: 'reasons', text: true, of: (award) => award.reasons.map((reason) => reason.message).join('; ') },
  { name: 'notes', text: true, of: (award) => award.notes?.join('; ') },
];

/** What the formula gave and who decided otherwise, where anything was decided. */
const DECISION_COLUMNS: readonly ColumnOf<Award>[] = [
  { name: 'formula', text: false, of: ({ decided, amount }) => decided?.formula ?? amount },
  { name: 'decidedBy', text: true, of: ({ decided }) => decided?.by },
  { name: 'decidedOn', text: true, of: ({ decided }) => decided?.on },
  { name: 'decisionReason', text: true, of: ({ decided }) => decided?.reason },
];

/** Awards as CSV for people and spreadsheets. */
export function awardsCsv({ awards }: Run): string {
  const isDecided = awards.some(({ decided }) => decided !== undefined);
  return csvOf([...AWARD_COLUMNS, ...(isDecided ? DECISION_COLUMNS : [])], awards);
}

const EXCEPTION_COLUMNS: readonly ColumnOf<ExceptionUse>[] = [
  { name: 'person', text: true, of: (use) => use.person },
  { name: 'plan', text: true, of: (use) => use.plan },
  { name: 'kind', text: true, of: (use) => use.kind },
  { name: 'value', text: true, of: (use) => use.value },
  { name: 'currency', text: true, of: (use) => use.currency },
  { name: 'from', text: true, of: (use) => use.from },
  { name: 'until', text: true, of: (use) => use.until },
  { name: 'status', text: true, of: (use) => use.status },
  { name: 'approver', text: true, of: (use) => use.approver },
  { name: 'reason', text: true, of: (use) => use.reason },
];

/** Every exception of a run as CSV, with what became of it. */
export function exceptionsCsv({ exceptions }: Run): string {
  return csvOf(EXCEPTION_COLUMNS, exceptions);
}

const DIFFERENCE_COLUMNS: readonly ColumnOf<CorrectionRow>[] = [
  { name: 'person', text: true, of: (row) => row.person },
  { name: 'name', text: true, of: (row) => row.name },
  { name: 'plan', text: true, of: (row) => row.plan },
  { name: 'status', text: true, of: (row) => row.status },
  { name: 'currency', text: true, of: (row) => row.currency },
  { name: 'before', text: false, of: (row) => row.before },
  { name: 'now', text: false, of: (row) => row.now },
  { name: 'difference', text: false, of: (row) => row.amount },
  { name: 'why', text: true, of: (row) => row.why },
];

/** What the formula gave beside amounts before and now that were decided. */
function decidedColumns<T extends Pick<ComparisonRow, 'before' | 'now' | 'decided'>>(
  rows: readonly T[],
): readonly ColumnOf<T>[] {
  if (rows.every(({ decided }) => decided === undefined)) return [];
  return [
    { name: 'formulaBefore', text: false, of: ({ decided, before }) => decided?.before?.formula ?? before },
    { name: 'formulaNow', text: false, of: ({ decided, now }) => decided?.now?.formula ?? now },
  ];
}

/** Differences as CSV, with who is withheld or missing. */
export function differencesCsv(correction: Correction): string {
  const rows = correctionRows(correction);
  return csvOf([...DIFFERENCE_COLUMNS, ...decidedColumns(rows)], rows);
}

const COMPARISON_COLUMNS: readonly ColumnOf<ComparisonRow>[] = [
  { name: 'person', text: true, of: (row) => row.person },
  { name: 'name', text: true, of: (row) => row.name },
  { name: 'plan', text: true, of: (row) => row.plan },
  { name: 'status', text: true, of: (row) => row.status },
  { name: 'currency', text: true, of: (row) => row.currency },
  { name: 'currencyBefore', text: true, of: (row) => row.currencyBefore },
  { name: 'before', text: false, of: (row) => row.before },
  { name: 'now', text: false, of: (row) => row.now },
  { name: 'difference', text: false, of: (row) => row.difference },
  { name: 'attribution', text: true, of: (row) => row.attribution },
  { name: 'input', text: true, of: (row) => row.input },
  { name: 'amount', text: false, of: (row) => row.amount },
  { name: 'why', text: true, of: (row) => row.why },
];

/** A comparison as CSV: a row for each input that moved somebody, one for everybody else. */
export function comparisonCsv(comparison: Comparison): string {
  const rows = comparisonRows(comparison);
  return csvOf([...COMPARISON_COLUMNS, ...decidedColumns(rows)], rows);
}

const WHAT_IF_COLUMNS: readonly ColumnOf<WhatIfRow>[] = [
  { name: 'question', text: true, of: (row) => row.question },
  { name: 'plan', text: true, of: (row) => row.plan },
  { name: 'currency', text: true, of: (row) => row.currency },
  { name: 'person', text: true, of: (row) => row.person },
  { name: 'outcome', text: true, of: (row) => row.fate },
  { name: 'line', text: true, of: (row) => row.line },
  { name: 'before', text: false, of: (row) => row.before },
  { name: 'now', text: false, of: (row) => row.now },
  { name: 'difference', text: false, of: (row) => row.difference },
  { name: 'note', text: true, of: (row) => row.note },
];

/** Answers to a what-if question as CSV: people with their lines, cells, inputs, or solutions. */
export function whatIfCsv(answers: WhatIfAnswers): string {
  return csvOf(WHAT_IF_COLUMNS, whatIfRows(answers));
}

const SCORE_COLUMNS: readonly ColumnOf<MetricScore>[] = [
  { name: 'plan', text: true, of: (score) => score.plan },
  { name: 'metric', text: true, of: (score) => score.metric },
  { name: 'level', text: true, of: (score) => score.level },
  { name: 'group', text: true, of: (score) => score.group },
  { name: 'period', text: true, of: (score) => score.period },
  { name: 'status', text: true, of: (score) => score.status },
  { name: 'responses', text: false, of: (score) => score.responses },
  { name: 'measured', text: false, of: (score) => decimals(score.measured) },
  { name: 'low', text: false, of: (score) => score.intervals[0]?.low },
  { name: 'high', text: false, of: (score) => score.intervals[0]?.high },
  { name: 'counts', text: false, of: (score) => decimals(score.counts) },
  { name: 'policy', text: true, of: (score) => score.policy },
  { name: 'flags', text: true, of: (score) => score.flags.join('; ') },
  {
    name: 'how',
    text: true,
    of: (score) => score.how || score.issues.map(({ message }) => message).join('; '),
  },
];

/** Scores as CSV; the report as JSON has them exactly. */
export function scoresCsv({ scores }: ScoreReport): string {
  return csvOf(SCORE_COLUMNS, scores);
}

/** A fraction as a decimal: a spreadsheet would take 3/8 for a day. */
export function decimals(exact: string | undefined): string | undefined {
  const read = exact?.includes('/') ? readLiteral(exact) : undefined;
  return read === undefined || !isNumber(read) ? exact : toFixed(read.value, 12);
}

/** CSV for people and spreadsheets: text that a spreadsheet would run as a formula is made harmless. */
export function csvOf<T>(columns: readonly ColumnOf<T>[], records: readonly T[]): string {
  const rows = records.map((one) => columns.map((column) => String(column.of(one) ?? '')));
  return toCsv(columns, rows, { neutralise: true });
}

/** A receipt as JSON. */
export function receiptJson(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/** Canonical pay files, one per currency, byte for byte what payroll imports; with their control totals. */
export function payFiles({
  lines,
  controls,
}: Pick<PayRun, 'lines' | 'controls'>): (OutputFile & PayFileGiven)[] {
  const columns = payLineColumns.map((name) => ({ name, text: name !== 'amount' }));
  return controls.map((control) => {
    const own = lines.filter((line) => line.currency === control.currency);
    return {
      name: `pay-${control.currency}.csv`,
      layout: 'canonical',
      controls: [control],
      content: toCsv(
        columns,
        own.map((line) => payLineColumns.map((key) => line[key])),
      ),
    };
  });
}
