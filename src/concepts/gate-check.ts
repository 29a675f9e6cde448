import { type Path, quote } from '../issue/issue.js';
import { compare } from '../num/ratio.js';
import type { GateDocument } from '../plan/document.js';
import type { Condition } from '../plan/formula.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { comparatorsOf } from './condition.js';
import { gatesOfGoal, lowerCondition, readsAwards } from './gate.js';
import { goalName } from './names.js';
import { unreachable } from './reach.js';
import { checkSource, unitRead } from './reading.js';

/** Checks every gate: what it reads, its one comparator, and which goals it closes. */
export function checkGates(check: Check): void {
  check.document.gates?.forEach((one, index) => {
    const path = ['gates', index];
    if (one.when === undefined) checkComparator(check, one, path);
    checkClosed(check, one, path);
    if (readsAwards(one, check.document)) checkLast(check, one, path);
    checkWithin(check, one, path);
    checkWritten(check, one.otherwise, 'ratio', [...path, 'otherwise']);
    if (isFormula(check, one, path) || !checkSource(check, one, path)) return;
    checkBound(check, one, path);
  });
  const open =
    check.document.gates?.filter((one) => one.closes === undefined && one.except === undefined) ?? [];
  const goals = (check.document.goals ?? []).map((goal) =>
    gatesOfGoal(check.document, goalName(goal, check.document)),
  );
  for (const gates of [open, ...goals])
    for (const { index, message } of unreachable(gates.map(namedCondition), check.document))
      reportNever(check, gates[index] as GateDocument, message);
}

/** The condition of a gate, called as the gate is. */
function namedCondition(gate: GateDocument): Condition {
  const condition = lowerCondition(gate);
  if (gate.name === undefined || typeof condition !== 'object') return condition;
  return { ...condition, name: gate.name };
}

/** A gate around the awards closes all of them, and leaves what is safe. */
function checkLast(check: Check, gate: GateDocument, path: Path): void {
  const key = (['otherwise', 'closes', 'except'] as const).find((one) => gate[one] !== undefined);
  if (key === undefined) return;
  report(check, {
    code: 'plan.formula.place',
    path: [...path, key],
    message: `A gate that reads the total of the awards stands around all of them, and has no ${key}`,
    expected: `no ${key}`,
    hint: 'Remove it; the safe part is paid behind it where it survives closed gates',
    ...clauseOf(gate),
  });
}

/** A gate that never opens pays nobody. */
function reportNever(check: Check, gate: GateDocument, message: string): void {
  report(check, {
    code: 'plan.gate.never',
    path: ['gates', check.document.gates?.indexOf(gate) ?? 0],
    message: `This gate never opens: ${message}`,
    expected: 'gates that can be open together',
    hint: 'Correct the bound, or remove one of the gates',
    ...clauseOf(gate),
  });
}

/** Whether a gate states its condition by a formula; then it reads nothing else. */
function isFormula(check: Check, gate: GateDocument, path: Path): boolean {
  const { value, when, metric, person, reads, during } = gate;
  if (value === undefined && when === undefined) return false;
  const others = { ...(when !== undefined && { value }), metric, person, reads, during };
  const given = Object.entries(others).find(([, one]) => one !== undefined);
  const compared = when !== undefined && comparatorsOf(gate).length > 0;
  if (!given && !compared) return true;
  report(check, {
    code: 'plan.goal.source',
    path: [...path, given?.[0] ?? comparatorsOf(gate)[0] ?? 'when'],
    message: 'This gate states its condition twice',
    expected: 'metric, person, value with a comparator, or when',
    hint: 'Keep one of them',
    ...clauseOf(gate),
  });
  return true;
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
  const known = (check.document.goals ?? []).map((goal) => goalName(goal, check.document));
  if (known.length > 0 && known.every((goal) => gate.except?.includes(goal)))
    reportNothing(check, gate, path);
  if (check.document.goals === undefined) return;
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
