import { type ActualStatus, actualStatuses } from '../data/actuals.js';
import { cellIssue } from '../data/cells.js';
import { groupBy } from '../data/group.js';
import type { Assignment, People, Person } from '../data/people.js';
import { cellText } from '../data/table.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { readLiteral } from '../num/literal.js';
import { add, divide, multiply, ONE, type Ratio, ratio, sign, ZERO } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { StoredRun } from '../retro/index.js';
import { type InForce, inForceOn, timeOf } from '../run/in-force.js';
import { type Day, earlier } from '../time/day.js';
import { amountsOf, isSome } from './check-people.js';
import type { Closing } from './check-runs.js';
import { byTotal, split } from './split.js';

/** People whose cost is one line: those of a plan and currency with the same values in the columns asked for. */
export interface Group {
  readonly plan: string;
  readonly currency: string;
  /** The values of the columns, in their order. */
  readonly values: readonly string[];
  readonly people: number;
  /** The full period's cost in the smallest units of the currency. */
  readonly estimate: bigint;
  /** The least sure of the values that the awards rest on. */
  readonly restsOn?: ActualStatus;
}

/** What tells groups apart. */
export type GroupName = Pick<Group, 'plan' | 'currency' | 'values'>;

/** Somebody's award, or the part of it that belongs to one of several assignments at once. */
interface Part extends GroupName, Pick<Group, 'restsOn'> {
  readonly person: string;
  readonly units: Ratio;
}

/** The groups of a run, or what keeps people from being put into them. */
export interface Groups {
  readonly groups: readonly Group[];
  readonly issues: readonly Issue[];
}

/**
 * The cost of the full period by plan, currency and columns of the people. A person belongs where the assignment of the
 * closing day does, or of the period's last day after it; with several assignments at once the award is split by the
 * time in each.
 *
 * Rounds:   only awards that are split: to the smallest unit, by largest remainder, ties to the first group in order
 * Issues:   accrual.column.blank
 */
export function groupsOf({ run, path }: Closing, columns: readonly string[]): Groups {
  const { people } = run.inputs;
  const byId = new Map(people.people.map((one) => [one.id, one]));
  const documents = new Map(run.inputs.plans.map((one) => [one.plan, one]));
  const issues: Issue[] = [];
  const parts = amountsOf(run.awards).flatMap((award): Part[] => {
    const [person, document] = [byId.get(award.person), documents.get(award.plan)];
    if (!isSome(award.amount) || !person || !document) return [];
    const { person: id, plan, currency, restsOn } = award;
    const units = ratio(BigInt(award.amount.replace('.', '')));
    const common = { person: id, plan, currency, ...(restsOn && { restsOn }) };
    if (columns.length === 0) return [{ ...common, values: [], units }];
    const day = earlier(run.asOf, award.period.end);
    const places = placesOf({ person, document, day, decimal: people.decimal });
    const blank = places.flatMap(({ assignment }) => blankIn(columns, person, assignment, { run, path }));
    issues.push(...blank);
    return places.map(({ assignment, time }) => ({
      ...common,
      values: columns.map((column) => valueIn(assignment, column)),
      units: multiply(units, time),
    }));
  });
  return issues.length > 0 ? { groups: [], issues } : { groups: whole(parts, run), issues };
}

interface Where {
  readonly person: Person;
  readonly document: PlanDocument;
  readonly day: Day;
  readonly decimal: People['decimal'];
}

/** The assignments a person's award belongs to, with the part of it that does; the parts sum to 1. */
function placesOf({ person, document, day, decimal }: Where): InForce[] {
  const read = (raw: string | number) => readLiteral(raw, { decimal });
  const found = inForceOn(person, document, { day, read });
  const all = found.length > 0 ? timeOf(found) : ZERO;
  if (sign(all) > 0) return found.map(({ assignment, time }) => ({ assignment, time: divide(time, all) }));
  return person.assignments.slice(0, 1).map((assignment) => ({ assignment, time: ONE }));
}

