import { comparatorsOf } from '../concepts/condition.js';
import { groupThousands } from '../words/grouped.js';
import { type Fields, hasOwnNames, isFields, isTextKey, keysOf, keyWithin, own } from './meaning.js';
import { isMoney, isShareOfTarget, kindOf, NODE_WORDS } from './nodes.js';

/** Keys whose words are not those they are written in. */
const WORDS: Readonly<Record<string, string>> = {
  person: 'column',
  atLeastOf: 'at least',
  points: 'point',
  bands: 'band',
  prorate: 'proration',
};

/** A key in words: `minimumService` is `minimum service`. */
export function spaced(key: string): string {
  return Object.hasOwn(WORDS, key)
    ? (WORDS[key] as string)
    : key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Text that the plan gave, in quotes in which it cannot pass for the sentence around it. */
export function quoted(text: unknown): string {
  return JSON.stringify(String(text));
}

/** More than this nobody reads in one sentence. */
const MOST = 8;

function joined(texts: readonly string[]): string {
  const rest = texts.length - MOST;
  return rest > 0 ? `${texts.slice(0, MOST).join(', ')} and ${rest} more` : texts.join(', ');
}

/** A value of a plan in words: `25%`, `2,500 EUR`, `[90%, 100%]`, `a curve of revenue`. */
export function textOf(value: unknown, key: string, isText = isTextKey(key)): string {
  if (Array.isArray(value)) return listText(value, key, isText);
  if (!isFields(value)) return leafText(value, key, isText);
  if (hasOwnNames(value, key)) return summaryOf(value, key, isText);
  if (isMoney(value)) return moneyText(value);
  if (isShareOfTarget(value)) return `${textOf(value['shareOfTarget'], '')} of target`;
  return kindOf(value) === undefined ? summaryOf(value, key, isText) : nodeText(value);
}

function leafText(value: unknown, key: string, isText: boolean): string {
  const text = String(value);
  if (isText && key !== 'version' && typeof value !== 'boolean') return quoted(text);
  return !isText && /^-?\d+(\.\d+)?$/.test(text) ? groupThousands(text) : text;
}

function listText(list: readonly unknown[], key: string, isText: boolean): string {
  const text = joined(list.map((one) => textOf(one, key, isText)));
  return isText || list.every((one) => typeof one === 'object') ? text : `[${text}]`;
}

function moneyText(value: object): string {
  const per = own(value, 'per');
  const amount = `${textOf(own(value, 'money'), '')} ${own(value, 'currency') ?? 'in money'}`;
  return per === undefined ? amount : `${amount} per ${per}`;
}

/** The keys of an object with their values: `weight 25%, reads value`. Its clause stands beside the sentence. */
export function summaryOf(value: object, key = '', isText = false): string {
  const fields = value as Fields;
  const isNamed = hasOwnNames(fields, key);
  const texts = keysOf(fields)
    .filter((one) => isNamed || one !== 'source')
    .map((one) => {
      const within = keyWithin(fields, key, one);
      const text = textOf(fields[one], within, isText || isTextKey(within));
      if (isNamed) return `${quoted(one)} ${text}`;
      return one === 'points' || one === 'values' ? text : `${spaced(one)} ${text}`;
    });
  return texts.length === 0 ? 'nothing' : isNamed ? joined(texts) : texts.join(', ');
}

/** A node in words: what it is and what it is made of, never all that stands below it. */
function nodeText(node: object): string {
  const [kind, comparator, comparison] = [kindOf(node), comparatorOf(node), comparisonIn(node)];
  const rest = keysOf(node as Record<string, unknown>).filter(
    (key) => ![kind, comparator, 'name', 'source'].includes(key) && typeof own(node, key) !== 'object',
  );
  const options = rest.map((key) => `, ${spaced(key)} ${textOf(own(node, key), key)}`).join('');
  return `${bareText(node)}${comparison === '' ? '' : ` ${comparison}`}${options}`;
}

/** A node without its options: `a sum of nps and 5%`. */
export function bareText(node: object, depth = 0): string {
  const kind = kindOf(node) as string;
  const inside = own(node, kind);
  const of = own(node, 'of');
  const isAmong = typeof inside !== 'object' && typeof of === 'object';
  const ending = isAmong ? ` of ${operandText(of, depth)}` : '';
  const operand = isTextKey(kind) ? textOf(inside, kind) : operandText(inside, depth);
  return `${NODE_WORDS[kind]} ${operand}${ending}`.trim();
}

/** What a node is made of: names where there are names, otherwise its kind or how many. */
function operandText(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    if (value.every(Array.isArray)) return listText(value, '', false);
    const isShort = value.length <= 3 && depth < 1;
    return isShort ? inWords(value.map((one) => operandText(one, depth + 1))) : `${value.length} parts`;
  }
  if (!isFields(value)) return leafText(value, '', false);
  const name = own(value, 'name');
  if (name !== undefined) return quoted(name);
  if (isMoney(value)) return moneyText(value);
  const kind = kindOf(value);
  if (kind === undefined) return insideText(value, depth);
  return [nodeName(value, kind, depth), comparisonIn(value)].filter(Boolean).join(' ');
}

function nodeName(node: Fields, kind: string, depth: number): string {
  if (kind === 'metric' || kind === 'person' || kind === 'term') return String(node[kind]);
  return depth < 2 ? bareText(node, depth + 1) : 'a formula';
}

/** What the object of a curve, table or matrix reads. */
function insideText(value: object, depth: number): string {
  const read = [own(value, 'of'), own(own(value, 'rows'), 'of'), own(own(value, 'columns'), 'of')];
  const texts = read.filter((one) => one !== undefined).map((one) => operandText(one, depth + 1));
  return texts.length > 0 ? inWords(texts) : summaryOf(value);
}

function inWords(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** The one comparator of a gate, a condition or a rule; undefined where there is none. */
export function comparatorOf(node: object): string | undefined {
  return comparatorsOf(node)[0] ?? (own(node, 'isNot') === undefined ? undefined : 'isNot');
}

/** A comparison in words: `at least 70%`; empty where there is none. */
export function comparisonIn(node: object): string {
  const key = comparatorOf(node);
  return key === undefined ? '' : `${spaced(key)} ${textOf(own(node, key), key)}`;
}

/** Which way a gate says what it closes; undefined where it closes everything. */
export function scopeOf(gate: object): string | undefined {
  return ['closes', 'except'].find((key) => own(gate, key) !== undefined);
}

/** What a gate closes, in words. */
export function scopeIn(gate: object): string {
  const key = scopeOf(gate);
  if (key === undefined) return 'closes everything';
  const named = textOf(own(gate, key), key);
  return key === 'closes' ? `closes ${named}` : `closes everything but ${named}`;
}
