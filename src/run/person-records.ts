import { countsLeave, leaveOutside } from '../concepts/leave.js';
import { prorationOf } from '../concepts/proration.js';
import type { Earning, Earnings } from '../data/earnings.js';
import type { Exceptions, PayException } from '../data/exceptions.js';
import { groupBy } from '../data/group.js';
import type { Leave, Leaves } from '../data/leave.js';
import type { Person } from '../data/people.js';
import type { PersonRecord } from '../data/records.js';
import type { Issue } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import { exceptionsFor } from './exceptions.js';

/** What is known of a person beside the people file. */
export interface RecordsOfPerson {
  readonly leaves: readonly Leave[];
  readonly earnings: readonly Earning[];
  readonly exceptions: readonly PayException[];
}

/** Leave, earnings and exceptions of everybody, found by id. */
export function recordsByPerson(
  leave: Leaves | undefined,
  earnings: Earnings | undefined,
  exceptions: Exceptions | undefined,
): (id: string) => RecordsOfPerson {
  const leaves = groupBy(leave?.leaves ?? [], personOf);
  const earned = groupBy(earnings?.earnings ?? [], personOf);
  const excepted = groupBy(exceptions?.exceptions ?? [], personOf);
  if (leaves.size + earned.size + excepted.size === 0) return () => NONE;
  return (id) => {
    return {
      leaves: leaves.get(id) ?? [],
      earnings: earned.get(id) ?? [],
      exceptions: excepted.get(id) ?? [],
    };
  };
}

/** Nothing is known but what stands in the people file. */
export const NONE: RecordsOfPerson = { leaves: [], earnings: [], exceptions: [] };

/** What is wrong with the rows that a plan reads: nothing about the person can be trusted in it then. */
export function recordFaults(
  person: Person,
  { leaves, earnings, exceptions }: RecordsOfPerson,
  document: PlanDocument,
): readonly Issue[] {
  const away = countsLeave(document) ? leaves : [];
  const rows: readonly PersonRecord[] = [
    ...away,
    ...(prorationOf(document) === 'earned' ? earnings : []),
    ...exceptionsFor(exceptions, document),
  ];
  return [...rows.flatMap((one) => one.faults), ...leaveOutside(person, away)];
}

function personOf({ person }: PersonRecord): string {
  return person;
}
