import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { applyChanges, parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import {
  type Award,
  calculate,
  formatIssue,
  type Plan,
  parseActuals,
  parsePeople,
  parsePlan,
  type Run,
  type Table,
} from '../../src/index.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { fileIn, readWorkbook, resultIn, type SheetTable, withoutCalculatedValues } from './workbook.js';

/** Folders of files as a user writes them; the workbook calculates the same people with its own formulas. */
const HERE = fileURLToPath(new URL('.', import.meta.url));

const names = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** A line of expected.csv. Who is not eligible is paid 0 in no currency. */
interface Expected {
  readonly person: string;
  readonly plan: string;
  readonly award: string;
  readonly currency: string;
  readonly status: string;
}

interface Population {
  readonly name: string;
  readonly plans: readonly Plan[];
  readonly run: Run;
  readonly expected: readonly Expected[];
}

/** Files that the workbook shows as tables of input. */
const INPUTS = ['people.csv', 'actuals.csv', 'leave.csv', 'earnings.csv', 'exceptions.csv', 'changes.csv'];

const workbook = readWorkbook(readFileSync(`${HERE}workbook.fods`, 'utf8'));
const populations = await Promise.all(names.map(load));

async function load(name: string): Promise<Population> {
  const plans = await Promise.all(plansIn(name).map((file) => planAt(`${name}/${file}`)));
  const base = parsePeople(await tableAt(`${name}/people.csv`));
  const people = has(name, 'changes.csv') ? applyChanges(base, await tableAt(`${name}/changes.csv`)) : base;
  const data = {
    people,
    actuals: parseActuals(await tableAt(`${name}/actuals.csv`)),
    ...(has(name, 'leave.csv') && { leave: parseLeave(await tableAt(`${name}/leave.csv`)) }),
    ...(has(name, 'earnings.csv') && { earnings: parseEarnings(await tableAt(`${name}/earnings.csv`)) }),
    ...(has(name, 'exceptions.csv') && {
      exceptions: parseExceptions(await tableAt(`${name}/exceptions.csv`)),
    }),
  };
  const { asOf } = JSON.parse(readFileSync(`${HERE}${name}/calculate.json`, 'utf8')) as { asOf: string };
  const run = calculate(plans, data, { asOf, steps: 'everyone' });
  const expected = (await tableAt(`${name}/expected.csv`)).rows as unknown as readonly Expected[];
  return { name, plans, run, expected };
}

function has(name: string, file: string): boolean {
  return existsSync(`${HERE}${name}/${file}`);
}

function plansIn(name: string): string[] {
  return readdirSync(`${HERE}${name}`)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
}

async function planAt(file: string): Promise<Plan> {
  const { document, issues } = await readDocument(`${HERE}${file}`);
  const parsed = parsePlan(document);
  const found = [...issues, ...parsed.issues].map(formatIssue);
  if (!parsed.ok) throw new Error([file, ...found].join('\n'));
  return parsed.plan;
}

async function tableAt(file: string): Promise<Table> {
  const { table, issues } = await readTable(`${HERE}${file}`);
  if (issues.length > 0) throw new Error([file, ...issues.map(formatIssue)].join('\n'));
  return table;
}

/** Everything in which a run differs from the workbook, in words; empty when nothing does. */
function differences({ run }: Pick<Population, 'run'>, expected: readonly Expected[]): string[] {
  const lines = (of: readonly Expected[]) => of.map(lineOf);
  const [paid, wanted] = [lines(run.awards.map(asExpected)), lines(expected)];
  return [
    ...run.issues.filter(({ severity }) => severity === 'error').map(formatIssue),
    ...wanted.filter((line) => !paid.includes(line)).map((line) => `workbook: ${line}`),
    ...paid.filter((line) => !wanted.includes(line)).map((line) => `library:  ${line}`),
  ];
}

function lineOf({ person, plan, award, currency, status }: Expected): string {
  return [person, plan, award, currency, status].join(',');
}

function asExpected({ person, plan, status, amount, currency }: Award): Expected {
  return status === 'notEligible'
    ? { person, plan, award: amount ?? '0', currency: currency ?? '', status: 'not eligible' }
    : { person, plan, award: amount ?? '', currency: currency ?? '', status };
}

describe('what the workbook pays', () => {
  test.each(populations)('$name: every person, plan, award, currency and status', (population) => {
    expect(differences(population, population.expected)).toEqual([]);
    expect(population.run.awards).toHaveLength(population.expected.length);
  });

  test('there are at least 15 populations and 60 people; some are paid nothing', () => {
    const people = populations.flatMap(({ name, expected }) =>
      expected.map(({ person }) => `${name} ${person}`),
    );
    const statuses = populations.flatMap(({ expected }) => expected.map(({ status }) => status));
    expect(populations.length).toBeGreaterThanOrEqual(15);
    expect(new Set(people).size).toBeGreaterThanOrEqual(60);
    expect(new Set(statuses)).toEqual(new Set(['paid', 'zero', 'not eligible']));
  });

  test('the README names every population with its number of people', () => {
    const listed = readFileSync(`${HERE}README.md`, 'utf8').matchAll(/^\| (\d\S+) \| (\d+) \|/gm);
    const counted = populations.map(({ name, expected }) => [
      name,
      String(new Set(expected.map(({ person }) => person)).size),
    ]);
    expect([...listed].map(([, name, people]) => [name, people])).toEqual(counted);
  });
});

describe('the runs', () => {
  test.each(populations)('$name: nobody is lost, nobody withheld, and parts sum to the award', ({ run }) => {
    expect(run.reconciliation.holds).toBe(true);
    expect(run.reconciliation.people.withheld).toBe(0);
    for (const { parts = [], amount = '0' } of run.awards) {
      const sum = parts.reduce((total, part) => total.add(part.amount), new Fraction(0));
      expect(sum.equals(amount)).toBe(true);
    }
  });
});

describe('the workbook', () => {
  test('has one sheet for every population', () => {
    expect([...workbook.keys()]).toEqual(names);
  });

  test.each(names)('%s: its inputs are those of the files', async (name) => {
    const sheet = workbook.get(name) ?? [];
    for (const file of INPUTS) {
      const table = fileIn(sheet, file);
      expect([file, table !== undefined]).toEqual([file, has(name, file)]);
      if (table) expect(unlike(table, (await tableAt(`${name}/${file}`)).rows)).toEqual([]);
    }
  });

  test.each(names)('%s: what it pays is calculated in it, and nothing pasted', (name) => {
    const { rows } = resultIn(workbook.get(name) ?? []) as SheetTable;
    const pasted = rows.filter(([, , award, , status]) => !award?.formula || !status?.formula);
    expect(pasted).toEqual([]);
    expect(rows).toHaveLength(populations.find((one) => one.name === name)?.expected.length ?? 0);
  });
});

/** Cells of a sheet's table that are not those of the file; the columns beside them are the calculation. */
function unlike(table: SheetTable, rows: Table['rows']): string[] {
  const columns = Object.keys(rows[0] ?? {});
  const heads = columns.filter((column, index) => table.columns[index] !== column);
  const cells = rows.flatMap((row, at) =>
    columns
      .filter((column, index) => !same(String(row[column] ?? ''), table.rows[at]?.[index]?.value ?? ''))
      .map((column) => `row ${at + 1}, ${column}: ${row[column]}`),
  );
  const length = table.rows.length === rows.length ? [] : [`${table.rows.length} rows, not ${rows.length}`];
  return [...heads, ...length, ...cells];
}

/** A cell of a file and of a sheet: 12.5% stands there as 0.125. */
function same(written: string, shown: string): boolean {
  if (written === shown) return true;
  const [percent, plain] = [/^(-?[\d.]+)%$/.exec(written)?.[1], /^-?[\d.]+$/.test(written)];
  if (percent === undefined && !plain) return false;
  const value = percent === undefined ? new Fraction(written) : new Fraction(percent).div(100);
  return shown !== '' && value.equals(shown);
}

describe('a difference is found', () => {
  const [population] = populations as [Population];
  const [first] = population.expected as [Expected];
  const changed = (change: Partial<Expected>) =>
    differences(population, [{ ...first, ...change }, ...population.expected.slice(1)]);

  test.each<[string, Partial<Expected>]>([
    ['a cent', { award: new Fraction(first.award).add('0.01').toFraction() }],
    ['a currency', { currency: 'USD' }],
    ['a status', { status: 'zero' }],
    ['a person', { person: 'nobody' }],
    ['a plan', { plan: 'none' }],
  ])('%s', (_what, change) => {
    expect(changed({})).toEqual([]);
    expect(changed(change)).toHaveLength(2);
  });

  test('a cell of the workbook that is not that of the file', () => {
    const sheet = workbook.get(population.name) ?? [];
    const table = fileIn(sheet, 'people.csv') as SheetTable;
    const rows = table.rows.map((row) =>
      Object.fromEntries(row.map(({ value }, at) => [table.columns[at], value])),
    );
    expect(unlike(table, rows)).toEqual([]);
    expect(unlike(table, [{ ...rows[0], salary: '60000.01' }, ...rows.slice(1)])).toEqual([
      'row 1, salary: 60000.01',
    ]);
    expect(unlike(table, rows.slice(1))).not.toEqual([]);
  });

  test('a value that was stored beside a formula is taken out', () => {
    const cell = (value: string) =>
      `<t:table t:name="s"><t:table-row><t:table-cell t:formula='of:=1&lt;2'${value}</t:table-row></t:table>`;
    const stored = cell(' office:value-type="float" office:value="7"><text:p>7</text:p></t:table-cell>');
    const values = (xml: string) => readWorkbook(xml).get('s')?.flat();
    expect(values(stored)).toEqual([{ value: '7', formula: true, error: false }]);
    expect(values(withoutCalculatedValues(stored))).toEqual([{ value: '', formula: true, error: false }]);
    expect(withoutCalculatedValues(stored)).toBe(cell('/>'));
  });
});
