import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { worksheetFiles } from '../../src/cli/worksheet-files.js';
import { parseDecisions } from '../../src/data/index.js';
import { worksheetSheets, worksheets } from '../../src/decide/index.js';
import { tableFromBytes, toXlsx } from '../../src/node/index.js';
import { unzip } from '../../src/node/unzip.js';
import type { Writing } from '../support/base.js';
import { decidedPlan, decision, report, storedOf } from './support.js';

const people = [
  report('007', { name: 'Ann Adler' }),
  report('ben'),
  report('e-77', { manager: 'm-2', name: '=Zoltan()' }),
];
const made = (more: readonly Writing[] = [], rules: Writing = {}) =>
  worksheets(storedOf({ people: [...people, ...more], documents: [decidedPlan(rules)] }));

describe('worksheets', () => {
  test('are one for each decider, with what is allowed: 80 % to 120 % of 7,300, and twice 7,300 to spend', () => {
    const { worksheets: sheets, issues } = made();
    expect(issues).toEqual([]);
    expect(sheets.map(({ decider, rows }) => [decider, rows.map(({ id }) => id)])).toEqual([
      ['m-1', ['007', 'ben']],
      ['m-2', ['e-77']],
    ]);
    const row = { plan: 'daily', target: '7300.00', formula: '7300.00', currency: 'EUR' };
    expect(sheets[0]).toMatchObject({
      run: { status: 'draft', asOf: '2027-01-31' },
      rows: [{ id: '007', name: 'Ann Adler', ...row, lowest: '5840.00', highest: '8760.00', by: 'm-1' }, {}],
      budgets: [
        {
          plan: 'daily',
          version: '1',
          currency: 'EUR',
          people: 2,
          formula: '14600.00',
          budget: '14600.00',
          left: '0.00',
        },
      ],
    });
  });

  test('round what is allowed into the range: a third and two thirds of 7,300 are 2,433.34 and 4,866.66', () => {
    const [sheet] = made([], { range: { from: '1/3', to: '2/3' } }).worksheets;
    expect(sheet?.rows[0]).toMatchObject({ lowest: '2433.34', highest: '4866.66' });
  });

  test('say what is not limited, and that no budget is controlled', () => {
    const [sheet] = made([], { range: { from: 'unlimited', to: 'unlimited' }, budget: undefined }).worksheets;
    expect(sheet?.rows[0]).toMatchObject({ lowest: '0.00' });
    expect(sheet?.rows[0]?.highest).toBeUndefined();
    expect(sheet?.budgets[0]?.budget).toBeUndefined();
    const [decisions] = sheet ? worksheetSheets(sheet) : [];
    expect(decisions?.rows[0]?.slice(6)).toEqual([
      { number: '0.00', decimals: 2 },
      { text: 'unlimited' },
      ...[undefined, undefined, { text: 'm-1' }, undefined],
      ...[{ text: 'not controlled' }, undefined],
    ]);
  });

  test('leave out who is withheld or has no decider, and say so', () => {
    const { worksheets: sheets, issues } = made([
      report('dee', { manager: '' }),
      report('eve', { salary: 'x' }),
    ]);
    expect(sheets.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['007', 'ben', 'e-77']);
    expect(issues.map(({ code }) => code)).toEqual([
      'decisions.decider.none',
      'decisions.worksheet.withheld',
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('"dee"'),
      expect.stringContaining('"eve"'),
    ]);
  });

  test('show what stands decided, and keep the formula apart from it', () => {
    const run = storedOf({ people, decisions: [decision('ben', '7000', { reason: 'Fewer calls' })] });
    const [sheet] = worksheets(run).worksheets;
    expect(sheet?.rows[1]).toMatchObject({
      ...{ formula: '7300.00', highest: '8760.00' },
      ...{ amount: '7000.00', reason: 'Fewer calls', on: '2027-01-20' },
    });
    expect(sheet?.budgets[0]).toMatchObject({ formula: '14600.00', amount: '14300.00', left: '300.00' });
  });

  test('of one decider are that one alone, and of nobody an issue', () => {
    const run = storedOf({ people });
    expect(worksheets(run, { decider: 'm-2' }).worksheets.map(({ decider }) => decider)).toEqual(['m-2']);
    const nobody = worksheets(run, { decider: 'm-3' });
    expect(nobody.worksheets).toEqual([]);
    expect(nobody.issues.map(({ code }) => code)).toEqual(['decisions.decider.unknown']);
  });

  test('need a plan that lets somebody decide', () => {
    const run = storedOf({ documents: [decidedPlan({}, { decisions: undefined })] });
    expect(worksheets(run).issues.map(({ code }) => code)).toEqual(['decisions.worksheet.none']);
  });

  test('of a run of some people have no budget, and say so', () => {
    const { worksheets: sheets, issues } = worksheets(storedOf({ options: { only: ['ann'] } }));
    expect(sheets[0]?.budgets).toEqual([expect.not.objectContaining({ budget: expect.anything() })]);
    expect(issues.map(({ code }) => code)).toEqual(['decisions.budget.unchecked']);
  });

  test('have a budget for each plan and currency', () => {
    const second = decidedPlan({ by: 'manager', budget: '50%' }, { plan: 'second' });
    const run = storedOf({
      people: [report('ann'), report('ben', { currency: 'USD' })],
      documents: [decidedPlan(), second],
    });
    const [sheet] = worksheets(run).worksheets;
    expect(sheet?.budgets.map(({ plan, currency, budget }) => [plan, currency, budget])).toEqual([
      ['daily', 'EUR', '7300.00'],
      ['daily', 'USD', '7300.00'],
      ['second', 'EUR', '3650.00'],
      ['second', 'USD', '3650.00'],
    ]);
  });
});

