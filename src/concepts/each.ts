import { add, equal, multiply, ONE, type Ratio, sign, ZERO } from '../num/ratio.js';
import type { EachNode, ProratedNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { RATIO } from '../program/unit.js';
import { told } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import {
  type Compiled,
  type Compiler,
  type Concept,
  compiled,
  itemPart,
  madeBy,
  numberOf,
  unusable,
} from './concept.js';
import { partsBy } from './sub-period.js';
import { alike, type Member } from './units.js';

/**
 * Each: once for every part of the period, summed.
 *
 * Formula:  sum over the parts of weight × what the part gives; inside `prorated` × the share of a stretch of days in
 *           the part over its share in the period, so that each part is prorated by its own days
 * Units:    those of what is given
 * Domain:   inside, metrics and targets are those of the part
 * Issues:   plan.period.parts, plan.weights.sum
 * Source:   money per quarter (Onvia 2009) and per month (United Airlines 2019); quarters that count 20, 20, 20 and 40 %
 * @example  hired on 1 April, four quarters of 100 each: 300; a share of days of the year would give 301.37
 */
export const each: Concept<EachNode> = {
  role: 'each',
  compile(node, compiler) {
    const names = Object.keys(partsBy(compiler.document, node.each));
    if (names.length === 0) return noParts(node, compiler);
    if (compiler.part !== undefined) return nested(node, compiler);
    const weights = weightsOf(node, names, compiler);
    const members = names.map(
      (_, index): Member => ({
        part: compiler
          .within({ part: { names, index, by: node.each, isWeighted: node.weights !== undefined } })
          .compile(node.give),
        formula: node.give,
        key: ['give'],
      }),
    );
    const { parts, unit, currency, guarded } = alike(node, members, compiler);
    if (typeof unit === 'object' && unit.year < 0 && node.weights === undefined) reportYearly(node, compiler);
    if (typeof compiler.prorating === 'object' && 'table' in compiler.prorating) reportTable(node, compiler);
    const children = parts.map((part, index) =>
      inPart(node, part, [names[index] as string, weights[index]], compiler),
    );
    const scope = children.reduce((joined, child) => joinScopes(joined, child.scope), 'company');
    const args = children.map(({ operand }) => operand);
    const operand = compiler.add({ op: 'add', args }, unit, scope);
    const inParts = shareOf(names[0] as string, compiler) !== undefined;
    return compiled('each', node, { operand, unit, scope, children, currency, guarded, inParts });
  },
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' + '),
  split: (outline, reader, coefficient, split) =>
    outline.children
      .flatMap((child) => split(child, reader, coefficient))
      .map((part) => itemPart(part, outline)),
};

/** What one part gives, times its weight and its share of the days. */
export const inOnePart: Concept<never> = madeBy('each', 'inPart', {
  say(outline, reader) {
    const [given, ...factors] = outline.children as [Outline, ...Outline[]];
    const told = factors.filter((factor) => !equal(numberAt(factor, reader), ONE));
    if (factors.some((factor) => numberAt(factor, reader).n === 0n))
      return reader.words.proration.noDayOfPart;
    return [given, ...told].map((child) => reader.show(child)).join(' × ');
  },
  split(outline, reader, coefficient, split) {
    const [given, ...factors] = outline.children as [Outline, ...Outline[]];
    const scaled = factors.reduce(
      (product, factor) => multiply(product, numberAt(factor, reader)),
      coefficient,
    );
    return scaled.n === 0n ? [] : split(given, reader, scaled);
  },
});

function inPart(
  { name }: EachNode,
  given: Compiled,
  [part, weight]: readonly [string, Ratio | undefined],
  compiler: Compiler,
): Compiled {
  const share = shareOf(part, compiler);
  const factors = [
    ...(weight === undefined
      ? []
      : [compiled('literal', {}, { operand: weight, unit: RATIO, scope: 'company' })]),
    ...(share === undefined ? [] : [share]),
  ];
  const label = name === undefined ? part : told('with', name, part);
  const children = [given, ...factors];
  const scope = children.reduce((joined, child) => joinScopes(joined, child.scope), 'company');
  const args = children.map(({ operand }) => operand);
  const whole =
    factors.length === 0 ? given.operand : compiler.add({ op: 'multiply', args }, given.unit, scope);
  const operand =
    share === undefined ? whole : unlessNone(whole, share.operand, { unit: given.unit, scope }, compiler);
  return compiled(
    'inPart',
    { name: label },
    { operand, unit: given.unit, scope, children, currency: given.currency },
  );
}

