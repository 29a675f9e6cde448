import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TableOptions, tableFromBytes } from '../../src/node/index.js';
import { zip } from '../../src/node/zip.js';

/** A new empty folder for one test. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'variable-pay-'));
}

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads CSV text. */
export function csv(text: string, options: TableOptions = {}) {
  return tableFromBytes(utf8(text), 'people.csv', 'csv', options);
}

/** Codes, rows and columns of issues, short enough to state by hand. */
export function places(
  issues: readonly { code: string; at?: { row?: number; column?: string } }[],
): string[] {
  return issues.map(({ code, at }) =>
    [code, at?.row, at?.column].filter((part) => part !== undefined).join(' '),
  );
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet made by hand, so that it can hold what no honest program writes. */
export function workbook(sheetData: string, { properties = '', strings = '' } = {}): Buffer {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: utf8(text) })));
}

/** Reads a workbook. */
export function xlsx(bytes: Uint8Array, options: TableOptions = {}) {
  return tableFromBytes(bytes, 'people.xlsx', 'xlsx', options);
}
