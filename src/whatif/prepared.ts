import type { Plan } from '../concepts/parse-plan.js';
import type { Evaluator } from '../exact/evaluate.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import type { Value } from '../program/value.js';
import { type CalculateOptions, calculate, type Data } from '../run/calculate.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { Run } from '../run/run.js';
import type { Engine } from '../run/seen.js';
import { outcomeOf } from './outcome.js';
import type { Ground } from './overlay.js';

/** Plans on data, ready for questions: the run as things are, and what of it is shared with every answer. */
export interface Prepared extends Ground {
  readonly run: Run;
  /** The awards with their evaluations, in the order of the run. */
  readonly seen: () => readonly SeenAward[];
  /** The values of an evaluation as they are, each kept for every row once it was asked for. */
  readonly kept: (engine: Engine) => Evaluator;
}

/**
 * Prepares what-if questions: everything that does not hang on what a question changes is calculated once, for all of them.
 * Decisions are left out: they were made on the formula as it is.
 *
 * Issues:   those of the run, in `run.issues`; on a run that is refused every question is refused
 * @example  whatIf(prepareWhatIf([plan], { people, actuals }, { asOf: '2027-01-31' }), { 'NPS 60': { actuals: { recommendation: 60 } } })
 */
export function prepareWhatIf(
  plans: readonly Plan[],
  data: Data,
  { asOf }: Pick<CalculateOptions, 'asOf'>,
): Prepared {
  // What was decided was decided on the formula as it is; a question is of the formula.
  const { decisions: _decisions, ...formula } = data;
  const run = calculate(plans, formula, { asOf });
  const ground: Ground = { plans, data: formula, asOf };
  let seen: readonly SeenAward[] | undefined;
  const evaluators = new Map<Engine, Evaluator>();
  return {
    ...ground,
    run,
    seen: () => {
      seen ??= outcomeOf(ground);
      return seen;
    },
    kept: (engine) => {
      const known = evaluators.get(engine) ?? keeping(engine.evaluator);
      evaluators.set(engine, known);
      return known;
    },
  };
}

/** What keeps every question from being answered. */
export function refusals({ run, data }: Prepared): readonly Issue[] {
  const isEmpty = run.awards.length === 0 && data.people.people.length > 0;
  return isEmpty ? run.issues.filter((one) => hasErrors([one])) : [];
}

/**
 * An evaluator that remembers the values of all rows, of those steps that are read through it: what another world is made
 * of and does not change. Few steps are, so this costs little, where keeping everything would cost most.
 */
function keeping(evaluator: Evaluator): Evaluator {
  const cells = new Map<number, (row: number) => Value>();
  const cell = (step: number) => {
    const known = cells.get(step) ?? keptCell(evaluator.cell(step));
    cells.set(step, known);
    return known;
  };
  return { value: evaluator.value, cell };
}

function keptCell(compute: (row: number) => Value): (row: number) => Value {
  const known: Value[] = [];
  return (row) => {
    const before = known[row];
    if (before !== undefined) return before;
    const value = compute(row);
    known[row] = value;
    return value;
  };
}
