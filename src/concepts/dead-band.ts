import type { Literal } from '../num/literal.js';
import { negate } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { type Compiled, type Concept, compiled, madeBy, numberOf } from './concept.js';
import { readMetric } from './measured.js';
import { isLowerBetter, labelOf, type Score } from './score.js';
import { commonScope } from './units.js';

/**
 * Dead band: a score so near to target counts as target, so that chance alone moves no pay.
 *
 * Formula:  |score − target| ≤ band: target; otherwise the score itself
 * Units:    those of the metric
 * Issues:   actuals.target.missing
 */
export const deadBand: Concept<never> = madeBy('metric', 'deadBand', {
  say(outline, reader) {
    const { band } = outline.node as { readonly band: Literal };
    const [value, target, within] = outline.children as [Outline, Outline, Outline];
    const isWithin = reader.value(within.operand) === true;
    const tell = isWithin ? reader.words.deadBand.within : reader.words.deadBand.outside;
    return tell(reader.show(value), String(band), reader.show(target));
  },
});

/** A score, or its target where it lies so near to it. */
export function withDeadBand(value: Compiled, band: Literal, score: Score): Compiled {
  const { compiler, read, metric, span } = score;
  const target = readMetric(read, metric, { part: 'target' }, compiler, span);
  const { unit } = value;
  const shown = compiled('measured', {}, target);
  const scope = commonScope([value, shown]);
  const width = numberOf(band);
  const end = (distance: typeof width) =>
    compiler.add({ op: 'add', args: [target.operand, distance] }, unit, target.scope);
  const compares = (relation: 'atLeast' | 'atMost', bound: ReturnType<typeof end>) =>
    compiler.add({ op: 'compare', relation, args: [value.operand, bound] }, 'condition', scope);
  const args = [compares('atLeast', end(negate(width))), compares('atMost', end(width))];
  const within = compiler.add({ op: 'all', args }, 'condition', scope);
  const operand = compiler.add({ op: 'select', args: [within, target.operand, value.operand] }, unit, scope);
  const condition = compiled('band', {}, { operand: within, unit: 'condition', scope });
  const named = { ...labelOf(score, 'with its dead band'), band };
  return compiled('deadBand', named, {
    operand,
    unit,
    scope,
    children: [value, shown, condition],
    currency: value.currency,
    isLowerBetter: isLowerBetter(score),
  });
}
