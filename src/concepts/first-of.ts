import type { FirstOfNode, Formula } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { nameIn } from '../words/words.js';
import { type Compiled, type Compiler, type Concept, compiled } from './concept.js';
import { compileExcepted } from './exception.js';
import { alike, membersOf } from './units.js';

/**
 * Override ladder: the first of several values that is filled, such as the person's own target percent above
 * that of the grade above the plan's.
 *
 * Domain:   a blank cell, or a category the table does not list, goes down one rung; the last rung must be there
 * Source:   most specific wins (FEATURES row 7)
 */
export const firstOf: Concept<FirstOfNode> = {
  role: 'firstOf',
  compile(node, compiler) {
    const {
      parts: children,
      unit,
      scope,
    } = alike(node, membersOf('firstOf', node.firstOf, compiler), compiler);
    const last = children.at(-1) as Compiled;
    const conditions = node.firstOf.slice(0, -1).map((rung) => presence(rung, compiler));
    const operand = conditions.reduceRight<Operand>(
      (rest, condition, index) =>
        compiler.add(
          { op: 'select', args: [condition, (children[index] as Compiled).operand, rest] },
          unit,
          scope,
        ),
      last.operand,
    );
    const laddered = { ...node, conditions };
    return compiled('firstOf', laddered, { operand, unit, scope, children });
  },
  /** A rung is used where it is filled, and none above it is. */
  usedWhen(outline, child) {
    const { conditions } = outline.node as { conditions: readonly Operand[] };
    const rung = outline.children.indexOf(child);
    const above = conditions.slice(0, rung).map((condition) => ({ condition, holds: false }));
    const own = conditions[rung];
    return own === undefined ? above : [...above, { condition: own, holds: true }];
  },
  say(outline, reader) {
    const { conditions } = outline.node as { conditions: readonly Operand[] };
    const taken = conditions.findIndex((condition) => reader.value(condition) === true);
    const rung = outline.children.at(taken) as Outline;
    const { words } = reader;
    return `${reader.show(rung)}, ${nameIn(words, rung.name ?? words.from.rule)}`;
  },
};

/** Whether a rung is filled on a row. */
function presence(rung: Formula, compiler: Compiler): Operand {
  if (typeof rung === 'object' && 'exception' in rung) return compileExcepted(rung, compiler);
  const input =
    typeof rung === 'object' && 'table' in rung
      ? { field: fieldOf(rung.table.of), among: Object.keys(rung.table.values) }
      : { field: fieldOf(rung) };
  return compiler.add({ op: 'input', input: { from: 'present', ...input } }, 'condition', 'segment');
}

function fieldOf(rung: Formula): string {
  if (typeof rung === 'object' && 'person' in rung) return rung.person;
  throw new TypeError('Only a field, a table by a field or an exception can be overridden.');
}
