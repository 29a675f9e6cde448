import { goalName, modifierName } from '../concepts/names.js';
import {
  type GateDocument,
  type GoalDocument,
  type ModifierDocument,
  metricIn,
  type PlanDocument,
} from '../plan/document.js';
import { english } from '../words/english.js';
import { nameIn } from '../words/words.js';
import { isFields, own } from './meaning.js';
import type { Part } from './spot.js';
import { bareText, comparisonIn, quoted, scopeIn, summaryOf, textOf } from './words.js';

/** What a goal, gate or modifier reads. */
export interface Reading {
  readonly metric?: string;
  readonly person?: string;
  readonly during?: string;
  readonly reads?: string;
}

/** How the goals, gates or modifiers of a plan are known and told. */
export interface PartList<One> {
  /** What one of them is called: `goal`. */
  readonly word: string;
  /** Whether another order is another plan. */
  readonly isOrdered: boolean;
  /** Empty where it has none. */
  readonly name: (one: One, document: PlanDocument) => string;
  readonly reading: (one: One) => Reading;
  /** All that one of them says, in words. */
  readonly summary: (one: One, document: PlanDocument) => string;
}

export const goals: PartList<GoalDocument> = {
  word: 'goal',
  isOrdered: false,
  name: goalName,
  reading: (one) => one,
  summary: (one) => summaryOf({ ...one, name: undefined }),
};

export const gates: PartList<GateDocument> = {
  word: 'gate',
  isOrdered: true,
  name: (one) => one.name ?? '',
  reading: (one) => one,
  summary: gateSummary,
};

export const modifiers: PartList<ModifierDocument> = {
  word: 'modifier',
  isOrdered: true,
  // A formula has no name; what it is called changes with it.
  name: (one, document) =>
    one.name ?? (own(one.from, 'value') === undefined ? nameIn(english, modifierName(one, document)) : ''),
  reading: (one) => one.from,
  summary: (one) => summaryOf({ ...one, name: undefined }),
};

/** One of them as a part of the plan; a gate without a name is known by what it reads. */
export function partOf<One>(list: PartList<One>, one: One, index: number, document: PlanDocument): Part {
  const name = list.name(one, document);
  if (name !== '') return { name: `${list.word} ${name}`, said: `${list.word} ${quoted(name)}` };
  const read = readText(list.reading(one), document);
  const said = read === undefined ? `${list.word} ${index + 1}` : `${list.word} on ${read}`;
  return { name: said, said };
}

/** What is read, in words: `Customer retention achievement in Q1`; undefined where nothing is. */
function readText(reading: Reading, document: PlanDocument): string | undefined {
  const { metric, person, during, reads } = reading;
  const formula = own(reading, 'when') ?? own(reading, 'value');
  if (formula !== undefined) return isFields(formula) ? bareText(formula) : textOf(formula, '');
  if (metric === undefined && person === undefined) return undefined;
  const way = reads === undefined || reads === 'value' ? '' : ` ${reads}`;
  const when = during === undefined ? '' : ` in ${during}`;
  return `${metricIn(document, metric)?.title ?? metric ?? person}${way}${when}`;
}

/** A gate in words: `savings at least 0, closes everything`. */
function gateSummary(gate: GateDocument, document: PlanDocument): string {
  const condition = [readText(gate, document), comparisonIn(gate)].filter(Boolean).join(' ');
  const otherwise = gate.otherwise === undefined ? [] : [`pays ${gate.otherwise} when closed`];
  return [condition, scopeIn(gate), ...otherwise].join(', ');
}
