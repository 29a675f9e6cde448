import type { Formula, Node, TermNode } from '../plan/formula.js';
import { isPhrase, type Name, told } from '../words/words.js';
import type { Compiled, Compiler, PartAtHand } from './concept.js';
import { comparisonName } from './condition.js';
import { nameOfFormula } from './describe.js';

/**
 * What a plan wrote itself and gave a name is a line of the explanation, in each part of the period of its own; so is
 * what reads, looks up or compares something, by the name of what it reads.
 */
export function named(node: Node, made: Compiled, compiler: Compiler): Compiled {
  if (!compiler.isWritten(node)) return made;
  const { part } = compiler;
  const { outline } = made;
  if (node.name !== undefined && part !== undefined)
    return { ...made, outline: { ...outline, name: inPart(node.name, part) } };
  const tell = TELLING.get(outline.role);
  if (outline.name !== undefined || tell === undefined) return made;
  const first = outline.children[0]?.name;
  const of = first === undefined ? nameOfFormula(innerOf(node)) : titleIn(first);
  return { ...made, outline: { ...outline, name: tell(of, node) } };
}

/** A name in the part of the period at hand. */
function inPart(name: Name, { names, index }: PartAtHand): Name {
  return told('in', name, names[index] ?? '');
}

/** Of a measured score its title. */
function titleIn(name: Name): Name {
  if (!isPhrase(name)) return name;
  const [title, what] = name.of ?? [];
  return title !== undefined && isPhrase(what) && what.say === 'measured' ? title : name;
}

/** What a node over other people reads of them. */
function innerOf(node: Node): Formula {
  return 'among' in node && 'of' in node ? (node.of as Formula) : node;
}

/** Nodes that tell something by themselves, and what they are called. */
const TELLING = new Map<string, (of: Name, node: Node) => Name>([
  ['condition', (of, node) => told('condition', of, comparisonName(node))],
  ['curve', (of) => told('payout of', of)],
  ['matrix', (of) => told('matrix of', of)],
  ['table', (of) => told('table by', of)],
  ['weighted', (of) => told('blend in', of)],
  ['peers', (of) => told('people compared by', of)],
  ['limit', (of) => told('limit of', of)],
  ['meanOfTop', (of) => told('mean of the top in', of)],
  ['rank', (of) => told('rank by', of)],
  ['total', (of) => of],
  ['result', (of) => of],
]);

/** A term is called as its formula is, or by its own name, in each part of the period; the library's own terms name themselves. */
export function nameOfTerm(
  node: TermNode,
  made: Compiled,
  formula: Formula,
  { part, isWritten }: Compiler,
): Name | undefined {
  const isNamed =
    made.outline.name !== undefined && (typeof formula !== 'object' || formula.name !== undefined);
  if (!isWritten(node) || isNamed) return undefined;
  return part === undefined ? node.term : inPart(node.term, part);
}
