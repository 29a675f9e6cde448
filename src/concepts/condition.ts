import type { Comparators } from '../plan/document.js';
import type { Condition, Formula } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand, Relation } from '../program/step.js';
import { type Compiled, type Compiler, compiled, numberOf, type Reader } from './concept.js';

const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'within', 'is'] as const;

/** The comparators a gate or condition has; checks have made sure that it is one. */
export function comparatorsOf(node: Comparators): (keyof Comparators)[] {
  return COMPARATORS.filter((key) => node[key] !== undefined);
}

/** A condition: a value compared with a bound of the plan. */
export function compileCondition(node: Condition, compiler: Compiler): Compiled {
  const value = compiler.compile(withoutComparator(node));
  const operand = compileComparison(node, value, compiler);
  return compiled(
    'condition',
    { ...node },
    { operand, unit: 'condition', scope: value.scope, children: [value] },
  );
}

function compileComparison(node: Comparators, value: Compiled, compiler: Compiler): Operand {
  const [comparator] = comparatorsOf(node);
  const compare = (relation: Relation, bound: Operand) =>
    compiler.add({ op: 'compare', relation, args: [value.operand, bound] }, 'condition', value.scope);
  if (comparator === 'is')
    return compiler.add(
      { op: 'is', args: [value.operand], category: node.is ?? '' },
      'condition',
      value.scope,
    );
  if (comparator === 'within') {
    const [lowest, highest] = node.within ?? [0, 0];
    const args = [compare('atLeast', numberOf(lowest)), compare('atMost', numberOf(highest))];
    return compiler.add({ op: 'all', args }, 'condition', value.scope);
  }
  const relation = comparator as Relation;
  return compare(relation, numberOf(node[relation] ?? 0));
}

/** The value of a condition, without its comparator. */
function withoutComparator(node: Condition): Formula {
  const entries = Object.entries(node).filter(([key]) => !(COMPARATORS as readonly string[]).includes(key));
  return Object.fromEntries(entries) as unknown as Formula;
}

const WORDS: Record<Exclude<keyof Comparators, 'within'>, string> = {
  atLeast: 'at least',
  moreThan: 'more than',
  atMost: 'at most',
  lessThan: 'less than',
  is: 'is',
};

/** A condition in words, with what was read: `98.53%, needs at least 70%`. */
export function sayCondition(condition: Outline, reader: Reader): string {
  const shown = reader.show(condition.children[0] as Outline);
  return `${shown}, needs ${comparisonText(condition.node as Comparators)}`;
}

/** A comparison in words: `at least 70%`. */
export function comparisonText(node: Comparators): string {
  const [comparator] = comparatorsOf(node);
  if (comparator === undefined) return '';
  if (comparator === 'within') return `within ${node.within?.join(' and ')}`;
  return `${WORDS[comparator]} ${node[comparator]}`;
}
