import type { Row } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { lineAt } from './decode-text.js';
import { type JsonFault, readJson } from './json-text.js';
import { FORBIDDEN_NAMES, type TableReading } from './table-from-grid.js';

/** The keys under which an object may carry its records. */
const LIST_KEYS = [
  'people',
  'actuals',
  'leave',
  'earnings',
  'exceptions',
  'decisions',
  'changes',
  'rows',
] as const;

interface Found {
  readonly value: unknown;
  readonly number: number;
  readonly broken?: Issue;
}

/**
 * A table from a JSON text: a list of objects, or an object with one list under `people`, `actuals` or `rows`.
 * Records count from 1; their values, nested ones too, are kept as they are. An element that is not an object is
 * left out and named. A key given twice in one object refuses the file, because one of its values would be lost.
 *
 * Issues:   file.syntax, file.column.name
 * @example  tableFromJson('[{"id": "00123"}]', 'people.json').table.rows // [{ id: '00123' }]
 */
export function tableFromJson(text: string, file: string): TableReading {
  const read = readJson(text, { numbers: 'number' });
  if ('fault' in read) return empty(file, brokenJson(read.fault, text, file));
  const list = listOf(read.value);
  if (list === undefined) return empty(file, notList(file));
  const found = list.values.map((value, index) => ({ value, number: index + 1 }));
  const notes = list.ignored.length === 0 ? [] : [`${file}: not read: ${list.ignored.map(quote).join(', ')}`];
  return { ...records(found, file), notes };
}

/**
 * A table from NDJSON: one object a line. A line that is not an object is named and stands for somebody nobody knows; the others are kept.
 *
 * Issues:   file.syntax, file.column.name
 * @example  tableFromNdjson('{"id": "1"}\n{"id": "2"}\n', 'people.ndjson').table.numbers // [1, 2]
 */
export function tableFromNdjson(text: string, file: string): TableReading {
  const found = text.split('\n').flatMap((line, index): Found[] => {
    if (line.trim() === '') return [];
    const read = readJson(line, { numbers: 'number' });
    if ('value' in read) return [{ value: read.value, number: index + 1 }];
    return [{ value: undefined, number: index + 1, broken: brokenLine(read.fault, index + 1, file) }];
  });
  return { ...records(found, file), notes: [] };
}

/** Every element is a row; what is no object is an empty one with its fault, so that nobody is lost. */
function records(found: readonly Found[], file: string) {
  const faultOf = ({ value, number, broken }: Found) =>
    broken ?? (isRecord(value) ? forbiddenKey(value, number, file) : notObject(number, file));
  const faults = found.map(faultOf);
  const rows = found.map(
    ({ value }, index): Row => (faults[index] === undefined && isRecord(value) ? value : {}),
  );
  const issues = faults.filter((one) => one !== undefined);
  const numbers = found.map(({ number }) => number);
  return { table: { file, rows, numbers, ...(issues.length > 0 && { faults }) }, issues };
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): { values: readonly unknown[]; ignored: readonly string[] } | undefined {
  if (Array.isArray(value)) return { values: value, ignored: [] };
  if (!isRecord(value)) return undefined;
  const [key, ...others] = LIST_KEYS.filter((name) => Object.hasOwn(value, name));
  const values = key === undefined || others.length > 0 ? undefined : value[key];
  if (!Array.isArray(values)) return undefined;
  return { values, ignored: Object.keys(value).filter((name) => name !== key && !name.startsWith('$')) };
}

function empty(file: string, one: Issue): TableReading {
  return { table: { file, rows: [], numbers: [] }, issues: [one], notes: [] };
}

function brokenJson({ message, position }: JsonFault, text: string, file: string): Issue {
  const line = lineAt(text, position);
  const column = position - text.lastIndexOf('\n', position - 1);
  return issue({
    code: 'file.syntax',
    at: { file, row: line, column: String(column) },
    message: `Line ${line}, column ${column} is not valid JSON: ${message}; no row was read`,
    expected: 'JSON',
    hint: 'Correct this place; each key may stand once in an object',
  });
}

function brokenLine({ message, position }: JsonFault, row: number, file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file, row, column: String(position + 1) },
    message: `Line ${row} is not valid JSON: ${message}; the line was not read`,
    expected: 'one JSON object on each line',
    hint: 'Correct this line',
  });
}

function notList(file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file },
    message: 'The file is JSON, but not a list of records',
    expected: 'a list of objects, or an object with one list under people, actuals or rows',
    hint: 'Put the records in a list: [{"id": "00123"}]',
  });
}

function notObject(row: number, file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file, row },
    message: `Record ${row} is not an object and was not read`,
    expected: 'an object of named values for each record',
    hint: 'Write it as {"id": "00123"}, or remove it',
  });
}

function forbiddenKey(record: Row, row: number, file: string): Issue | undefined {
  const column = Object.keys(record).find((name) => FORBIDDEN_NAMES.has(name));
  if (column === undefined) return undefined;
  return issue({
    code: 'file.column.name',
    at: { file, row, column },
    message: `Record ${row} has a key ${quote(column)}, which cannot be a name; the record was not read`,
    expected: 'plain key names',
    hint: 'Rename the key',
  });
}
