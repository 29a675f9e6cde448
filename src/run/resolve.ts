import { awardCurrency } from '../concepts/award-currency.js';
import { conversionOf } from '../concepts/conversion.js';
import { eligibilityOf, type Reason } from '../concepts/eligibility.js';
import { type Treatment, treatmentText } from '../concepts/leaver.js';
import type { Plan } from '../concepts/parse-plan.js';
import { countsLastDay } from '../concepts/proration.js';
import type { Segment } from '../concepts/segment.js';
import { isForFullTime } from '../concepts/target.js';
import type { Variant } from '../concepts/variant.js';
import type { PayException } from '../data/exceptions.js';
import type { People, Person } from '../data/people.js';
import { salaryColumns } from '../data/person-row.js';
import { noRate, rateOn } from '../data/rates.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { isNumber, literalReader } from '../num/literal.js';
import { ONE, type Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Program } from '../program/program.js';
import type { Fault } from '../program/value.js';
import { english } from '../words/english.js';
import type { Words } from '../words/words.js';
import { type EarningsFile, noEarningsFile } from './bind-earnings.js';
import { type CellReader, currencyOf, type Exchange, type Participant } from './bind-people.js';
import { isPartTime } from './bind-salary.js';
import type { Data } from './calculate.js';
import { exceptionFaults, exceptionsInForce, exceptionText, isApplied, variantOf } from './exceptions.js';
import { groupsRead } from './layout.js';
import { NONE, type RecordsOfPerson, recordFaults, recordsByPerson } from './person-records.js';
import { type CountDays, sharesOf } from './shares.js';
import { programsOf } from './variants.js';

/** What became of a person before anything is calculated. */
export type Resolved =
  | { readonly participant: number }
  | { readonly reason: Reason }
  | { readonly faults: readonly Issue[] };

/** Who takes part in a plan, with which days; everybody else with the reason. */
export interface Resolution {
  readonly plan: Plan;
  /** The language in which people are told what became of them. */
  readonly words: Words;
  programOf(variant: Variant): Program;
  /** In the order of people. */
  readonly resolved: readonly Resolved[];
  readonly participants: readonly Participant[];
  /** Everybody who was looked at. */
  readonly people: readonly Person[];
  readonly cells: CellReader;
  readonly earningsFile: EarningsFile;
}

/** Decides for everybody whether they take part, with which days, as what variant of the plan. */
export function resolvePlan(plan: Plan, data: Data, words: Words = english): Resolution {
  const participants: Participant[] = [];
  const exchange = exchangeOf(plan.document, data.rates);
  const cells = { ...cellsOf(data.people.decimal), ...exchange };
  const context: Context = {
    plan,
    programOf: programsOf(plan),
    words,
    count: sharesOf(plan.document, { read: cells.read, words }),
    participants,
    cells,
    columns: columnsOf(data.people),
    records: recordsByPerson(data.leave, data.earnings, data.exceptions),
    readDecided: cellsOf(data.exceptions?.decimal ?? '.'),
  };
  const resolved = data.people.people.map((person) => resolve(person, context));
  const earningsFile = {
    cells: { ...cellsOf(data.earnings?.decimal ?? '.'), ...exchange },
    period: plan.document.period,
    missing: data.earnings ? undefined : noEarningsFile(plan.id),
  };
  const { people } = data.people;
  const { programOf } = context;
  return { plan, words, programOf, resolved, participants, people, cells, earningsFile };
}

/** The rates of a plan that converts, each looked up once. */
function exchangeOf(document: PlanDocument, rates: Data['rates']): { readonly exchange?: Exchange } {
  if (document.conversion === undefined) return {};
  const known = new Map<string, Ratio | Fault>();
  return {
    exchange(from) {
      const found = known.get(from) ?? rateFrom(from);
      known.set(from, found);
      return found;
    },
  };

  function rateFrom(from: string): Ratio | Fault {
    const conversion = conversionOf(document, from);
    if (conversion === undefined) return ONE;
    return rateOn(rates ?? { rates: [] }, conversion) ?? { fault: [noRate(conversion)] };
  }
}

function cellsOf(decimal: '.' | ','): CellReader {
  return { decimal, read: literalReader({ decimal }) };
}

interface Context {
  readonly plan: Plan;
  readonly words: Words;
  readonly count: CountDays;
  programOf(variant: Variant): Program;
  readonly participants: Participant[];
  readonly cells: CellReader;
  readonly columns: () => ReadonlySet<string>;
  readonly records: (id: string) => RecordsOfPerson;
  readonly readDecided: CellReader;
}

function resolve(person: Person, context: Context): Resolved {
  const { plan, cells, participants, columns } = context;
  const { document } = plan;
  const known = context.records(person.id);
  const beside = known === NONE ? NOTHING : recordFaults(person, known, document);
  if (person.faults.length + beside.length > 0) return { faults: [...person.faults, ...beside] };
  const exceptions = exceptionsInForce(known.exceptions, document);
  const { leaves } = known;
  const { words } = context;
  const eligibility = eligibilityOf(person, document, { leaves, exceptions, read: cells.read, words });
  if (!('segments' in eligibility)) return eligibility;
  const { segments, leaver } = eligibility;
  const absent = leaver ? undefined : absentAtEnd(segments, document, words);
  if (absent) return { reason: absent };
  const currency = currencyOf({ person, columns }, segments, awardCurrency(document));
  if (typeof currency !== 'string') return { faults: currency.fault };
  const decided = numbersOf(exceptions, context.readDecided);
  const participant: Participant = {
    columns,
    person,
    segments,
    currency,
    leaves: leaver !== undefined,
    exceptions,
    earnings: known.earnings,
    variant: variantOf(exceptions, segments, leaver?.results),
    decided,
    shares: context.count({ person, segments, exceptions, decided }),
    notes: NOTHING,
  };
  const unclear = unclearIn(participant, context);
  if (unclear.length > 0) return { faults: unclear };
  const isPlain = leaver === undefined && exceptions.length === 0;
  participants.push(isPlain ? participant : { ...participant, notes: notesOf(participant, leaver, context) });
  return { participant: participants.length - 1 };
}

