import type { TablePlace } from '../issue/issue.js';
import type { Scope } from '../program/scope.js';
import type { Crossing, Input } from '../program/step.js';
import type { Fault, Value } from '../program/value.js';

/**
 * The rows a program runs over, bound to data: people, their segments, and the groups segments belong to.
 * People and segments are numbered from 0; the segments of one person follow each other.
 */
export interface Rows {
  /** The value of an input on a row of the input's scope. */
  read(input: Input, scope: Scope, row: number): Value;
  /** Whose value an input is on a row, and where it was read: for issues. */
  whereOf(input: Input, scope: Scope, row: number): { readonly whose: string; readonly at?: TablePlace };
  /** The row of a group that a segment belongs to. */
  groupOf(scope: Scope, segment: number): number;
  personOf(segment: number): number;
  firstSegment(person: number): number;
  /** One past the last segment of a person. */
  endSegment(person: number): number;
  /** The last of a person's segments that weighs something; whose groups the person counts in. */
  lastSegment(person: number): number;
  /** The name of a group. */
  nameOf(scope: Scope, row: number): string;
  /**
   * What everybody in a group has of a crossing, each by the variant of the plan that is the person's own; who cannot
   * be looked at is a fault. `row` is that of the group.
   */
  across(crossing: Crossing, row: number): readonly Value[];
  /** Everybody who shares a pool: who has days that count; and why others cannot be looked at. */
  everybody(): Everybody;
  /** What a person has of what is read under a key, by the variant of the plan that is the person's own. */
  has(person: number, key: string): Value;
  /** The id of a person. */
  idOf(person: number): string;
}

/** Rows of people, in the order of their ids, and what keeps others from being among them. */
export interface Everybody {
  readonly people: readonly number[];
  readonly faults: readonly Fault[];
}

/** The row of a scope that a row of another one maps to: from a segment to its person and groups, from all to the company. */
export function rowIn(
  rows: Pick<Rows, 'personOf' | 'groupOf'>,
  scope: Scope,
  from: Scope,
  row: number,
): number {
  if (scope === from) return row;
  if (scope === 'company') return 0;
  return scope === 'person' ? rows.personOf(row) : rows.groupOf(scope, row);
}

/** One person with one stretch of days, alone everywhere: only what is read differs. */
export function aloneRows(read: Rows['read']): Rows {
  return {
    read,
    whereOf: () => ({ whose: '' }),
    groupOf: () => 0,
    personOf: () => 0,
    firstSegment: () => 0,
    endSegment: () => 1,
    lastSegment: () => 0,
    nameOf: () => '',
    across: () => [],
    everybody: () => ({ people: [], faults: [] }),
    has: () => false,
    idOf: () => '',
  };
}
