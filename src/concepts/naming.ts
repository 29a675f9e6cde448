import type { Formula, Node, TermNode } from '../plan/formula.js';
import type { Compiled, Compiler } from './concept.js';
import { comparisonText } from './condition.js';
import { describe } from './describe.js';

/**
 * What a plan wrote itself and gave a name is a line of the explanation, in each part of the period of its own; so is
 * what reads, looks up or compares something, by the name of what it reads.
 */
export function named(node: Node, made: Compiled, compiler: Compiler): Compiled {
  if (!compiler.isWritten(node)) return made;
  const { part } = compiler;
  const { outline } = made;
  if (node.name !== undefined && part !== undefined)
    return { ...made, outline: { ...outline, name: `${node.name} in ${part.names[part.index]}` } };
  if (outline.name !== undefined || !TELLING.has(outline.role)) return made;
  const of = outline.children[0]?.name?.replace(/, measured$/, '') ?? describe(innerOf(node));
  const isCondition = outline.role === 'condition';
  const words = isCondition ? `${of} ${comparisonText(node)}` : `${TELLING.get(outline.role)} ${of}`.trim();
  return { ...made, outline: { ...outline, name: words } };
}

/** What a node over other people reads of them. */
function innerOf(node: Node): Formula {
  return 'among' in node && 'of' in node ? (node.of as Formula) : node;
}

/** Nodes that tell something by themselves, and what they are called. */
const TELLING = new Map([
  ['condition', ''],
  ['curve', 'payout of'],
  ['matrix', 'matrix of'],
  ['table', 'table by'],
  ['weighted', 'blend in'],
  ['peers', 'people compared by'],
  ['limit', 'limit of'],
  ['meanOfTop', 'mean of the top in'],
  ['rank', 'rank by'],
  ['total', ''],
  ['result', ''],
]);

/** A term is called as its formula is, or by its own name, in each part of the period; the library's own terms name themselves. */
export function nameOfTerm(
  node: TermNode,
  made: Compiled,
  formula: Formula,
  { part, isWritten }: Compiler,
): string | undefined {
  const isNamed =
    made.outline.name !== undefined && (typeof formula !== 'object' || formula.name !== undefined);
  if (!isWritten(node) || isNamed) return undefined;
  return part === undefined ? node.term : `${node.term} in ${part.names[part.index]}`;
}
