import type { Labels } from '../plan/formula.js';
import { nameIn, type Words } from '../words/words.js';
import type { Scope } from './scope.js';
import type { Operand } from './step.js';
import type { Unit } from './unit.js';

/**
 * The lowered plan as a tree beside the shared steps: what each part is called, which clause it renders and
 * in which stage it stands. Every explanation walks the outline and reads the steps' values; nothing is
 * computed a second time.
 */
export interface Outline extends Labels {
  /** The naming key of the node, which is also the concept that explains it. */
  readonly role: string;
  readonly operand: Operand;
  readonly unit: Unit;
  readonly scope: Scope;
  /** Of money in another currency than the award's: its currency. */
  readonly currency?: string | undefined;
  readonly children: readonly Outline[];
  /** The node as the plan has it: points, modes, weights. */
  readonly node: unknown;
}

/** An outline whose names are text in one language. */
export interface Worded extends Outline {
  readonly name?: string;
  readonly children: readonly Worded[];
  /** Its number among the parts of the outline, under which what is read of it is kept. */
  readonly at: number;
}

/** The outline with the names of its parts in the words of a language; what is used several times stays one part. */
export function worded(outline: Outline, words: Words): Worded {
  const known = new Map<Outline, Worded>();
  const inWords = (one: Outline): Worded => {
    const found = known.get(one);
    if (found) return found;
    const made = inOneShape(one, words, one.children.map(inWords), known.size);
    known.set(one, made);
    return made;
  };
  return inWords(outline);
}

/** All keys in one order, also those that are undefined: what reads many parts finds the same place in each. */
function inOneShape(one: Outline, words: Words, children: readonly Worded[], at: number): Worded {
  const { role, operand, unit, scope, currency, node, name, source, stage, quiet } = one;
  const said = name === undefined ? undefined : nameIn(words, name);
  const labels = { name: said, source, stage, quiet };
  return { role, operand, unit, scope, currency, node, ...labels, children, at } as Worded;
}
