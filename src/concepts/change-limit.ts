import type { Literal } from '../num/literal.js';
import { negate } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { type Compiled, type Concept, compiled, madeBy, numberOf } from './concept.js';
import { comparable, earlier } from './flag.js';
import { isLowerBetter, labelOf, measuredScore, type Score } from './score.js';
import { commonScope } from './units.js';

/**
 * Limit on change: a score counts as moved from that of the period before by so much at most, up or down.
 *
 * Formula:  the score within the earlier one ± changeAtMost, both as measured; without an earlier one, or with one from
 *           too few responses, the score itself
 * Units:    those of the metric
 * Source:   a cap on the change per period, against scores that jump (RISK B6)
 */
export const changeLimit: Concept<never> = madeBy('metric', 'changeLimit', {
  say(outline, reader) {
    const { changeAtMost } = outline.node as { readonly changeAtMost: Literal };
    const [value, before, present] = outline.children as [Outline, Outline, Outline];
    const { changeLimit: told } = reader.words;
    if (reader.value(present.operand) !== true) return told.none(reader.show(value));
    return told.atMost(reader.show(value), String(changeAtMost), reader.show(before));
  },
});

/** A score within so much of the one before. */
export function limitedChange(value: Compiled, changeAtMost: Literal, score: Score): Compiled {
  const { compiler } = score;
  const before = measuredScore(earlier(score));
  const { unit } = value;
  const scope = commonScope([value, before]);
  const by = numberOf(changeAtMost);
  const end = (distance: typeof by) =>
    compiler.add({ op: 'add', args: [before.operand, distance] }, unit, before.scope);
  const capped = compiler.add({ op: 'lowest', args: [value.operand, end(by)] }, unit, scope);
  const limited = compiler.add({ op: 'highest', args: [capped, end(negate(by))] }, unit, scope);
  const present = compiler.add({ op: 'all', args: comparable(score) }, 'condition', before.scope);
  const operand = compiler.add({ op: 'select', args: [present, limited, value.operand] }, unit, scope);
  const known = compiled('present', {}, { operand: present, unit: 'condition', scope: before.scope });
  const { name: _name, ...outline } = before.outline;
  const named = { ...labelOf(score, 'within the limit on change'), changeAtMost };
  return compiled('changeLimit', named, {
    operand,
    unit,
    scope,
    children: [value, { ...before, outline }, known],
    currency: value.currency,
    isLowerBetter: isLowerBetter(score),
  });
}
