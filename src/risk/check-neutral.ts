import type { Plan } from '../concepts/parse-plan.js';
import { createEvaluator } from '../exact/evaluate.js';
import { aloneRows, type Rows } from '../exact/rows.js';
import { type Issue, issue } from '../issue/issue.js';
import { inPercent } from '../num/decimal.js';
import { compare, divide, ONE, type Ratio, ratio, sign, subtract, ZERO } from '../num/ratio.js';
import type { Program } from '../program/program.js';
import type { Input, Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { type Move, movesOf } from './moves.js';
import { hasNeutral, neutralWorld } from './worlds.js';

/**
 * Verifies that a plan pays target when every input is at its neutral value, for somebody there on all days. A plan that pays
 * something else there has a target in name only, and its outcomes start from what it pays.
 *
 * Issues:   plan.neutral.pays (a warning). Nothing is said where an input has no neutral value, or others are compared with
 * Source:   a target that is really the maximum (NCC 2021)
 */
export function checkNeutral({ program, document }: Plan): Issue[] {
  const moves = movesOf(program, document);
  if (program.target === undefined || !moves.every((move) => hasNeutral(move, program))) return [];
  const [small, large] = SALARIES.map((salary) => shareAt(program, moves, salary));
  // Where limits are amounts of money it depends on the salary, of which a plan says nothing.
  if (!small || !large || isFurther(subtract(small.share, large.share), small.unit)) return [];
  return isFurther(subtract(large.share, ONE), large.unit) ? [pays(large.share)] : [];
}

/** What the plan pays at neutral, as a share of target; and how much of target the award is rounded to. */
function shareAt(program: Program, moves: readonly Move[], salary: Ratio): ShareAt | undefined {
  const rows = exampleRows(program, moves, salary);
  const actual = { program, rows, evaluator: createEvaluator(program, rows) };
  const world = neutralWorld(actual, moves);
  const read = (operand: Program['award'] | undefined) =>
    operand !== undefined && world?.value(operand, 'person', 0);
  const [award, target, unit] = [program.award, program.target, program.awardUnit].map(read);
  if (!isNumber(award) || !isNumber(target) || !isNumber(unit) || sign(target) === 0) return undefined;
  return { share: divide(award, target), unit: divide(unit, target) };
}

interface ShareAt {
  readonly share: Ratio;
  readonly unit: Ratio;
}

/** Whether a difference is more than rounding. */
function isFurther({ n, d }: Ratio, unit: Ratio): boolean {
  return compare({ n: n < 0n ? -n : n, d }, unit) >= 0;
}

function isNumber(value: Value | undefined | false): value is Ratio {
  return typeof value === 'object' && !isFault(value);
}

function pays(share: Ratio): Issue {
  return issue({
    code: 'plan.neutral.pays',
    path: ['target'],
    message: `With every result at target the plan pays ${inPercent(share)} of target opportunity`,
    expected: 'target opportunity, paid when all results are at target',
    hint: 'Correct weights, curves or the target, or say under metrics where each is neutral; outcomes start from what the plan pays there',
  });
}

/** Somebody there on all days with a salary, a target percent and whatever else the plan reads as a basis. */
function exampleRows({ steps }: Program, moves: readonly Move[], salary: Ratio): Rows {
  const own = new Set(
    moves.flatMap((move) => move.steps.map((index) => (steps[index] as Step & { op: 'input' }).input)),
  );
  return aloneRows((input) => (own.has(input) ? ONE : exampleOf(input, steps, salary)));
}

/** Large amounts, so that rounding the award does not matter, and far apart, so that amounts of money show. */
const SALARIES = [ratio(1_000_000n), ratio(1_000_000_000n)];
const TENTH = ratio(1n, 10n);
const HUNDRED = ratio(100n);

function exampleOf(input: Input, steps: readonly Step[], salary: Ratio): Value {
  switch (input.from) {
    case 'metric':
      return HUNDRED;
    case 'person':
      return fieldOf(input, steps, salary);
    case 'salary':
    case 'earnings':
    case 'amount':
      return salary;
    case 'money':
      return input.amount;
    case 'minorUnit':
      return ratio(1n, 100n);
    case 'exception':
    case 'present':
      return input.from === 'exception' && input.part === 'value' ? ZERO : false;
    default:
      return ONE;
  }
}

/** A basis of the person: of a category the first that a table lists. */
function fieldOf(input: Input & { from: 'person' }, steps: readonly Step[], salary: Ratio): Value {
  const { type } = input;
  if (type === 'yesNo') return 'false';
  if (type !== 'category') return type.startsWith('money') ? salary : type === 'percent' ? TENTH : ONE;
  const at = steps.findIndex((step) => step.op === 'input' && step.input === input);
  const table = steps.find((step) => step.op === 'table' && step.args[0] === at);
  return table?.op === 'table' ? (table.keys[0] ?? '') : '';
}
