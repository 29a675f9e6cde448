import { literalValue } from '../concepts/check.js';
import { comparatorsOf } from '../concepts/condition.js';
import { lowerCurve } from '../concepts/curve-document.js';
import { directionRead, type Source } from '../concepts/reading.js';
import { partsBy } from '../concepts/sub-period.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  ONE,
  type Ratio,
  ratio,
  subtract,
  ZERO,
} from '../num/ratio.js';
import {
  type CurveDocument,
  type GateDocument,
  type GoalDocument,
  type ModifierDocument,
  metricIn,
  type PlanDocument,
  type Reading,
  type TableDocument,
} from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import type { Direction } from '../plan/metric-kinds.js';

/** What an input is at neutral: a number or word, or its target as the actuals state it. */
export type Neutral = { readonly value: Ratio | string } | { readonly target: 'actuals' };

/**
 * Neutral value of a metric: what it is when the plan pays target because of it.
 *
 * Formula:  what the plan declares (`neutral`); else its target where a goal reads it against target; else where the curve
 *           of its goal pays 100 %, its modifier gives 1 (or adds 0), or its gate opens; of a payout decided elsewhere 100 %.
 *           Of one part of the period its own target; of parts that sum up an equal part of the whole
 * Domain:   undefined where nothing says it
 * @example  { kind: 'nps', goals: [[30, 50%], [45, 100%]] } is neutral at 45
 */
export function neutralOfMetric(
  name: string,
  period: string | undefined,
  document: PlanDocument,
): Neutral | undefined {
  const metric = metricIn(document, name);
  if (!metric) return undefined;
  const declared = numberIn(metric.neutral);
  if (declared) return { value: inPart(declared, name, period, document) };
  const target = targetOf(name, period, document);
  const readers = readersOf(name, period, document);
  const isAgainstTarget = isJudgedByTarget(readers, metric.target !== undefined);
  if (isAgainstTarget && target) return target;
  const found = whereReadNeutral(readers, metric.kind === 'payout', document);
  if (found !== undefined) return { value: found };
  return metric.kind === 'payout' ? { value: ONE } : target;
}

/** What reads a metric beside formulas. */
interface MetricReaders {
  readonly goals: readonly GoalDocument[];
  readonly modifiers: readonly ModifierDocument[];
  readonly gates: readonly GateDocument[];
}

/** What reads a metric, or of a named part of the period what reads that. */
function readersOf(name: string, period: string | undefined, document: PlanDocument): MetricReaders {
  const { goals = [], modifiers = [], gates = [] } = document;
  const isOwn = ({ metric }: { readonly metric?: string }) => metric === name;
  return {
    goals: duringPart(goals.filter(isOwn), ({ during }) => during, period),
    modifiers: duringPart(
      modifiers.filter(({ from }) => isOwn(from)),
      ({ from }) => from.during,
      period,
    ),
    gates: duringPart(gates.filter(isOwn), ({ during }) => during, period),
  };
}

/** What reads a part of the period by its name, where anything does; else all of it. */
function duringPart<Reads>(
  all: readonly Reads[],
  duringOf: (one: Reads) => string | undefined,
  period: string | undefined,
): readonly Reads[] {
  const own = all.filter((one) => duringOf(one) !== undefined && duringOf(one) === period);
  return own.length > 0 ? own : all;
}

/** Whether a metric is read against target, or only by formulas, or by no goal though the plan states a target for it. */
function isJudgedByTarget({ goals, modifiers, gates }: MetricReaders, hasTarget: boolean): boolean {
  const all = [...goals, ...modifiers.map(({ from }) => from), ...gates];
  const isAgainst = ({ reads }: { readonly reads?: Reading }) => reads !== undefined && reads !== 'value';
  return all.some(isAgainst) || (goals.length === 0 && (hasTarget || all.length === 0));
}

/** Where the value of a metric pays target in its goals, changes nothing in its modifiers, or opens its gates. */
function whereReadNeutral(
  { goals, modifiers, gates }: MetricReaders,
  isPayout: boolean,
  document: PlanDocument,
): Ratio | string | undefined {
  const where = [
    ...goals.map((goal) => (isPayout ? ONE : whereCurve(goal, goal.curve, ONE, document))),
    ...modifiers.map((modifier) => whereNothing(modifier, document)),
    ...gates.map(opening),
  ];
  return where.find((one) => one !== undefined);
}

/** Whether a column of people moves awards: a goal, modifier or gate reads it, or `fields` says where it is neutral. */
export function movesPay(
  name: string,
  { fields = {}, goals = [], gates = [], modifiers = [] }: PlanDocument,
): boolean {
  const isDeclared = Object.hasOwn(fields, name) && fields[name]?.neutral !== undefined;
  return (
    isDeclared ||
    [...goals, ...gates, ...modifiers.map(({ from }) => from)].some(({ person }) => person === name)
  );
}

/**
 * Neutral value of a column of people that a goal, modifier or gate reads, or that is declared under `fields`: the payout
 * of 100 %, the factor 1, the addend 0, the category that pays so. Undefined where nothing says it.
 */
