import { toExactText } from '../num/decimal.js';
import { multiply, ONE, type Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { ProratedNode } from '../plan/formula.js';
import type { ProrationDocument } from '../plan/people-rules.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { MONEY, MONEY_PER_YEAR, RATIO, sameUnit, type Unit } from '../program/unit.js';
import { type Compiler, type Concept, compiled } from './concept.js';

/**
 * Proration: what a person's stretches of days amount to, summed. The only way from the segments of an
 * assignment up to the person.
 *
 * Formula:  sum over segments of share of the period × value. The share is eligible days ÷ days of the period,
 *           both ends counted, or what another day count says (`run/shares.ts`); it is less for leave that
 *           counts in part and for one of several assignments at once. A yearly rate also counts for the part
 *           of a year that the period is
 * Units:    money per year → money; money → money; ratio → ratio
 * Rounds:   never
 * Source:   days at each target and salary (Adobe FY2009, exhibit 10.4); inclusive days (FEATURES EX04)
 * @example  hired 1 October, target 10,000 for 2026: 92/365 × 10,000 = 2,520.547945…
 */
export const proration: Concept<ProratedNode> = {
  role: 'prorated',
  compile(node, compiler) {
    const value = compiler.compile(node.prorated);
    const yearly = sameUnit(value.unit, MONEY_PER_YEAR) && value.unit !== 'any';
    const unit: Unit = yearly ? MONEY : value.unit === 'any' ? RATIO : value.unit;
    const weighed = weigh(node, yearly, compiler);
    const operand = compiler.add({ op: 'fold', args: [value.operand, weighed.weight] }, unit, 'person');
    const children = [value];
    return compiled('prorated', weighed, {
      operand,
      unit,
      scope: 'person',
      children,
    });
  },
  say(outline, reader) {
    const { weight, share, years } = outline.node as Prorated;
    const value = outline.children[0] as Outline;
    const yearly = years === undefined ? '' : ` × ${toExactText(years)} of a year`;
    const lines = reader.segments(weight).map((segment) => {
      const words = segment.reader.words(share) ?? '';
      return `${segment.reader.show(value)}${timesWords(words)}${yearly}`;
    });
    return lines.join(' + ') || 'no days count';
  },
  split(outline, reader, coefficient, split) {
    const { weight } = outline.node as ProratedNode & { weight: Operand };
    const value = outline.children[0] as Outline;
    return reader
      .segments(weight)
      .flatMap((segment) => split(value, segment.reader, multiply(coefficient, segment.weight)));
  },
};

/** A share in words behind what it is a share of. */
function timesWords(words: string): string {
  if (words === '') return '';
  return words.startsWith('not prorated') ? `, ${words}` : ` × ${words}`;
}

/** The node with the steps of its weights. */
interface Prorated extends ProratedNode {
  readonly weight: Operand;
  readonly share: Operand;
  /** How much of a year the period is, where a yearly rate counts for less or more than one. */
  readonly years?: Ratio;
}

/** The weight of a segment: its share of the period, times the part of a year where the value is per year. */
function weigh(node: ProratedNode, yearly: boolean, compiler: Compiler): Prorated {
  const share = compiler.add({ op: 'input', input: { from: 'share' } }, RATIO, 'segment');
  const { years } = compiler;
  if (!yearly || (years.n === ONE.n && years.d === ONE.d)) return { ...node, share, weight: share };
  const weight = compiler.add({ op: 'multiply', args: [share, years] }, RATIO, 'segment');
  return { ...node, share, weight, years };
}

/** How a plan counts part of a period: as it says, or by what was earned on the days. */
export function prorationOf(document: PlanDocument): ProrationDocument | 'earned' {
  return earningsCodes(document) === undefined ? (document.target.prorate ?? 'none') : 'earned';
}

/** The codes of the earnings file that the target is taken of; undefined where it is of something else. */
export function earningsCodes({ target }: PlanDocument): readonly string[] | undefined {
  const basis = 'of' in target ? target.of : undefined;
  return typeof basis === 'object' && 'earnings' in basis ? basis.earnings : undefined;
}
