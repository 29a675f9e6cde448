import { createEvaluator, type Evaluator, movedBy } from '../exact/evaluate.js';
import { minorDigits } from '../num/currency.js';
import { unitsToText } from '../num/decimal.js';
import { compare, type Ratio } from '../num/ratio.js';
import { powerOfTen } from '../num/round.js';
import { isConstant, type Program } from '../program/program.js';
import { type Operand, readsOthers, type Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { bindActuals } from '../run/bind-actuals.js';
import type { SeenAward } from '../run/calculate-plan.js';
import { onlyPeople } from '../run/only.js';
import type { Engine, Seen } from '../run/seen.js';
import { zeroReasons } from '../run/zero-reasons.js';
import { partsOf } from '../trace/parts.js';
import { outcomeOf } from './outcome.js';
import type { Overlaid } from './overlay.js';
import type { Prepared } from './prepared.js';

/**
 * The awards as a question has them, in the order of the run. Only what hangs on the changed inputs is calculated again:
 *
 * - of measured values, the steps made of them, for the people whom they reach; an award that did not move is the same object;
 * - of people, those whose rows changed, by themselves; and who was withheld, where what was missing may now be there;
 * - everything, where a plan changed, or where people are compared with each other.
 */
export function outcomeAfter(prepared: Prepared, overlaid: Overlaid): readonly SeenAward[] {
  const { keys, people, arePlansChanged, plans } = overlaid;
  const before = prepared.seen();
  if (!arePlansChanged && keys.length === 0 && people.length === 0) return before;
  const isWhole = arePlansChanged || plans.some(({ program }) => comparesPeople(program));
  if (isWhole) return outcomeOf(overlaid);
  const worlds = worldsOf(prepared, overlaid);
  const again = new Set(people);
  const after = before.map((one, index): SeenAward => {
    if (again.has(one.award.person)) return one;
    const made =
      keys.length === 0 ? one : worlds(one, Math.floor(index / prepared.data.people.people.length));
    if (made) return made;
    again.add(one.award.person);
    return one;
  });
  return again.size === 0 ? after : withThose(after, again, overlaid);
}

/** Whether what a person gets hangs on what others have. */
function comparesPeople({ steps }: Program): boolean {
  return steps.some(readsOthers);
}

/** The awards with those of some people calculated anew. */
function withThose(
  all: readonly SeenAward[],
  people: ReadonlySet<string>,
  overlaid: Overlaid,
): readonly SeenAward[] {
  const anew = outcomeOf({ ...overlaid, data: onlyPeople(overlaid.data, [...people]) });
  let next = 0;
  return all.map((one) => {
    if (!people.has(one.award.person)) return one;
    next += 1;
    return anew[next - 1] ?? one;
  });
}

/** An award in another world: as it was, moved, or undefined where the person is to be calculated from the rows. */
type AwardAfter = (one: SeenAward, plan: number) => SeenAward | undefined;

function worldsOf(prepared: Prepared, overlaid: Overlaid): AwardAfter {
  const worlds = new Map<Engine, World | 'whole'>();
  const bound = overlaid.plans.map(({ document }) =>
    bindActuals(overlaid.data.actuals, document.metrics, overlaid.asOf),
  );
  return (one, index) => {
    const { seen, award } = one;
    if (!seen) return award.status === 'withheld' ? undefined : one;
    const { engine } = seen;
    const known = worlds.get(engine) ?? worldOf(prepared, seen, overlaid.keys, bound[index] as Bound);
    worlds.set(engine, known);
    if (known === 'whole') return undefined;
    return known.isReached(seen) ? movedAward(one, seen, known.engine) : one;
  };
}

type Bound = ReturnType<typeof bindActuals>;

interface World {
  readonly engine: Engine;
  /** Whether any of the changed values reaches a person. */
  isReached(seen: Seen): boolean;
}

function worldOf(
  prepared: Prepared,
  { engine, rows }: Seen,
  keys: readonly string[],
  actuals: Bound,
): World | 'whole' {
  const { program } = engine;
  const changed = new Set(keys);
  const inputs = program.steps.flatMap((step, index) =>
    step.op === 'input' && step.input.from === 'metric' && changed.has(step.input.metric) ? [index] : [],
  );
  const moved = movedBy(program.steps, (step) => inputs.includes(step));
  const isMoved = (operand: Operand | undefined) =>
    operand !== undefined && !isConstant(operand) && moved[operand] === true;
  if (isMoved(program.target) || isMoved(program.basePay) || isMoved(program.awardUnit)) return 'whole';
  const replaced = new Map(inputs.map((index) => [index, () => readAnew(index)] as const));
  const base = prepared.kept(engine);
  const evaluator = createEvaluator(program, rows, { base, replaced });
  // What the company and groups share is split once in each world.
  const own: Engine = { ...engine, evaluator, partsOf: partsOf(engine.outline) };
  return { engine: own, isReached: reachOf(program, inputs, base, evaluator) };

  function readAnew(index: number): (row: number) => Value {
    const { input, scope } = program.steps[index] as Step & { readonly op: 'input' };
    return (row) => {
      const group = rows.groupAt(scope, row);
      if (typeof group === 'object' || input.from !== 'metric') return rows.read(input, scope, row);
      return actuals.value(input.metric, group, input);
    };
  }
}

/** Whom values that differ reach: everybody, those in a group, or one person. */
function reachOf(
  { steps }: Program,
  inputs: readonly number[],
  base: Evaluator,
  now: Evaluator,
): World['isReached'] {
  const reads = inputs.map((index) => {
    const differs: boolean[] = [];
    const { scope } = steps[index] as Step;
    const isOther = (row: number) => {
      differs[row] ??= !isSame(base.cell(index)(row), now.cell(index)(row));
      return differs[row] === true;
    };
    return { scope, isOther };
  });
  return ({ rows, row }) =>
    reads.some(({ scope, isOther }) => {
      if (scope === 'company') return isOther(0);
      if (scope === 'person') return isOther(row);
      for (let segment = rows.firstSegment(row); segment < rows.endSegment(row); segment += 1)
        if (isOther(rows.groupOf(scope, segment))) return true;
      return false;
    });
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return !isFault(a) && !isFault(b) && compare(a, b) === 0;
}

const NOTHING: readonly never[] = [];

/** The award of a person whom a changed value reaches; undefined where it cannot be had any more, for the reasons. */
function movedAward({ award }: SeenAward, seen: Seen, engine: Engine): SeenAward | undefined {
  const { row, rows, participant } = seen;
  const { program, evaluator, words } = engine;
  const value = evaluator.value(program.award, 'person', row);
  if (isFault(value)) return undefined;
  const digits = minorDigits(participant.currency) ?? 2;
  const { n, d } = value as Ratio;
  const amount = unitsToText((n * powerOfTen(digits)) / d, digits);
  const next: Seen = { engine, rows, participant, row };
  if (amount === award.amount && n !== 0n) return { award, seen: next };
  if (n !== 0n) return { award: { ...award, status: 'paid', reasons: NOTHING, amount }, seen: next };
  const target =
    program.target === undefined ? undefined : seen.engine.evaluator.value(program.target, 'person', row);
  const reasons = zeroReasons(program, evaluator, row, rows.counted(row), target as Ratio | undefined, words);
  return { award: { ...award, status: 'zero', reasons, amount }, seen: next };
}
