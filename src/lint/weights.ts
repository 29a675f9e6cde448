import { compare, type Ratio, sign, subtract } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { isConstant } from '../program/program.js';
import { type Finding, found, percent, stakeFigures, stakeText } from './finding.js';
import { type ItemPlace, movesBehind } from './places.js';
import type { Linting } from './setting.js';
import { magnitude } from './shape.js';

/**
 * Goals that matter too little: what the award moves by between the least and the most that they pay, all else at target.
 *
 * Formula:  (award at the most − award at the least) ÷ target
 * Issues:   lint.weight.small
 */
export function smallWeights(linting: Linting): Finding[] {
  return linting.places.items.flatMap((item) => smallWeight(item, linting));
}

function smallWeight(item: ItemPlace, linting: Linting): Finding[] {
  const { typical, limits } = linting;
  const [value, weight] = item.outline.children as [Outline, Outline];
  const { neutralised } = item.outline.node as { readonly neutralised?: string };
  if (neutralised !== undefined || isConstant(value.operand)) return [];
  if (movesBehind(value.operand, typical.program, typical.moves).length === 0) return [];
  const { low, high } = typical.bounds.reach(value.operand, 'segment', 0);
  if (!low || !high) return [];
  const step = value.operand;
  const [least, most] = [low, high].map((one) => typical.shareWith(new Map([[step, one]])));
  const effect: Ratio | undefined = least && most && magnitude(subtract(most, least));
  if (!effect || compare(effect, limits.weight) >= 0) return [];
  const own = isConstant(weight.operand) ? weight.operand : undefined;
  return [
    found(item, {
      code: 'lint.weight.small',
      message:
        sign(effect) === 0
          ? 'Whatever its result, this goal does not move the award'
          : `From its least to its most this goal moves the award by ${stakeText(effect, linting)}`,
      expected: `at least ${percent(limits.weight)}`,
      hint: 'Give it more weight, or leave it out: every goal costs attention',
      figures: { ...stakeFigures(effect, linting), weight: own, least: low, most: high },
    }),
  ];
}
