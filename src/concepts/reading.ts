import { type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { metricIn, type PlanDocument, type Reading, structureColumns } from '../plan/document.js';
import type {
  AboveTargetNode,
  AchievementNode,
  FieldType,
  Formula,
  MetricNode,
  PersonNode,
} from '../plan/formula.js';
import { type Direction, kindOf, type MetricUnit } from '../plan/metric-kinds.js';
import { type Check, clauseOf, report } from './check.js';
import { directionOf } from './fact.js';
import { subPeriodsOf } from './sub-period.js';

/** What a goal, gate or modifier reads: a metric in some way, or a field of the person. */
export interface Source {
  readonly metric?: string | undefined;
  readonly person?: string | undefined;
  readonly reads?: Reading | undefined;
  readonly during?: string | undefined;
  readonly source?: string | undefined;
}

/** The node a source reads; `as` says what a person's field holds. */
export function lowerReading(
  source: Source,
  as: FieldType,
): MetricNode | AchievementNode | AboveTargetNode | PersonNode {
  if (source.person !== undefined) return { person: source.person, as };
  const metric = source.metric as string;
  const during = source.during === undefined ? {} : { during: source.during };
  if (source.reads === 'achievement') return { achievement: metric, ...during };
  return source.reads === 'aboveTarget' ? { aboveTarget: metric, ...during } : { metric, ...during };
}

/** What a person's number is when it is compared with these: a ratio where they are in percent. */
export function numberTypeOf(bounds: readonly Formula[]): FieldType {
  return bounds.some((bound) => typeof bound !== 'object' && String(bound).trim().endsWith('%'))
    ? 'ratio'
    : 'number';
}

/** The unit of what a source reads; `plain` for a field of the person, which has none of its own. */
export function unitRead(source: Source, document: PlanDocument): MetricUnit | 'plain' {
  const metric = metricIn(document, source.metric);
  if (!metric) return 'plain';
  return source.reads === 'achievement' ? 'ratio' : kindOf(metric.kind).unit;
}

/** Whether more of what is read is better: an achievement is always better when higher. */
export function directionRead(source: Source, document: PlanDocument): Direction {
  const metric = metricIn(document, source.metric);
  return !metric || source.reads === 'achievement' ? 'higher' : directionOf(metric);
}

/**
 * Checks what a goal, gate or modifier reads: one source, known, and said how where that is not obvious.
 * Returns whether the rest of the part can be checked.
 */
export function checkSource(check: Check, part: Source, path: Path): boolean {
  if ((part.metric === undefined) === (part.person === undefined)) {
    reportSource(check, part, path);
    return false;
  }
  if (part.during !== undefined) checkDuring(check, part, path);
  if (part.person === undefined) return checkMetricSource(check, part, path);
  return checkColumn(check, part.person, [...path, 'person']) && checkPersonSource(check, part, path);
}

/** Checks that a column may be read as a field: columns of structure hold who and when, not what plans read. */
export function checkColumn(check: Check, column: string, path: Path): boolean {
  if (![...structureColumns, 'segment', 'person'].includes(column)) return true;
  report(check, {
    code: 'plan.field.structure',
    path,
    message: `The column ${quote(column)} has a meaning of its own and is not a field that a plan reads`,
    expected: `a column other than ${structureColumns.join(', ')}`,
    hint: 'Give the people file a column of its own for it',
  });
  return false;
}

/** A part of the period must be named, and has targets of its own. */
function checkDuring(check: Check, { during = '', metric, reads }: Source, path: Path): void {
  const known = Object.keys(subPeriodsOf(check.document));
  if (metric === undefined || !known.includes(during)) {
    report(check, {
      code: 'plan.period.parts',
      path: [...path, 'during'],
      message:
        metric === undefined
          ? 'A field of the person has no parts of the period'
          : `There is no part of the period called ${quote(during)}`,
      expected:
        known.length > 0 ? `a metric during one of ${known.join(', ')}` : 'a part named under periods',
      hint: 'Name the part under periods, such as periods: quarters, or remove during',
    });
  }
  const target = metricIn(check.document, metric)?.target;
  if (typeof target === 'object' || target === undefined || reads === undefined || reads === 'value') return;
  report(check, {
    code: 'plan.metric.target',
    path: [...path, 'during'],
    message: `The target ${target} of ${quote(metric)} is for the whole period, and this reads a part of it`,
    expected: 'the target of each part in the actuals',
    hint: 'Move the target into the column target of the actuals, beside each value',
  });
}

function reportSource(check: Check, part: Source, path: Path): void {
  report(check, {
    code: 'plan.goal.source',
    path,
    message:
      part.metric === undefined
        ? 'This reads neither a metric nor a field of the person'
        : 'This reads both a metric and a field of the person',
    expected: 'metric: a name under metrics, or person: a column of the people file',
    hint: 'Keep one of the two',
    ...clauseOf(part),
  });
}

function checkPersonSource(check: Check, part: Source, path: Path): boolean {
  if (part.reads === undefined || part.reads === 'value') return true;
  report(check, {
    code: 'plan.reads.unit',
    path: [...path, 'reads'],
    message: `A field of the person has no ${part.reads}`,
    expected: 'reads: value, or no reads',
    hint: 'Remove reads, or name a metric',
    ...clauseOf(part),
  });
  return false;
}

function checkPayoutSource(check: Check, part: Source, path: Path): boolean {
  if (part.reads === undefined || part.reads === 'value') return true;
  report(check, {
    code: 'plan.reads.unit',
    path: [...path, 'reads'],
    message: `${quote(part.metric)} is a payout decided elsewhere: it has no ${part.reads}`,
    expected: 'reads: value, or no reads',
    hint: 'Remove reads, or choose the kind of what is measured',
    ...clauseOf(part),
  });
  return false;
}

function checkMetricSource(check: Check, part: Source, path: Path): boolean {
  const name = part.metric as string;
  const metric = metricIn(check.document, name);
  if (!metric) {
    reportUnknown(check, part, path);
    return false;
  }
  if (metric.kind === 'payout') return checkPayoutSource(check, part, path);
  if (part.reads !== undefined || kindOf(metric.kind).unit !== 'ratio') return true;
  report(check, {
    code: 'plan.reads.missing',
    path: [...path, 'reads'],
    message: `${quote(name)} is in percent, and this does not say whether the percentages are values or achievements of target`,
    expected: 'reads: value, achievement or aboveTarget',
    hint: 'Retention of 90% is the value; 90% of the retention target is the achievement',
    ...clauseOf(part),
  });
  return false;
}

function reportUnknown(check: Check, part: Source, path: Path): void {
  const known = Object.keys(check.document.metrics);
  const near = nearest(part.metric as string, known);
  report(check, {
    code: 'plan.metric.unknown',
    path: [...path, 'metric'],
    message: `There is no metric ${quote(part.metric)}`,
    expected: `one of ${known.join(', ')}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Add it under metrics, or correct the name',
    ...clauseOf(part),
  });
}
