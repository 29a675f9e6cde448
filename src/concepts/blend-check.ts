import type { Path } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { add, equal, ONE, type Ratio, sign, ZERO } from '../num/ratio.js';
import type { WeightedNode } from '../plan/formula.js';
import { english } from '../words/english.js';
import { nameIn } from '../words/words.js';
import { literalValue } from './check.js';
import { type Compiled, type Compiler, unusable } from './concept.js';

/** Where a part of the list stands: in a formula, or as goals of the flat form. */
export function listPath(node: WeightedNode, key: 'weighted' | 'of' | 'missing', compiler: Compiler): Path {
  if (compiler.isWritten(node)) return compiler.at(node, key);
  return [{ weighted: 'goals', of: 'weightsOf', missing: 'missing' }[key]];
}

/** Weights of the plan: above 0, and together the whole. */
export function checkWeights(
  node: WeightedNode,
  weights: readonly Ratio[],
  whole: Ratio,
  compiler: Compiler,
): void {
  const path = listPath(node, 'weighted', compiler);
  const low = node.weighted.findIndex(({ weight }) => sign(literalValue(weight) ?? ONE) <= 0);
  if (low >= 0) {
    compiler.report({
      code: 'plan.weights.range',
      path: [...path, low, 'weight'],
      message: `The weight ${node.weighted[low]?.weight} is not above 0`,
      expected: 'a weight above 0, such as 25%',
      hint: 'Remove the item',
    });
  }
  const sum = weights.reduce(add, ZERO);
  if (weights.length < node.weighted.length || equal(sum, whole)) return;
  compiler.report({
    code: 'plan.weights.sum',
    path,
    message: `The weights sum to ${toExactText(sum)}`,
    expected: `exactly ${toExactText(whole)}`,
    hint:
      node.of === 'salary'
        ? 'They are shares of salary and sum to the target percent'
        : 'Thirds are written 1/3',
  });
}

/** An item that may not count needs a rule for its weight. */
export function checkMissing(node: WeightedNode, compiler: Compiler): void {
  const at = node.weighted.findIndex(
    (item) => item.countsWhen !== undefined || item.neutralised !== undefined,
  );
  if (at < 0 || node.missing !== undefined) return;
  compiler.report({
    code: 'plan.weights.missing',
    path: listPath(node, 'missing', compiler),
    message: `${nameIn(english, node.weighted[at]?.name ?? `Item ${at + 1}`)} may not count, and the plan does not say what becomes of its weight`,
    expected: 'missing: reweight (spread over the others), zero or target',
    hint: 'The text of the plan decides; write it beside the list',
  });
}

/** At target is 100 % of target: it says nothing of items that pay money or points. */
export function reportNoTarget(node: WeightedNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.weights.missing',
    path: listPath(node, 'missing', compiler),
    message: 'Items that do not count are paid as at target, which is 100%, and these items pay no ratio',
    expected: 'missing: reweight or zero, or items that pay ratios of target',
    hint: 'Write what they pay then as an item of its own',
  });
}

/** Every item is neutralised: nothing is left to spread the weight over. */
export function noneLeft(node: WeightedNode, compiler: Compiler): Compiled {
  compiler.report({
    code: 'plan.weights.missing',
    path: listPath(node, 'missing', compiler),
    message: 'Every item is neutralised, so there is nothing to spread the weight over',
    expected: 'at least one item that counts',
    hint: 'Write missing: target, or let an item count',
  });
  return unusable(node);
}
