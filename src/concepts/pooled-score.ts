import { ZERO } from '../num/ratio.js';
import type { Scope } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { COUNT, type Unit } from '../program/unit.js';
import type { Compiler } from './concept.js';

/**
 * Scores of several parts as one: each counts by its number of responses.
 *
 * Formula:  Σ responses × score ÷ Σ responses; a part in which nobody responded weighs nothing
 */
export function pooledScore(
  values: readonly Operand[],
  responses: readonly Operand[],
  { unit, scope }: { readonly unit: Unit; readonly scope: Scope },
  compiler: Compiler,
): Operand {
  const isSome = (count: Operand) =>
    compiler.add({ op: 'compare', relation: 'moreThan', args: [count, ZERO] }, 'condition', scope);
  // A part in which nobody responded has no value, and weighs nothing.
  const weighed = values.map((value, index) => {
    const count = responses[index] as Operand;
    const times = compiler.add({ op: 'multiply', args: [value, count] }, unit, scope);
    return compiler.add({ op: 'select', args: [isSome(count), times, ZERO] }, unit, scope);
  });
  const all = compiler.add({ op: 'add', args: weighed }, unit, scope);
  const count = compiler.add({ op: 'add', args: responses }, COUNT, scope);
  const mean = compiler.add({ op: 'divide', args: [all, count] }, unit, scope);
  const none = values.at(-1) as Operand;
  return compiler.add({ op: 'select', args: [isSome(count), mean, none] }, unit, scope);
}
