import type { TableInput } from '../data/table.js';
import type { Issue } from '../issue/issue.js';
import { literalReader } from '../num/literal.js';
import { sign } from '../num/ratio.js';
import { answerCells, countAnswer, NO_ANSWERS, readAnswer } from './answers.js';
import { type Customer, cohortCells, countCustomer, NO_CUSTOMERS, readWorth } from './customers.js';
import type { Columns } from './document.js';
import { type Faulty, noRows, type Tally } from './fact.js';
import { customersOf, type Opening, readMovement } from './movements.js';
import { onceByContent, onceById } from './once.js';
import { type Facts, type RowForm, readFacts } from './read-facts.js';
import type { Source } from './source.js';

/** What was counted of a source, by group; '' is the company. */
export interface Counting {
  /** The cells of each group's row; undefined where they cannot be written. */
  readonly cells: ReadonlyMap<string, Readonly<Record<string, string>> | undefined>;
  readonly faulty: readonly Faulty[];
  readonly tallies: readonly Tally[];
  /** Rows without a fault that name no group. */
  readonly unattributed: readonly Pick<Faulty, 'at'>[];
  readonly outside: readonly Pick<Faulty, 'at'>[];
  /** Answers, or surveys without one, by group: what was sent where each has a row. */
  readonly sent: ReadonlyMap<string, number>;
  readonly groupCells: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** The tables of a source, with the decimal sign of each. */
export interface SourceTables {
  readonly main: TableInput;
  readonly decimal: '.' | ',';
  readonly opening?: TableInput | undefined;
  readonly openingDecimal?: '.' | ',';
}

/** Counts a source by its shape. */
export function countSource(source: Source, tables: SourceTables): Counting {
  if (source.shape === 'answers') return countAnswers(source, tables);
  return source.shape === 'customers' ? countCustomers(source, tables) : countMovements(source, tables);
}

function countAnswers(source: Source, { main, decimal }: SourceTables): Counting {
  const read = readFacts(main, formOf(source, 'id'), readAnswer(source, literalReader({ decimal })));
  const { sound, faulty, outside, duplicates, issues } = settle(read);
  const answered = sound.filter((fact) => fact.value?.score !== undefined);
  // A group that nobody answered for has a row of none, so that a plan can say what that pays.
  const counts = byGroup(sound, NO_ANSWERS, (count, { value }) =>
    value?.score === undefined ? count : countAnswer(count, value.score, source.scale),
  );
  return {
    cells: mapped(counts, (count) => answerCells(source.counts, source.scale, count)),
    faulty,
    outside,
    unattributed: withoutGroup(answered, source.columns),
    sent: byGroup(sound, 0, (count) => count + 1),
    groupCells: read.groupCells,
    tallies: [
      {
        ...tallyOf(source, source.document.file, read),
        ...{ counted: answered.length, duplicates, outside: outside.length, faulty: faulty.length },
        unanswered: sound.length - answered.length,
        unattributed: withoutGroup(answered, source.columns).length,
      },
    ],
    issues,
  };
}

function countCustomers(source: Source, { main, decimal }: SourceTables): Counting {
  const read = readFacts(main, formOf(source, 'customer'), (cells) => ({
    start: readWorth(cells, 'start', decimal),
    end: readWorth(cells, 'end', decimal),
  }));
  const { sound, faulty, duplicates, issues } = settle(read);
  const customers = sound.flatMap(({ value, ...fact }) => (value ? [{ ...fact, ...value }] : []));
  const tally = { counted: customers.length, duplicates, faulty: faulty.length };
  const counted = countCohort(source, customers, source.columns);
  return {
    ...counted,
    ...{ faulty, groupCells: read.groupCells, outside: [], issues },
    tallies: [{ ...tallyOf(source, source.document.file, read), ...tally, ...counted.tally }],
  };
}

function countMovements(source: Source, tables: SourceTables): Counting {
  const { document, columns, opening } = source;
  const form = formOf(source, columns.id === undefined ? undefined : 'id');
  const isHistory = opening === 'movements';
  const read = readFacts(
    tables.main,
    isHistory ? { ...form, from: undefined } : form,
    readMovement(source, tables.decimal),
  );
  const once = settleRows(read, columns.id !== undefined);
  const outside = once.facts.filter((fact) => fact.isOutside);
  const moved = once.facts.filter((fact) => !fact.isOutside);
  const start = typeof opening === 'object' ? readOpening(source, tables) : undefined;
  const { customers, faultyRows } = customersOf(moved, start?.customers, document.from);
  const sound = customers.filter((one) => one.faults.length === 0);
  const counted = countCohort(source, sound, start?.columns ?? columns);
  const tally = {
    ...{ counted: moved.length - faultyRows, duplicates: once.duplicates, outside: outside.length },
    faulty: faultyRows,
  };
  return {
    ...counted,
    faulty: [...customers.filter((one) => one.faults.length > 0), ...(start?.faulty ?? [])],
    outside,
    groupCells: new Set([...read.groupCells, ...(start?.groupCells ?? [])]),
    tallies: [
      { ...tallyOf(source, document.file, read), ...tally, ...counted.tally },
      ...(start ? [start.tally] : []),
    ],
    issues: [...once.issues, ...(start?.issues ?? [])],
  };
}

/** What customers were worth at the start, from a file of its own. */
function readOpening(source: Source, { opening: table = [], openingDecimal = '.' }: SourceTables) {
  const { file, columns: named } = source.opening as Exclude<Source['opening'], 'movements' | undefined>;
  const columns: Columns = {
    ...{ customer: named.customer, start: named.value },
    ...(named.group !== undefined && { group: named.group }),
  };
  const form: RowForm = {
    file,
    columns,
    once: 'customer',
    skipped: 0,
    groups: source.groups,
    where: new Map(),
  };
  const read = readFacts(table, form, (cells) => readWorth(cells, 'start', openingDecimal));
  const { facts, duplicates, issues } = settleRows(read, true);
  const customers = new Map<string, Opening>();
  for (const { id, at, group, value, faults } of facts)
    if (id !== '' && value !== undefined) customers.set(id, { at, group, value, faults });
  const faulty = facts.filter((fact) => fact.faults.length > 0);
  const tally: Tally = {
    ...tallyOf(source, file, read),
    ...{ counted: facts.length - faulty.length, duplicates, faulty: faulty.length },
  };
  return { columns, customers, faulty, tally, groupCells: read.groupCells, issues };
}

function countCohort(source: Source, customers: readonly Customer[], columns: Columns) {
  const there = customers.filter((one) => sign(one.start) > 0);
  const counts = byGroup(there, NO_CUSTOMERS, countCustomer);
  const unattributed = withoutGroup(there, columns);
  return {
    cells: mapped(counts, (count) => cohortCells(source.counts, count)),
    unattributed,
    sent: new Map<string, number>(),
    tally: {
      ...{ customers: there.length, newCustomers: customers.length - there.length },
      unattributed: unattributed.length,
    },
  };
}

function formOf({ document, columns, skipped, groups, where }: Source, once: RowForm['once']): RowForm {
  const { file, from, until } = document;
  return { file, columns, once, skipped, groups, where, from, until };
}

/** Facts of which each stands once; days that do not count and faults are kept apart. */
function settle<T>(read: Facts<T>) {
  const { facts, duplicates, issues } = settleRows(read, true);
  const inside = facts.filter((fact) => !fact.isOutside);
  return {
    ...{ duplicates, issues },
    outside: facts.filter((fact) => fact.isOutside),
    faulty: inside.filter((fact) => fact.faults.length > 0),
    sound: inside.filter((fact) => fact.faults.length === 0),
  };
}

function settleRows<T>(read: Facts<T>, hasId: boolean) {
  if (!hasId) return { facts: onceByContent(read.facts), duplicates: 0, issues: read.issues };
  const once = onceById(read.facts);
  return { ...once, issues: [...read.issues, ...once.issues] };
}

function tallyOf({ document }: Source, file: string, { rows, blank, filtered }: Facts<unknown>): Tally {
  return { ...noRows(document.metric, file), rows, blank, filtered };
}

function withoutGroup<F extends { readonly group: string }>(all: readonly F[], columns: Columns): F[] {
  return columns.group === undefined ? [] : all.filter((one) => one.group === '');
}

/** Counts everything for the company and, where it has a group, for the group too. */
function byGroup<F extends { readonly group: string }, C>(
  all: readonly F[],
  none: C,
  count: (before: C, one: F) => C,
): Map<string, C> {
  const counts = new Map<string, C>();
  for (const one of all)
    for (const group of one.group === '' ? [''] : ['', one.group])
      counts.set(group, count(counts.get(group) ?? none, one));
  return counts;
}

function mapped<A, B>(counts: ReadonlyMap<string, A>, cellsOf: (count: A) => B): Map<string, B> {
  return new Map([...counts].map(([group, count]) => [group, cellsOf(count)]));
}
