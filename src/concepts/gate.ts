import { type Path, quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, multiply, sign, subtract } from '../num/ratio.js';
import type { GateDocument, PlanDocument } from '../plan/document.js';
import type { Condition, Formula, WhenNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import { isFault } from '../program/value.js';
import { commonUnit, numberAt } from './arithmetic.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { type Concept, compiled, numberOf } from './concept.js';
import { comparatorsOf, compileCondition, sayCondition } from './condition.js';
import { gateName, goalName } from './names.js';
import { checkSource, lowerReading, numberTypeOf, unitRead } from './reading.js';

/**
 * Gate: a condition that closes what stands behind it.
 *
 * Formula:  when the condition holds the value behind it, otherwise what the gate pays when closed (0 by default)
 * Domain:   `atLeast` and `atMost` hold on the threshold itself, exactly: there is no tolerance
 * Issues:   plan.gate.comparator, plan.gate.scope
 * Source:   an all-employee plan that pays nothing without savings (JEA 2014); executives' 90 % revenue gate (Adobe 2004)
 */
export const gate: Concept<WhenNode> = {
  role: 'when',
  compile(node, compiler) {
    const condition = compileCondition(node.when, compiler);
    const branches = [compiler.compile(node.then), compiler.compile(node.otherwise)] as const;
    const unit = commonUnit(branches);
    const scope = branches.reduce((joined, branch) => joinScopes(joined, branch.scope), condition.scope);
    const args = [condition.operand, branches[0].operand, branches[1].operand] as const;
    const operand = compiler.add({ op: 'select', args }, unit, scope);
    return compiled('when', node, { operand, unit, scope, children: [condition, ...branches] });
  },
  say(outline, reader) {
    const [condition] = outline.children as [Outline, Outline, Outline];
    return sayCondition(condition, reader);
  },
  shows: (outline) => outline.children[0] as Outline,
  /** A closed gate shows what it took: what stood behind it, and the difference. */
  split(outline, reader, coefficient, split) {
    const [, behind] = outline.children as [Outline, Outline, Outline];
    const result = numberAt(outline, reader);
    if (isFault(reader.value(behind.operand)))
      return [{ of: outline, amount: multiply(coefficient, result) }];
    const change = subtract(result, numberAt(behind, reader));
    return [...split(behind, reader, coefficient), { of: outline, amount: multiply(coefficient, change) }];
  },
};

/** The gates that close the whole payout, in the order written. */
export function planGates({ gates = [] }: PlanDocument): readonly GateDocument[] {
  return gates.filter((one) => one.closes === undefined && one.except === undefined);
}

/** The gates that close one goal: those that name it, and those that except others. */
export function gatesOfGoal({ gates = [] }: PlanDocument, goal: string): readonly GateDocument[] {
  return gates.filter(
    (one) => one.closes?.includes(goal) || (one.except !== undefined && !one.except.includes(goal)),
  );
}

/** A value behind gates, the first gate outermost: what stands behind when all are open, otherwise what the closed one pays. */
export function lowerGates(
  gates: readonly GateDocument[],
  then: Formula,
  otherwise: (gate: GateDocument) => Formula,
  label: (gate: GateDocument) => object,
): Formula {
  return gates.reduceRight<Formula>(
    (behind, one) => ({ when: lowerCondition(one), then: behind, otherwise: otherwise(one), ...label(one) }),
    then,
  );
}

/** A value behind the gates of the whole payout; named where the explanation shows the gate. */
export function behindPlanGates(
  document: PlanDocument,
  then: Formula,
  otherwise: (gate: GateDocument) => Formula,
  named = true,
): Formula {
  return lowerGates(planGates(document), then, otherwise, (gate) =>
    named ? gateLabels(gate, document) : { stage: 'gate' },
  );
}

/** The labels of a gate where it is explained. */
export function gateLabels(gate: GateDocument, document: PlanDocument, goal?: string) {
  const name = `${gateName(gate, document)}${goal === undefined ? '' : `, on ${goal}`}`;
  return { name, stage: goal === undefined ? 'gate' : 'goal', ...clauseOf(gate) } as const;
}

function lowerCondition(gate: GateDocument): Condition {
  const comparators = Object.fromEntries(comparatorsOf(gate).map((key) => [key, gate[key]]));
  return {
    ...lowerReading(
      gate,
      gate.is === undefined ? numberTypeOf(Object.values(comparators).flat() as Literal[]) : 'category',
    ),
    ...comparators,
  };
}

/** Checks every gate: what it reads, its one comparator, and which goals it closes. */
export function checkGates(check: Check): void {
  check.document.gates?.forEach((one, index) => {
    const path = ['gates', index];
    checkComparator(check, one, path);
    checkClosed(check, one, path);
    checkWithin(check, one, path);
    checkWritten(check, one.otherwise, 'ratio', [...path, 'otherwise']);
    if (checkSource(check, one, path)) checkBound(check, one, path);
  });
}

function checkComparator(check: Check, gate: GateDocument, path: Path): void {
  const given = comparatorsOf(gate);
  const textOnMetric = gate.is !== undefined && gate.metric !== undefined;
  if (given.length === 1 && !textOnMetric) return;
  report(check, {
    code: 'plan.gate.comparator',
    path,
    message: textOnMetric
      ? 'A metric is a number: it cannot be compared with is'
      : `This gate has ${given.length} comparators`,
    expected: 'exactly one of atLeast, moreThan, atMost, lessThan, within; or is, for a field of the person',
    hint: 'Write two gates where both must hold',
    ...clauseOf(gate),
  });
}

/** Checks that a range can hold a value. */
export function checkWithin(check: Check, gate: Pick<GateDocument, 'within' | 'source'>, path: Path): void {
  const [low, high] = (gate.within ?? []).map(literalValue);
  if (!low || !high || compare(low, high) <= 0) return;
  report(check, {
    code: 'plan.limit.order',
    path: [...path, 'within'],
    message: `No value lies within ${gate.within?.join(' and ')}: the first is greater`,
    expected: '[lowest, highest]',
    hint: 'Exchange them',
    ...clauseOf(gate),
  });
}

function checkClosed(check: Check, gate: GateDocument, path: Path): void {
  if (gate.closes && gate.except) {
    report(check, {
      code: 'plan.gate.scope',
      path,
      message: 'This gate both closes some goals and excepts others',
      expected: 'closes, except or neither',
      hint: 'closes names the goals it closes; except names those that stay open',
      ...clauseOf(gate),
    });
  }
  const known = check.document.goals.map((goal) => goalName(goal, check.document));
  if (known.every((goal) => gate.except?.includes(goal))) reportNothing(check, gate, path);
  for (const key of ['closes', 'except'] as const) {
    gate[key]?.forEach((goal, index) => {
      if (!known.includes(goal)) reportGoal(check, gate, goal, known, [...path, key, index]);
    });
  }
}

function reportNothing(check: Check, gate: GateDocument, path: Path): void {
  report(check, {
    code: 'plan.gate.scope',
    path: [...path, 'except'],
    message: 'This gate excepts every goal, so it closes nothing',
    expected: 'at least one goal that it closes',
    hint: 'Remove the gate, or take goals out of except',
    ...clauseOf(gate),
  });
}

function reportGoal(
  check: Check,
  gate: GateDocument,
  goal: string,
  known: readonly string[],
  path: Path,
): void {
  report(check, {
    code: 'plan.goal.name',
    path,
    message: `There is no goal called ${quote(goal)}`,
    expected: `one of ${known.join(', ')}`,
    hint: 'A goal without a name has the title or name of its metric',
    ...clauseOf(gate),
  });
}

function checkBound(check: Check, gate: GateDocument, path: Path): void {
  const unit = unitRead(gate, check.document);
  for (const key of ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const)
    checkWritten(check, gate[key], unit, [...path, key]);
  for (const [index, bound] of (gate.within ?? []).entries())
    checkWritten(check, bound, unit, [...path, 'within', index]);
}

/** What a closed gate pays; nothing where the plan does not say. */
export function paysWhenClosed(gate: GateDocument): Formula {
  return gate.otherwise ?? '0';
}

/** Whether a closed gate pays anything. */
export function paysSomething(gate: GateDocument): boolean {
  return gate.otherwise !== undefined && sign(numberOf(gate.otherwise)) !== 0;
}
