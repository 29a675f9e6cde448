/** Reads flat OpenDocument spreadsheets as far as the workbook of the populations needs it. */

/** A cell: days as YYYY-MM-DD, numbers as they stand there, texts. A formula that was not calculated is empty. */
export interface WorkbookCell {
  readonly value: string;
  readonly formula: boolean;
  readonly error: boolean;
}

/** The rows of each sheet, by the name of the sheet. */
export type Workbook = ReadonlyMap<string, readonly (readonly WorkbookCell[])[]>;

/** A table of a sheet: its columns, and the cells below them. */
export interface SheetTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

const EMPTY: WorkbookCell = { value: '', formula: false, error: false };
/** LibreOffice fills sheets up with empty rows and cells; nothing here is as wide. */
const WIDEST = 100;

/** The sheets of a flat spreadsheet. The prefix of its elements does not matter. */
export function readWorkbook(xml: string): Workbook {
  const sheets = elements(xml, 'table').map(({ attributes, content }): [string, WorkbookCell[][]] => [
    attributes.get('name') ?? '',
    elements(content, 'table-row').map((row) => elements(row.content, 'table-cell').flatMap(cells)),
  ]);
  return new Map(sheets);
}

/** The table that stands below the name of its file, up to the first row that begins with an empty cell. */
export function fileIn(sheet: readonly (readonly WorkbookCell[])[], file: string): SheetTable | undefined {
  const at = sheet.findIndex(([first]) => first?.value === file);
  return at < 0 ? undefined : tableAt(sheet, at + 1);
}

/** What a sheet says is paid: the table with the columns person, plan, award, currency, status. */
export function resultIn(sheet: readonly (readonly WorkbookCell[])[]): SheetTable | undefined {
  const at = sheet.findIndex((row) => resultColumns.every((column, index) => row[index]?.value === column));
  return at < 0 ? undefined : tableAt(sheet, at);
}

/** The first columns of every result, and the columns of every expected.csv. */
export const resultColumns = ['person', 'plan', 'award', 'currency', 'status'] as const;

function tableAt(sheet: readonly (readonly WorkbookCell[])[], at: number): SheetTable {
  const below = sheet.slice(at + 1);
  const end = below.findIndex(([first = EMPTY]) => first.value === '' && !first.formula);
  const columns = (sheet[at] ?? []).map(({ value }) => value);
  return { columns, rows: end < 0 ? below : below.slice(0, end) };
}

/**
 * The text of a flat spreadsheet without any value that was calculated earlier: what is read of it afterwards
 * was calculated from its formulas, or is missing.
 */
export function withoutCalculatedValues(xml: string): string {
  return xml.replace(FORMULA_CELL, (_whole, start: string) => `${start.replace(VALUE, '')}/>`);
}

const FORMULA_CELL =
  /(<[\w]+:table-cell\b(?=[^<>]*\s[\w]+:formula=)(?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'))*)\s*(?:\/>|>[\s\S]*?<\/[\w]+:table-cell>)/g;
const VALUE =
  /\s+\w+:(?:value|value-type|date-value|time-value|boolean-value|string-value|currency)=(?:"[^"]*"|'[^']*')/g;

interface Element {
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: string;
}

/** The elements of a name, in order; none of those read here holds another of its own name. */
function elements(xml: string, name: string): Element[] {
  const pattern = new RegExp(`<\\w+:${name}(\\s[^<>]*?)?(?:/>|>([\\s\\S]*?)</\\w+:${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', content = '']) => ({
    attributes: new Map(
      [...attributes.matchAll(/\w+:([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, key = '', double, single]): [string, string] => [key, plain(double ?? single ?? '')],
      ),
    ),
    content,
  }));
}

function cells({ attributes, content }: Element): WorkbookCell[] {
  const text = () => elements(content, 'p').map((paragraph) => plain(paragraph.content));
  const value = attributes.get('date-value') ?? attributes.get('value') ?? text().join('\n');
  const cell = { value, formula: attributes.has('formula'), error: isError(content, attributes) };
  const repeated = Math.min(Number(attributes.get('number-columns-repeated') ?? 1), WIDEST);
  return Array.from({ length: repeated }, () => (value === '' && !cell.formula ? EMPTY : cell));
}

function isError(content: string, attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('formula') && />(?:#[A-Z/0]+[!?]?|Err:\d+)</.test(content);
}

function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
