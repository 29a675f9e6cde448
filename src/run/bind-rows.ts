import type { Segment } from '../concepts/eligibility.js';
import type { Rows } from '../exact/rows.js';
import { issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { ONE, type Ratio, ratio, ZERO } from '../num/ratio.js';
import { decimalUnit } from '../num/round.js';
import type { PlanDocument, ProrationMethod } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import type { Input } from '../program/step.js';
import type { Fault, Value } from '../program/value.js';
import { daysIn } from '../time/period.js';
import type { BoundActuals } from './bind-actuals.js';
import { mixed, type Participant, readField } from './bind-people.js';

/** Rows bound to the data of one plan, with the group each segment belongs to. */
export interface BoundRows extends Rows {
  /** The group a metric is measured for on a row of its scope; undefined for the company or a group nobody named. */
  labelOf(scope: Scope, row: number): string | undefined;
  /** The segments of a person that weigh something: all, or the last where nothing is prorated. */
  counted(person: number): readonly number[];
  /** Every group of a level that somebody belongs to. */
  labels(scope: Scope): readonly string[];
}

interface Axis {
  readonly rowOfSegment: readonly number[];
  /** The name of each group; a segment without one has a row of its own that holds the fault. */
  readonly groups: readonly (string | Fault)[];
}

/** Numbers people and segments, groups the segments along every level the plan measures at, and reads inputs. */
export function bindRows(
  document: PlanDocument,
  participants: readonly Participant[],
  actuals: BoundActuals,
  decimal: '.' | ',',
): BoundRows {
  const segments = participants.flatMap(({ segments: own }) => own);
  const owners = participants.flatMap(({ segments: own }, person) => own.map(() => person));
  const starts = startsOf(participants);
  const axes = new Map(
    levelsOf(document).map((level) => [level, axisOf(level, segments, owners, participants)]),
  );
  const periodDays = BigInt(daysIn(document.period));
  const participant = (person: number) => participants[person] as Participant;
  const labelOf = (scope: Scope, row: number) => {
    const group = scope === 'person' ? participant(row).person.id : axes.get(scope)?.groups[row];
    return typeof group === 'string' ? group : undefined;
  };

  function read(input: Input, scope: Scope, row: number): Value {
    if (input.from === 'metric') return readMetric(input.metric, input.part, scope, row);
    if (input.from === 'share') return shareOf(input.by, row);
    if (input.from === 'minorUnit') return minorUnit(participant(row));
    if (input.from === 'money') return readMoney(input, participant(row));
    const owner = participant(owners[row] as number);
    return readField(owner, (segments[row] as Segment).assignment, input.field, input.type, decimal);
  }

  function readMetric(metric: string, part: 'value' | 'target', scope: Scope, row: number): Value {
    const group = axes.get(scope)?.groups[row];
    return typeof group === 'object' ? group : actuals.value(metric, labelOf(scope, row), part);
  }

  function shareOf(by: ProrationMethod, segment: number): Ratio {
    if (by === 'calendarDays') return ratio(BigInt((segments[segment] as Segment).days), periodDays);
    const last = (starts[(owners[segment] as number) + 1] as number) - 1;
    return segment === last ? ONE : ZERO;
  }

  function counted(person: number): readonly number[] {
    const [first, end] = [starts[person] as number, starts[person + 1] as number];
    if (document.target.prorate === 'none') return [end - 1];
    return Array.from({ length: end - first }, (_, index) => first + index);
  }

  function whereOf(input: Input, scope: Scope, row: number) {
    if (input.from === 'metric') return actuals.placeOf(input.metric, labelOf(scope, row));
    if (input.from !== 'person') return { whose: '' };
    const { person } = participant(owners[row] as number);
    return {
      whose: quote(person.id),
      at: { ...(segments[row] as Segment).assignment.at, column: input.field },
    };
  }

  return {
    read,
    labelOf,
    groupOf: (scope, segment) => axes.get(scope)?.rowOfSegment[segment] as number,
    personOf: (segment) => owners[segment] as number,
    firstSegment: (person) => starts[person] as number,
    endSegment: (person) => starts[person + 1] as number,
    counted,
    whereOf,
    labels: (scope) => (axes.get(scope)?.groups ?? []).filter((group) => typeof group === 'string'),
  };
}

function startsOf(participants: readonly Participant[]): number[] {
  const starts = [0];
  for (const { segments } of participants) starts.push((starts.at(-1) as number) + segments.length);
  return starts;
}

function levelsOf({ metrics }: PlanDocument): string[] {
  const levels = new Set(Object.values(metrics).map((metric) => metric.level));
  return [...levels].filter((level) => level !== 'company' && level !== 'person');
}

function axisOf(
  level: string,
  segments: readonly Segment[],
  owners: readonly number[],
  participants: readonly Participant[],
): Axis {
  const rows = new Map<string, number>();
  const groups: (string | Fault)[] = [];
  const rowOfSegment = segments.map(({ assignment }, index) => {
    const name = Object.hasOwn(assignment.fields, level) ? String(assignment.fields[level]) : '';
    const known = rows.get(name);
    if (known !== undefined) return known;
    if (name !== '') rows.set(name, groups.length);
    groups.push(
      name === ''
        ? noGroup(level, participants[owners[index] as number] as Participant, assignment.at)
        : name,
    );
    return groups.length - 1;
  });
  return { rowOfSegment, groups };
}

function noGroup(level: string, { person }: Participant, at: Participant['person']['at']): Fault {
  return {
    fault: [
      issue({
        code: 'people.field.missing',
        at: { ...at, column: level },
        path: [level],
        message: `${quote(person.id)} has no ${level}, and the plan measures a metric per ${level}`,
        expected: `a value in the column ${level}`,
        hint: 'Write the value; the person is withheld until then',
      }),
    ],
  };
}

function minorUnit({ currency }: Participant): Value {
  return typeof currency === 'string' ? decimalUnit(minorDigits(currency) ?? 2) : currency;
}

function readMoney(input: Input & { from: 'money' }, { person, currency }: Participant): Value {
  if (typeof currency !== 'string') return currency;
  if (currency === input.currency) return input.amount;
  return {
    fault: [
      mixed(person, `The award is in ${currency} and an amount of the plan in ${input.currency}`, person.at),
    ],
  };
}
