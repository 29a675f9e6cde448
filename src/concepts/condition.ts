import { quote } from '../issue/issue.js';
import { compare } from '../num/ratio.js';
import type { Comparison, Formula } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand, Relation } from '../program/step.js';
import { english } from '../words/english.js';
import { type Name, nameIn, told } from '../words/words.js';
import { literalValue } from './check.js';
import { type Compiled, type Compiler, compiled, type Reader } from './concept.js';
import { describe, nameOfFormula } from './describe.js';
import { type Alike, alike, type Member, notInParts } from './units.js';

const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'within', 'is'] as const;

/** The comparators that a value has; one makes it a condition. */
export function comparatorsOf(node: Comparison): (keyof Comparison)[] {
  return COMPARATORS.filter((key) => node[key] !== undefined);
}

/**
 * Condition: a value compared with a bound.
 *
 * Formula:  value ≥ atLeast, > moreThan, ≤ atMost, < lessThan, from the first to the second of within; is: the text of
 *           a field
 * Units:    value and bound in one unit; a plain number takes that of the value
 * Domain:   exact: the bound itself counts for atLeast, atMost and within; there is no tolerance
 * Issues:   plan.gate.comparator, plan.formula.unit
 */
export function compileCondition(node: Comparison & object, compiler: Compiler): Compiled {
  const given = comparatorsOf(node);
  if (given.length > 1) reportComparators(node, given, compiler);
  const [comparator] = given;
  const value = compiler.compile(withoutComparator(node, compiler));
  if (comparator === 'is') return compileIs(node, value, compiler);

  const key = comparator as Exclude<keyof Comparison, 'is'>;
  const bounds = comparator === 'within' ? (node.within ?? []) : [node[key] as Formula];
  const members: Member[] = [
    { part: value, formula: node as Formula, key: [] },
    ...bounds.map((formula, index) => ({
      part: compiler.compile(formula),
      formula,
      key: key === 'within' ? [key, index] : [key],
    })),
  ];
  for (const member of members) notInParts(node, member, compiler);
  if (key === 'within') checkRange(node, compiler);
  const compared = alike(node, members, compiler);
  const operand = compileComparison(key, compared, compiler);
  const { parts, scope } = compared;
  return compiled(
    'condition',
    { ...node },
    { operand, unit: 'condition', scope, children: parts, amount: false, rate: false },
  );
}

/** A range that no value lies in. */
function checkRange(node: Comparison & object, compiler: Compiler): void {
  const [low, high] = (node.within ?? []).map(literalValue);
  if (!low || !high || compare(low, high) <= 0) return;
  compiler.report({
    code: 'plan.limit.order',
    path: compiler.at(node, 'within'),
    message: `No value lies within ${node.within?.map(describe).join(' and ')}: the first is greater`,
    expected: '[lowest, highest]',
    hint: 'Exchange them',
  });
}

function reportComparators(node: object, given: readonly string[], compiler: Compiler): void {
  compiler.report({
    code: 'plan.gate.comparator',
    path: compiler.pathOf(node) ?? [],
    message: `This condition has ${given.length} comparators: ${given.join(', ')}`,
    expected: 'exactly one comparator; within: [lowest, highest] for a range',
    hint: 'Write { all: [ … ] } with a condition for each',
  });
}

function compileIs(node: Comparison & object, value: Compiled, compiler: Compiler): Compiled {
  const category = String(node.is);
  const { operand, scope, unit } = value;
  checkYesNo(node, compiler);
  if (unit !== 'category' && unit !== 'unknown') {
    compiler.report({
      code: 'plan.formula.unit',
      path: compiler.at(node, 'is'),
      message: `${describe(node as Formula)} is a number, and is compares texts`,
      expected: 'atLeast, moreThan, atMost, lessThan or within',
      hint: 'is is for fields of kind category and yesNo',
    });
  }
  const held = compiler.add({ op: 'is', args: [operand], category }, 'condition', scope);
  return compiled(
    'condition',
    { ...node },
    { operand: held, unit: 'condition', scope, children: [value], amount: false, rate: false },
  );
}

/** Yes and no are for fields that are declared to hold them, and such fields hold nothing else. */
function checkYesNo(node: Comparison & object, compiler: Compiler): void {
  const field = (node as { readonly person?: string }).person;
  if (field === undefined) return;
  const { fields = {} } = compiler.document;
  const kind = Object.hasOwn(fields, field) ? fields[field]?.kind : undefined;
  const isTruth = ['true', 'false'].includes(String(node.is));
  const path = compiler.at(node, 'is');
  if (kind === 'yesNo' && !isTruth)
    compiler.report({
      code: 'plan.formula.unit',
      path,
      message: `The column ${quote(field)} holds yes or no, and ${quote(node.is)} is neither`,
      expected: 'is: true or is: false',
      hint: 'Cells may say yes, no, true or false',
    });
  if (kind !== 'yesNo' && typeof node.is === 'boolean')
    compiler.report({
      code: 'plan.field.undeclared',
      path,
      message: `The plan does not say that the column ${quote(field)} holds yes or no`,
      expected: `fields: { ${field}: { kind: yesNo } }`,
      hint: 'Declare it, or compare it with its text',
    });
}

