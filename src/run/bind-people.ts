import { ratioLacksPercent } from '../concepts/check.js';
import type { Segment } from '../concepts/segment.js';
import type { Variant } from '../concepts/variant.js';
import { cellIssue } from '../data/cells.js';
import type { Earning } from '../data/earnings.js';
import type { PayException } from '../data/exceptions.js';
import type { Assignment, Person } from '../data/people.js';
import { missingField } from '../data/people-issues.js';
import { type Issue, type IssueInput, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import { inPercent } from '../num/decimal.js';
import {
  adviceOn,
  couldBeThousands,
  isNumber,
  type Literal,
  type ReadLiteral,
  type ReadNumber,
} from '../num/literal.js';
import { compare, multiply, ONE, type Ratio, sign } from '../num/ratio.js';
import type { FieldType } from '../plan/formula.js';
import type { Fault, Value } from '../program/value.js';
import type { Share } from './shares.js';

/** Whose cells are read, and the currency the award is in. */
export interface Payee {
  /** The columns that anybody has. */
  readonly columns: () => ReadonlySet<string>;
  readonly person: Person;
  readonly currency: string;
}

/** A person who takes part: the segments, what each weighs, and what is decided for them. */
export interface Participant extends Payee {
  readonly segments: readonly Segment[];
  /** Whether the person left early and is treated as a leaver. */
  readonly leaves: boolean;
  /** Exceptions in force, and the numbers they state. */
  readonly exceptions: readonly PayException[];
  readonly decided: ReadonlyMap<PayException, Ratio>;
  readonly earnings: readonly Earning[];
  readonly variant: Variant;
  /** What each segment weighs. */
  readonly shares: readonly Share[];
  /** What is particular about the person, in words. */
  readonly notes: readonly string[];
}

/**
 * The currency of a person's award: the plan's, or else the one currency of the person's pay.
 *
 * Issues:   people.currency.missing, people.currency.unknown, run.currency.mixed
 */
export function currencyOf(
  { person, columns }: Pick<Payee, 'person' | 'columns'>,
  segments: readonly Segment[],
  planCurrency: string | undefined,
): string | Fault {
  if (planCurrency !== undefined) return planCurrency;
  const currencies = [...new Set(segments.map(({ assignment }) => assignment.currency))];
  const [first] = currencies;
  const at =
    segments.find(({ assignment }) => assignment.currency === undefined)?.assignment.at ??
    segments[0]?.assignment.at ??
    person.at;
  if (first === undefined || currencies.includes(undefined)) {
    return columns().has('currency')
      ? { fault: [currencyIssue('people.currency.missing', person, at, 'Pay has no currency')] }
      : fault(columnMissing('currency', [...columns()], person.at));
  }
  if (currencies.length > 1) return { fault: [mixed(person, `Pay is in ${currencies.join(' and ')}`, at)] };
  return isCurrency(first)
    ? first
    : { fault: [currencyIssue('people.currency.unknown', person, at, `${quote(first)} is not a currency`)] };
}

function currencyIssue(
  code: 'people.currency.missing' | 'people.currency.unknown',
  { id }: Person,
  at: Person['at'],
  what: string,
): Issue {
  return issue({
    code,
    at: { ...at, column: 'currency' },
    path: ['currency'],
    message: `${what} (person ${quote(id)})`,
    expected: 'a code of ISO 4217, such as EUR',
    hint: 'Write the currency; the person is withheld until then',
  });
}

/** Two currencies in one award: there is no rate to convert with. */
export function mixed({ id }: Person, what: string, at: Person['at']): Issue {
  return cellIssue(at, 'currency', {
    code: 'run.currency.mixed',
    message: `${what}, and an award has one currency (person ${quote(id)})`,
    expected: 'pay and plan amounts in one currency',
    hint: 'Give the amounts in the currency of the award; the person is withheld until then',
  });
}

/** What one unit of a currency is in the plan's; a fault where there is no rate. */
export type Exchange = (from: string) => Ratio | Fault;

/** How the cells of the people file are read. */
export interface CellReader {
  readonly decimal: '.' | ',';
  read(raw: Literal): ReadLiteral;
  /** What one unit of a currency is in the plan's, where the plan converts. */
  readonly exchange?: Exchange;
}

/**
 * A field of a person as the plan reads it. Nothing is assumed: an empty field is a fault, not a zero.
 *
 * Issues:   people.field.missing, people.field.number, people.field.percent, people.field.negative, run.currency.mixed
 */
export function readField(
  participant: Payee,
  assignment: Assignment,
  field: string,
  type: FieldType,
  cells: CellReader,
): Value {
  const raw = Object.hasOwn(assignment.fields, field) ? assignment.fields[field] : undefined;
  const place = () => ({
    person: participant.person,
    at: { ...assignment.at, column: field },
    path: [field],
  });
  if (raw === undefined || raw === '')
    return (
      missingEverywhere(participant, field) ?? {
        fault: [missingField(participant.person.id, assignment.at, field, 'the plan reads it')],
      }
    );
  if (type === 'category') return String(raw);
  if (type === 'yesNo') return yesOrNo(raw) ?? fault(neither(place(), raw));
  const { decimal } = cells;
  const read = cells.read(raw);
  if (!isNumber(read)) return fault(notANumber(place(), raw, adviceOn(read.fault, decimal)));
  if (type === 'percent' && sign(read.value) < 0) return fault(negative(place(), raw));
  if (lacksPercentSign(type, raw, read)) return fault(noPercent(place(), raw, read));
  if (type !== 'money' && type !== 'money per year') return read.value;
  if (sign(read.value) < 0 || read.percent) return fault(negative(place(), raw));
  if (couldBeThousands(raw, decimal) && minorDigits(assignment.currency ?? '') !== 3)
    return fault(ambiguous(place(), raw));
  return inAwardCurrency(participant, assignment, [field, read.value], cells.exchange);
}

/** `true` or `false`, as files write them. */
function yesOrNo(raw: Literal): 'true' | 'false' | undefined {
  const word = String(raw).trim().toLowerCase();
  if (word === 'true' || word === 'yes') return 'true';
  return word === 'false' || word === 'no' ? 'false' : undefined;
}

function neither({ person, at, path }: Place, raw: Literal): IssueInput {
  return {
    code: 'people.field.yes-no',
    at,
    path,
    message: `${quote(String(raw))} is neither yes nor no (person ${quote(person.id)})`,
    expected: 'yes, no, true or false',
    hint: 'Correct the cell; the person is withheld until then',
  };
}

/** A target percent of 2 is as likely 2 % as 200 %: from 1 on it needs its sign; other ratios from above 2 on. */
function lacksPercentSign(type: FieldType, raw: Literal, read: ReadNumber): boolean {
  if (type === 'percent') return !read.percent && !String(raw).includes('/') && compare(read.value, ONE) >= 0;
  return type === 'ratio' && ratioLacksPercent(raw, read);
}

/** Pay counts only in the currency of the award, or at the rate of the plan's day. */
function inAwardCurrency(
  { person, currency }: Payee,
  assignment: Assignment,
  [field, amount]: readonly [string, Ratio],
  exchange: Exchange | undefined,
): Value {
  if (assignment.currency === currency) return amount;
  if (exchange && assignment.currency !== undefined) {
    const rate = exchange(assignment.currency);
    return 'fault' in rate ? rate : multiply(amount, rate);
  }
  if (assignment.currency === undefined)
    return fault(currencyIssue('people.currency.missing', person, assignment.at, 'Pay has no currency'));
  return fault(
    mixed(person, `The award is in ${currency} and ${field} in ${assignment.currency}`, assignment.at),
  );
}

/** A column that nobody has is one issue, not one a person: it is missing or called otherwise. */
function missingEverywhere({ columns, person }: Payee, field: string): Fault | undefined {
  const known = [...columns()];
  return known.includes(field) ? undefined : fault(columnMissing(field, known, person.at));
}

/** The issue for a column that the people file does not have. */
export function columnMissing(column: string, known: readonly string[], { file }: Person['at']): IssueInput {
  const near = nearest(column, known);
  return {
    code: 'people.column.missing',
    at: file === undefined ? {} : { file },
    path: [column],
    message: `Nobody has a ${column}: there is no column ${quote(column)}, or it is empty`,
    expected:
      known.length > 0
        ? `a column ${column}; the columns with values are ${known.slice(0, 12).join(', ')}`
        : `a column ${column}`,
    hint: near
      ? `Did you mean ${quote(near)}? Rename the column, or the field in the plan`
      : 'Add the column, or correct the name in the plan',
  };
}

interface Place {
  readonly person: Person;
  readonly at: Person['at'];
  readonly path: readonly string[];
}

function fault(input: IssueInput): Fault {
  return { fault: [issue(input)] };
}

function notANumber({ person, at, path }: Place, raw: Literal, advice: string): IssueInput {
  return {
    code: 'people.field.number',
    at,
    path,
    message: `${quote(String(raw))} is not a number (person ${quote(person.id)})`,
    expected: 'a number such as 85000.00 or 12.5%',
    hint: `${advice}; the person is withheld until then`,
  };
}

function ambiguous({ person, at, path }: Place, raw: Literal): IssueInput {
  return {
    code: 'people.field.number',
    at,
    path,
    message: `${quote(String(raw))} could mean ${String(raw).replace(/[.,]/, '')} or ${raw} (person ${quote(person.id)})`,
    expected: 'an amount such as 58400 or 58.40',
    hint: 'Declare decimal commas if the file has them, or write the amount without doubt; the person is withheld until then',
  };
}

function noPercent({ person, at, path }: Place, raw: Literal, read: ReadNumber): IssueInput {
  return {
    code: 'people.field.percent',
    at,
    path,
    message: `${quote(String(raw))} would be ${inPercent(read.value)} (person ${quote(person.id)})`,
    expected: `${raw}%, or a decimal such as 0.1`,
    hint: 'Add the percent sign; the person is withheld until then',
  };
}

function negative({ person, at, path }: Place, raw: Literal): IssueInput {
  return {
    code: 'people.field.negative',
    at,
    path,
    message: `${quote(String(raw))} is not an amount of pay (person ${quote(person.id)})`,
    expected: 'an amount of zero or more',
    hint: 'Correct the cell; the person is withheld until then',
  };
}
