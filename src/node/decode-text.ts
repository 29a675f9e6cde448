import { decodeWindows1252 } from '../data/windows-1252.js';
import { type Issue, issue } from '../issue/issue.js';

/** How the bytes of a text file stand for letters. */
export type Encoding = 'utf-8' | 'windows-1252';

/** The text of a file, or the one issue that says why it cannot be known. */
export type DecodedText = { readonly text: string } | { readonly issue: Issue };

/**
 * Text from the bytes of a file. UTF-8 is checked, never repaired; windows-1252 only when declared, because a
 * guess that is wrong changes names without a word. A byte order mark is removed.
 *
 * Issues:   file.encoding
 * @example  decodeText(bytes, 'people.csv', 'windows-1252')
 */
export function decodeText(bytes: Uint8Array, file: string, encoding?: Encoding): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { issue: utf16Issue(file, 1) };
  const decoded =
    encoding === 'windows-1252' ? fromWindows1252(bytes, file) : fromUtf8(bytes, file, encoding);
  if ('issue' in decoded) return decoded;
  // UTF-16 without a mark is valid UTF-8 full of zero characters; no plain text holds one.
  const zero = decoded.text.indexOf('\0');
  return zero < 0 ? decoded : { issue: utf16Issue(file, lineAt(decoded.text, zero)) };
}

/** True when the bytes begin with these. */
export function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** The line (from 1) of a position in a text. @example lineAt('a\nb', 2) // 2 */
export function lineAt(text: string, position: number): number {
  let line = 1;
  let next = text.indexOf('\n');
  while (next >= 0 && next < position) {
    line += 1;
    next = text.indexOf('\n', next + 1);
  }
  return line;
}

function fromUtf8(bytes: Uint8Array, file: string, declared: Encoding | undefined): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { issue: notUtf8(bytes, file, declared) };
  }
}

function notUtf8(bytes: Uint8Array, file: string, declared: Encoding | undefined): Issue {
  const text = new TextDecoder('utf-8').decode(bytes);
  const line = lineAt(text, text.indexOf('\ufffd'));
  return issue({
    code: 'file.encoding',
    at: { file, row: line },
    message: `Line ${line} holds bytes that are not UTF-8${declared === undefined ? '' : ', the encoding declared'}`,
    expected: 'text saved as UTF-8',
    hint: 'Save the file as UTF-8; if it is windows-1252 (Western Windows), declare the encoding windows-1252',
  });
}

function fromWindows1252(bytes: Uint8Array, file: string): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { issue: markedUtf8(file) };
  const decoded = decodeWindows1252(bytes);
  return 'text' in decoded ? decoded : { issue: notWindows1252(bytes, decoded.undefinedAt, file) };
}

function markedUtf8(file: string): Issue {
  return issue({
    code: 'file.encoding',
    at: { file, row: 1 },
    message: 'The encoding windows-1252 is declared, but the file starts with the mark of UTF-8',
    expected: 'the encoding the file was saved in',
    hint: 'Declare no encoding: the file is UTF-8',
  });
}

function notWindows1252(bytes: Uint8Array, offset: number, file: string): Issue {
  const line = bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
  const hex = (bytes[offset] ?? 0).toString(16).toUpperCase();
  return issue({
    code: 'file.encoding',
    at: { file, row: line },
    message: `Byte ${hex} at offset ${offset} (line ${line}) means nothing in windows-1252`,
    expected: 'text saved as windows-1252, as declared',
    hint: 'Find out the encoding of the file, or save it again as UTF-8 and declare no encoding',
  });
}

function utf16Issue(file: string, row: number): Issue {
  return issue({
    code: 'file.encoding',
    at: { file, row },
    message: 'The file is UTF-16 ("Unicode text") or not a text file',
    expected: 'text saved as UTF-8',
    hint: 'Save it again as "CSV UTF-8", or as an .xlsx workbook',
  });
}
