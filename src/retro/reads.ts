import { prorationOf } from '../concepts/proration.js';
import { salaryColumns } from '../data/person-row.js';
import type { PlanDocument } from '../plan/document.js';
import type { Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import { type Input, readsOthers } from '../program/step.js';
import { groupsRead } from '../run/layout.js';
import { fieldsRead } from '../run/resolve.js';
import type { Day } from '../time/day.js';

/** What an award is calculated from, of everything there is. */
export interface Reads {
  /** Columns of people, read on every day that counts. */
  readonly fields: ReadonlySet<string>;
  /** Those of them that are compared as text, such as a team. */
  readonly texts: ReadonlySet<string>;
  /** The column that names each person's calendar, read on days that do not count, too. */
  readonly calendars: readonly string[];
  /** Days whose salary counts for all days. */
  readonly salaryDays: readonly Day[];
  /** Metrics (with the named part of the period), what of them, and at which levels. */
  readonly metrics: ReadonlyMap<string, MetricReads>;
  /** Codes of earnings. */
  readonly codes: ReadonlySet<string>;
  /** Whether it compares the person with others, or reads their results or awards. */
  readonly others: boolean;
}

/** What is read of a metric: `value`, `target`, a named target such as `target.board`, or a count; and at which levels. */
export interface MetricReads {
  readonly parts: ReadonlySet<string>;
  readonly levels: ReadonlySet<Scope>;
}

/** The columns that make up a yearly salary. */
export const SALARY = ['salary', ...salaryColumns] as const;

/** What the program of a plan reads for a person: that for everybody, or of a variant of the plan. */
export function readsOf(document: PlanDocument, program: Program): Reads {
  const inputs = inputsOf(program);
  const metrics = metricsOf(program);
  const fields = fieldsRead(program.steps);
  const levels = groupsRead(program.steps);
  const isDayed = inputs.every((one) => one.from !== 'salary' || one.at !== undefined);
  const salaryDays = inputs.flatMap((one) => (one.from === 'salary' && one.at !== undefined ? [one.at] : []));
  const dayed: readonly string[] = isDayed && salaryDays.length > 0 ? SALARY : [];
  return {
    fields: new Set(fields.filter((field) => !dayed.includes(field))),
    texts: new Set([...levels, 'salaryIs', ...inputs.flatMap(textField)]),
    calendars: calendarField(document),
    salaryDays: [...new Set(salaryDays)],
    metrics,
    codes: new Set(inputs.flatMap((one) => (one.from === 'earnings' ? one.codes : []))),
    others: program.steps.some(readsOthers),
  };
}

function inputsOf({ steps }: Program): Input[] {
  return steps.flatMap((step) => (step.op === 'input' ? [step.input] : []));
}

function measureOf({ part, against }: Extract<Input, { from: 'metric' }>): string {
  return against === undefined ? part : `${part}.${against}`;
}

function metricsOf({ steps }: Program): Map<string, MetricReads> {
  const metrics = new Map<string, { parts: Set<string>; levels: Set<Scope> }>();
  for (const step of steps) {
    if (step.op !== 'input' || step.input.from !== 'metric') continue;
    const read = metrics.get(step.input.metric) ?? { parts: new Set(), levels: new Set() };
    read.parts.add(measureOf(step.input));
    read.levels.add(step.scope);
    metrics.set(step.input.metric, read);
  }
  return metrics;
}

function textField(input: Input): string[] {
  if (input.from === 'person')
    return input.type === 'category' || input.type === 'yesNo' ? [input.field] : [];
  return input.from === 'present' && input.among !== undefined ? [input.field] : [];
}

/** The column that names each person's calendar, where working days count. */
function calendarField(document: PlanDocument): string[] {
  const method = prorationOf(document);
  const isNamed = typeof method === 'object' && 'workingDays' in method;
  return isNamed && typeof method.workingDays === 'object' ? [method.workingDays.person] : [];
}
