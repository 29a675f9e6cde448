import type { Outline } from '../program/outline.js';
import { nameIn } from '../words/words.js';
import { type Compiled, type Concept, compiled, madeBy } from './concept.js';
import { enoughFor, responsesText } from './enough.js';
import { raisedNames } from './flag.js';
import { isLowerBetter, labelOf, type Score } from './score.js';
import { commonScope } from './units.js';

/**
 * Minimum sample: what counts where a score rests on too few responses: a wider score, or the one blended with it.
 *
 * Formula:  enough responses: the score; too few: what `tooFew` says
 * Domain:   `spread`, `payTarget` and `payZero` say what a goal pays (`goal.ts`); read elsewhere such a score is as good
 *           as not measured
 * Issues:   actuals.responses.missing, actuals.responses.few
 * Source:   a score under the minimum is void, and its weight goes to the others, to target or to zero (RISK B6)
 */
export const sample: Concept<never> = madeBy('metric', 'sampled', {
  /** The score itself is told always; the wider one where it counts. */
  usedWhen(outline, child) {
    const [, condition, instead] = outline.children as [Outline, Outline, Outline];
    return child === instead ? [{ condition: condition.operand, holds: false }] : [];
  },
  say(outline, reader) {
    const [, condition, instead] = outline.children as [Outline, Outline, Outline];
    const { atLeast } = condition.node as { readonly atLeast?: string };
    const [responses, ...flags] = condition.children as [Outline, ...Outline[]];
    const isEnough = reader.value(condition.operand) === true;
    const { words } = reader;
    const least = atLeast === undefined ? [] : [words.enough.atLeast(String(atLeast))];
    const asked = [...least, ...raisedNames(flags, reader)].join(words.also);
    const count = responsesText(responses, reader);
    if (isEnough) return words.enough.enough(count, asked);
    const stands = instead.name === undefined ? reader.show(instead) : nameIn(words, instead.name);
    return words.enough.tooFew(count, asked, stands);
  },
});

/** A score where it rests on enough, and what stands for it where it does not. */
export function sampledScore(value: Compiled, instead: Compiled, score: Score): Compiled {
  const { compiler } = score;
  const condition = enoughFor(score);
  const scope = commonScope([value, instead, condition]);
  const operand = compiler.add(
    { op: 'select', args: [condition.operand, value.operand, instead.operand] },
    value.unit,
    scope,
  );
  return compiled('sampled', labelOf(score, 'what counts'), {
    operand,
    unit: value.unit,
    scope,
    children: [value, { ...condition, outline: unnamed(condition.outline) }, instead],
    currency: value.currency,
    isLowerBetter: isLowerBetter(score),
  });
}

/** The condition is told in the line of what counts. */
function unnamed({ name: _name, ...outline }: Outline): Outline {
  return outline;
}
