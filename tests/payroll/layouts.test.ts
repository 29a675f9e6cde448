import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type PayMap, parsePayLayout, payLayouts } from '../../src/payroll/index.js';
import { golden, layoutOf, pay, SETTINGS, TOTAL, threePeople } from './support.js';

/** Cents, so that sums are exact without the library. */
const cents = (amount: string) => BigInt(amount.replace(',', '.').replace('.', ''));
const sum = (amounts: readonly string[]) =>
  amounts.filter(Boolean).reduce((all, one) => all + cents(one), 0n);
const csv = (text: string, delimiter = ',') =>
  parse(text, { delimiter, columns: true, bom: false }) as Record<string, string>[];

/** A layout, how it is told to pay, the files written by hand, and the amounts somebody else reads in them. */
interface Case {
  readonly layout: string;
  readonly map: Omit<PayMap, 'settings'> & { readonly settings?: PayMap['settings'] };
  readonly files: readonly string[];
  readonly amounts: (text: string) => readonly string[];
}

const named = { last_name: { column: 'last' }, first_name: { column: 'first' } };
const employer = { legalEmployer: { column: 'company' }, costCentre: { column: 'centre' } };
const told = {
  ...employer,
  offCycleReason: 'late',
  note: 'for 2026, "final"',
  flags: { pensionable: 'yes' },
};

const cases: readonly Case[] = [
  {
    layout: 'adp-paydata',
    map: { codes: 'BONUS', employeeId: { column: 'file' } },
    files: ['PRAB_EPI.csv'],
    amounts: (text) => csv(text).map((row) => row['Earnings 3 Amount'] ?? ''),
  },
  {
    layout: 'paychex-spi',
    map: { codes: 'BONUS' },
    files: ['paychex-12345678.csv'],
    amounts: (text) => csv(text).map((row) => row['Amount'] ?? ''),
  },
  {
    layout: 'gusto',
    map: { codes: { a: 'bonus', b: 'commission' }, employeeId: { column: 'gusto' }, flags: named },
    files: ['gusto.csv'],
    amounts: (text) => csv(text).flatMap((row) => [row['bonus'] ?? '', row['commission'] ?? '']),
  },
  {
    layout: 'successfactors',
    map: { codes: 'BONUS' },
    files: ['EmpPayCompNonRecurring-EUR.csv'],
    amounts: (text) => csv(text).map((row) => row['value'] ?? ''),
  },
  {
    layout: 'oracle-hdl',
    map: { codes: 'BONUS' },
    files: ['ElementEntry.dat'],
    amounts: (text) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('MERGE|ElementEntryValue|'))
        .map((line) => line.split('|').at(-1) ?? ''),
  },
  {
    layout: 'datev-lodas',
    map: { codes: 'Prämie', ...employer, settings: { ...SETTINGS['datev-lodas'], costCentres: 'yes' } },
    files: ['lodas-54321.txt'],
    amounts: (text) =>
      (text.split('[Bewegungsdaten]\r\n')[1] ?? '')
        .split('\r\n')
        .filter(Boolean)
        .map((line) => line.split(';')[2] ?? ''),
  },
  {
    layout: 'silae',
    map: { codes: 'BONUS', employeeId: { column: 'matricule' } },
    files: ['silae.csv', 'silae-dsn.csv'],
    amounts: (text) => csv(text, ';').map((row) => row['Valeur'] ?? row['S21.G00.52.002'] ?? ''),
  },
  {
    layout: 'frappe-hrms',
    map: { codes: 'BONUS', ...employer },
    files: ['additional-salary-EUR.csv'],
    amounts: (text) => csv(text).map((row) => row['amount'] ?? ''),
  },
  {
    layout: 'csv',
    map: { codes: 'BONUS', ...told },
    files: ['pay-EUR.csv'],
    amounts: (text) => csv(text).map((row) => row['amount'] ?? ''),
  },
  {
    layout: 'ndjson',
    map: { codes: 'BONUS', ...told },
    files: ['pay-EUR.ndjson'],
    amounts: (text) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).amount),
  },
];

describe.each(cases)('$layout', ({ layout, map, files, amounts }) => {
  const settings = map.settings ?? SETTINGS[layout] ?? {};
  const made = () => pay(threePeople('EUR'), layout, { ...map, settings });

  test('its files are, byte for byte, those written by hand from its description', () => {
    const { files: written, issues } = made();
    expect(issues).toEqual([]);
    expect(written.map(({ name }) => name)).toEqual(files);
    for (const { name, content } of written) expect(Buffer.from(content)).toEqual(golden(name));
  });

  test("another reader finds the run's total in each of them, to the cent", () => {
    for (const { name, content, amount } of made().files) {
      const encoding = layoutOf(layout).files[0]?.encoding === 'windows-1252' ? 'latin1' : 'utf8';
      expect(sum(amounts(Buffer.from(content).toString(encoding))), name).toBe(cents(TOTAL));
      expect(amount).toBe(TOTAL);
    }
  });

  test('the control totals are those of the run, and a second export gives the same bytes', () => {
    const lines = layout === 'gusto' ? 3 : 2;
    expect(made().controls).toEqual([{ currency: 'EUR', lines, amount: TOTAL }]);
    expect(made()).toEqual(made());
  });
});

test('every layout that is known by name is one that can be described in data', () => {
  expect(payLayouts.map(({ layout }) => layout).toSorted()).toEqual(
    cases.map(({ layout }) => layout).toSorted(),
  );
  for (const layout of payLayouts)
    expect(parsePayLayout(layout), layout.layout).toMatchObject({ ok: true, layout });
});
