/** Takes text piece by piece. */
export type TakeText = (text: string) => void;

/** Deeper than any data of people, plans or results; deeper data have no canonical text. */
export const MOST_DEEP = 500;

/**
 * The one way to write a piece of JSON data, whatever the order of its keys and the spaces of its file: keys sorted
 * by their UTF-16 code units, no spaces, texts and numbers as JSON.stringify writes them. These are the rules of
 * RFC 8785. What JSON does not have is written as a stored run keeps it: a key without value is left out, and NaN
 * and infinities are text.
 *
 * Numbers that are text are not read: "80000" is not "80000.00", nor the number 80000. Throws a RangeError for data
 * nested deeper than any run, or in itself.
 *
 * Source:   RFC 8785, JSON Canonicalization Scheme, 3.2
 * @example  canonicalText({ b: 1, a: ['x'] }) // '{"a":["x"],"b":1}'
 */
export function canonicalText(value: unknown): string {
  let text = '';
  writeCanonical(value, (piece) => {
    text += piece;
  });
  return text;
}

/** The canonical text in pieces, so that the text of a whole company is never held. */
export function writeCanonical(value: unknown, take: TakeText): void {
  const writer: Writer = { text: '', take, shapes: new Map() };
  write(writer, value, 0);
  take(writer.text);
}

/** Large enough that handing on a piece costs little beside its length. */
const PIECE = 16_384;

/** What is being written: the text not handed on yet, and the objects met so far by their keys. */
interface Writer {
  text: string;
  readonly take: TakeText;
  readonly shapes: Map<string, Shape>;
}

/** The keys of objects alike: of ten thousand people they are sorted once. */
interface Shape {
  readonly own: readonly string[];
  /** The keys in order, each with its place in the text. */
  readonly sorted: readonly { readonly key: string; readonly head: string }[];
}

function write(writer: Writer, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) writer.text += leafText(value);
  else if (depth >= MOST_DEEP) throw new RangeError(`Data are nested deeper than ${MOST_DEEP} levels.`);
  else if (Array.isArray(value)) writeList(writer, value, depth);
  else writeObject(writer, value as Readonly<Record<string, unknown>>, depth);
}

function leafText(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value));
  if (typeof value === 'bigint') return JSON.stringify(String(value));
  return JSON.stringify(value) ?? 'null';
}

function writeList(writer: Writer, list: readonly unknown[], depth: number): void {
  writer.text += '[';
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0) writer.text += ',';
    write(writer, list[index], depth + 1);
    if (writer.text.length >= PIECE) handOn(writer);
  }
  writer.text += ']';
}

function handOn(writer: Writer): void {
  writer.take(writer.text);
  writer.text = '';
}

function writeObject(writer: Writer, value: Readonly<Record<string, unknown>>, depth: number): void {
  let before = '{';
  for (const { key, head } of shapeOf(writer, value).sorted) {
    // Only own keys are read, so a column called __proto__ is a column.
    const inner = value[key];
    if (inner === undefined || typeof inner === 'function' || typeof inner === 'symbol') continue;
    writer.text += before + head;
    write(writer, inner, depth + 1);
    before = ',';
  }
  writer.text += before === '{' ? '{}' : '}';
}

function shapeOf({ shapes }: Writer, value: object): Shape {
  const own = Object.keys(value);
  const id = own.join();
  const known = shapes.get(id);
  // Keys may hold commas: alike is only what has the same keys, one by one.
  if (known?.own.length === own.length && known.own.every((key, index) => key === own[index])) return known;
  // Without another order JavaScript sorts texts by their code units.
  const sorted = own.toSorted().map((key) => ({ key, head: `${JSON.stringify(key)}:` }));
  const shape = { own, sorted };
  shapes.set(id, shape);
  return shape;
}
