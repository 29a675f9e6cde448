import { cellIssue } from '../data/cells.js';
import type { Assignment } from '../data/people.js';
import { quote } from '../issue/issue.js';
import { add, compare, divide, multiply, ONE, type Ratio, sign } from '../num/ratio.js';
import { type Fault, isFault, type Value } from '../program/value.js';
import type { Words } from '../words/words.js';
import { type CellReader, type Payee, readField } from './bind-people.js';
import { type InForce, timeOf } from './in-force.js';

/**
 * Yearly salary of an assignment, for the hours worked or for full time.
 *
 * Issues:   those of fields, people.salary.is when part-time does not say what the salary is
 */
export function yearlySalary(
  participant: Payee,
  assignment: Assignment,
  hours: 'share' | 'full',
  cells: CellReader,
): Value {
  const paid = readField(participant, assignment, 'salary', 'money per year', cells);
  const { fields } = assignment;
  if (isFault(paid) || !PARTS.some((part) => Object.hasOwn(fields, part))) return paid;
  const times = above0(participant, assignment, 'salaryTimes', cells);
  if (isFault(times)) return times;
  const yearly = multiply(paid as Ratio, times);
  const share = partOfFullTime(participant, assignment, cells);
  if (isFault(share) || isWhole(share)) return isFault(share) ? share : yearly;
  const is = fields['salaryIs'];
  if (is !== 'fullTime' && is !== 'actual') return salaryIs(participant, assignment);
  if (is === 'fullTime') return hours === 'share' ? multiply(yearly, share) : yearly;
  return hours === 'share' ? yearly : divide(yearly, share);
}

const PARTS = ['salaryTimes', 'hoursShare'] as const;

/** How the yearly salary was made up; undefined where the column holds it. */
export function salaryText(
  { fields }: Assignment,
  hours: 'share' | 'full',
  { salary: told }: Words,
): string | undefined {
  const { salary, salaryTimes, hoursShare, salaryIs: is } = fields;
  const part = is === 'fullTime' ? '×' : '÷';
  const words = [
    salaryTimes !== undefined && told.times(String(salaryTimes)),
    hoursShare !== undefined &&
      (is === 'fullTime') === (hours === 'share') &&
      told.hours(part, String(hoursShare)),
  ].filter((word) => word !== false);
  return words.length === 0 ? undefined : [salary, ...words].join(' ');
}

/** The part of full time that somebody works; all of it where the column is blank. */
export function partOfFullTime(participant: Payee, assignment: Assignment, cells: CellReader): Ratio | Fault {
  return above0(participant, assignment, 'hoursShare', cells);
}

/** Whether an assignment is part-time, as far as can be read. */
export function isPartTime(participant: Payee, assignment: Assignment, cells: CellReader): boolean {
  const share = partOfFullTime(participant, assignment, cells);
  return isFault(share) || !isWhole(share);
}

function isWhole({ n, d }: Ratio): boolean {
  return n === d;
}

function above0(
  participant: Payee,
  assignment: Assignment,
  field: (typeof PARTS)[number],
  cells: CellReader,
): Ratio | Fault {
  if (!Object.hasOwn(assignment.fields, field)) return ONE;
  const value = readField(participant, assignment, field, field === 'hoursShare' ? 'ratio' : 'number', cells);
  const isPart = field !== 'hoursShare' || isFault(value) || compare(value as Ratio, ONE) <= 0;
  const isCount = field !== 'salaryTimes' || !String(assignment.fields[field]).includes('%');
  if (isFault(value) || (sign(value as Ratio) > 0 && isPart && isCount)) return value as Ratio | Fault;
  return {
    fault: [
      cellIssue(assignment.at, field, {
        code: 'people.field.negative',
        message: `${quote(String(assignment.fields[field]))} cannot be ${field === 'hoursShare' ? 'a part of full time' : 'how often a year pay comes'} (person ${quote(participant.person.id)})`,
        expected: field === 'hoursShare' ? 'a share up to 100%, such as 60%' : 'a number such as 12 or 2080',
        hint: 'Correct the cell; the person is withheld until then',
      }),
    ],
  };
}

function salaryIs({ person }: Payee, { at }: Assignment): Fault {
  return {
    fault: [
      cellIssue(at, 'salaryIs', {
        code: 'people.salary.is',
        message: `${quote(person.id)} works part of the hours, and the salary is not said to be for full time or as paid`,
        expected: 'fullTime or actual',
        hint: 'Write which it is; the person is withheld until then',
      }),
    ],
  };
}

/** The salary of several assignments in force on a day: each for its part of the time. */
export function salaryOn(
  participant: Payee,
  some: readonly InForce[],
  hours: 'share' | 'full',
  cells: CellReader,
): Value {
  const salaries = some.map(({ assignment }) => yearlySalary(participant, assignment, hours, cells));
  const faults = salaries.filter(isFault);
  if (faults.length > 0 || salaries.length === 1) return faults[0] ?? (salaries[0] as Value);
  const parts = salaries.map((salary, index) => multiply(salary as Ratio, (some[index] as InForce).time));
  return divide(parts.reduce(add), timeOf(some));
}
