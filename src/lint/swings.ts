import { add, compare, divide, multiply, type Ratio, sign, subtract, ZERO } from '../num/ratio.js';
import type { Move } from '../risk/moves.js';
import { type Finding, found, percent, shown } from './finding.js';
import type { Linting } from './setting.js';

interface Swing {
  readonly move: Move;
  readonly share: Ratio;
}

/**
 * One result that drowns the others: it moves the award several times as much as all others together, each between the
 * worst and the best that its kind allows while the others stay at target. Gates, factors and addends count.
 *
 * Formula:  (most − least of the award) ÷ target of one result > limit × the sum of the others'
 * Domain:   plans of two results or more, each of whose ends is known
 * Issues:   lint.metric.drowns
 */
export function drowningMetric(linting: Linting): Finding[] {
  const { typical, limits } = linting;
  const swings = typical.moves.map((move): Swing | undefined => {
    const { low, high } = typical.reachOf(move);
    return low && high && { move, share: subtract(high, low) };
  });
  const known = swings.filter((one) => one !== undefined);
  if (known.length < swings.length || known.length < 2) return [];
  const [first, ...others] = known.toSorted((a, b) => compare(b.share, a.share)) as [Swing, ...Swing[]];
  const rest = others.reduce((sum, { share }) => add(sum, share), ZERO);
  if (compare(first.share, multiply(limits.drowns, rest)) <= 0) return [];
  return [drowns(first, others, rest, linting)];
}

function drowns(
  { move, share }: Swing,
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
      message: `From its worst to its best ${JSON.stringify(move.title)} moves the award by ${percent(share)} of ${typical.whole === 'target' ? 'target' : 'the most the plan can pay'}, all others together by ${percent(rest)} (${all})`,
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