/** The parts of a workbook as text. */
function textOf(bytes: Uint8Array, part = ''): string {
  const unzipped = unzip(bytes, 10_000_000, (name) => name.endsWith(part));
  if ('fault' in unzipped) throw new Error(unzipped.reason);
  return unzipped.entries.map((one) => Buffer.from(one.bytes).toString('utf8')).join('\n');
}

/** A worksheet as a manager returns it: with amounts and reasons. */
const filled = (rows: readonly Writing[]) =>
  rows.map((row, index) => ({
    ...row,
    amount: ['8000', '6600'][index] ?? '',
    reason: 'Talked over',
    on: '2027-01-20',
  }));

describe.each(['xlsx', 'csv'] as const)('a worksheet as %s', (format) => {
  const read = async (index: number) => {
    const { files, issues } = await worksheetFiles(made().worksheets, format);
    expect(issues).toEqual([]);
    const { name, content } = files[index] as (typeof files)[number];
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return { name, bytes, ...(await tableFromBytes(bytes, name, format)) };
  };

  test('reads back: ids as text, amounts as they are, and blank it decides nothing', async () => {
    const { name, table, issues } = await read(0);
    expect(name).toBe(`worksheet-m-1.${format}`);
    expect(issues).toEqual([]);
    expect(table.rows.map(({ id, formula, by }) => [id, Number(formula), by])).toEqual([
      ['007', 7300, 'm-1'],
      ['ben', 7300, 'm-1'],
    ]);
    expect(parseDecisions(table)).toEqual({ decisions: [], issues: [] });
  });

  test('is accepted as it was filled in, by the run it was made of', async () => {
    const { table } = await read(0);
    const run = storedOf({ people, decisions: filled(table.rows) });
    expect(run.issues).toEqual([]);
    expect(run.awards.map(({ person, amount, decided }) => [person, amount, decided?.formula])).toEqual([
      ['007', '8000.00', '7300.00'],
      ['ben', '6600.00', '7300.00'],
      ['e-77', '7300.00', undefined],
    ]);
  });

  test('is refused by a run in which the formula gives another amount', async () => {
    const { table } = await read(0);
    const actuals = [{ metric: 'score', group: 'North', value: 60, status: 'final' }];
    const run = storedOf({ people, actuals, decisions: filled(table.rows) });
    const codes = run.issues.map(({ code }) => code);
    expect(codes).toEqual(['decisions.formula.other', 'decisions.formula.other']);
  });

  test('holds nobody whom somebody else decides on', async () => {
    const { bytes } = await read(0);
    const text = format === 'csv' ? Buffer.from(bytes).toString('utf8') : textOf(bytes);
    expect(text).toContain('Ann Adler');
    for (const other of ['e-77', 'Zoltan', 'm-2']) expect(text).not.toContain(other);
  });

  test('cannot do harm by a name that is a formula', async () => {
    const { table } = await read(1);
    expect(table.rows[0]?.['name']).toBe(format === 'csv' ? "'=Zoltan()" : '=Zoltan()');
  });
});

