import type { Issue, TablePlace } from '../issue/issue.js';

/** What one row of a file says, with its faults; a row with faults says nothing that can be counted. */
export interface Fact<T> {
  readonly at: TablePlace;
  /** What may stand in the file once: the answer, the customer, the movement; '' where there is none. */
  readonly id: string;
  /** '' where the row names none: it counts for the company only. */
  readonly group: string;
  /** Everything that is read of the row, to tell a row exported twice from two that contradict each other. */
  readonly content: string;
  /** On a day that does not count. */
  readonly isOutside: boolean;
  readonly value: T;
  readonly faults: readonly Issue[];
  /** With a fault: nobody knows which group it belongs to, so each of them may lack it. */
  readonly ofAnyGroup: boolean;
}

/** A row, or several of a customer, that cannot be counted: what is wrong, and where it is missed. */
export type Faulty = Pick<Fact<unknown>, 'at' | 'group' | 'faults' | 'ofAnyGroup'>;

/** The row to name: of rows that contradict each other each is told of; of a customer it is the row at fault. */
export function placeOf({ at, faults: [first] }: Faulty): TablePlace {
  const isPair = first?.code === 'sources.id.twice' && first.at?.file === at.file;
  return isPair ? at : (first?.at ?? at);
}

/** How many rows a file had and what became of each; they add up. */
export interface Tally {
  readonly metric: string;
  readonly file: string;
  /** All rows below the header: the sum of counted, blank, filtered, outside, duplicates, unanswered and faulty. */
  readonly rows: number;
  readonly counted: number;
  readonly blank: number;
  /** Not accepted by `where`. */
  readonly filtered: number;
  /** Before `from` or after `until`. */
  readonly outside: number;
  /** The same row again: counted once. */
  readonly duplicates: number;
  /** Surveys that nobody answered. */
  readonly unanswered: number;
  readonly faulty: number;
  /** Of those counted: without a group, so for the company only. */
  readonly unattributed: number;
  /** Customers behind the value: there at the start. Absent for answers. */
  readonly customers?: number;
  /** Customers that came later, who do not count. Absent for answers. */
  readonly newCustomers?: number;
}

/** A tally of nothing. */
export function noRows(metric: string, file: string): Tally {
  const none = { rows: 0, counted: 0, blank: 0, filtered: 0, outside: 0, duplicates: 0 };
  return { metric, file, ...none, unanswered: 0, faulty: 0, unattributed: 0 };
}
