import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, multiply, ONE, sign, subtract } from '../num/ratio.js';
import type { AwardLimit, MoneyLiteral, PlanDocument, RatioLimit } from '../plan/document.js';
import type { Formula, LimitNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { told } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkMoney } from './check-target.js';
import { type Compiled, type Compiler, type Concept, compiled } from './concept.js';
import { lowerSafeValue } from './safe-part.js';
import { OPPORTUNITY, TARGET } from './target.js';
import { alike, type Member, notInParts } from './units.js';

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
    const keys = (['cap', 'floor'] as const).filter((key) => node[key] !== undefined);
    if (keys.length === 0) reportEnds(node, compiler);
    const [low, high] = [node.floor, node.cap].map((end) =>
      end === undefined ? undefined : literalValue(end),
    );
    if (low && high && compare(low, high) > 0) reportCrossed(node, compiler);
    const members: Member[] = [
      { part: value, formula: node.limit, key: ['limit'] },
      ...keys.map((key) => endOf(node, key, compiler)),
    ];
    notInParts(node, members[0] as Member, compiler);
    const { parts, unit, scope, currency, guarded } = alike(node, members, compiler);
    const operand = keys.reduce<Operand>(
      (inner, key, index) => {
        const args = [inner, (parts[index + 1] as Compiled).operand];
        return compiler.add({ op: key === 'cap' ? 'lowest' : 'highest', args }, unit, scope);
      },
      (parts[0] as Compiled).operand,
    );
    return compiled('limit', node, {
      operand,
      unit,
      scope,
      children: parts,
      currency,
      guarded,
      isLowerBetter: value.isLowerBetter,
    });
  },
  say(outline, reader) {
    const node = outline.node as LimitNode;
    const [value, ...ends] = outline.children as [Outline, ...Outline[]];
    const { limit: words } = reader.words;
    const keys = (['cap', 'floor'] as const).filter((key) => node[key] !== undefined);
    const bounds = keys.map((key, index) =>
      words[key](reader.show({ ...(ends[index] as Outline), unit: outline.unit })),
    );
    const change = sign(subtract(numberAt(outline, reader), numberAt(value, reader)));
    const said = change === 0 ? words.notReached : change < 0 ? words.capped : words.raised;
    return said(reader.show(value), bounds.join(', '));
  },
  split(outline, reader, coefficient, split) {
    const value = outline.children[0] as Outline;
    const change = subtract(numberAt(outline, reader), numberAt(value, reader));
    const inner = split(value, reader, coefficient);
    return sign(change) === 0 ? inner : [...inner, { of: outline, amount: multiply(coefficient, change) }];
  },
};

/** An end of a limit, as written or as a share of target opportunity: of the stretch of days, or prorated. */
function endOf(node: LimitNode, key: 'cap' | 'floor', compiler: Compiler): Member {
  const end = node[key] as Formula;
  const target = compiler.prorating === undefined ? OPPORTUNITY : TARGET;
  if (node.of === 'target' && compiler.document.target === undefined) reportNoTarget(node, compiler);
  const isShare = node.of === 'target' && compiler.document.target !== undefined;
  const formula: Formula = isShare ? { product: [end, target] } : end;
  return { part: compiler.compile(formula), formula, key: [key] };
}

function reportNoTarget(node: LimitNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.key.missing',
    path: ['target'],
    message: `${compiler.at(node, 'of').join('/')} is a share of target, and the plan has none`,
    expected: 'a target, or a limit in money',
    hint: 'State the target opportunity, or write { money: … }',
  });
}

function reportCrossed(node: LimitNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.limit.order',
    path: compiler.pathOf(node) ?? [],
    message: `The floor ${String(node.floor)} lies above the cap ${String(node.cap)}`,
    expected: 'a floor at or below the cap',
    hint: 'Exchange them',
  });
}

function reportEnds(node: LimitNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.key.missing',
    path: compiler.at(node, 'cap'),
    message: 'This limit has neither a cap nor a floor',
    expected: 'cap, floor or both',
    hint: 'Add one, or remove the limit',
  });
}

/** The floor under the whole (`risk.atLeast`), then the award's own limits; never below zero unless the plan says so. */
export function lowerAwardLimits(inner: Formula, document: PlanDocument): Formula {
  const { award } = document.limits ?? {};
  const floored: Formula =
    document.risk?.atLeast === undefined
      ? inner
      : {
          limit: inner,
          floor: lowerSafeValue(document),
          name: told('safe floor'),
          stage: 'risk split',
        };
  const cap = award?.cap === undefined ? {} : { cap: lowerEnd(award.cap, document) };
  const floor = award?.floor === undefined ? '0' : lowerEnd(award.floor, document);
  const quiet = award === undefined ? ({ quiet: true } as const) : {};
  return {
    limit: floored,
    floor,
    ...cap,
    name: told('award limit'),
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
