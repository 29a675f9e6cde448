import type { ValueWrapper } from '../plan/formula.js';
import type { Concept } from './concept.js';

/** A value in front of a comparator: the value itself. */
export const value: Concept<ValueWrapper> = {
  role: 'value',
  compile: (node, compiler) => compiler.compile(node.value),
  say: () => '',
};
