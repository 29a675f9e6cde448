import type { Actual, Actuals } from '../data/actuals.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { add, divide, multiply, type Ratio, subtract } from '../num/ratio.js';
import { metricIn, type PlanDocument } from '../plan/document.js';
import type { Outline } from '../program/outline.js';
import { isConstant } from '../program/program.js';
import type { Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { plannedTarget } from '../risk/neutral.js';
import { bindActuals } from '../run/bind-actuals.js';
import { movesBehind } from './places.js';
import type { Linting } from './setting.js';
import { asNumber } from './typical.js';

/** A past result as the plan would read it. */
export interface PastResult {
  readonly metric: string;
  readonly period: string | undefined;
  readonly value: Ratio;
  readonly target: Ratio | undefined;
  readonly responses: Ratio | undefined;
}

export type PastResults = readonly PastResult[];

/** Later than any day of the past. */
const END_OF_DAYS = '9999-12-31';

/** Every row of the actuals of past years is one result, also where several are of one metric and group. */
export function readHistory(sets: readonly Actuals[], document: PlanDocument, issues: Issue[]): PastResults {
  const unknown = new Set<string>();
  const results = sets.flatMap((set) =>
    set.actuals.flatMap((row) => {
      if (metricIn(document, row.metric) === undefined) unknown.add(row.metric);
      return readRow(row, set, document, issues);
    }),
  );
  for (const set of sets) issues.push(...set.issues);
  for (const metric of unknown) issues.push(notInPlan(metric));
  return results;
}

function readRow(row: Actual, set: Actuals, document: PlanDocument, issues: Issue[]): PastResult[] {
  if (metricIn(document, row.metric) === undefined || row.faults.length > 0) return [];
  // The target of another year is none that the plan could contradict.
  const { period: _part, target: _stated, ...plain } = row;
  const { value } = bindActuals({ ...set, actuals: [plain] }, document.metrics, END_OF_DAYS);
  const read = (part: 'value' | 'responses') => value(row.metric, row.group, { part });
  const own = read('value');
  if (isFault(own)) issues.push(...own.fault);
  const result = asNumber(own);
  if (result === undefined) return [];
  const target = row.target === undefined ? undefined : readLiteral(row.target, { decimal: set.decimal });
  return [
    {
      metric: row.metric,
      period: row.period,
      value: result,
      target: target && isNumber(target) ? target.value : undefined,
      responses: row.responses === undefined ? undefined : asNumber(read('responses')),
    },
  ];
}

function notInPlan(metric: string): Issue {
  return issue({
    code: 'lint.history.unused',
    path: ['history'],
    message: `Past results of ${quote(metric)} are not looked at: the plan has no such metric`,
    expected: 'rows of metrics of the plan',
    hint: 'Name the metric as the plan does, where it is the same one',
  });
}

/** What a part of the plan that reads one metric would have read in the past; nothing where it reads several. */
export function resultsAt(parts: readonly Outline[], linting: Linting): readonly Ratio[] {
  return parts.flatMap((part) => resultsOfPart(part, linting));
}

function resultsOfPart({ operand, role }: Outline, { history = [], typical, plan }: Linting): Ratio[] {
  const { program } = typical;
  const [move, other] = movesBehind(operand, program, typical.moves);
  if (isConstant(operand) || move?.kind !== 'metric' || other) return [];
  const steps = inputsBehind(operand, program.steps).filter((index) =>
    isMetric(program.steps[index], move.name),
  );
  const periods = new Set(steps.map((index) => periodRead(program.steps[index] as Step)));
  const own = history.filter(({ metric, period }) => metric === move.name && periods.has(period));
  const planned = plannedTarget(move.name, undefined, plan.document);
  return own.flatMap((past) => {
    const result = { ...past, value: againstOwnTarget(past, role, planned) };
    const given = new Map<number, Value>();
    for (const index of steps) {
      const value = valueFor(program.steps[index] as Step, result);
      if (value === undefined) return [];
      given.set(index, value);
    }
    return asNumber(typical.valueWith(operand, given)) ?? [];
  });
}

/** What would stand as far from the target of the plan as the past value stood from its own. */
export function againstOwnTarget(
  { value, target }: PastResult,
  role: string,
  planned: Ratio | undefined,
): Ratio {
  if (!target || !planned || target.n === 0n) return value;
  if (role === 'achievement') return divide(multiply(value, planned), target);
  return role === 'aboveTarget' ? add(subtract(value, target), planned) : value;
}

function inputsBehind(operand: number, steps: readonly Step[], known = new Set<number>()): number[] {
  if (known.has(operand)) return [];
  known.add(operand);
  const step = steps[operand] as Step;
  if (step.op === 'input') return [operand];
  return step.args.flatMap((arg) => (isConstant(arg) ? [] : inputsBehind(arg, steps, known)));
}

function isMetric(step: Step | undefined, name: string): boolean {
  return step?.op === 'input' && step.input.from === 'metric' && step.input.metric.split(' ')[0] === name;
}

/** The part of the period a step reads, as rows name it. */
function periodRead(step: Step): string | undefined {
  return step.op === 'input' && step.input.from === 'metric' ? step.input.metric.split(' ')[2] : undefined;
}

/** What a step would have read; undefined where the row does not say it. */
function valueFor(step: Step, { value, target, responses }: PastResult): Value | undefined {
  if (step.op !== 'input' || step.input.from !== 'metric') return undefined;
  const { part, against } = step.input;
  if (part === 'value') return value;
  if (part === 'target') return against === undefined ? target : undefined;
  return part === 'responses' || part === 'invited' ? (responses ?? PLENTY) : ZERO_COUNT;
}

const PLENTY: Ratio = { n: 1_000_000_000_000n, d: 1n };
const ZERO_COUNT: Ratio = { n: 0n, d: 1n };
