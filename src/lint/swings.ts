import { toExactText } from '../num/decimal.js';
import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  type Ratio,
  ratio,
  sign,
  subtract,
  ZERO,
} from '../num/ratio.js';
import type { Move } from '../risk/moves.js';
import { plannedTarget } from '../risk/neutral.js';
import { type Finding, found, percent, shown } from './finding.js';
import { againstOwnTarget } from './history.js';
import { isValueStep } from './places.js';
import type { Linting } from './setting.js';

interface Swing {
  readonly move: Move;
  readonly share: Ratio;
}

/**
 * One result that drowns the others: it moves the award several times as much as all others together, each between the
 * worst and the best that its kind allows, or that the past had where that has enough of every metric, while the others stay
 * at target. Gates, factors and addends count.
 *
 * Formula:  (most − least of the award) ÷ target of one result > limit × the sum of the others'
 * Domain:   plans of two results or more, each of whose ends is known
 * Issues:   lint.metric.drowns
 */
export function drowningMetric(linting: Linting): Finding[] {
  const { typical, limits } = linting;
  const past = pastSwings(linting);
  const swings = typical.moves.map((move): Swing | undefined => {
    const { low, high } = past.get(move) ?? typical.reachOf(move);
    return low && high && { move, share: subtract(high, low) };
  });
  const known = swings.filter((one) => one !== undefined);
  if (known.length < swings.length || known.length < 2) return [];
  const [first, ...others] = known.toSorted((a, b) => compare(b.share, a.share)) as [Swing, ...Swing[]];
  const rest = others.reduce((sum, { share }) => add(sum, share), ZERO);
  if (compare(first.share, multiply(limits.drowns, rest)) <= 0) return [];
  return [drowns({ ...first, isPast: past.size > 0 }, others, rest, linting)];
}

/** Between what past results would have moved the award; of no metric where one has too few. */
function pastSwings(linting: Linting): ReadonlyMap<Move, Ends> {
  const metrics = linting.typical.moves.filter(({ kind }) => kind === 'metric');
  const swings = metrics.map((move) => [move, pastEnds(move, linting)] as const);
  const known = swings.filter((one): one is readonly [Move, Ends] => one[1] !== undefined);
  return known.length < metrics.length ? new Map() : new Map(known);
}

interface Ends {
  readonly low: Ratio | undefined;
  readonly high: Ratio | undefined;
}

function pastEnds(move: Move, { history = [], typical, limits, plan }: Linting): Ends | undefined {
  const planned = plannedTarget(move.name, undefined, plan.document);
  const steps = move.steps.filter((index) => isValueStep(typical.program.steps[index]));
  const values = new Map(
    history
      .filter(({ metric }) => metric === move.name)
      .map((past) => againstOwnTarget(past, 'achievement', planned))
      .map((value) => [toExactText(value), value] as const),
  );
  const results = history.filter(({ metric }) => metric === move.name).length;
  if (compare(ratio(results), limits.fewest) < 0) return undefined;
  const shares = [...values.values()].map((value) =>
    typical.shareWith(new Map(steps.map((step) => [step, value]))),
  );
  const known = shares.filter((one) => one !== undefined);
  return known.length < shares.length ? undefined : { low: known.reduce(lower), high: known.reduce(higher) };
}

function drowns(
  { move, share, isPast }: Swing & { readonly isPast: boolean },
  others: readonly Swing[],
  rest: Ratio,
  { plan, limits, typical }: Linting,
): Finding {
  const path = move.kind === 'metric' ? ['metrics', move.name] : ['fields', move.name];
  const source = move.metric?.source ?? plan.document.source;
  const all = others.map((one) => `${one.move.title} ${percent(one.share)}`).join(', ');
  const factor = sign(rest) === 0 ? undefined : divide(share, rest);
  return found(
    { name: move.title, path: pathIn(plan.document, path), source },
    {
      code: 'lint.metric.drowns',
      message: `From its worst to its best${isPast ? ' in the past' : ''} ${JSON.stringify(move.title)} moves the award by ${percent(share)} of ${typical.whole === 'target' ? 'target' : 'the most the plan can pay'}, all others together by ${percent(rest)} (${all})`,
      expected: `at most ${shown(limits.drowns, 'any')} times as much as the others together`,
      hint: 'Give the others more weight, narrow its curve, gate or factor, or drop the others',
      figures: { share, others: rest, factor },
    },
  );
}

/** A column that the plan does not declare stands nowhere in it. */
function pathIn(document: object, [part, name]: readonly string[]): readonly string[] {
  const inner = (document as Record<string, object | undefined>)[part ?? ''];
  return inner !== undefined && Object.hasOwn(inner, name ?? '') ? [part ?? '', name ?? ''] : [];
}
