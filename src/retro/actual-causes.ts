import type { Actual } from '../data/actuals.js';
import type { Literal } from '../num/literal.js';
import { metricIn, metricOfKey } from '../plan/document.js';
import { type Cause, cause } from './cause.js';
import { sameNumber, wordOf } from './same.js';
import type { Side } from './side.js';

/** Measured values that count for the person, and are others than they were: of the company, the person, the groups. */
export function actualCauses(before: Side, now: Side): Cause[] {
  if (!before.participant || !now.participant) return [];
  return [...now.reads.metrics].flatMap(([key, parts]) => {
    if (!before.reads.metrics.has(key)) return [];
    return groupsOf(key, before, now).flatMap((group) => changesOf(key, group, parts, [before, now]));
  });
}

/** The groups of the person on both sides: a group of one side only is explained by the move. */
function groupsOf(key: string, before: Side, now: Side): (string | undefined)[] {
  const [old, own] = [before, now].map((side) => groupsIn(key, side)) as [Set<string>, Set<string>];
  const level = metricIn(now.plan.document, metricOfKey(key))?.level;
  return level === 'company' ? [undefined] : [...own].filter((group) => old.has(group));
}

function groupsIn(key: string, { plan, person, segments }: Side): Set<string> {
  const level = metricIn(plan.document, metricOfKey(key))?.level ?? '';
  if (level === 'person') return new Set([person.id]);
  return new Set(
    segments.flatMap(({ assignment: { fields } }) =>
      Object.hasOwn(fields, level) ? [String(fields[level])] : [],
    ),
  );
}

function changesOf(
  key: string,
  group: string | undefined,
  parts: ReadonlySet<string>,
  [before, now]: readonly [Side, Side],
): Cause[] {
  const [old, own] = [rowOf(before, key, group), rowOf(now, key, group)];
  const same = sameNumber({ before: before.inputs.actuals.decimal, now: now.inputs.actuals.decimal });
  const at = (column: string) => own && { ...own.at, column };
  const differs = !same(old?.value, own?.value);
  const isSurer = old?.status !== own?.status;
  const shown = (row: Actual | undefined) => row && [row.value, ...(isSurer ? [row.status] : [])].join(' ');
  return [
    ...(differs
      ? [cause('actual', key, { group, before: shown(old), now: shown(own), at: at('value') })]
      : []),
    ...[...parts].flatMap((part) => {
      const [before, now] = [targetIn(old, part), targetIn(own, part)];
      if (part === 'value' || same(before, now)) return [];
      const words = { before: wordOf(before), now: wordOf(now) };
      return [cause('actual', `${key} ${part}`, { group, ...words, at: at(part) })];
    }),
    ...(isSurer && !differs
      ? [cause('actual', `${key} status`, { group, before: old?.status, now: own?.status, at: at('status') })]
      : []),
  ];
}

/** The target of a row, or one of several: `target`, `target.board`. */
function targetIn(row: Actual | undefined, part: string): Literal | undefined {
  return part === 'target' ? row?.target : row?.targets?.[part.slice('target.'.length)];
}

/** The row that counts by the as-of date of the run; none where it cannot be used. */
function rowOf({ actuals }: Side, key: string, group: string | undefined): Actual | undefined {
  const found = actuals.find(key, group);
  return 'fault' in found ? undefined : found;
}

/** A value that only became surer changes no award. */
export function isOnlyStatus({ kind, input }: Cause): boolean {
  return kind === 'actual' && input.endsWith(' status');
}
