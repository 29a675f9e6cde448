import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { hasErrors } from '../../src/issue/issue.js';
import { type PayLine, payLayouts, renderPay } from '../../src/payroll/index.js';
import { line, SETTINGS } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const text = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[0-9]{1,6}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{6}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a;b',
      'Zoë',
      'Paweł',
      '=1',
      '-7',
      'a|b',
      '"',
      'x'.repeat(30),
      '張',
      '\ud800',
      'a\r\nb',
      ' 1 ',
    ),
  },
  { weight: 1, arbitrary: fc.string() },
);
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }))
  .map(
    ([units]) =>
      `${units < 0n ? '-' : ''}${(units < 0n ? -units : units) / 100n}.${String((units < 0n ? -units : units) % 100n).padStart(2, '0')}`,
  );
const lines = fc.uniqueArray(
  fc.record({
    employeeId: text,
    amount,
    payCode: fc.constantFrom('BONUS', 'bonus', 'commission'),
    flags: fc.record({ last_name: text, first_name: text }),
    legalEmployer: fc.constantFrom('Acme', 'Müller & Söhne'),
  }),
  {
    minLength: 1,
    maxLength: 8,
    selector: ({ employeeId, payCode }) => JSON.stringify([employeeId, payCode]),
  },
);

/** Cells of a file by somebody else's rules: csv-parse where there are quotes, the delimiter where there are none. */
function cellsOf(name: string, content: Uint8Array): string[][] {
  const bytes = Buffer.from(content);
  if (name.endsWith('.ndjson'))
    return bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .map((row) => [JSON.parse(row).employeeId, JSON.parse(row).amount]);
  if (name.startsWith('silae') || name.startsWith('lodas'))
    return bytes
      .toString('latin1')
      .split('\r\n')
      .map((row) => row.split(';'));
  if (name.endsWith('.dat'))
    return bytes
      .toString('utf8')
      .split('\n')
      .map((row) => row.split('|'));
  return parse(bytes, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }) as string[][];
}

/** Which cells hold the id and the amounts. */
const PLACES: Readonly<
  Record<string, readonly [rows: (cells: string[][]) => string[][], id: number, amounts: readonly number[]]>
> = {
  'adp-paydata': [(all) => all.slice(1), 2, [4]],
  'paychex-spi': [(all) => all.slice(1), 1, [10]],
  gusto: [(all) => all.slice(1), 2, [3, 4, 5, 6, 7, 8]],
  successfactors: [(all) => all.slice(1), 0, [3]],
  'oracle-hdl': [
    (all) =>
      all.filter(
        ([, block, , , id]) => block === 'ElementEntryValue' && id !== 'ElementEntryId(SourceSystemId)',
      ),
    9,
    [12],
  ],
  'datev-lodas': [(all) => all.filter(([mark, , , type]) => mark === '1' && type === '2'), 5, [2]],
  silae: [(all) => all.slice(1, -1), 0, [2]],
  'frappe-hrms': [(all) => all.slice(1), 0, [2]],
  csv: [(all) => all.slice(1), 1, [3]],
  ndjson: [(all) => all, 0, [1]],
};

const cents = (cell: string) => (cell === '' ? 0n : BigInt(cell.replace(/[.,]/, '')));

test.each(payLayouts.map(({ layout }) => layout))(
  '%s: lines survive the way to payroll and back, or are refused',
  (name) => {
    const layout = payLayouts.find((one) => one.layout === name);
    const [rowsOf, id, amounts] = PLACES[name] ?? [];
    if (!layout || !rowsOf || id === undefined || !amounts) throw new Error(`Nothing is known of ${name}.`);
    let written = 0;
    const settings = {
      ...SETTINGS[name],
      ...(name === 'silae' && { dsnType: { BONUS: '027', bonus: '026', commission: '028' } }),
    };
    fc.assert(
      fc.property(lines, (given) => {
        const all = given.map(
          (one, index): PayLine =>
            line(one.employeeId, one.amount, {
              ...one,
              payCode: name === 'gusto' ? one.payCode.replace('BONUS', 'bonus') : one.payCode,
              lineId: `l${index}`,
            }),
        );
        const { files, issues } = renderPay(all, layout, settings);
        expect(files.length === 0).toBe(hasErrors(issues));
        if (files.length === 0) return;
        written += 1;
        expect(renderPay(all, layout, settings).files).toEqual(files);
        const rows = files
          .filter(({ name: file }) => file !== 'silae-dsn.csv')
          .flatMap((file) => rowsOf(cellsOf(file.name, file.content)));
        const found = rows.flatMap((row) => amounts.map((index) => cents(row[index] ?? '')));
        expect(found.reduce((sum, one) => sum + one, 0n)).toBe(
          all.reduce((sum, one) => sum + cents(one.amount), 0n),
        );
        const latin = ['silae', 'datev-lodas'].includes(name);
        const plain = all
          .map(({ employeeId }) => employeeId)
          .filter((one) => !latin || /^[\0-\x7f]*$/.test(one));
        for (const employeeId of plain) expect(rows.map((row) => row[id])).toContain(employeeId);
      }),
      { numRuns: 150 },
    );
    // A test that refuses everything shows nothing.
    expect(written).toBeGreaterThan(5);
  },
);