export function neutralOfField(name: string, document: PlanDocument): Neutral | undefined {
  const { fields = {}, goals = [], modifiers = [], gates = [] } = document;
  const declared = Object.hasOwn(fields, name) ? fields[name]?.neutral : undefined;
  if (declared !== undefined) return { value: numberIn(declared) ?? String(declared) };
  const where = [
    ...goals
      .filter((goal) => goal.person === name)
      .map((goal) =>
        goal.table
          ? categoryAt(goal.table, ONE)
          : goal.curve
            ? whereCurve(goal, goal.curve, ONE, document)
            : ONE,
      ),
    ...modifiers
      .filter(({ from }) => from.person === name)
      .map((modifier) => whereNothing(modifier, document)),
    ...gates.filter((gate) => gate.person === name).map(opening),
  ];
  const found = where.find((one) => one !== undefined);
  return found === undefined ? undefined : { value: found };
}

function numberIn(raw: Literal | boolean | undefined): Ratio | undefined {
  if (raw === undefined || typeof raw === 'boolean') return undefined;
  const read = readLiteral(raw);
  return isNumber(read) ? read.value : undefined;
}

/** A target of the plan, for the whole or for its part; or one that the actuals state. */
function targetOf(name: string, period: string | undefined, document: PlanDocument): Neutral | undefined {
  const metric = metricIn(document, name);
  if (metric?.target === undefined) return metric?.kind === 'payout' ? undefined : { target: 'actuals' };
  const value = plannedTarget(name, period, document);
  return value && { value };
}

/** The target that a plan states for a metric, or for its part of the period. */
export function plannedTarget(
  name: string,
  period: string | undefined,
  document: PlanDocument,
): Ratio | undefined {
  const target = metricIn(document, name)?.target;
  if (target === undefined) return undefined;
  if (typeof target !== 'object') {
    const value = literalValue(target);
    return value && inPart(value, name, period, document);
  }
  return period !== undefined && Object.hasOwn(target, period)
    ? literalValue(target[period] as Formula)
    : undefined;
}

/** What is summed up over the parts of the period has an equal part in each. */
function inPart(value: Ratio, name: string, period: string | undefined, document: PlanDocument): Ratio {
  const metric = metricIn(document, name);
  if (period === undefined || metric?.each === undefined || metric.accumulates !== 'sum') return value;
  return divide(value, ratio(Math.max(1, Object.keys(partsBy(document, metric.each)).length)));
}

/** Where a modifier changes nothing. */
function whereNothing(
  { from, how, table, curve }: ModifierDocument,
  document: PlanDocument,
): Ratio | string | undefined {
  const nothing = how === 'add' ? ZERO : ONE;
  if (table) return categoryAt(table, nothing);
  return curve ? whereCurve(from, curve, nothing, document) : nothing;
}

/** The first value that opens a gate: its bound, or a step beyond one that does not count itself. */
function opening(gate: GateDocument): Ratio | string | undefined {
  const [key] = comparatorsOf(gate);
  if (key === 'is') return String(gate.is);
  const bound = key === 'within' ? gate.within?.[0] : key && gate[key];
  const value = bound === undefined ? undefined : literalValue(bound);
  if (value === undefined || (key !== 'moreThan' && key !== 'lessThan')) return value;
  const step = String(bound).trim().endsWith('%') ? ratio(1n, 100n) : ONE;
  return key === 'moreThan' ? add(value, step) : subtract(value, step);
}

function categoryAt({ values }: TableDocument, pays: Ratio): string | undefined {
  return Object.keys(values).find((key) => {
    const value = literalValue(values[key] as Formula);
    return value !== undefined && equal(value, pays);
  });
}

/** Where a curve pays so much: on a point, or between two of a line. */
function whereCurve(
  source: Source,
  curve: CurveDocument | undefined,
  pays: Ratio,
  document: PlanDocument,
): Ratio | undefined {
  if (curve === undefined) return undefined;
  return abscissaAt(curve, directionRead(source, document), pays);
}

/** What a curve must read to pay so much; undefined where no point or straight line says it. */
export function abscissaAt(document: CurveDocument, direction: Direction, pays: Ratio): Ratio | undefined {
  const { curve } = lowerCurve(document, '0', direction);
  const points = curve.points.map(([x, y]) => [literalValue(x), literalValue(y)] as const);
  const on = points.find(([, y]) => y !== undefined && equal(y, pays));
  if (on) return on[0];
  if (curve.shape === 'slices' || curve.shape === 'steps') return undefined;
  const index = points.findIndex(([, y], at) => {
    const before = points[at - 1]?.[1];
    return y !== undefined && before !== undefined && compare(before, pays) !== compare(y, pays);
  });
  const [left, right] = [points[index - 1], points[index]];
  if (!left?.[0] || !left[1] || !right?.[0] || !right[1]) return undefined;
  const share = divide(subtract(pays, left[1]), subtract(right[1], left[1]));
  return add(left[0], multiply(share, subtract(right[0], left[0])));
}