function valueIn({ fields }: Assignment, column: string): string {
  return Object.hasOwn(fields, column) ? cellText(fields[column]) : '';
}

function blankIn(
  columns: readonly string[],
  { id }: Person,
  one: Assignment,
  { run, path }: Pick<Closing, 'run' | 'path'>,
): Issue[] {
  return columns
    .filter((column) => valueIn(one, column) === '')
    .map((column) => ({
      ...cellIssue(one.at, column, {
        code: 'accrual.column.blank',
        message: `${quote(id)} has an award as of ${run.asOf} and no ${column}`,
        expected: 'a value in every column that lines are made by',
        hint: 'Fill the cell and calculate the run again, or do not group by the column',
      }),
      path: [...path, 'people', id, column],
    }));
}

/** Parts put together in groups, in their order; each in whole units. */
function whole(parts: readonly Part[], { plans }: StoredRun): Group[] {
  const groups = [...groupBy(parts, groupKey).values()].map((own) => ({ ...(own[0] as Part), own }));
  const ordered = groups.toSorted(inGroupOrder(plans.map(({ plan }) => plan)));
  return byTotal(ordered).flatMap((some) => {
    const units = split(some.map(({ own }) => own.map((one) => one.units).reduce(add)));
    return some.map(({ own }, index) => groupOf(own, units[index] ?? 0n));
  });
}

function groupKey({ plan, currency, values }: GroupName): string {
  return JSON.stringify([plan, currency, ...values]);
}

function groupOf(own: readonly Part[], estimate: bigint): Group {
  const { plan, currency, values } = own[0] as Part;
  const restsOn = leastSure(own.map((one) => one.restsOn));
  const people = new Set(own.map(({ person }) => person)).size;
  return { plan, currency, values, people, estimate, ...(restsOn && { restsOn }) };
}

/** The least sure of some values. */
export function leastSure(statuses: readonly (ActualStatus | undefined)[]): ActualStatus | undefined {
  return actualStatuses.find((status) => statuses.includes(status));
}

/** The order of groups: plans as in the run; currencies and values letter by letter, the same in every country. */
export function inGroupOrder(plans: readonly string[]) {
  return (a: GroupName, b: GroupName): number => {
    const byPlan = plans.indexOf(a.plan) - plans.indexOf(b.plan);
    const [left, right] = [
      [a.currency, ...a.values],
      [b.currency, ...b.values],
    ];
    const at = left.findIndex((text, index) => text !== right[index]);
    if (byPlan !== 0 || at < 0) return byPlan;
    return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  };
}

/**
 * Columns that no person of a run has, or that are named twice.
 *
 * Issues:   accrual.column.unknown
 */
export function checkColumns(
  by: readonly string[],
  columns: readonly string[],
  closings: readonly Closing[],
): Issue[] {
  const twice = by.filter((column, index) => by.indexOf(column) < index);
  const unknown = closings.flatMap(({ run, path }) => {
    const assignments = run.inputs.people.people.flatMap((person) => person.assignments);
    const known = new Set(assignments.flatMap(({ fields }) => Object.keys(fields)));
    return columns.filter((column) => !known.has(column)).map((column) => noColumn(column, [...known], path));
  });
  return [...twice.map(columnTwice), ...unknown];
}

function columnTwice(column: string): Issue {
  return issue({
    code: 'accrual.column.unknown',
    path: ['by'],
    message: `The column ${quote(column)} is named twice`,
    expected: 'each column once',
    hint: 'Leave one of the two out',
  });
}

function noColumn(column: string, known: readonly string[], path: Path): Issue {
  const near = nearest(column, known);
  return issue({
    code: 'accrual.column.unknown',
    path: [...path, 'people', column],
    message: `No person of the run has a column ${quote(column)}`,
    expected: `one of ${known.slice(0, 20).map(quote).join(', ')}${known.length > 20 ? ' …' : ''}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Group by a column of the people file',
  });
}
