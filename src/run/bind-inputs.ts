import { percentText } from '../concepts/check.js';
import { conversionOf } from '../concepts/conversion.js';
import type { Segment } from '../concepts/segment.js';
import { minorDigits } from '../num/currency.js';
import { toExactText } from '../num/decimal.js';
import { add, type Ratio, ZERO } from '../num/ratio.js';
import { decimalUnit } from '../num/round.js';
import type { Scope } from '../program/scope.js';
import type { Input } from '../program/step.js';
import { isFault, mergeFaults, type Value } from '../program/value.js';
import type { BoundActuals } from './bind-actuals.js';
import { earned, earnedText } from './bind-earnings.js';
import { type CellReader, mixed, type Participant, readField } from './bind-people.js';
import { partOfFullTime, salaryOn, salaryText, yearlySalary } from './bind-salary.js';
import { exceptionText } from './exceptions.js';
import { inForceOn } from './in-force.js';
import type { Layout } from './layout.js';
import type { OtherShares } from './other-shares.js';
import type { Resolution } from './resolve.js';
import type { Share } from './shares.js';

/** What inputs are read from. */
export interface Sources {
  readonly layout: Layout;
  readonly actuals: BoundActuals;
  readonly shares: readonly Share[];
  readonly otherShares: OtherShares;
  readonly resolution: Resolution;
}

/** Reads the inputs of a program on the rows of their scopes. */
export function inputReader(sources: Sources): (input: Input, scope: Scope, row: number) => Value {
  const { layout, actuals, shares, otherShares, resolution } = sources;
  const { participantOf, personOf, segments } = layout;
  const { cells } = resolution;
  return (input, scope, row) => {
    switch (input.from) {
      case 'metric': {
        const group = layout.groupAt(scope, row);
        return typeof group === 'object' ? group : actuals.value(input.metric, group, input);
      }
      case 'person': {
        const { assignment } = segments[row] as Segment;
        return readField(participantOf(personOf(row)), assignment, input.field, input.type, cells);
      }
      case 'share':
        return input.by === undefined ? (shares[row] as Share).value : otherShares.value(input.by, row);
      case 'partShare':
        return otherShares.inPart(input.part, input.by, row);
      case 'amount':
        return readAmount(participantOf(row), input, cells);
      case 'minorUnit':
        return decimalUnit(minorDigits(participantOf(row).currency) ?? 2);
      case 'money':
        return readMoney(input, participantOf(row));
      case 'exception':
        return readException(input, row, sources);
      default:
        return readSegment(input, row, sources);
    }
  };
}

type SegmentInput = Extract<Input, { readonly from: 'salary' | 'hours' | 'earnings' | 'present' }>;
type ExceptionInput = Extract<Input, { readonly from: 'exception' }>;

function readSegment(input: SegmentInput, row: number, { layout, resolution }: Sources): Value {
  const { cells, earningsFile, plan } = resolution;
  const participant = layout.participantOf(layout.personOf(row));
  const segment = layout.segments[row] as Segment;
  const { assignment } = segment;
  if (input.from === 'salary') {
    if (input.at === undefined) return yearlySalary(participant, assignment, input.hours, cells);
    const some = inForceOn(participant.person, plan.document, { day: input.at, read: cells.read });
    return salaryOn(participant, some, input.hours, cells);
  }
  if (input.from === 'hours') return partOfFullTime(participant, assignment, cells);
  if (input.from === 'earnings') return earned(participant, segment, input.codes, earningsFile);
  if (!Object.hasOwn(assignment.fields, input.field)) return false;
  return input.among === undefined || input.among.includes(String(assignment.fields[input.field]));
}

/** An amount of the person: that of each assignment that takes part, summed. */
function readAmount(
  participant: Participant,
  { field, type }: Extract<Input, { from: 'amount' }>,
  cells: CellReader,
): Value {
  const assignments = [...new Set(participant.segments.map(({ assignment }) => assignment))];
  const amounts = assignments.map((one) => readField(participant, one, field, type, cells));
  const faults = amounts.filter(isFault);
  return faults.length > 0 ? mergeFaults(faults) : (amounts as Ratio[]).reduce(add, ZERO);
}

function readMoney(input: Input & { from: 'money' }, { person, currency }: Participant): Value {
  if (currency === input.currency) return input.amount;
  return {
    fault: [
      mixed(person, `The award is in ${currency} and an amount of the plan in ${input.currency}`, person.at),
    ],
  };
}

/** The exception of a kind: for the person as a whole, or on the days of a segment. */
function decisionAt(kind: ExceptionInput['kind'], row: number, { layout }: Sources) {
  const { exceptions } = kind === 'guarantee' ? layout.participantOf(row) : (layout.segments[row] as Segment);
  return exceptions?.find((one) => one.kind === kind);
}

function readException({ kind, part }: ExceptionInput, row: number, sources: Sources): Value {
  const { participantOf, personOf } = sources.layout;
  const decision = decisionAt(kind, row, sources);
  if (part === 'present') return decision !== undefined;
  const { decided } = participantOf(kind === 'guarantee' ? row : personOf(row));
  return (decision && decided.get(decision)) ?? NOT_DECIDED;
}

/** Only read where there is an exception; elsewhere the branch is not taken. */
const NOT_DECIDED: Value = { fault: [] };

/** What a column holds in another currency, and the rate at which it counts; undefined where it is in the plan's. */
function convertedText(
  { field, type = 'money' }: { readonly field: string; readonly type?: string },
  row: number,
  { layout, resolution: { words, plan, cells } }: Sources,
): string | undefined {
  const { fields, currency = '' } = (layout.segments[row] as Segment).assignment;
  const conversion = type.startsWith('money') ? conversionOf(plan.document, currency) : undefined;
  const rate = conversion && cells.exchange?.(currency);
  if (conversion === undefined || rate === undefined || 'fault' in rate) return undefined;
  const amount = `${words.number(String(fields[field] ?? ''))} ${currency}`;
  return words.salary.converted(amount, words.number(toExactText(rate)), conversion.on);
}

/** How an input came about, where more is to be said than where it stands. */
export function inputWords(sources: Sources): (input: Input, row: number) => string | undefined {
  const { layout, shares } = sources;
  const { words, plan, cells, earningsFile } = sources.resolution;
  return (input, row) => {
    if (input.from === 'share')
      return input.by === undefined ? shares[row]?.text : sources.otherShares.text(input.by, row);
    if (input.from === 'exception') {
      const decision = decisionAt(input.kind, row, sources);
      return decision && exceptionText(decision, words);
    }
    if (input.from === 'person') return convertedText(input, row, sources);
    if (input.from === 'amount') return convertedText(input, layout.firstSegment(row), sources);
    if (input.from !== 'salary' && input.from !== 'earnings') return undefined;
    const participant = layout.participantOf(layout.personOf(row));
    const segment = layout.segments[row] as Segment;
    if (input.from === 'earnings')
      return earnedText(participant, segment, input.codes, { cells: earningsFile.cells, words });
    if (input.at === undefined)
      return (
        salaryText(segment.assignment, input.hours, words) ?? convertedText({ field: 'salary' }, row, sources)
      );
    const some = inForceOn(participant.person, plan.document, { day: input.at, read: cells.read });
    const salaries = some.map(({ assignment, time }) => {
      const text = salaryText(assignment, input.hours, words) ?? assignment.fields['salary'];
      return some.length === 1 ? text : `${text} × ${words.shares.time(words.number(percentText(time)))}`;
    });
    return words.salary.asOf(salaries.join(' + '), input.at);
  };
}
