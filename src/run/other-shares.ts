import { subPeriodsOf } from '../concepts/sub-period.js';
import type { ProratedNode } from '../plan/formula.js';
import type { Value } from '../program/value.js';
import type { Layout } from './layout.js';
import type { Resolution } from './resolve.js';
import { partSharesOf, type Share, sharesOf } from './shares.js';

/** What segments weigh by another method than the plan's, and in parts of the period: counted when somebody asks. */
export interface OtherShares {
  value(by: string, segment: number): Value;
  text(by: string, segment: number): string;
  inPart(part: string, by: string | undefined, segment: number): Value;
}

/** Counts the segments of a person at once and remembers them: they are asked for one after the other. */
export function otherSharesOf({ plan, participants, cells, words }: Resolution, layout: Layout): OtherShares {
  const { document } = plan;
  const parts = subPeriodsOf(document);
  const counting = { read: cells.read, words };
  const methodOf = (by: string) => JSON.parse(by) as NonNullable<ProratedNode['by']>;
  const remembered = new Map<string, { person: number; values: readonly unknown[] }>();

  function ofPerson<T>(key: string, segment: number, count: (person: number) => readonly T[]): T {
    const person = layout.personOf(segment);
    const known = remembered.get(key);
    const values = known?.person === person ? (known.values as readonly T[]) : count(person);
    if (known?.person !== person) remembered.set(key, { person, values });
    return values[segment - layout.firstSegment(person)] as T;
  }

  const shareOf = (by: string, segment: number): Share =>
    ofPerson(`share ${by}`, segment, (person) =>
      sharesOf(document, counting, methodOf(by))(participants[person] as Resolution['participants'][number]),
    );

  return {
    value: (by, segment) => shareOf(by, segment).value,
    text: (by, segment) => shareOf(by, segment).text,
    inPart: (part, by, segment) =>
      ofPerson(`${part} ${by}`, segment, (person) =>
        partSharesOf(
          document,
          counting,
          methodOf(by ?? '"none"'),
        )(participants[person] as Resolution['participants'][number], parts[part] as (typeof parts)[string]),
      ),
  };
}
