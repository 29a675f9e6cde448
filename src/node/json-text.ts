/** How the numbers of a JSON text come out: as JavaScript numbers, or as the exact digits written. */
export interface JsonOptions {
  readonly numbers: 'number' | 'text';
}

/** The first thing wrong with a JSON text, and the position it was found at. */
export interface JsonFault {
  readonly message: string;
  readonly position: number;
}

export type JsonReading = { readonly value: unknown } | { readonly fault: JsonFault };

/** How deep lists and objects may be nested. */
export const MAX_DEPTH = 100;

interface Reader {
  readonly text: string;
  readonly numbers: JsonOptions['numbers'];
  position: number;
  depth: number;
}

/**
 * Reads JSON strictly. Unlike `JSON.parse` it refuses a key given twice (which would drop one value without a word),
 * a key `__proto__` and very deep nesting, says where a fault is, and can keep the digits of numbers (`0.10`).
 *
 * @example readJson('{"rate": 0.10}', { numbers: 'text' }) // { value: { rate: '0.10' } }
 */
export function readJson(text: string, { numbers }: JsonOptions): JsonReading {
  const reader: Reader = { text, numbers, position: 0, depth: 0 };
  try {
    const value = readValue(reader);
    if (nextCharacter(reader) !== '') fail('nothing may follow the value');
    return { value };
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : 'it holds a text that is too long';
    return { fault: { message, position: reader.position } };
  }
}

function fail(message: string): never {
  throw new SyntaxError(message);
}

/** Skips white space and gives the character there; an empty text at the end. */
function nextCharacter(reader: Reader): string {
  const spaces = /[ \t\r\n]*/y;
  spaces.lastIndex = reader.position;
  spaces.exec(reader.text);
  reader.position = spaces.lastIndex;
  return reader.text.charAt(reader.position);
}

function readValue(reader: Reader): unknown {
  const character = nextCharacter(reader);
  if (character === '{') return nested(reader, readObject);
  if (character === '[') return nested(reader, readList);
  if (character === '"') return readString(reader);
  return character === '-' || (character >= '0' && character <= '9') ? readNumber(reader) : readWord(reader);
}

function nested(reader: Reader, read: (reader: Reader) => unknown): unknown {
  if (reader.depth >= MAX_DEPTH) fail(`lists and objects are nested deeper than ${MAX_DEPTH}`);
  reader.depth += 1;
  reader.position += 1;
  const value = read(reader);
  reader.depth -= 1;
  return value;
}

function readList(reader: Reader): unknown[] {
  const list: unknown[] = [];
  if (nextCharacter(reader) === ']') return closed(reader, list);
  for (;;) {
    list.push(readValue(reader));
    if (nextCharacter(reader) === ']') return closed(reader, list);
    pass(reader, ',', 'a comma or ] is missing after an element of a list');
  }
}

function readObject(reader: Reader): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  if (nextCharacter(reader) === '}') return closed(reader, object);
  for (;;) {
    const key = readKey(reader, object);
    pass(reader, ':', 'a colon is missing after a key');
    object[key] = readValue(reader);
    if (nextCharacter(reader) === '}') return closed(reader, object);
    pass(reader, ',', 'a comma or } is missing after a value of an object');
  }
}

function readKey(reader: Reader, object: Record<string, unknown>): string {
  if (nextCharacter(reader) !== '"') fail('a key in double quotes is missing');
  const start = reader.position;
  const key = readString(reader);
  reader.position = Object.hasOwn(object, key) || key === '__proto__' ? start : reader.position;
  if (Object.hasOwn(object, key)) fail(`the key ${JSON.stringify(key.slice(0, 60))} is given twice`);
  if (key === '__proto__') fail('the key "__proto__" cannot be used');
  return key;
}

function closed<T>(reader: Reader, value: T): T {
  reader.position += 1;
  return value;
}

function pass(reader: Reader, character: string, message: string): void {
  if (nextCharacter(reader) !== character) fail(message);
  reader.position += 1;
}

function readString(reader: Reader): string {
  const written = matched(reader, /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y, 'a text in double quotes is not closed');
  try {
    return JSON.parse(written);
  } catch {
    reader.position -= written.length;
    return fail('a text holds a line break, a control character or an unknown escape');
  }
}

function readNumber(reader: Reader): number | string {
  const form = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
  const written = matched(reader, form, 'a number is not written as JSON writes it');
  return reader.numbers === 'text' ? written : Number(written);
}

function readWord(reader: Reader): boolean | null {
  const word = matched(reader, /(?:true|false|null)(?!\w)/y, 'a value is missing or is not JSON');
  return word === 'null' ? null : word === 'true';
}

function matched(reader: Reader, form: RegExp, message: string): string {
  form.lastIndex = reader.position;
  const written = form.exec(reader.text)?.[0];
  if (written === undefined) return fail(message);
  reader.position += written.length;
  return written;
}
