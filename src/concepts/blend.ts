import { toExactText } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { add, divide, equal, multiply, ONE, type Ratio, sign, ZERO } from '../num/ratio.js';
import type { MissingRule, WeightedItem, WeightedNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { RATIO, sameUnit, type Unit } from '../program/unit.js';
import { nameIn } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { checkMissing, checkWeights, listPath, noneLeft, reportNoTarget } from './blend-check.js';
import {
  type Compiled,
  type Compiler,
  type Concept,
  compiled,
  itemPart,
  labelsOf,
  madeBy,
  numberOf,
  type Reader,
} from './concept.js';
import { conditionAt } from './logic.js';
import { alike, commonScope, type Member, mustBe } from './units.js';

/** An item with its parts as steps. */
interface Item {
  readonly item: WeightedItem;
  readonly weight: Compiled;
  readonly payout: Compiled;
  /** Whether it counts this time; undefined where it always does. */
  readonly counts: Compiled | undefined;
}

/**
 * Blend: values by their weights.
 *
 * Formula:  sum of weight × value. An item that does not count (`countsWhen`, `neutralised`) gives its weight to the
 *           others (reweight: Σ weight × value ÷ Σ weight, of those that count; 0 where none does), pays nothing
 *           (zero), or pays as at target (target)
 * Units:    those of the values; weights are ratios that sum to 1, or with `of: salary` to the target percent
 * Rounds:   never; `weight: 1/3` three times is exactly 1
 * Issues:   plan.weights.sum, plan.weights.range, plan.weights.missing, run.weights.sum
 * Source:   an index neutralised after a network outage (Orange 2016); an item under 85 % drops out (SharpSpring 2021)
 */
export const blend: Concept<WeightedNode> = {
  role: 'weighted',
  compile(node, compiler) {
    const given = node.weighted.filter(
      ({ neutralised }) => neutralised === undefined || node.missing !== 'reweight',
    );
    if (given.length === 0) return noneLeft(node, compiler);
    checkMissing(node, compiler);
    const values = alike(node, payoutsOf(node, given, compiler), compiler);
    // What is left out this time is looked at all the same.
    for (const item of node.weighted) if (!given.includes(item)) compiler.compile(item.payout);
    if (node.missing === 'target' && !sameUnit(values.unit, RATIO)) reportNoTarget(node, compiler);
    const items = given.map((item, index): Item => {
      const key = ['weighted', node.weighted.indexOf(item), 'countsWhen'];
      return {
        item,
        weight: weightOf(node, item, compiler),
        payout: values.parts[index] as Compiled,
        counts: item.countsWhen === undefined ? undefined : conditionAt(node, item.countsWhen, key, compiler),
      };
    });
    const whole = wholeOf(node, items, compiler);
    const children = items.map((one) => weighed(one, { node, whole, unit: values.unit }, compiler));
    const scope = commonScope(children);
    const args = children.map(({ operand }) => operand);
    const sum = compiler.add({ op: 'add', args }, values.unit, scope);
    const total = { sum, scope, unit: values.unit };
    const shared = node.missing === 'reweight' ? shareAmong(total, items, whole, compiler) : total;
    const operand = checkedAtRun(node, shared, whole, compiler);
    return compiled('weighted', node, {
      ...shared,
      operand,
      children,
      currency: values.currency,
      guarded: values.guarded,
    });
  },
  say: (outline, reader) =>
    `${outline.children.map((child) => sayItem(child, reader)).join(' + ')}${sayShares(outline, reader)}`,
  split(outline, reader, coefficient, split) {
    const share = divisorAt(outline, reader);
    const scaled = share === undefined ? coefficient : divide(coefficient, share);
    return outline.children.flatMap((child) => split(child, reader, scaled));
  },
};

/** One item: weight × value, or what it pays when it does not count. */
export const weightedItem: Concept<never> = madeBy('weighted', 'item', {
  say: (outline, reader) => sayItem(outline, reader),
  split(outline, reader, coefficient, split) {
    const [value, weight] = outline.children as [Outline, Outline];
    const scaled = multiply(coefficient, numberAt(weight, reader));
    const { rule, isWritten } = outline.node as ItemNode;
    if (!countsAt(outline, reader))
      return [{ of: value, amount: rule === 'target' ? scaled : ZERO, isItem: true }];
    const parts = split(value, reader, scaled);
    return isWritten ? parts.map((part) => itemPart(part, value)) : parts;
  },
});

/** What an item node says beside its steps. */
interface ItemNode {
  readonly written: string | number | undefined;
  readonly rule: MissingRule | undefined;
  readonly neutralised: string | undefined;
  /** Whether the plan wrote the item itself; goals of the flat form name their parts. */
  readonly isWritten: boolean;
}

function countsAt(outline: Outline, reader: Reader): boolean {
  if ((outline.node as ItemNode).neutralised !== undefined) return false;
  const [, , counts] = outline.children;
  return counts === undefined || reader.value(counts.operand) === true;
}

function sayItem(outline: Outline, reader: Reader): string {
  const [value, weight] = outline.children as [Outline, Outline];
  const { written, rule, neutralised } = outline.node as ItemNode;
  const share = written === undefined ? reader.show(weight) : reader.words.number(String(written));
  if (countsAt(outline, reader)) return `${share} × ${reader.show(value)}`;
  const { words } = reader;
  const paid = rule === 'reweight' ? '–' : words.percent(rule === 'target' ? '100' : '0');
  const why = neutralised ?? words.blend.doesNotCount;
  return `${share} × ${paid} ${words.blend.without(nameIn(words, value.name ?? ''), why)}`;
}

/** Shared among those that count: what their weights sum to. */
function sayShares(outline: Outline, reader: Reader): string {
  const share = divisorAt(outline, reader);
  const left = (outline.node as WeightedNode).weighted.filter(({ neutralised }) => neutralised !== undefined);
  const { words } = reader;
  const told = left.map(({ name = words.blend.nameless, neutralised = '' }) =>
    words.blend.leftOut(nameIn(words, name), neutralised),
  );
  const isShared = (outline.node as WeightedNode).missing === 'reweight';
  const out = isShared && told.length > 0 ? ` (${told.join(words.also)})` : '';
  return share === undefined || equal(share, ONE) ? out : `, ÷ ${words.number(toExactText(share))}${out}`;
}

/** The weights of the items that count, where the others give theirs to them; undefined without that rule. */
function divisorAt(outline: Outline, reader: Reader): Ratio | undefined {
  if ((outline.node as WeightedNode).missing !== 'reweight') return undefined;
  const counted = outline.children.filter((child) => countsAt(child, reader));
  const sum = counted.map((child) => numberAt(child.children[1] as Outline, reader)).reduce(add, ZERO);
  return sign(sum) === 0 ? undefined : sum;
}

function payoutsOf(node: WeightedNode, given: readonly WeightedItem[], compiler: Compiler): Member[] {
  return given.map((item) => {
    const compiledPayout = compiler.compile(item.payout);
    // The flat form names its goals itself.
    const labels = !compiler.isWritten(item) ? {} : labelsOf(item);
    const part = { ...compiledPayout, outline: { ...compiledPayout.outline, ...labels } };
    return { part, formula: item.payout, key: ['weighted', node.weighted.indexOf(item), 'payout'] };
  });
}

/** The weight of an item: a ratio. */
function weightOf(node: WeightedNode, item: WeightedItem, compiler: Compiler): Compiled {
  const { weight } = item;
  const key = ['weighted', node.weighted.indexOf(item), 'weight'];
  return mustBe(RATIO, node, { part: compiler.compile(weight), formula: weight, key }, compiler);
}

/** What the weights sum to when they are right: 1, or the target percent. */
function wholeOf(node: WeightedNode, _items: readonly Item[], compiler: Compiler): Ratio {
  const { target } = compiler.document;
  const percent = target !== undefined && 'percent' in target ? target.percent : undefined;
  const isLiteral = percent !== undefined && typeof percent !== 'object';
  if (node.of === 'salary' && !isLiteral) {
    compiler.report({
      code: 'plan.weights.sum',
      path: listPath(node, 'of', compiler),
      message: 'Weights of salary sum to the target percent, and the target has no percent for everybody',
      expected: 'target: { percent: 120%, of: salary }, or weights that sum to 1',
      hint: 'Write weights as shares of the whole',
    });
  }
  const whole = node.of === 'salary' && isLiteral ? numberOf(percent) : ONE;
  const literals = node.weighted.map(({ weight }) => weight).filter((weight) => typeof weight !== 'object');
  checkWeights(node, literals.map(numberOf), whole, compiler);
  return whole;
}

/** The weighted sum as a step. */
interface Sum {
  readonly sum: Operand;
  readonly scope: string;
  readonly unit: Unit;
}

interface Blend {
  readonly node: WeightedNode;
  readonly whole: Ratio;
  readonly unit: Unit;
}

/** An item as one step: its weight, as a share of the whole, times what it pays. */
function weighed(
  { item, weight, payout, counts }: Item,
  { node, whole, unit }: Blend,
  compiler: Compiler,
): Compiled {
  const share = equal(whole, ONE) ? weight.operand : scale(weight, divide(ONE, whole), compiler);
  const scope = joinScopes(joinScopes(weight.scope, payout.scope), counts?.scope ?? 'company');
  const instead = node.missing === 'target' ? ONE : ZERO;
  const value =
    item.neutralised !== undefined
      ? instead
      : counts === undefined
        ? payout.operand
        : compiler.add({ op: 'select', args: [counts.operand, payout.operand, instead] }, unit, scope);
  const operand = compiler.add({ op: 'multiply', args: [share, value] }, unit, scope);
  const weightOutline = { ...weight, operand: share };
  const children = [
    payout,
    { ...weightOutline, outline: { ...weight.outline, operand: share } },
    counts,
  ].filter((child) => child !== undefined);
  const isWritten = typeof item.weight !== 'object' && isNumber(readLiteral(item.weight));
  const { neutralised } = item;
  const isOwn = compiler.isWritten(item);
  const said = {
    written: isWritten ? item.weight : undefined,
    rule: node.missing,
    neutralised,
    isWritten: isOwn,
  } as object;
  return compiled('item', said, { operand, unit, scope, children, currency: payout.currency });
}

function scale(weight: Compiled, factor: Ratio, compiler: Compiler): Operand {
  if (typeof weight.operand !== 'number') return multiply(weight.operand, factor);
  return compiler.add({ op: 'multiply', args: [weight.operand, factor] }, RATIO, weight.scope);
}

/** The weight of items that do not count is spread over the others; where none counts nothing is paid. */
function shareAmong({ sum, unit }: Sum, items: readonly Item[], whole: Ratio, compiler: Compiler): Sum {
  const scope = commonScope(
    items.flatMap(({ weight, payout, counts }) => [weight, payout, ...(counts ? [counts] : [])]),
  );
  const shares = items.map(({ weight, counts }) => {
    const share = scale(weight, divide(ONE, whole), compiler);
    return counts === undefined
      ? share
      : compiler.add({ op: 'select', args: [counts.operand, share, ZERO] }, RATIO, scope);
  });
  const all = compiler.add({ op: 'add', args: shares }, RATIO, scope);
  const some = compiler.add({ op: 'compare', relation: 'moreThan', args: [all, ZERO] }, 'condition', scope);
  const spread = compiler.add({ op: 'divide', args: [sum, all] }, unit, scope);
  return { sum: compiler.add({ op: 'select', args: [some, spread, ZERO] }, unit, scope), scope, unit };
}

/** Weights that come from fields are checked with the person: all of them must sum to 1, also of what is left out. */
function checkedAtRun(
  node: WeightedNode,
  { sum, scope, unit }: Sum,
  whole: Ratio,
  compiler: Compiler,
): Operand {
  if (node.weighted.every(({ weight }) => typeof weight !== 'object')) return sum;
  const weights = node.weighted.map((item) =>
    scale(weightOf(node, item, compiler), divide(ONE, whole), compiler),
  );
  const all = compiler.add({ op: 'add', args: weights }, RATIO, scope);
  const one = compiler.add({ op: 'whole', args: [all] }, RATIO, scope);
  return compiler.add({ op: 'multiply', args: [sum, one] }, unit, scope);
}
