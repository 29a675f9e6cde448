import { extname } from 'node:path';
import { type Issue, issue, quote } from '../issue/issue.js';
import { decodeText, lineAt } from './decode-text.js';
import { type JsonFault, readJson } from './json-text.js';
import { fileName, readBytes, STANDARD_INPUT, tooLarge } from './read-bytes.js';
import { type DocumentReading, documentFromYaml } from './yaml-document.js';

/** Documents above this many bytes are refused. */
export const DOCUMENT_LIMIT = 2_000_000;

type DocumentFormat = 'yaml' | 'json';

const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.json', 'json'],
]);

/**
 * Reads a plan from a YAML or JSON file by its name; `-` is standard input, read as YAML. Numbers stay the exact
 * text written in both formats (`0.10`); `true` and `false` are text in YAML and truth values in JSON. It never
 * throws for what a file holds. The document is undefined when its structure cannot be read; words that need quotes
 * are issues too, but the document is then returned so that it can be checked further.
 *
 * Issues:   file.read, file.format, file.size, file.encoding, file.syntax
 * @example  const { document, issues } = await readDocument('plan.yaml');
 */
export async function readDocument(path: string): Promise<DocumentReading> {
  const file = fileName(path);
  if (formatOf(file) === undefined) return refused(unknownFormat(file));
  const read = await readBytes(path, DOCUMENT_LIMIT);
  if ('issue' in read) return refused(read.issue);
  const decoded = decodeText(read.bytes, file);
  return 'issue' in decoded ? refused(decoded.issue) : documentFromText(decoded.text, file);
}

/**
 * A plan from YAML or JSON text; the name says which. Reads nothing from disk.
 *
 * Issues:   file.format, file.size, file.syntax
 * @example  documentFromText('rate: 0.10', 'plan.yaml').document // { rate: '0.10' }
 */
export function documentFromText(text: string, file: string): DocumentReading {
  const format = formatOf(file);
  if (format === undefined) return refused(unknownFormat(file));
  if (Buffer.byteLength(text) > DOCUMENT_LIMIT) return refused(tooLarge(file, DOCUMENT_LIMIT));
  const plain = text.replace(/^\ufeff/, '');
  return format === 'json' ? documentFromJson(plain, file) : documentFromYaml(plain, file);
}

function formatOf(file: string): DocumentFormat | undefined {
  return file === STANDARD_INPUT ? 'yaml' : FORMATS.get(extname(file).toLowerCase());
}

function documentFromJson(text: string, file: string): DocumentReading {
  const read = readJson(text, { numbers: 'text' });
  return 'value' in read ? { document: read.value, issues: [] } : refused(brokenJson(read.fault, text, file));
}

function brokenJson({ message, position }: JsonFault, text: string, file: string): Issue {
  const line = lineAt(text, position);
  const column = position - text.lastIndexOf('\n', position - 1);
  return issue({
    code: 'file.syntax',
    at: { file, row: line, column: String(column) },
    message: `Line ${line}, column ${column} is not valid JSON: ${message}`,
    expected: 'JSON',
    hint: 'Correct this place; JSON has no comments and no comma after the last element',
  });
}

function refused(...issues: Issue[]): DocumentReading {
  return { document: undefined, issues };
}

function unknownFormat(file: string): Issue {
  return issue({
    code: 'file.format',
    at: { file },
    message: `The name ${quote(file)} does not say that the file is YAML or JSON`,
    expected: 'a file named .yaml, .yml or .json',
    hint: 'Rename the file',
  });
}