/** A part in which no day counts is not computed: nothing need have been measured in it. */
function unlessNone(
  value: Operand,
  share: Operand,
  { unit, scope }: Pick<Compiled, 'unit' | 'scope'>,
  { add }: Compiler,
): Operand {
  const some = add({ op: 'compare', relation: 'moreThan', args: [share, ZERO] }, 'condition', 'segment');
  return add({ op: 'select', args: [some, value, ZERO] }, unit, scope);
}

/** How the days of a segment lie in the part; nothing to weigh where nothing is prorated. */
function shareOf(part: string, { prorating, add }: Compiler): Compiled | undefined {
  if (prorating === undefined || prorating === 'none' || prorating === 'earned') return undefined;
  const operand = partShare(part, prorating, add);
  return compiled('share', {}, { operand, unit: RATIO, scope: 'segment' });
}

/** The step of a segment's share in a part over its share in the period. */
export function partShare(part: string, by: NonNullable<ProratedNode['by']>, add: Compiler['add']): Operand {
  return add({ op: 'input', input: { from: 'partShare', part, by: JSON.stringify(by) } }, RATIO, 'segment');
}

function nested(node: EachNode, compiler: Compiler): Compiled {
  compiler.report({
    code: 'plan.period.parts',
    path: compiler.at(node, 'each'),
    message: `each: ${node.each} stands inside another each`,
    expected: 'one each: parts of parts are not judged',
    hint: 'Let the metric say each: month with accumulates, and read it inside each: quarter',
  });
  return unusable(node);
}

function noParts(node: EachNode, compiler: Compiler): Compiled {
  compiler.report({
    code: 'plan.period.parts',
    path: compiler.at(node, 'each'),
    message:
      node.each === 'part'
        ? 'The plan names no parts of its period'
        : `The period has no whole ${node.each}s`,
    expected:
      node.each === 'part' ? 'parts named under periods' : `a period of whole ${node.each}s, or each: part`,
    hint: 'Name the parts under periods with their dates',
  });
  return unusable(node);
}

function weightsOf(node: EachNode, names: readonly string[], compiler: Compiler): (Ratio | undefined)[] {
  if (node.weights === undefined) return names.map(() => undefined);
  const weights = node.weights.map(numberOf);
  const low = weights.findIndex((weight) => sign(weight) < 0);
  if (low >= 0) reportNegative(node, low, compiler);
  const sum = weights.reduce(add, ZERO);
  if (weights.length !== names.length || !equal(sum, ONE)) {
    compiler.report({
      code: 'plan.weights.sum',
      path: compiler.at(node, 'weights'),
      message:
        weights.length === names.length
          ? `The weights of the parts sum to ${node.weights.join(' + ')}, not 1`
          : `There are ${weights.length} weights for ${names.length} parts`,
      expected: `${names.length} weights that sum to 100%`,
      hint: 'Write one weight per part, in order',
    });
  }
  return weights;
}

function reportNegative(node: EachNode, index: number, compiler: Compiler): void {
  compiler.report({
    code: 'plan.weights.range',
    path: compiler.at(node, 'weights', index),
    message: `The weight ${node.weights?.[index]} is below 0`,
    expected: 'a weight of 0 or more',
    hint: 'A deduction is a part of what is given',
  });
}

/** A yearly amount would count whole in every part. */
function reportYearly(node: EachNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.formula.unit',
    path: compiler.at(node, 'give'),
    message: `A yearly amount stands inside each: it would count whole in every ${node.each}`,
    expected: 'weights that sum to 100%, or the yearly amount outside each',
    hint: 'Write weights: one for each part, or { product: [{ person: salary }, { each: … }] }',
  });
}

/** A table of days gives one share for all days of the person, which lies in no part. */
function reportTable(node: EachNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.proration.form',
    path: compiler.at(node, 'each'),
    message: 'A table of days counts all days of the period at once, and each counts them part by part',
    expected: 'calendarDays, calendarMonths or another count of days',
    hint: 'Prorate by days, or take each out',
  });
}
