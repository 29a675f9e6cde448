import { type Ratio, reduce } from '../num/ratio.js';
import type { Formula } from '../plan/formula.js';
import type { Outline } from './outline.js';
import type { Scope } from './scope.js';
import type { Operand, Operation, Step } from './step.js';
import type { Unit } from './unit.js';

/** A compiled formula: shared steps, and the outline that gives them names, stages and clauses. */
export interface Program {
  readonly steps: readonly Step[];
  readonly outline: Outline;
  /** The step or constant that is the award, per person. */
  readonly award: Operand;
  /** Target opportunity for the days that count, per person; a plan that states the award itself may have none. */
  readonly target: Operand | undefined;
  /** What of target is for base pay put at risk, for the days that count, per person; where the plan has any. */
  readonly basePay?: Operand | undefined;
  /** The unit the award is rounded to, per person. */
  readonly awardUnit: Operand;
  /** What is read of other people, by key: per person. */
  readonly crossed: ReadonlyMap<string, Crossed>;
}

/** What is read of other people: its step, and what it was compiled from. */
export interface Crossed {
  readonly formula: Formula;
  readonly context: object;
  readonly read: { readonly operand: Operand };
}

/** True for a constant operand. */
export function isConstant(operand: Operand): operand is Ratio {
  return typeof operand !== 'number';
}

/** Collects steps; an equal step is shared, so what belongs to a team is computed once for the team. */
export interface ProgramBuilder {
  readonly steps: Step[];
  add(operation: Operation, unit: Unit, scope: Scope): Operand;
}

/** A new, empty program. */
export function programBuilder(): ProgramBuilder {
  const steps: Step[] = [];
  const known = new Map<string, number>();
  return {
    steps,
    add(operation, unit, scope) {
      const key = `${scope}:${JSON.stringify(operation, integersAsText)}`;
      const shared = known.get(key);
      if (shared !== undefined) return shared;
      steps.push({ ...operation, unit, scope });
      known.set(key, steps.length - 1);
      return steps.length - 1;
    },
  };
}

/** Constants compare by value: 1/2 and 50/100 are one step. */
function integersAsText(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('d' in value)) return value;
  const { n, d } = reduce(value as Ratio);
  return `${n}/${d}`;
}
