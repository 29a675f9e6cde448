import type { Path } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { multiply, ONE, type Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { ProratedNode } from '../plan/formula.js';
import type { ProrationDocument } from '../plan/people-rules.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { combineUnits, RATIO, type Unit, YEAR } from '../program/unit.js';
import type { Words } from '../words/words.js';
import { checkProrationMethod } from './check-proration.js';
import { type Compiler, type Concept, compiled } from './concept.js';
import { partShare } from './each.js';
import { mustBeNumber } from './units.js';

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
    const by = node.by ?? prorationOf(compiler.document);
    const inner = compiler.within({ prorating: by }).compile(node.prorated);
    const value = mustBeNumber(node, { part: inner, formula: node.prorated, key: ['prorated'] }, compiler);
    if (compiler.prorating !== undefined) reportTwice(node, compiler);
    checkMethod(node, compiler);
    const isWhole = compiler.part?.isWeighted === false && isYearlyUnit(value.unit);
    if (isWhole && compiler.isWritten(node)) reportWhole(node, compiler);
    if (value.amount) reportAmount(node, compiler);
    if (node.by === 'none' && compiler.isWritten(node) && node.asOf === undefined) reportAsOf(node, compiler);
    const yearly = isYearlyUnit(value.unit);
    const unit: Unit = yearly ? combineUnits(value.unit, YEAR, 1) : value.unit === 'any' ? RATIO : value.unit;
    const weighed = weigh({ ...node, by }, yearly, compiler);
    const operand = compiler.add({ op: 'fold', args: [value.operand, weighed.weight] }, unit, 'person');
    const children = [value];
    return compiled('prorated', weighed, {
      operand,
      unit,
      scope: 'person',
      children,
      currency: value.currency,
      guarded: value.guarded,
      counted: true,
      amount: false,
      rate: false,
      inParts: false,
    });
  },
  say(outline, reader) {
    const { weight, share, years } = outline.node as Prorated;
    const value = outline.children[0] as Outline;
    const { words } = reader;
    const yearly = years === undefined ? '' : words.proration.ofYear(words.number(toExactText(years)));
    const lines = reader.segments(weight).map((segment) => {
      const counted = segment.reader.origin(share) ?? '';
      return `${segment.reader.show(value)}${timesShare(counted, words)}${yearly}`;
    });
    return lines.join(' + ') || words.proration.noDays;
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
function timesShare(counted: string, { shares }: Words): string {
  if (counted === '') return '';
  return counted.startsWith(shares.notProrated) ? `, ${counted}` : ` × ${counted}`;
}

/** The node with the steps of its weights. */
interface Prorated extends ProratedNode {
  readonly weight: Operand;
  readonly share: Operand;
  /** How much of a year the period is, where a yearly rate counts for less or more than one. */
  readonly years?: Ratio;
}

/** The weight of a segment: its share of the period, times the part of a year where the value is per year. */
function weigh(
  node: ProratedNode & Required<Pick<ProratedNode, 'by'>>,
  yearly: boolean,
  compiler: Compiler,
): Prorated {
  const share = shareBy(node.by, compiler);
  const { years, part } = compiler;
  const factors: Operand[] = [
    share,
    ...(part === undefined || node.by === 'none'
      ? []
      : [partShare(part.names[part.index] as string, node.by, compiler.add)]),
    ...(!yearly || (years.n === ONE.n && years.d === ONE.d) ? [] : [years]),
  ];
  if (factors.length === 1) return { ...node, share, weight: share };
  const weight = compiler.add({ op: 'multiply', args: factors }, RATIO, 'segment');
  if (!yearly || (years.n === ONE.n && years.d === ONE.d)) return { ...node, share, weight };
  return { ...node, share, weight, years };
}

/** What segments weigh by a method: that of the plan, or another. */
export function shareBy(by: NonNullable<ProratedNode['by']>, { document, add }: Compiler): Operand {
  const own = JSON.stringify(by) === JSON.stringify(prorationOf(document));
  const input = own ? ({ from: 'share' } as const) : ({ from: 'share', by: JSON.stringify(by) } as const);
  return add({ op: 'input', input }, RATIO, 'segment');
}

function isYearlyUnit(unit: Unit): boolean {
  return typeof unit === 'object' && unit.year === -1;
}

function reportWhole(node: ProratedNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.formula.unit',
    path: compiler.at(node, 'prorated'),
    message: 'A yearly amount stands inside each: it would count whole in every part',
    expected: 'weights that sum to 100%, or the yearly amount outside each',
    hint: 'Write weights: one for each part of the period',
  });
}

