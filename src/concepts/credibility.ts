import { ONE, ZERO } from '../num/ratio.js';
import type { CredibilityDocument } from '../plan/sample-rules.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { RATIO } from '../program/unit.js';
import { type Compiled, type Concept, compiled, madeBy, numberOf } from './concept.js';
import { responsesOf } from './enough.js';
import { isLowerBetter, labelOf, type Score } from './score.js';
import { commonScope } from './units.js';

/**
 * Credibility: a score from few responses is drawn toward a wider one, the more the fewer there are.
 *
 * Formula:  weight × own score + (1 − weight) × wider score; weight = n ÷ (n + strength) (Bühlmann; the same as the
 *           mean of a beta-binomial or Dirichlet posterior), or √(n ÷ fullAt), at most 1 (limited fluctuation)
 * Units:    those of the metric; n in responses
 * Rounds:   never with strength, unless `round` says so; with fullAt as `round` says
 * Domain:   without responses the wider score alone
 * Issues:   actuals.responses.missing, plan.sample.level
 * Source:   Bühlmann 1967; RISK B3: 9 of 10 with strength 50 toward 92 % is 91 2/3 %; 62.5 from 8 with 30 toward 30 is 36 16/19
 */
export const credibility: Concept<never> = madeBy('metric', 'blended', {
  say(outline, reader) {
    const { credibility: rule } = outline.node as BlendedOutline;
    const [own, wider, weight, responses] = outline.children as [Outline, Outline, Outline, Outline];
    const count = reader.show(responses);
    const { credibility: told } = reader.words;
    if (count === '0') return told.nobody(reader.show(wider));
    const formula =
      rule.strength === undefined
        ? `√(${count} ÷ ${rule.fullAt})`
        : `${count} ÷ (${count} + ${rule.strength})`;
    return `${told.weighed(reader.show(own), reader.show(wider), reader.show(weight))}, ${formula}`;
  },
});

interface BlendedOutline {
  readonly credibility: CredibilityDocument;
}

/** A score blended with a wider one. */
export function blendedScore(
  own: Compiled,
  wider: Compiled,
  rule: CredibilityDocument,
  score: Score,
): Compiled {
  const { compiler } = score;
  const responses = responsesOf(score);
  const weight = weightOf(responses, rule, score);
  const { unit } = own;
  const scope = commonScope([own, wider, weight]);
  const rest = compiler.add({ op: 'multiply', args: [weight.operand, MINUS_ONE] }, RATIO, weight.scope);
  const others = compiler.add({ op: 'add', args: [ONE, rest] }, RATIO, weight.scope);
  const parts = [
    compiler.add({ op: 'multiply', args: [weight.operand, own.operand] }, unit, scope),
    compiler.add({ op: 'multiply', args: [others, wider.operand] }, unit, scope),
  ];
  const sum = compiler.add({ op: 'add', args: parts }, unit, scope);
  const some = compiler.add(
    { op: 'compare', relation: 'moreThan', args: [responses.operand, ZERO] },
    'condition',
    responses.scope,
  );
  const blended = compiler.add({ op: 'select', args: [some, sum, wider.operand] }, unit, scope);
  const { round } = rule;
  const operand =
    round === undefined
      ? blended
      : compiler.add({ op: 'round', args: [blended, numberOf(round.to)], mode: round.mode }, unit, scope);
  const named = { ...labelOf(score, 'blended'), credibility: rule };
  const children = [own, wider, weight, responses];
  const { currency } = own;
  const made = { operand, unit, scope, children, currency, isLowerBetter: isLowerBetter(score) };
  return compiled('blended', named, made);
}

const MINUS_ONE = { n: -1n, d: 1n };

/** How much a score weighs by its number of responses. */
function weightOf(
  { operand: responses, scope }: Compiled,
  { strength, fullAt }: CredibilityDocument,
  { compiler }: Score,
): Compiled {
  const made = (operand: Operand) => compiled('weight', {}, { operand, unit: RATIO, scope });
  if (strength !== undefined) {
    const all = compiler.add({ op: 'add', args: [responses, numberOf(strength)] }, RATIO, scope);
    return made(compiler.add({ op: 'divide', args: [responses, all] }, RATIO, scope));
  }
  const share = compiler.add({ op: 'divide', args: [responses, numberOf(fullAt ?? 1)] }, RATIO, scope);
  const root = compiler.add({ op: 'root', args: [share] }, RATIO, scope);
  return made(compiler.add({ op: 'lowest', args: [root, ONE] }, RATIO, scope));
}
