import type { Actual } from '../data/actuals.js';
import { type Counts, countColumns, countsText } from '../data/counts.js';
import type { Literal } from '../num/literal.js';
import { metricIn, metricOfKey } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import { isTooSmall } from '../run/masks.js';
import { type Cause, cause } from './cause.js';
import { sameNumber, wordOf } from './same.js';
import type { Side } from './side.js';

/** Measured values that count for the person, and are others than they were: of the company, the person, the groups. */
export function actualCauses(before: Side, now: Side): Cause[] {
  if (!before.participant || !now.participant) return [];
  return [...now.reads.metrics].flatMap(([key, { parts, levels }]) => {
    if (!before.reads.metrics.has(key)) return [];
    const groups = [...levels].flatMap((level) => groupsOf(level, before, now));
    return groups.flatMap((group) => actualChanges(key, group, parts, [before, now]));
  });
}

/** The groups of the person on both sides: a group of one side only is explained by the move. */
function groupsOf(level: Scope, before: Side, now: Side): (string | undefined)[] {
  if (level === 'company') return [undefined];
  const [old, own] = [before, now].map((side) => groupsIn(level, side)) as [Set<string>, Set<string>];
  return [...own].filter((group) => old.has(group));
}

/** The groups of a person at a level, such as the teams of the days that count. */
export function groupsIn(level: Scope, { person, segments }: Side): Set<string> {
  if (level === 'person') return new Set([person.id]);
  return new Set(
    segments.flatMap(({ assignment: { fields } }) =>
      Object.hasOwn(fields, level) ? [String(fields[level])] : [],
    ),
  );
}

/** What became another value of a metric and group, of the parts that are read: the score, its status, a target. */
export function actualChanges(
  key: string,
  group: string | undefined,
  parts: ReadonlySet<string>,
  [before, now]: readonly [Side, Side],
): Cause[] {
  const [old, own] = [rowOf(before, key, group), rowOf(now, key, group)];
  const same = sameNumber({ before: before.inputs.actuals.decimal, now: now.inputs.actuals.decimal });
  const at = (column: string) => own && { ...own.at, column };
  const differs = !same(old?.value, own?.value) || countedText(old) !== countedText(own);
  const isSurer = old?.status !== own?.status;
  // The company's score of a metric that groups have, too, is called by its level.
  const isTotal = group === undefined && levelOf(key, now) !== 'company';
  const name = isTotal ? `${key} of the company` : key;
  // A score that may not be shown is named, and that it changed.
  const isHidden = [before, now].some((side) => hidesScore(side, key, group));
  const shown = (row: Actual | undefined) =>
    isHidden ? undefined : row && [scoreText(row), ...(isSurer ? [row.status] : [])].join(' ');
  return [
    ...(differs
      ? [cause('actual', name, { group, before: shown(old), now: shown(own), at: at('value') })]
      : []),
    ...[...parts].flatMap((part) => {
      const [before, now] = [cellOf(old, part), cellOf(own, part)];
      if (isOfScore(part) || (part === 'responses' && differs) || same(before, now)) return [];
      if (isHidden && isCount(part)) return [];
      const words = { before: wordOf(before), now: wordOf(now) };
      return [cause('actual', `${name} ${part}`, { group, ...words, at: at(part) })];
    }),
    ...(isSurer && !differs
      ? [
          cause('actual', `${name} status`, {
            group,
            before: old?.status,
            now: own?.status,
            at: at('status'),
          }),
        ]
      : []),
  ];
}

/** Whether a side has the score, and on so few responses that it is not shown. */
function hidesScore({ plan, actuals }: Side, key: string, group: string | undefined): boolean {
  if ('fault' in actuals.find(key, group)) return false;
  return isTooSmall(plan.document, key, () => actuals.value(key, group, { part: 'responses' }));
}

function isCount(part: string): boolean {
  return (countColumns as readonly string[]).includes(part);
}

function levelOf(key: string, { plan }: Side): string | undefined {
  return metricIn(plan.document, metricOfKey(key))?.level;
}

/** What is told with the score itself. */
function isOfScore(part: string): boolean {
  return ['value', 'promoters', 'passives', 'detractors'].includes(part);
}

/** What a score was counted from, as far as it makes the score. */
function countedText(row: Actual | undefined): string {
  return row === undefined ? '' : countsText(row);
}

function scoreText(row: Actual): string {
  return [row.value, countedText(row)].filter((text) => text !== '').join(': ');
}

/** The target of a row, one of several (`target.board`), or a count. */
function cellOf(row: Actual | undefined, part: string): Literal | undefined {
  if (isCount(part)) return row?.[part as keyof Counts];
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
