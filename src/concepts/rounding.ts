import { multiply, sign, subtract } from '../num/ratio.js';
import type { RoundingRule } from '../plan/document.js';
import type { Formula, Labels, RoundNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { MONEY } from '../program/unit.js';
import type { Words } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { type Compiler, type Concept, compiled, numberOf } from './concept.js';
import { mustBeNumber, notInParts } from './units.js';

/** A rounding in words: `0.1, nearest, ties away from zero`. */
export function roundingText({ to, mode }: RoundingRule, { rounding: told }: Words): string {
  return told[mode](to === 'currency' ? told.smallestUnit : String(to));
}

/** What an award is rounded to when the plan does not say: the currency's minor unit, ties away from zero. */
export const AWARD_ROUNDING: RoundingRule = { to: 'currency', mode: 'halfUp' };

/**
 * Rounding: a written step of the plan, nowhere else.
 *
 * Formula:  the nearest multiple of `to`; ties and directions by `mode`
 * Units:    those of the value; `to: currency` is the minor unit of the award's currency
 * Issues:   plan.rounding.unit, run.rounding.finer
 */
export const rounding: Concept<RoundNode> = {
  role: 'round',
  compile(node, compiler) {
    const member = { part: compiler.compile(node.round), formula: node.round, key: ['round'] };
    notInParts(node, member, compiler);
    const value = mustBeNumber(node, member, compiler);
    if (node.to !== 'currency' && sign(numberOf(node.to)) <= 0) reportUnit(node, compiler);
    const unit = roundingUnit(node, compiler);
    const scope = joinScopes(value.scope, node.to === 'currency' ? 'person' : 'company');
    const operand = compiler.add(
      { op: 'round', args: [value.operand, unit], mode: node.mode },
      value.unit,
      scope,
    );
    const { currency, guarded, isLowerBetter } = value;
    return compiled('round', node, {
      operand,
      unit: value.unit,
      scope,
      children: [value],
      currency,
      guarded,
      isLowerBetter,
    });
  },
  say(outline, reader) {
    const { to, mode } = outline.node as RoundNode;
    const { words } = reader;
    return words.rounding.to(reader.show(outline.children[0] as Outline), roundingText({ to, mode }, words));
  },
  split(outline, reader, coefficient, split) {
    const value = outline.children[0] as Outline;
    const change = subtract(numberAt(outline, reader), numberAt(value, reader));
    const inner = split(value, reader, coefficient);
    return sign(change) === 0 ? inner : [...inner, { of: outline, amount: multiply(coefficient, change) }];
  },
};

function reportUnit(node: RoundNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.rounding.unit',
    path: compiler.at(node, 'to'),
    message: `${node.to} is not a unit that can be rounded to`,
    expected: 'a number above 0, such as 0.1% or 1',
    hint: 'Write to: 0.1%',
  });
}

/** The unit a rule rounds to: a constant, or the smallest unit of the award's currency. */
export function roundingUnit({ to }: Pick<RoundingRule, 'to'>, compiler: Compiler): Operand {
  return to === 'currency'
    ? compiler.add({ op: 'input', input: { from: 'minorUnit' } }, MONEY, 'person')
    : numberOf(to);
}

/** A value rounded by a rule of the plan, or left alone where there is none. */
export function lowerRounding(value: Formula, rule: RoundingRule | undefined, labels: Labels): Formula {
  return rule === undefined ? value : { round: value, to: rule.to, mode: rule.mode, ...labels };
}
