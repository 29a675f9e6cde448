import type { Cause } from '../retro/cause.js';
import type { ComparisonStatus, MovedInput, TotalMove } from './comparison.js';

/** The words of a language for what moved; numbers in them are written as the language does. */
export interface Words {
  /** An amount or another number as given, with its thousands apart. */
  number(text: string): string;
  /** The title, with the days of both runs. */
  title(before: string, now: string): string;
  /** `plan daily, EUR: …` */
  plan(plan: string, currency: string): string;
  /** How many people. */
  people(count: number): string;
  readonly counts: string;
  readonly most: string;
  readonly nobody: string;
  readonly average: string;
  readonly together: string;
  readonly unknown: string;
  more(count: number): string;
  noId(person: string): string;
  input(input: MovedInput): string;
  readonly statuses: Readonly<Record<ComparisonStatus, string>>;
  readonly whys: Readonly<Record<Exclude<TotalMove['why'], 'inputs'>, string>>;
  cause(cause: Cause): string;
}

/** What a cause is made of, in words: the input, whose it is, what it was and is, and from when. */
export interface CauseWords {
  readonly none: string;
  readonly changed: string;
  input(cause: Cause): string;
  whose(group: string): string;
  from(day: string): string;
  number(text: string): string;
  value(text: string): string;
}

/** A cause in words, amounts with their thousands apart: `salary 80,000 → 85,000 from 2026-07-01`. */
export function causeWords(cause: Cause, words: CauseWords): string {
  const { group, from, before, now } = cause;
  const show = (cell: string | undefined) =>
    cell === undefined ? words.none : words.value(numbersIn(cell, isAmount(cause), words.number));
  const isNamedOnly = before === undefined && now === undefined;
  const values = isNamedOnly ? words.changed : `${show(before)} → ${show(now)}`;
  const whose = group === undefined ? '' : ` ${words.whose(group)}`;
  return `${words.input(cause)}${whose} ${values}${from === undefined ? '' : ` ${words.from(from)}`}`;
}

/** What is counted or paid; any other column may hold a year or a code, whose digits stay together. */
function isAmount({ kind, input }: Cause): boolean {
  return (
    kind === 'actual' ||
    kind === 'earnings' ||
    kind === 'exception' ||
    kind === 'decision' ||
    input === 'salary'
  );
}

/** Numbers that stand alone in a text: not those of a day or a code. */
const NUMBER = /(?<![\w.,/-])-?\d+(?:\.\d+)?(?![\w.,/-])/g;

function numbersIn(text: string, isGrouped: boolean, number: Words['number']): string {
  return text.replace(NUMBER, (found) => (isGrouped || found.includes('.') ? number(found) : found));
}
