import type { Path } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { Labels } from '../plan/formula.js';

/** Where the nodes that a plan wrote itself stand in it. */
export interface Places {
  /** Whether the plan wrote a node itself. */
  isWritten(node: unknown): boolean;
  /** Where a node stands: what the plan wrote, or the part of the flat form it was lowered from. */
  pathOf(node: unknown): Path | undefined;
  /** The clause of the innermost part around a place that names one. */
  sourceAt(path: Path): string | undefined;
  /** A node made on the way stands where another does. */
  stands(made: unknown, node: unknown): void;
}

/** Finds the place of every object in the parts of a plan that hold formulas. */
export function placesIn(document: PlanDocument): Places {
  const places = new Map<unknown, Path>();
  const { terms, payout, award } = document;
  note(terms, ['terms']);
  note(payout, ['payout']);
  note(award, ['award']);
  note(document.pool, ['pool']);
  document.goals?.forEach(({ payout: own, curve, table }, index) => {
    note(own, ['goals', index, 'payout']);
    note(curve, ['goals', index, 'curve']);
    note(table, ['goals', index, 'table']);
  });
  document.gates?.forEach(({ value, when, ...comparators }, index) => {
    note(value, ['gates', index, 'value']);
    note(when, ['gates', index, 'when']);
    for (const [key, bound] of Object.entries(comparators)) note(bound, ['gates', index, key]);
  });
  document.modifiers?.forEach(({ from, curve, table }, index) => {
    note(from.value, ['modifiers', index, 'from', 'value']);
    note(curve, ['modifiers', index, 'curve']);
    note(table, ['modifiers', index, 'table']);
  });
  return {
    isWritten: (node) => places.has(node),
    pathOf: (node) => places.get(node) ?? (node as Labels | undefined)?.path,
    sourceAt,
    stands(made, node) {
      const path = places.get(node);
      if (path && typeof made === 'object') places.set(made, path);
    },
  };

  function sourceAt(path: Path): string | undefined {
    let value: unknown = document;
    let source: string | undefined;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
      value = (value as Record<string | number, unknown>)[key];
      const own = (value as { readonly source?: unknown } | null)?.source;
      if (typeof own === 'string') source = own;
    }
    return source;
  }

  function note(value: unknown, path: Path): void {
    if (typeof value !== 'object' || value === null || places.has(value)) return;
    places.set(value, path);
    for (const [key, inner] of Object.entries(value))
      note(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
