import { type Path, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { add, equal, negate, ONE, type Ratio, sign, subtract, ZERO } from '../num/ratio.js';
import { type GoalDocument, metricIn, type PlanDocument, type RatioLimit } from '../plan/document.js';
import type { Condition, FieldType, Formula } from '../plan/formula.js';
import { type Name, told } from '../words/words.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkCurve } from './curve-check.js';
import { abscissas, lowerCurve } from './curve-document.js';
import { gateLabels, gatesOfGoal, lowerGates, paysWhenClosed } from './gate.js';
import { checkBounds } from './limit.js';
import { goalLabel, goalName } from './names.js';
import { checkSource, directionRead, lowerReading, numberTypeOf, unitRead } from './reading.js';
import { lowerRounding } from './rounding.js';
import { checkTable } from './table.js';

/**
 * Goal: a metric used in the plan, with its weight and what it pays.
 *
 * Formula:  what is read, rounded where the plan says → curve or table → the goal's limits → rounding, of each part
 *           by itself where the goal is judged in parts → their weights → gates
 * Units:    payout, ratio (1 pays target); limits bind before weighting
 * Issues:   plan.goal.*, plan.reads.*, plan.curve.*, plan.weights.*
 */
export function lowerGoal(goal: GoalDocument, document: PlanDocument): Formula {
  const name = goalLabel(goal, document);
  const path = ['goals', document.goals?.indexOf(goal) ?? 0];
  const labels = { name, stage: 'goal', path, ...clauseOf(goal) } as const;
  const rounded = lowerJudged(goal, document, labels);
  return lowerGates(gatesOfGoal(document, goalName(goal, document)), rounded, paysWhenClosed, (one) =>
    gateLabels(one, document, name),
  );
}

type GoalLabels = { readonly name: Name; readonly stage: 'goal' };

/** What a goal pays within its limits, rounded: once for the period, or in each part of it by the weights of the parts. */
function lowerJudged(goal: GoalDocument, document: PlanDocument, labels: GoalLabels): Formula {
  const { name } = labels;
  const paid = lowerTooFew(goal, lowerPays(goal, document, labels), document, labels);
  const limited = lowerGoalLimits(paid, goal, document, name);
  const rounded = lowerRounding(limited, document.rounding?.goal, {
    name: told('rounding of', name),
    stage: 'goal',
  });
  if (goal.each === undefined) return rounded;
  return { each: goal.each, give: rounded, ...(goal.weights && { weights: goal.weights }), ...labels };
}

/** What a goal pays whose score rests on too few responses, where the metric leaves that to its goals. */
function lowerTooFew(goal: GoalDocument, paid: Formula, document: PlanDocument, labels: GoalLabels): Formula {
  const tooFew = metricIn(document, goal.metric)?.sample?.tooFew;
  if (tooFew !== 'payTarget' && tooFew !== 'payZero') return paid;
  const otherwise = tooFew === 'payTarget' ? '100%' : '0%';
  return { onEnough: paid, condition: enoughFor(goal), otherwise, ...labels };
}

function enoughFor({ metric = '', during }: GoalDocument): Condition {
  return { enough: metric, ...(during !== undefined && { during }) };
}

/** When a goal counts: where its weight is spread over the others when its score rests on too few responses. */
export function countsWhen(goal: GoalDocument, document: PlanDocument): { readonly countsWhen?: Condition } {
  const tooFew = metricIn(document, goal.metric)?.sample?.tooFew;
  return tooFew === 'spread' ? { countsWhen: enoughFor(goal) } : {};
}

function lowerPays(goal: GoalDocument, document: PlanDocument, labels: GoalLabels): Formula {
  if (goal.payout !== undefined) return { stated: goal.payout, under: 'payout', ...labels };
  const read = lowerReading(goal, fieldType(goal));
  const { achievement } = document.rounding ?? {};
  const of =
    goal.reads === 'achievement'
      ? lowerRounding(read, achievement, {
          name: told('with', labels.name, told('rounded achievement')),
          stage: 'goal',
        })
      : read;
  if (goal.table) return { table: { of, ...goal.table }, ...labels };
  if (goal.curve) return { ...lowerCurve(goal.curve, of, directionRead(goal, document)), ...labels };
  return { ...(of as object), ...labels } as Formula;
}

function fieldType(goal: GoalDocument): FieldType {
  if (goal.table) return 'category';
  return goal.curve ? numberTypeOf(abscissas(goal.curve)) : 'ratio';
}

/** Limits of the goal itself, then limits the plan sets on every goal: both bind before weighting. */
function lowerGoalLimits(payout: Formula, goal: GoalDocument, document: PlanDocument, name: Name): Formula {
  const own = lowerRatioLimit(payout, goal, { name: told('limit of', name), ...clauseOf(goal) });
  return lowerRatioLimit(own, document.limits?.goal, { name: told('limit of every goal, on', name) });
}

function lowerRatioLimit(
  value: Formula,
  bounds: RatioLimit | undefined,
  labels: { name: Name; source?: string },
): Formula {
  const { floor, cap } = bounds ?? {};
  if (floor === undefined && cap === undefined) return value;
  return {
    limit: value,
    ...(cap !== undefined && { cap }),
    ...(floor !== undefined && { floor }),
    stage: 'goal',
    ...labels,
  };
}

/** Checks every goal and that the weights sum to exactly 1. */
export function checkGoals(check: Check): void {
  const { goals } = check.document;
  if (goals === undefined) return;
  for (const [index, goal] of goals.entries()) checkGoal(check, goal, ['goals', index]);
  checkNames(check);
  const weights = goals.map((goal) => literalValue(goal.weight));
  // Weights that are shares of salary sum to the target percent, which the blend knows.
  if (check.document.weightsOf === 'salary') return;
  if (weights.every((weight) => weight !== undefined)) checkSum(check, weights);
}

function checkGoal(check: Check, goal: GoalDocument, path: Path): void {
  checkWritten(check, goal.weight, 'ratio', [...path, 'weight']);
  const weight = literalValue(goal.weight);
  if (weight && sign(weight) <= 0) reportWeight(check, goal, path);
  for (const key of ['floor', 'cap'] as const) checkWritten(check, goal[key], 'ratio', [...path, key]);
  checkBounds(check, goal, path);
  checkParts(check, goal, path);
  if (goal.payout !== undefined) {
    checkFormula(check, goal, path);
    return;
  }
  if (!checkSource(check, goal, path) || !checkPays(check, goal, path)) return;
  const unit = unitRead(goal, check.document);
  if (goal.curve)
    checkCurve(check, goal.curve, {
      unit,
      direction: directionRead(goal, check.document),
      path: [...path, 'curve'],
    });
  checkTable(check, goal.table, [...path, 'table']);
}

/** Judged in each part of the period: every part has a weight. */
function checkParts(check: Check, { each, weights, during, source }: GoalDocument, path: Path): void {
  if (each !== undefined) checkWhole(check, path);
  const missing = each !== undefined && weights === undefined;
  const useless = each === undefined && weights !== undefined;
  const twice = each !== undefined && during !== undefined;
  if (!missing && !useless && !twice) return;
  report(check, {
    code: 'plan.period.parts',
    path: [...path, missing ? 'weights' : twice ? 'during' : 'weights'],
    message: missing
      ? 'This goal is judged in each part of the period, and does not say how much a part counts'
      : twice
        ? 'This goal is judged in each part of the period, and reads one of them'
        : 'These weights are for parts of the period, and the goal is judged once',
    expected: missing
      ? 'weights: one for each part, such as [25%, 25%, 25%, 25%]'
      : 'each with weights, or during',
    hint: 'Write one of the two',
    ...clauseOf({ source }),
  });
}

/** What rounds or limits the payout of a stretch of days as a whole would depend on where the stretch is cut. */
function checkWhole(check: Check, path: Path): void {
  const { rounding, limits } = check.document;
  const key =
    rounding?.payout !== undefined
      ? 'rounding/payout'
      : limits?.payout?.per === 'segment'
        ? 'limits/payout/per'
        : '';
  if (key === '') return;
  report(check, {
    code: 'plan.formula.place',
    path: [...path, 'each'],
    message: `${key} takes the payout of a stretch of days as a whole, and this goal is put together from parts of the period`,
    expected: 'rounding of goal or award, and limits of the person',
    hint: 'Round each part: rounding: { goal: … }',
  });
}

/** A goal that pays a formula reads nothing else. */
function checkFormula(check: Check, goal: GoalDocument, path: Path): void {
  const { metric, person, reads, during, curve, table } = goal;
  const other = Object.entries({ metric, person, reads, during, curve, table }).find(
    ([, one]) => one !== undefined,
  );
  if (other === undefined && goal.name !== undefined) return;
  report(check, {
    code: other === undefined ? 'plan.goal.name' : 'plan.goal.source',
    path: [...path, other?.[0] ?? 'name'],
    message:
      other === undefined
        ? 'A goal that pays a formula has no name'
        : `This goal pays a formula, and says ${other[0]} beside it`,
    expected:
      other === undefined ? 'name: what it is called' : 'payout alone, or a metric or person with its curve',
    hint: other === undefined ? 'Explanations call it by the name' : 'Put it into the formula',
    ...clauseOf(goal),
  });
}

/** A goal says once what its values pay; a payout decided elsewhere and a field of the person need not. */
function checkPays(check: Check, goal: GoalDocument, path: Path): boolean {
  const metric = metricIn(check.document, goal.metric);
  const direct = goal.person !== undefined || metric?.kind === 'payout';
  const given = Number(goal.curve !== undefined) + Number(goal.table !== undefined);
  const fits =
    given === 0
      ? direct
      : given === 1 && !(metric?.kind === 'payout') && !(goal.table && goal.metric !== undefined);
  if (fits) return true;
  report(check, {
    code: 'plan.curve.needed',
    path: [...path, 'curve'],
    message:
      given === 0
        ? 'This goal does not say what its values pay'
        : 'What this goal pays is stated where it cannot be, or twice',
    expected:
      metric?.kind === 'payout'
        ? 'no curve and no table: the metric is a payout already'
        : goal.metric === undefined
          ? 'a curve, a table or neither'
          : 'a curve, such as [[80%, 50%], [100%, 100%]]',
    hint: 'A table is for a field of the person that holds a category',
    ...clauseOf(goal),
  });
  return false;
}

function reportWeight(check: Check, goal: GoalDocument, path: Path): void {
  report(check, {
    code: 'plan.weights.range',
    path: [...path, 'weight'],
    message: `The weight ${goal.weight} is not above 0`,
    expected: 'a weight above 0, such as 25%',
    hint: 'Remove the goal, or use a modifier for a deduction',
    ...clauseOf(goal),
  });
}

function checkNames(check: Check): void {
  const seen = new Set<string>();
  check.document.goals?.forEach((goal, index) => {
    const name = goalName(goal, check.document);
    if (seen.has(name)) {
      report(check, {
        code: 'plan.goal.name',
        path: ['goals', index, 'name'],
        message: `Two goals are called ${quote(name)}`,
        expected: 'a name of its own for every goal',
        hint: 'Give each a name that says what it measures',
        ...clauseOf(goal),
      });
    }
    seen.add(name);
  });
}

function checkSum(check: Check, weights: readonly Ratio[]): void {
  const sum = weights.reduce((total, weight) => add(total, weight), ZERO);
  if (equal(sum, ONE)) return;
  const missing = subtract(ONE, sum);
  const [word, amount] = sign(missing) > 0 ? ['Raise', missing] : ['Lower', negate(missing)];
  report(check, {
    code: 'plan.weights.sum',
    path: ['goals'],
    message: `The weights of the goals sum to ${toExactText(sum)}`,
    expected: 'exactly 1 (100%)',
    hint: `${word} a weight by ${toExactText(amount)}; thirds are written 1/3`,
  });
}