function reportTwice(node: ProratedNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.target.proration',
    path: compiler.pathOf(node) ?? [],
    message: 'What is prorated here is prorated already: part of a year would count twice',
    expected: 'prorated once, around all that belongs to stretches of days',
    hint: 'Take one of the two out; a payout is prorated with its target',
  });
}

/** A count of days that exists, and says which day counts where none are counted. */
function checkMethod(node: ProratedNode, compiler: Compiler): void {
  if (!compiler.isWritten(node)) return;
  const path = compiler.pathOf(node) ?? [];
  if (node.by === undefined && compiler.document.target === undefined)
    compiler.report({
      code: 'plan.key.missing',
      path: [...path, 'by'],
      message: 'The key "by" is missing',
      expected: 'how stretches of days are counted, such as calendarDays',
      hint: 'Add it; nothing is assumed',
    });
  if (node.asOf !== undefined && node.by !== 'none')
    compiler.report({
      code: 'plan.target.proration',
      path: [...path, 'asOf'],
      message: 'asOf chooses one assignment, and with proration every assignment counts for its days',
      expected: 'by: none beside asOf, or no asOf',
      hint: 'Remove asOf, or write by: none',
    });
  compiler.checked((check) => {
    if (typeof node.by === 'object') checkProrationMethod(check, node.by, [...path, 'by']);
  });
}

/** Where the plan states what its target is multiplied by. */
function statedIn({ document }: Compiler): Path {
  return [document.payout === undefined ? 'goals' : 'payout'];
}

function reportAmount(node: ProratedNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.target.proration',
    path: compiler.isWritten(node) ? compiler.at(node, 'prorated') : statedIn(compiler),
    message: 'An amount such as wages paid is prorated here, and it is for the days worked already',
    expected: 'the amount beside prorated, or a field that is declared per: year or per: period',
    hint: 'Write { sum: [{ prorated: … }, … the amount …] }',
  });
}

function reportAsOf(node: ProratedNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.target.proration',
    path: compiler.at(node, 'asOf'),
    message: 'Nothing is prorated, and it does not say which assignment counts',
    expected: 'asOf: periodEnd',
    hint: 'Add it: the assignment of the last day counts',
  });
}

/** How a plan counts part of a period: as it says, or by what was earned on the days. */
export function prorationOf(document: PlanDocument): ProrationDocument | 'earned' {
  if (earningsCodes(document) !== undefined) return 'earned';
  const { target } = document;
  return target === undefined ? (methodIn(document) ?? 'calendarDays') : (target.prorate ?? 'none');
}

/** Whether an award states that only the assignment of the last day counts. */
export function countsLastDay(document: PlanDocument): boolean {
  return methodIn(document) === 'none';
}

/** The method of the first `prorated` in an award or pool, in the terms it uses too. */
function methodIn({ award, pool, terms = {} }: PlanDocument): ProrationDocument | undefined {
  const seen = new Set<string>();
  const find = (formula: unknown): ProrationDocument | undefined => {
    if (typeof formula !== 'object' || formula === null) return undefined;
    if ('prorated' in formula && 'by' in formula) return formula.by as ProrationDocument;
    const term = 'term' in formula && typeof formula.term === 'string' ? formula.term : undefined;
    if (term !== undefined && Object.hasOwn(terms, term) && !seen.has(term)) {
      seen.add(term);
      return find(terms[term]);
    }
    for (const inner of Object.values(formula)) {
      const found = find(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(award) ?? find(pool);
}

/** The codes of the earnings file that the target is taken of; undefined where it is of something else. */
export function earningsCodes({ target }: PlanDocument): readonly string[] | undefined {
  const basis = target !== undefined && 'of' in target ? target.of : undefined;
  return typeof basis === 'object' && 'earnings' in basis ? basis.earnings : undefined;
}
