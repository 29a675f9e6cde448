import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, multiply, ONE, sign, subtract } from '../num/ratio.js';
import type { AwardLimit, MoneyLiteral, PlanDocument, RatioLimit } from '../plan/document.js';
import type { Formula, LimitNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { commonScope, commonUnit, numberAt } from './arithmetic.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkMoney } from './check-target.js';
import { type Compiled, type Concept, compiled } from './concept.js';
import { lowerSafeValue } from './safe-part.js';
import { OPPORTUNITY } from './target.js';

/**
 * Limit: a floor, a ceiling, or both, at the place where the plan puts it.
 *
 * Formula:  highest(floor, lowest(cap, value)); where both bind the floor wins
 * Units:    those of the value
 * Issues:   plan.limit.order, plan.limit.of, plan.limit.below-target
 */
export const limit: Concept<LimitNode> = {
  role: 'limit',
  compile(node, compiler) {
    const value = compiler.compile(node.limit);
    const cap = node.cap === undefined ? undefined : compiler.compile(node.cap);
    const floor = node.floor === undefined ? undefined : compiler.compile(node.floor);
    const children = [value, cap, floor].filter((child) => child !== undefined);
    const shape = { unit: commonUnit(children), scope: commonScope(children) };
    const bound = (op: 'lowest' | 'highest', inner: Compiled['operand'], end: Compiled | undefined) =>
      end === undefined ? inner : compiler.add({ op, args: [inner, end.operand] }, shape.unit, shape.scope);
    const operand = bound('highest', bound('lowest', value.operand, cap), floor);
    return compiled('limit', node, { operand, ...shape, children });
  },
  say(outline, reader) {
    const node = outline.node as LimitNode;
    const [value, ...ends] = outline.children as [Outline, ...Outline[]];
    const words = [node.cap !== undefined && 'cap', node.floor !== undefined && 'floor'].filter(Boolean);
    const bounds = ends.map((end, index) => `${words[index]} ${reader.show({ ...end, unit: outline.unit })}`);
    const change = sign(subtract(numberAt(outline, reader), numberAt(value, reader)));
    return `${reader.show(value)}, ${bounds.join(', ')}: ${change === 0 ? 'not reached' : change < 0 ? 'capped' : 'raised'}`;
  },
  split(outline, reader, coefficient, split) {
    const value = outline.children[0] as Outline;
    const change = subtract(numberAt(outline, reader), numberAt(value, reader));
    const inner = split(value, reader, coefficient);
    return sign(change) === 0 ? inner : [...inner, { of: outline, amount: multiply(coefficient, change) }];
  },
};

/** The floor under the whole (`risk.atLeast`), then the award's own limits; never below zero unless the plan says so. */
export function lowerAwardLimits(inner: Formula, document: PlanDocument): Formula {
  const { award } = document.limits ?? {};
  const floored: Formula =
    document.risk?.atLeast === undefined
      ? inner
      : {
          limit: inner,
          floor: lowerSafeValue(document),
          name: 'safe floor',
          stage: 'risk split',
        };
  const cap = award?.cap === undefined ? {} : { cap: lowerEnd(award.cap, document) };
  const floor = award?.floor === undefined ? '0' : lowerEnd(award.floor, document);
  const quiet = award === undefined ? ({ quiet: true } as const) : {};
  return {
    limit: floored,
    floor,
    ...cap,
    name: 'award limit',
    stage: 'award limit',
    ...clauseOf(document.limits ?? {}),
    ...quiet,
  };
}

/** An end of the award's limit: a share of target for the days that count, or money as written. */
function lowerEnd(end: Literal | MoneyLiteral, document: PlanDocument): Formula {
  if (typeof end === 'object')
    return {
      money: end.money,
      ...((end.currency ?? document.currency)
        ? { currency: (end.currency ?? document.currency) as string }
        : {}),
    };
  if (document.limits?.award?.of === undefined) return end;
  return { product: [end, OPPORTUNITY] };
}

/** Checks the limits: floors below caps, caps not below target, and ratios of the award that say of what. */
export function checkLimits(check: Check): void {
  const { goal, payout, award } = check.document.limits ?? {};
  for (const [key, bounds] of [
    ['goal', goal],
    ['payout', payout],
  ] as const) {
    if (!bounds) continue;
    for (const end of ['floor', 'cap'] as const)
      checkWritten(check, bounds[end], 'ratio', ['limits', key, end]);
    checkBounds(check, bounds, ['limits', key]);
  }
  if (award) checkAwardLimit(check, award);
}

function checkAwardLimit(check: Check, award: AwardLimit): void {
  for (const key of ['floor', 'cap'] as const) checkAwardEnd(check, award, key);
  const [floor, cap] = [award.floor, award.cap].map((end) =>
    typeof end === 'object' || end === undefined ? undefined : end,
  );
  if (award.of === 'target')
    checkBounds(check, { ...(floor !== undefined && { floor }), ...(cap !== undefined && { cap }) }, [
      'limits',
      'award',
    ]);
  if (
    typeof award.floor !== 'object' ||
    typeof award.cap !== 'object' ||
    award.floor.currency !== award.cap.currency
  )
    return;
  const [low, high] = [literalValue(award.floor.money), literalValue(award.cap.money)];
  if (low && high && compare(low, high) > 0) reportOrder(check, award.floor, award.cap);
}

function reportOrder(check: Check, floor: MoneyLiteral, cap: MoneyLiteral): void {
  report(check, {
    code: 'plan.limit.order',
    path: ['limits', 'award'],
    message: `The floor ${floor.money} lies above the cap ${cap.money}`,
    expected: 'a floor at or below the cap',
    hint: 'Exchange them',
  });
}

function checkAwardEnd(check: Check, award: AwardLimit, key: 'floor' | 'cap'): void {
  const end = award[key];
  if (end === undefined) return;
  const path: Path = ['limits', 'award', key];
  if (typeof end === 'object') checkMoney(check, end, path);
  else if (award.of === 'target') checkWritten(check, end, 'ratio', path);
  else if (key === 'cap' || !isZero(end)) reportOf(check, end, path);
}

function isZero(end: Literal): boolean {
  const value = literalValue(end);
  return value !== undefined && value.n === 0n;
}

function reportOf(check: Check, end: Literal, path: Path): void {
  report(check, {
    code: 'plan.limit.of',
    path,
    message: `${end} of what? A limit of the award is money, or a share of target`,
    expected: 'of: target beside it, or { money: 20000, currency: USD }',
    hint: 'For money write { money: 2500, currency: EUR }; of: target is for a share such as 200%',
  });
}

/** A floor above its cap, or a cap that keeps everybody below target. */
export function checkBounds(
  check: Check,
  bounds: RatioLimit & { readonly source?: string | undefined },
  path: Path,
): void {
  const floor = bounds.floor === undefined ? undefined : literalValue(bounds.floor);
  const cap = bounds.cap === undefined ? undefined : literalValue(bounds.cap);
  if (floor && cap && compare(floor, cap) > 0) {
    report(check, {
      code: 'plan.limit.order',
      path,
      message: `The floor ${bounds.floor} lies above the cap ${bounds.cap}`,
      expected: 'a floor at or below the cap',
      hint: 'Exchange them',
      ...clauseOf(bounds),
    });
  }
  if (cap && compare(cap, ONE) < 0) {
    report(check, {
      code: 'plan.limit.below-target',
      path: [...path, 'cap'],
      message: `The cap ${bounds.cap} lies below target: nobody can be paid target here`,
      expected: 'a cap of at least 100%',
      hint: 'Raise it, or lower the target opportunity',
      ...clauseOf(bounds),
    });
  }
}
