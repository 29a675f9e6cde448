import type { Segment } from '../concepts/eligibility.js';
import type { Rows } from '../exact/rows.js';
import { quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { literalReader } from '../num/literal.js';
import { ONE, type Ratio, ratio, ZERO } from '../num/ratio.js';
import { decimalUnit } from '../num/round.js';
import type { PlanDocument, ProrationMethod } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import type { Input } from '../program/step.js';
import type { Value } from '../program/value.js';
import { daysIn } from '../time/period.js';
import type { BoundActuals } from './bind-actuals.js';
import { mixed, type Participant, readField } from './bind-people.js';
import { type Layout, layOut } from './layout.js';

/** Rows bound to the data of one plan. */
export interface BoundRows extends Rows, Layout {
  /** The group a metric is measured for on a row of its scope; undefined for the company or a group nobody named. */
  labelOf(scope: Scope, row: number): string | undefined;
}

/** Lays people out in rows and reads the inputs of a program from them and from the actuals. */
export function bindRows(
  document: PlanDocument,
  participants: readonly Participant[],
  actuals: BoundActuals,
  decimal: '.' | ',',
): BoundRows {
  const layout = layOut(document, participants);
  const { segments, participantOf, personOf, endSegment } = layout;
  const cells = { decimal, read: literalReader({ decimal }) };
  const periodDays = daysIn(document.period);
  /** Kept as days of days, which explanations show; the whole period is 1, which costs nothing to multiply by. */
  const shareOfDays = (days: number): Ratio =>
    days === periodDays ? ONE : ratio(BigInt(days), BigInt(periodDays));
  const assignmentAt = (segment: number) => (segments[segment] as Segment).assignment;

  function labelOf(scope: Scope, row: number): string | undefined {
    const group = layout.groupAt(scope, row);
    return typeof group === 'string' ? group : undefined;
  }

  function read(input: Input, scope: Scope, row: number): Value {
    if (input.from === 'metric') return readMetric(input.metric, input.part, scope, row);
    if (input.from === 'share') return shareOf(input.by, row);
    if (input.from === 'minorUnit') return minorUnit(participantOf(row));
    if (input.from === 'money') return readMoney(input, participantOf(row));
    return readField(participantOf(personOf(row)), assignmentAt(row), input.field, input.type, cells);
  }

  function readMetric(metric: string, part: 'value' | 'target', scope: Scope, row: number): Value {
    const group = layout.groupAt(scope, row);
    return typeof group === 'object' ? group : actuals.value(metric, group, part);
  }

  function shareOf(by: ProrationMethod, segment: number): Ratio {
    if (by === 'calendarDays') return shareOfDays((segments[segment] as Segment).days);
    return segment === endSegment(personOf(segment)) - 1 ? ONE : ZERO;
  }

  function whereOf(input: Input, scope: Scope, row: number) {
    if (input.from === 'metric') return actuals.placeOf(input.metric, labelOf(scope, row));
    if (input.from !== 'person') return { whose: '' };
    return {
      whose: quote(participantOf(personOf(row)).person.id),
      at: { ...assignmentAt(row).at, column: input.field },
    };
  }

  return { ...layout, read, labelOf, whereOf };
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
