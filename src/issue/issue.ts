import type { IssueCode, WarningCode } from './codes.js';

/** How much an issue matters: an error keeps something from being used, a warning asks for a look. */
export type Severity = 'error' | 'warning';

/** A place in a JSON document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** A place in a table: which file, which record (the number a spreadsheet shows) and which column. */
export interface TablePlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * Something wrong, or worth a look, in a plan, in people, in actuals or in a run.
 *
 * Codes read `stage.subject.fault` and are stable; the words may change. Every issue says what is wrong,
 * where (a path into a document, or a file, row and column), what was expected and what to do.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly path: Path;
  readonly at?: TablePlace;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
  /** Clause of the plan's own document, where the plan names it. */
  readonly source?: string;
}

/** Every code of a warning; the compiler compares it with the table of codes. */
const WARNINGS: Readonly<Record<WarningCode, true>> = {
  'people.assignment.gap': true,
  'people.plans.unknown': true,
  'people.plans.beside': true,
  'people.share.below': true,
  'people.column.near': true,
  'plan.metric.unused': true,
  'plan.term.unused': true,
  'plan.gate.never': true,
  'plan.curve.falls': true,
  'plan.limit.below-target': true,
  'plan.sample.noise': true,
  'plan.neutral.pays': true,
  'actuals.column.unknown': true,
  'actuals.metric.unknown': true,
  'actuals.group.unknown': true,
  'actuals.group.level': true,
  'actuals.period.unknown': true,
  'sources.rows.none': true,
  'sources.rows.outside': true,
  'sources.rows.left-out': true,
  'sources.row.duplicate': true,
  'sources.group.missing': true,
  'sources.group.unused': true,
  'rows.none': true,
  'rows.column.unknown': true,
  'rows.id.unknown': true,
  'changes.row.later': true,
  'run.steps.unknown': true,
  'run.plans.both': true,
  'run.leave.unsaid': true,
  'run.exception.expired': true,
  'earnings.outside': true,
  'earnings.days.missing': true,
  'plan.leave.unused': true,
  'retro.plan.new': true,
  'earnings.code.unknown': true,
  'payroll.award.not-final': true,
  'payroll.award.withheld': true,
  'payroll.lines.none': true,
  'retro.file.left': true,
  'retro.person.never-paid': true,
  'retro.person.withheld': true,
  'retro.cause.unknown': true,
  'compare.plan.none': true,
  'compare.currency.differs': true,
  'compare.cause.unknown': true,
  'metrics.spread.none': true,
  'metrics.credibility.none': true,
  'verify.fingerprints.none': true,
  'verify.release.older': true,
  'verify.release.newer': true,
  'decisions.amount.blank': true,
  'decisions.person.withheld': true,
  'decisions.budget.unchecked': true,
  'decisions.decider.none': true,
  'decisions.worksheet.withheld': true,
  'accrual.cost.nobody': true,
  'accrual.person.left-out': true,
  'accrual.person.gone': true,
  'accrual.person.currency': true,
  'cycle.line.twice': true,
  'cycle.run.after': true,
  'cycle.group.small': true,
  'lint.curve.jump': true,
  'lint.curve.flat': true,
  'lint.curve.dead': true,
  'lint.curve.kink': true,
  'lint.gate.cliff': true,
  'lint.gate.open': true,
  'lint.gate.shut': true,
  'lint.gate.idle': true,
  'lint.history.always': true,
  'lint.history.never': true,
  'lint.weight.small': true,
  'lint.metric.drowns': true,
  'lint.people.fixed': true,
  'lint.people.company': true,
  'lint.people.stuck': true,
  'lint.history.unused': true,
};

/** What a caller states of an issue; the severity follows from the code. */
export type IssueInput = Omit<Issue, 'severity' | 'path'> & { readonly path?: Path };

/** An issue with the severity its code carries. */
export function issue(input: IssueInput): Issue {
  return {
    ...input,
    severity: Object.hasOwn(WARNINGS, input.code) ? 'warning' : 'error',
    path: input.path ?? [],
  };
}

/** True when at least one issue is an error. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((one) => one.severity === 'error');
}

/** The path as a JSON pointer: `['goals', 1, 'weight']` becomes `/goals/1/weight`. */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Where an issue is, in words: file, row and column for tables, a JSON pointer for documents. */
export function whereOf({ at, path }: Issue): string {
  if (at?.row === undefined) return [at?.file, pointer(path)].filter(Boolean).join(' ');
  const column = at.column === undefined ? '' : `, column ${at.column}`;
  return `${at.file ?? 'row'}${at.file ? ' row' : ''} ${at.row}${column}`;
}

/**
 * One line a person can act on: where, what, expected, what to do, and the code.
 *
 * @example formatIssue(one) // error people.csv row 14, column salary: "n/a" is not a number. Expected … [people.salary.number]
 */
export function formatIssue(one: Issue): string {
  const where = whereOf(one);
  const parts = [
    `${one.severity}${where ? ` ${where}` : ''}: ${sentence(one.message)}`,
    one.expected && sentence(`Expected ${one.expected}`),
    one.hint && sentence(one.hint),
    one.source && `(plan clause: ${printable(one.source)})`,
    `[${one.code}]`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Each issue once: several plans or scenarios come upon the same. */
export function eachOnce(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()];
}

function sentence(text: string): string {
  const clean = printable(text);
  return /[.!?]$/.test(clean) ? clean : `${clean}.`;
}

/** Text from a file may hold anything: control characters never reach a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A piece of foreign text, quoted and cut so that one hostile cell cannot fill a screen. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : plainText(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

/** Any value as text, whatever it is: NaN and bigints have no JSON, and an object may hold itself. */
export function plainText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}
