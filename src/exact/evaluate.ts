import { issue } from '../issue/issue.js';
import { add, compare, divide, higher, lower, multiply, type Ratio, ZERO } from '../num/ratio.js';
import { roundTo } from '../num/round.js';
import { payoutAt } from '../program/curve.js';
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Operation, Relation, Step } from '../program/step.js';
import { type Fault, isFault, mergeFaults, type Value } from '../program/value.js';
import type { Rows } from './rows.js';

/** Evaluates a program on its rows, exactly and on demand. The memo of one person is the trace. */
export interface Evaluator {
  /** The value of an operand, read from a row of a scope that maps to the operand's own. */
  value(operand: Operand, scope: Scope, row: number): Value;
}

/**
 * The exact evaluator: a step is computed when it is asked for, once per row. What belongs to the company or
 * a group is kept for everybody; what belongs to a person is kept until the next person is asked about, so
 * that a population never costs the memory of its traces.
 */
export function createEvaluator({ steps }: Pick<Program, 'steps'>, rows: Rows): Evaluator {
  const shared = steps.map((): Value[] => []);
  const own = steps.map((): Value[] => []);
  let person = -1;
  let first = 0;

  function enter(next: number): void {
    if (next === person) return;
    person = next;
    first = rows.firstSegment(next);
    for (const cells of own) if (cells.length > 0) cells.length = 0;
  }

  function cell(index: number, row: number): Value {
    const step = steps[index] as Step;
    if (step.scope === 'segment') enter(rows.personOf(row));
    else if (step.scope === 'person') enter(row);
    const personal = step.scope === 'segment' || step.scope === 'person';
    const cells = (personal ? own : shared)[index] as Value[];
    const place = step.scope === 'segment' ? row - first : step.scope === 'person' ? 0 : row;
    const known = cells[place];
    if (known !== undefined) return known;
    const value = compute(step, row);
    cells[place] = value;
    return value;
  }

  function rowIn(target: Scope, scope: Scope, row: number): number {
    if (target === scope) return row;
    if (target === 'company') return 0;
    return target === 'person' ? rows.personOf(row) : rows.groupOf(target, row);
  }

  function value(operand: Operand, scope: Scope, row: number): Value {
    if (isConstant(operand)) return operand;
    return cell(operand, rowIn((steps[operand] as Step).scope, scope, row));
  }

  function compute(step: Step, row: number): Value {
    if (step.op === 'input') return rows.read(step.input, step.scope, row);
    if (step.op === 'select') return select(step, row);
    if (step.op === 'fold') return fold(step.args, row);
    const values = step.args.map((operand: Operand) => value(operand, step.scope, row));
    const faults = values.filter(isFault);
    return faults.length > 0 ? joined(faults) : apply(step, values, steps);
  }

  /** Only the taken branch is computed. */
  function select(step: Step & { op: 'select' }, row: number): Value {
    const condition = value(step.args[0], step.scope, row);
    if (isFault(condition)) return condition;
    return value(step.args[condition === true ? 1 : 2], step.scope, row);
  }

  function fold([folded, weight]: readonly [Operand, Operand], row: number): Value {
    let sum: Ratio = ZERO;
    const faults: Fault[] = [];
    for (let segment = rows.firstSegment(row); segment < rows.endSegment(row); segment += 1) {
      const share = value(weight, 'segment', segment);
      if (!isFault(share) && (share as Ratio).n === 0n) continue;
      const part = isFault(share) ? share : value(folded, 'segment', segment);
      if (isFault(part)) faults.push(part);
      else sum = add(sum, multiply(share as Ratio, part as Ratio));
    }
    return faults.length > 0 ? joined(faults) : sum;
  }

  return { value };
}

function joined(faults: readonly Fault[]): Fault {
  return faults.length === 1 ? (faults[0] as Fault) : mergeFaults(faults);
}

type Applied = Exclude<Operation, { op: 'input' | 'select' | 'fold' }>;

/** An operation on values without faults. */
function apply(step: Applied, values: readonly Value[], steps: readonly Step[]): Value {
  const numbers = values as readonly Ratio[];
  const [first, second] = numbers as readonly [Ratio, Ratio];
  switch (step.op) {
    case 'add':
      return numbers.reduce(add);
    case 'multiply':
      return numbers.reduce(multiply);
    case 'lowest':
      return numbers.reduce(lower);
    case 'highest':
      return numbers.reduce(higher);
    case 'divide':
      return second.n === 0n ? divisionByZero(step.args[1], steps) : divide(first, second);
    case 'compare':
      return holds(step.relation, compare(first, second));
    case 'is':
      return values[0] === step.category;
    case 'all':
      return values.every((one) => one === true);
    case 'curve':
      return payoutAt(step.curve, first);
    case 'round':
      return roundTo(first, second, step.mode);
    case 'table':
      return lookUp(step, values[0] as string);
  }
}

function holds(relation: Relation, order: number): boolean {
  if (relation === 'atLeast') return order >= 0;
  if (relation === 'moreThan') return order > 0;
  return relation === 'atMost' ? order <= 0 : order < 0;
}

function lookUp(step: Applied & { op: 'table' }, category: string): Value {
  const found = step.values.find(([key]) => key === category)?.[1] ?? step.otherwise;
  return (
    found ?? {
      fault: [
        unlisted(
          category,
          step.values.map(([key]) => key),
        ),
      ],
    }
  );
}

function unlisted(category: string, known: readonly string[]) {
  return issue({
    code: 'run.table.category',
    message: `The category ${JSON.stringify(category)} is not in the table that pays it`,
    expected: `one of ${known.join(', ')}`,
    hint: 'Correct the people file, or add the category (or otherwise) to the table',
  });
}

function divisionByZero(divisor: Operand, steps: readonly Step[]): Fault {
  const step = isConstant(divisor) ? undefined : steps[divisor];
  const input = step?.op === 'input' && step.input.from === 'metric' ? step.input : undefined;
  const what = input ? `The ${input.part} of ${input.metric}` : 'The divisor of an achievement';
  return {
    fault: [
      issue({
        code: 'run.division.zero',
        message: `${what} is 0, and achievement divides by it`,
        expected: 'a number other than 0',
        hint: 'Correct the actuals, or let the plan read the value or the difference from target',
      }),
    ],
  };
}
