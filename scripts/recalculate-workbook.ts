/**
 * Recalculates tests/populations/workbook.fods with LibreOffice and writes what its sheets say is paid to each
 * population's expected.csv. With --check it only compares, and fails with every difference. Nothing else writes
 * these files, and the library has no part in them: the workbook is the other calculation.
 *
 * Values stored in the workbook are not believed. LibreOffice shows what is stored in a flat file, even where its
 * profile says that everything is calculated on load; so the values of formulas are taken out before it opens the
 * file, and what it writes was calculated from the formulas.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  readWorkbook,
  resultColumns,
  resultIn,
  type Workbook,
  withoutCalculatedValues,
} from '../tests/populations/workbook.js';
import { ensure, inTemporaryFolder, main, root, run } from './support.js';

const populations = join(root, 'tests', 'populations');
const FLAT = 'fods:OpenDocument Spreadsheet Flat XML';

/** Where LibreOffice is on the PATH. */
function office(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const files = ['soffice', 'libreoffice'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = files.find((file) => existsSync(file));
  ensure(found !== undefined, 'Neither soffice nor libreoffice is on the PATH: install LibreOffice Calc.');
  return found;
}

/** The text of a flat workbook after every formula was calculated. */
function recalculated(xml: string): Promise<string> {
  return inTemporaryFolder((folder) => {
    const source = join(folder, 'workbook.fods');
    const bare = withoutCalculatedValues(xml);
    ensure(storedValues(bare) === 0, 'Values of formulas are left in the workbook: they could be believed.');
    writeFileSync(source, bare);
    const setting = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    const printed = run(office(), [setting, '--headless', '--convert-to', FLAT, '--outdir', out, source]);
    const result = join(out, 'workbook.fods');
    ensure(existsSync(result), `LibreOffice wrote nothing:\n${printed}`);
    return readFileSync(result, 'utf8');
  });
}

/** How many formulas of a workbook have a value already. */
function storedValues(xml: string): number {
  const cells = [...readWorkbook(xml).values()].flat(2);
  return cells.filter(({ formula, value }) => formula && value !== '').length;
}

/** The text of expected.csv of every sheet, by the name of the sheet. */
function expectedFiles(workbook: Workbook): Map<string, string> {
  return new Map(
    [...workbook].map(([name, sheet]) => {
      const faulty = sheet.flat().filter(({ error }) => error);
      ensure(faulty.length === 0, `Sheet ${name} has ${faulty.length} cells that could not be calculated.`);
      const result = resultIn(sheet);
      ensure(
        result !== undefined,
        `Sheet ${name} has no table with the columns ${resultColumns.join(', ')}.`,
      );
      const lines = result.rows.map((row) =>
        lineOf(
          name,
          row.map(({ value }) => value),
        ),
      );
      return [name, `${[resultColumns.join(','), ...lines].join('\n')}\n`];
    }),
  );
}

/** A line of expected.csv; who is not eligible is paid 0, in no currency. */
function lineOf(
  sheet: string,
  [person = '', plan = '', award = '', currency = '', status = '']: readonly string[],
) {
  const place = `Sheet ${sheet}, ${person}`;
  ensure(['paid', 'zero', 'not eligible'].includes(status), `${place}: "${status}" is no status.`);
  ensure((status === 'paid') === Number(award) > 0, `${place}: ${award} is not what ${status} means.`);
  if (status === 'not eligible') return [person, plan, '0', '', status].join(',');
  return [person, plan, amountText(place, award, currency), currency, status].join(',');
}

/** Decimals of ISO 4217 where they are not two. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['JPY', 0],
  ['KWD', 3],
]);

/** An award with the decimals of its currency; the workbook must have rounded it itself. */
function amountText(place: string, award: string, currency: string): string {
  ensure(/^[A-Z]{3}$/.test(currency), `${place}: "${currency}" is no currency.`);
  const text = Number(award).toFixed(DIGITS.get(currency) ?? 2);
  const rounded = award !== '' && Math.abs(Number(award) - Number(text)) < 1e-9;
  ensure(rounded, `${place}: "${award}" is not rounded to the smallest unit of ${currency}.`);
  return text;
}

/** Lines that stand in one text only. */
function differences(name: string, written: string, calculated: string): string[] {
  if (written === calculated) return [];
  const [old, now] = [written.split('\n'), calculated.split('\n')];
  return [
    `${name}: expected.csv is not what the workbook says`,
    ...old.filter((line) => !now.includes(line)).map((line) => `${name}: expected.csv has  ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `${name}: the workbook says ${line}`),
  ];
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

await main(async () => {
  const xml = readFileSync(join(populations, 'workbook.fods'), 'utf8');
  const files = expectedFiles(readWorkbook(await recalculated(xml)));
  const fileOf = (name: string) => join(populations, name, 'expected.csv');
  const found = [...files].flatMap(([name, text]) => differences(name, textOf(fileOf(name)), text));
  const awards = [...files.values()].join('').split('\n').length - 1 - files.size;
  if (process.argv.includes('--check')) {
    ensure(found.length === 0, found.join('\n'));
    console.log(`workbook: ${awards} awards of ${files.size} populations are those of expected.csv`);
    return;
  }
  for (const [name, text] of files) writeFileSync(fileOf(name), text);
  console.log(
    `workbook: ${awards} awards of ${files.size} populations written, ${found.length === 0 ? 'nothing' : 'something'} differed`,
  );
});
