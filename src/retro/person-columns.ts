import type { Assignment } from '../data/people.js';
import type { Literal } from '../num/literal.js';
import { type Decimals, type Same, sameNumber, sameText } from './same.js';
import type { Side } from './side.js';
import type { Covered, Stretch } from './stretches.js';

/** A column of the people file, how its cells compare, and where the award reads it. */
export interface Column {
  readonly name: string;
  readonly cellOf: (assignment: Assignment) => Literal | undefined;
  readonly same: Same;
  readonly isRead: (stretch: Stretch) => boolean;
  /** The assignments it is read of. */
  readonly of: (covered: Covered) => readonly Assignment[];
}

/** Every column that an award reads on one of the two sides. */
export function columnsRead(before: Side, now: Side): Column[] {
  const decimals = decimalsOf(before, now);
  const texts = new Set([...before.reads.texts, ...now.reads.texts]);
  const fields = [...new Set([...before.reads.fields, ...now.reads.fields])];
  const counted = { isRead: countsOnBoth, of: ({ counted: own }: Covered) => own };
  return [
    ...fields.map((name) => ({ ...fieldColumn(name, texts.has(name), decimals), ...counted })),
    { name: 'currency', cellOf: ({ currency }) => currency, same: sameText, ...counted },
    { name: 'share', cellOf: ({ share }) => share, same: sameNumber(decimals), ...counted },
    ...calendarsOf(before, now).map((name) => ({ ...fieldColumn(name, true, decimals), ...onRows })),
    ...columnsOfMembership(before, now),
  ];
}

/** The columns of calendars, whose days are also counted where the person's own do not count. */
function calendarsOf(before: Side, now: Side): string[] {
  if (!before.participant || !now.participant) return [];
  return [...new Set([...before.reads.calendars, ...now.reads.calendars])];
}

const onRows = {
  isRead: ({ before, now }: Stretch) => before.rows.length > 0 && now.rows.length > 0,
  of: ({ rows }: Covered) => rows,
};

/** A column that plans name. */
export function fieldColumn(
  name: string,
  isText: boolean,
  decimals: Decimals,
): Pick<Column, 'name' | 'cellOf' | 'same'> {
  const cellOf = ({ fields }: Assignment) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  return { name, cellOf, same: isText ? sameText : sameNumber(decimals) };
}

/** How numbers are written in the people files of both sides. */
export function decimalsOf(before: Side, now: Side): Decimals {
  return { before: before.inputs.people.decimal, now: now.inputs.people.decimal };
}

/** What decides whether a day of somebody employed counts: the rows there are, their plans, the population. */
function columnsOfMembership(before: Side, now: Side): Column[] {
  const decimals = decimalsOf(before, now);
  const { plan } = now.plan.document;
  const rules = [before, now].flatMap((side) => side.plan.document.eligibility?.where ?? []);
  const texts = new Set(rules.filter((one) => one.is ?? one.isNot).map((one) => one.person));
  const fields = [...new Set(rules.map((one) => one.person))];
  const takesPart = (plans: Literal | undefined) =>
    plans === EVERY || String(plans).split(' ').includes(plan);
  const ofRows = { isRead: countsOnOne, of: ({ rows }: Covered) => rows };
  return [
    { name: 'assignment', cellOf: () => 'yes', same: sameText, isRead: isMissingOnOne, of: ofRows.of },
    {
      name: 'plans',
      cellOf: ({ plans }) => plans?.join(' ') ?? EVERY,
      same: (left, right) => takesPart(left) === takesPart(right),
      ...ofRows,
    },
    ...fields.map((name) => ({ ...fieldColumn(name, texts.has(name), decimals), ...ofRows })),
  ];
}

const EVERY = 'every plan';

/** True where a day counts in the paid run and counts now. */
export function countsOnBoth({ before, now }: Stretch): boolean {
  return before.counted.length > 0 && now.counted.length > 0;
}

function countsOnOne(stretch: Stretch): boolean {
  const { before, now } = stretch;
  return isOneSided(stretch) && before.rows.length > 0 && now.rows.length > 0;
}

function isMissingOnOne(stretch: Stretch): boolean {
  const { before, now } = stretch;
  return isOneSided(stretch) && (before.rows.length === 0 || now.rows.length === 0);
}

function isOneSided({ before, now }: Stretch): boolean {
  const differs = (before.counted.length === 0) !== (now.counted.length === 0);
  return differs && before.isEmployed && now.isEmployed;
}