describe('files of worksheets', () => {
  const deciders = (...ids: readonly string[]) =>
    worksheets(storedOf({ people: ids.map((manager, index) => report(`e-${index}`, { manager })) }))
      .worksheets;

  test('have names that stay in the folder, another for each decider', async () => {
    const ids = [
      '../../etc/passwd',
      'CON',
      'con',
      'm 1',
      'm/1',
      'm\\1',
      'm_1',
      'Zoë',
      `x${'y'.repeat(300)}`,
      '.',
    ];
    const { files, issues } = await worksheetFiles(deciders(...ids), 'csv');
    expect(issues).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual([
      'worksheet-_etc_passwd.csv',
      ...['worksheet-CON.csv', 'worksheet-con-2.csv'],
      ...['worksheet-m_1.csv', 'worksheet-m_1-2.csv', 'worksheet-m_1-3.csv', 'worksheet-m_1-4.csv'],
      'worksheet-Zo_.csv',
      `worksheet-x${'y'.repeat(59)}.csv`,
      'worksheet-_.csv',
    ]);
  });

  test('that would not read back as they are are refused: XLSX keeps an id that CSV cannot', async () => {
    const sheets = worksheets(storedOf({ people: [report('=ann')] })).worksheets;
    expect((await worksheetFiles(sheets, 'csv')).issues.map(({ code }) => code)).toEqual([
      'decisions.worksheet.text',
    ]);
    expect((await worksheetFiles(sheets, 'xlsx')).issues).toEqual([]);
    const control = worksheets(storedOf({ people: [report('a\u0001b')] })).worksheets;
    expect((await worksheetFiles(control, 'xlsx')).issues.map(({ code }) => code)).toEqual([
      'decisions.worksheet.text',
    ]);
  });

  test('are the same bytes whenever they are made', async () => {
    const [sheet] = made().worksheets;
    const sheets = sheet ? worksheetSheets(sheet) : [];
    expect(Buffer.from(await toXlsx(sheets)).equals(Buffer.from(await toXlsx(sheets)))).toBe(true);
  });

  test('calculate what is left of the budget from what is filled in', async () => {
    const [sheet] = made().worksheets;
    const bytes = Buffer.from(await toXlsx(sheet ? worksheetSheets(sheet) : []));
    const xml = textOf(bytes, 'sheet2.xml');
    const own = '(decisions!$C$2:$C$3=$C$2)*(decisions!$F$2:$F$3=$E$2)';
    expect(xml).toContain(
      `<f>SUMPRODUCT(${own}*(decisions!$I$2:$I$3=""),decisions!$E$2:$E$3)+SUMPRODUCT(${own},decisions!$I$2:$I$3)</f>`,
    );
    expect(xml).toContain('<f>$H$2-$I$2</f>');
    expect(await readSheet(bytes, 'budget')).toMatchObject([
      expect.any(Array),
      ['m-1', '2027-01-31', 'daily', '1', 'EUR', 2, 14600, 14600, null, null],
    ]);
  });
});

test('decisions as JSON may stand in a list of their own name', async () => {
  const text = JSON.stringify({ decisions: [decision('ann', '8000')] });
  const { table, issues } = await tableFromBytes(Buffer.from(text), 'decisions.json', 'json');
  expect(issues).toEqual([]);
  expect(parseDecisions(table).decisions).toMatchObject([{ person: 'ann', amount: '8000.00', faults: [] }]);
});