const NOTHING: readonly never[] = [];
const NO_NUMBERS: ReadonlyMap<PayException, Ratio> = new Map();

/** What must be said before the person can be paid. */
function unclearIn(participant: Participant, { plan, programOf, cells }: Context): readonly Issue[] {
  const { document } = plan;
  const { segments, exceptions } = participant;
  if (segments.length === 1 && exceptions.length === 0 && !isForFullTime(document)) return NOTHING;
  return [
    ...differingSegments(participant, document, programOf),
    ...(participant.exceptions.length > 0 ? exceptionFaults(participant, document) : NOTHING),
    ...unsaidHours(participant, document, cells),
  ];
}

/** The numbers that exceptions state. */
function numbersOf(
  exceptions: readonly PayException[],
  { read }: CellReader,
): ReadonlyMap<PayException, Ratio> {
  if (exceptions.length === 0) return NO_NUMBERS;
  const numbers = exceptions.flatMap((one): [PayException, Ratio][] => {
    const number = one.kind === 'treatment' ? undefined : read(one.value);
    return number !== undefined && isNumber(number) ? [[one, number.value]] : [];
  });
  return new Map(numbers);
}

function notesOf(
  participant: Participant,
  leaver: Treatment | undefined,
  { plan, words }: Context,
): readonly string[] {
  const { period } = plan.document;
  const goesOn = leaver?.days === 'all' && participant.segments.some(({ to }) => to === period.end);
  const { left, leftReason } = participant.person;
  const { leavers } = words;
  const gone = leftReason === undefined ? leavers.left(left) : leavers.leftFor(left, leftReason);
  return [
    ...(leaver ? [treatmentText({ ...leaver, days: goesOn ? 'all' : 'served' }, gone, words)] : []),
    ...participant.exceptions
      .filter((one) => isApplied(one, participant))
      .map((one) => exceptionText(one, words)),
  ];
}

/** With asOf: periodEnd what counts is the assignment on the last day; without one there nothing does. */
function absentAtEnd(
  segments: readonly Segment[],
  document: PlanDocument,
  { reasons }: Words,
): Reason | undefined {
  const { target, period } = document;
  const isDated = target === undefined ? countsLastDay(document) : target.asOf !== undefined;
  const present = segments.some(({ to }) => to === period.end);
  if (!isDated || present) return undefined;
  return { code: 'not-in-plan', message: reasons.absentOn(period.end) };
}

/** The columns with a value in some row, found when somebody first asks. */
function columnsOf({ people }: People): () => ReadonlySet<string> {
  let known: Set<string> | undefined;
  return () => {
    if (known) return known;
    known = new Set();
    for (const { assignments } of people) {
      for (const { fields, currency } of assignments) {
        if (currency !== undefined) known.add('currency');
        for (const field of Object.keys(fields)) known.add(field);
      }
    }
    return known;
  };
}

/** Without proration or a date there are no shares to sum segments by: what the plan reads of them must be the same. */
function differingSegments(
  { person: { id }, segments, variant }: Participant,
  document: PlanDocument,
  programOf: (variant: Variant) => Program,
): Issue[] {
  const { prorate, asOf } = document.target ?? {};
  if (prorate !== 'none' || asOf !== undefined || segments.length === 1) return [];
  const fields = fieldsRead(programOf(variant).steps);
  const first = segments[0] as Segment;
  const differs = ({ assignment }: Segment) =>
    assignment.currency !== first.assignment.currency ||
    fields.some((field) => assignment.fields[field] !== first.assignment.fields[field]);
  const different = segments.find(differs);
  if (!different) return [];
  return [
    issue({
      code: 'run.segments.differ',
      at: different.assignment.at,
      message: `${quote(id)} has assignments that differ, and the plan neither prorates nor says which counts`,
      expected: 'one assignment in the period, or asOf: periodEnd in the target of the plan',
      hint: 'Let the plan prorate or say asOf, or give one row with what counts; the person is withheld until then',
    }),
  ];
}

/** The columns of people that a plan reads, of groups and for the salary included. */
export function fieldsRead(steps: Program['steps']): string[] {
  const read = steps.flatMap((step) => {
    if (step.op !== 'input') return [];
    if (step.input.from === 'person' || step.input.from === 'present' || step.input.from === 'amount')
      return [step.input.field];
    if (step.input.from === 'salary') return ['salary', ...salaryColumns];
    return step.input.from === 'hours' ? ['hoursShare'] : [];
  });
  return [...new Set([...read, ...groupsRead(steps)])];
}

/** A target for full time, somebody who works part of it, and a plan that does not say what they get. */
function unsaidHours(participant: Participant, document: PlanDocument, cells: CellReader): Issue[] {
  if (document.target?.hours !== undefined || !isForFullTime(document)) return [];
  const part = participant.segments.find(({ assignment }) => isPartTime(participant, assignment, cells));
  if (!part) return [];
  return [
    issue({
      code: 'run.hours.unsaid',
      at: { ...part.assignment.at, column: 'hoursShare' },
      path: ['target', 'hours'],
      message: `${quote(participant.person.id)} works part of the hours, and the plan does not say whether its target is for full time`,
      expected: 'hours: share or hours: full in the target of the plan',
      hint: 'Say it in the plan; the person is withheld until then',
    }),
  ];
}
