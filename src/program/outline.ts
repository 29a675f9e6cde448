import type { Labels } from '../plan/formula.js';
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
