import { add, compare, multiply, negate, type Ratio, ZERO } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { isConstant } from '../program/program.js';
import { type Input, type Operand, readsOthers, type Step } from '../program/step.js';
import { isFault } from '../program/value.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { Engine, Seen } from '../run/seen.js';
import {
  addForms,
  earlier,
  isForm,
  isNumber,
  isUnsolved,
  multiplyForms,
  type Span,
  type Unsolved,
} from './form.js';
import { type Line, lineOf, type Samples } from './line.js';
import type { Overlaid } from './overlay.js';
import type { Piece } from './piece.js';
import { type PieceReader, pieceReader } from './pieces.js';
import type { Along1 } from './stretches.js';
import { stretchesOf } from './stretches.js';

/** What is read of each person, added up: the award, less a share of target; or an achievement. */
export interface Quantity {
  readonly ofTarget?: Ratio;
  readonly metric?: string;
}

/** The people of one answer in three samples of the input. */
export interface Sampled {
  readonly samples: Samples;
  readonly worlds: readonly [Overlaid, Overlaid, Overlaid];
  readonly seen: readonly (readonly SeenAward[])[];
  /** The awards that count, by their place. */
  readonly places: readonly number[];
}

/** What each person adds along the input; or on what it hangs where it is not solved. */
export function peopleAlong(sampled: Sampled, quantity: Quantity, span: Span): readonly Along1[] | Unsolved {
  const lines = new Map<Engine, { readonly line: Line; readonly reader: PieceReader } | undefined>();
  const made: Along1[] = [];
  for (const place of sampled.places) {
    const three = sampled.seen.map((one) => one[place]?.seen);
    const [first] = three;
    if (three.every((one) => one === undefined)) continue;
    if (!isThree(three) || !first) return { unsolved: 'whether somebody can be paid at all' };
    const known = lines.has(first.engine) ? lines.get(first.engine) : lineFor(three, sampled);
    lines.set(first.engine, known);
    if (!known) return { unsolved: 'the shape of the plan, or what other people have' };
    const along = personAlong(first, known, { quantity, span });
    if ('unsolved' in along) return along;
    made.push(along);
  }
  return made;
}

function isThree(seen: readonly (Seen | undefined)[]): seen is readonly [Seen, Seen, Seen] {
  return seen.every((one) => one !== undefined);
}

function lineFor(
  three: readonly [Seen, Seen, Seen],
  { samples, worlds: [{ keys, people, arePlansChanged }] }: Sampled,
) {
  const { steps } = three[0].engine.program;
  if (steps.some(readsOthers)) return undefined;
  const changed = new Set(keys);
  const isTouched = (input: Input) =>
    input.from === 'metric'
      ? changed.has(input.metric)
      : PERSONAL.has(input.from)
        ? people.length > 0
        : input.from === 'money' && arePlansChanged;
  const line = lineOf(three, samples, isTouched);
  return line && { line, reader: pieceReader(line) };
}

const PERSONAL: ReadonlySet<Input['from']> = new Set(['person', 'salary', 'amount', 'hours', 'present']);

function personAlong(
  { row, rows, engine }: Seen,
  { line, reader }: { readonly line: Line; readonly reader: PieceReader },
  { quantity: { ofTarget, metric }, span }: { readonly quantity: Quantity; readonly span: Span },
): Along1 | Unsolved {
  const { program } = engine;
  const spot = metric === undefined ? undefined : achievementIn(program.outline, metric);
  if (metric !== undefined && !spot)
    return { unsolved: `an achievement of ${metric}, which the plan does not read` };
  const isPersons = spot === undefined || spot.scope === 'company' || spot.scope === 'person';
  const [scope, at] = isPersons ? (['person', row] as const) : (['segment', rows.lastSegment(row)] as const);
  const operand = spot ? spot.operand : unroundedOf(program.award, program.awardUnit, line.steps);
  const share = ofTarget && program.target !== undefined ? negate(ofTarget) : undefined;
  const read = (one: Span): Piece => {
    const own = reader.read(operand, scope, at, one);
    return share ? less(own, reader.read(program.target as Operand, 'person', row, one), share) : own;
  };
  const stretches = stretchesOf(read, span);
  if ('unsolved' in stretches) return stretches;
  const unit = line.base.value(program.awardUnit, 'person', row);
  return {
    stretches,
    unit: typeof unit === 'object' && !isFault(unit) ? unit : ZERO,
    targetAt: (x) => {
      const own = program.target === undefined ? ZERO : line.at(x).value(program.target, 'person', row);
      return typeof own === 'object' && !isFault(own) ? own : ZERO;
    },
    paidAt: (x) => {
      const paid = line.at(x).value(program.award, 'person', row);
      return typeof paid === 'object' && !isFault(paid) ? paid : ZERO;
    },
    at: (x) => {
      const evaluator = line.at(x);
      const value = evaluator.value(operand, scope, at);
      const target = share && evaluator.value(program.target as Operand, 'person', row);
      if (isFault(value) || typeof value !== 'object') return ZERO;
      return target && typeof target === 'object' && !isFault(target) && share
        ? add(value, multiply(share, target))
        : value;
    },
  };
}

/** A piece with a multiple of another. */
function less(own: Piece, other: Piece, share: Ratio): Piece {
  const until = earlier(own.until, other.until);
  if (isUnsolved(own.value) || isUnsolved(other.value))
    return { value: isUnsolved(own.value) ? own.value : other.value, until };
  if (!isNumber(own.value) || !isNumber(other.value)) return { value: own.value, until };
  if (!isForm(own.value) && isFault(own.value)) return { value: own.value, until };
  return { value: addForms(own.value, multiplyForms(other.value, share)), until };
}

/** The award before it is rounded to the unit of its currency, or as the plan says. */
function unroundedOf(award: Operand, unit: Operand, steps: readonly Step[]): Operand {
  if (isConstant(award)) return award;
  const step = steps[award] as Step;
  const isLast =
    step.op === 'round' &&
    (step.args[1] === unit ||
      (isConstant(step.args[1]) && isConstant(unit) && compare(step.args[1], unit) === 0));
  return isLast && step.op === 'round' ? step.args[0] : award;
}

/** Where the plan reads the achievement of a metric in the whole period. */
function achievementIn(outline: Outline, metric: string): Outline | undefined {
  const { achievement, during } = (outline.node ?? {}) as {
    readonly achievement?: string;
    readonly during?: string;
  };
  const isIt = outline.role === 'achievement' && achievement === metric && during === undefined;
  if (isIt) return outline;
  for (const child of outline.children) {
    const found = achievementIn(child, metric);
    if (found) return found;
  }
  return undefined;
}
