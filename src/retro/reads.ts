import { lowerPlan } from '../concepts/award.js';
import { compileFormula } from '../concepts/compile.js';
import type { Plan } from '../concepts/parse-plan.js';
import { prorationOf } from '../concepts/proration.js';
import type { Variant } from '../concepts/variant.js';
import type { PlanDocument } from '../plan/document.js';
import { metricOfKey } from '../plan/document.js';
import type { Program } from '../program/program.js';
import type { Input } from '../program/step.js';
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
  /** Metrics (with the named part of the period), and what of them. */
  readonly metrics: ReadonlyMap<string, ReadonlySet<'value' | 'target'>>;
  /** Codes of earnings. */
  readonly codes: ReadonlySet<string>;
}

/** The columns that make up a yearly salary. */
export const SALARY = ['salary', 'salaryIs', 'salaryTimes', 'hoursShare'] as const;

/** What the plan reads for a person: as it is for everybody, or for a leaver paid at target or an exception. */
export function readsOf(plan: Plan, variant: Variant): Reads {
  const { document } = plan;
  const inputs = inputsOf(programFor(plan, variant));
  const metrics = metricsOf(inputs);
  const fields = fieldsRead(programFor(plan, variant).steps, onlyMetrics(document, metrics));
  const levels = Object.values(onlyMetrics(document, metrics).metrics).map(({ level }) => level);
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
  };
}

function programFor(plan: Plan, variant: Variant): Program {
  const isStandard = variant.results === 'actual' && variant.exceptions.length === 0;
  return isStandard ? plan.program : compileFormula(lowerPlan(plan.document, variant), plan.document);
}

function inputsOf({ steps }: Program): Input[] {
  return steps.flatMap((step) => (step.op === 'input' ? [step.input] : []));
}

function metricsOf(inputs: readonly Input[]): Map<string, Set<'value' | 'target'>> {
  const metrics = new Map<string, Set<'value' | 'target'>>();
  for (const input of inputs) {
    if (input.from !== 'metric') continue;
    const parts = metrics.get(input.metric) ?? new Set();
    metrics.set(input.metric, parts.add(input.part));
  }
  return metrics;
}

/** A leaver at target is paid whatever was measured: the team of such a person is not read. */
function onlyMetrics(document: PlanDocument, read: ReadonlyMap<string, unknown>): PlanDocument {
  const names = new Set([...read.keys()].map(metricOfKey));
  const metrics = Object.entries(document.metrics).filter(([name]) => names.has(name));
  return { ...document, metrics: Object.fromEntries(metrics) };
}

function textField(input: Input): string[] {
  if (input.from === 'person') return input.type === 'category' ? [input.field] : [];
  return input.from === 'present' && input.among !== undefined ? [input.field] : [];
}

/** The column that names each person's calendar, where working days count. */
function calendarField(document: PlanDocument): string[] {
  const method = prorationOf(document);
  const isNamed = typeof method === 'object' && 'workingDays' in method;
  return isNamed && typeof method.workingDays === 'object' ? [method.workingDays.person] : [];
}