function compileComparison(
  comparator: Exclude<keyof Comparison, 'is'>,
  { parts, scope }: Alike,
  compiler: Compiler,
): Operand {
  const [value, ...bounds] = parts.map(({ operand }) => operand) as [Operand, ...Operand[]];
  const compares = (relation: Relation, bound: Operand) =>
    compiler.add({ op: 'compare', relation, args: [value, bound] }, 'condition', scope);
  if (comparator !== 'within') return compares(comparator, bounds[0] as Operand);
  const args = [compares('atLeast', bounds[0] as Operand), compares('atMost', bounds[1] as Operand)];
  return compiler.add({ op: 'all', args }, 'condition', scope);
}

/** The value of a condition, without its comparator; it stands where the condition does. */
function withoutComparator(node: Comparison & object, compiler: Compiler): Formula {
  const kept = Object.entries(node).filter(
    ([key]) => !(COMPARATORS as readonly string[]).includes(key) && key !== 'name' && key !== 'source',
  );
  const value = Object.fromEntries(kept) as unknown as Formula;
  compiler.stands(value, node);
  return value;
}

/** Conditions put together: each in words; of others whether they hold. */
function sayTogether(condition: Outline, reader: Reader): string {
  const { role, children } = condition;
  if (!['all', 'any', 'not', 'atLeastOf'].includes(role)) return sayHolds(condition, reader);
  return children.map((one) => sayCondition(one, reader)).join(reader.words.also);
}

/** A condition by its name, and whether it holds. */
export function sayHolds({ name, role, operand }: Outline, { words, value }: Reader): string {
  const { holds, fails } = words.condition;
  return (value(operand) === true ? holds : fails)(nameIn(words, name ?? told('node', role)));
}

/** A condition in words, with what was read: `98.53%, needs at least 70%`. */
export function sayCondition(condition: Outline, reader: Reader): string {
  if (condition.role !== 'condition') return sayTogether(condition, reader);
  const { words } = reader;
  const [value, ...bounds] = condition.children as [Outline, ...Outline[]];
  const shown = bounds
    .filter(({ role }) => role !== 'literal')
    .map((bound) => ` (${reader.show({ ...bound, unit: bound.unit === 'any' ? value.unit : bound.unit })})`);
  const comparison = nameIn(words, comparisonName(condition.node as Comparison));
  return `${words.condition.needs(reader.show(value), comparison)}${shown.join('')}`;
}

/** What a condition asks for, its bounds as they are this time: `at least 70%`; of a category its text. */
export function sayNeeded({ node, children }: Outline, { words, show }: Reader): string {
  const comparison = node as Comparison;
  const [comparator] = comparatorsOf(comparison);
  const [value, ...bounds] = children as [Outline, ...Outline[]];
  const [low = '', high = ''] = bounds.map((bound) =>
    show({ ...bound, unit: bound.unit === 'any' ? value.unit : bound.unit }),
  );
  if (comparator === 'within') return nameIn(words, told('within', low, high));
  if (comparator !== undefined && comparator !== 'is') return nameIn(words, told(COMPARED[comparator], low));
  return typeof comparison.is === 'boolean' ? (comparison.is ? words.yes : words.no) : String(comparison.is);
}

/** A condition as issues tell it: `nps at least 40`. */
export function conditionText(node: Comparison & object): string {
  return nameIn(english, conditionName(node));
}

/** What a condition is called: `nps at least 40`. */
export function conditionName(node: Comparison & object): Name {
  return told('condition', nameOfFormula(node as Formula), comparisonName(node));
}

/** What a comparison is called: `at least 70%`. */
export function comparisonName(node: Comparison): Name {
  const [comparator] = comparatorsOf(node);
  if (comparator === undefined) return '';
  if (comparator === 'within') {
    const [low = '', high = ''] = (node.within ?? []).map(nameOfFormula);
    return told('within', low, high);
  }
  const bound = node[comparator];
  if (typeof bound === 'boolean') return told(bound ? 'is true' : 'is false');
  return told(COMPARED[comparator], nameOfFormula(bound as Formula));
}

const COMPARED = {
  atLeast: 'at least',
  moreThan: 'more than',
  atMost: 'at most',
  lessThan: 'less than',
  is: 'is',
} as const;
