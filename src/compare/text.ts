import { printable } from '../issue/issue.js';
import { ratioOfDecimal } from '../num/decimal.js';
import { compare } from '../num/ratio.js';
import {
  type Attribution,
  type Comparison,
  type ComparisonTotal,
  comparisonStatuses,
  type MovedInput,
  type PersonComparison,
  type TotalMove,
} from './comparison.js';
import type { Words } from './words.js';
import { english } from './words-en.js';
import { french } from './words-fr.js';

const WORDS = { en: english, fr: french } as const;

/** The languages a comparison can be told in. */
export const comparisonLanguages = ['en', 'fr'] as const;
export type ComparisonLanguage = (typeof comparisonLanguages)[number];

export interface ComparisonTextOptions {
  /** Only this person, with everything that moved; everybody's totals and largest moves without it. */
  readonly person?: string;
  readonly language?: ComparisonLanguage;
  /** How many of those who moved most are listed in each currency; 10 without it. */
  readonly rows?: number;
}

/**
 * A comparison as text for a terminal: totals with what moved them and who moved most, or one person with every input.
 *
 * @example  comparisonText(comparison, { person: 'e-1' }) // 'e-1, plan daily: 7,300.00 → 9,140.00 EUR: +1,840.00\n  salary 73,000 → …'
 */
export function comparisonText(comparison: Comparison, options: ComparisonTextOptions = {}): string {
  const { person, language = 'en', rows = 10 } = options;
  const words = WORDS[language];
  if (person === undefined) return overview(comparison, rows, words).join('\n');
  const own = comparison.people.filter((one) => one.person === person);
  return own.length === 0
    ? words.noId(person)
    : own.map((one) => personLines(one, words).join('\n')).join('\n\n');
}

function overview({ runs, totals, counts, people }: Comparison, rows: number, words: Words): string[] {
  const told = comparisonStatuses.filter((status) => counts[status] > 0);
  const isAttributed = totals.some(({ moves }) => moves.some(({ why }) => why === 'inputs'));
  return [
    words.title(runs.before.asOf, runs.now.asOf),
    ...totals.flatMap((total) => ['', ...totalLines(total, words)]),
    ...(isAttributed ? ['', words.average] : []),
    '',
    `${words.counts}: ${told.map((status) => `${counts[status]} ${words.statuses[status]}`).join(', ')}`,
    '',
    `${words.most}:`,
    ...mostLines(people, rows, words),
  ];
}

function totalLines(
  { plan, currency, before, now, difference, moves }: ComparisonTotal,
  words: Words,
): string[] {
  const line = `${words.number(before)} → ${words.number(now)}: ${signed(difference, words)}`;
  return [
    printable(`${words.plan(plan, currency)}: ${line}`),
    ...moves.map(
      (move) => `  ${whyOf(move, words)}: ${signed(move.amount, words)} (${words.people(move.people)})`,
    ),
  ];
}

function whyOf({ why, inputs }: TotalMove, words: Words): string {
  return why === 'inputs' ? namesOf(inputs, words) : words.whys[why];
}

function namesOf(inputs: readonly MovedInput[], words: Words): string {
  return inputs.length === 0 ? words.unknown : printable(inputs.map(words.input).join(' + '));
}

/** The largest moves of each currency, in a line each. */
function mostLines(people: readonly PersonComparison[], rows: number, words: Words): string[] {
  const moved = people.filter(({ status, difference }) => status === 'moved' && difference !== undefined);
  const currencies = [...new Set(moved.map(({ currency }) => currency))].toSorted();
  if (moved.length === 0) return [`  ${words.nobody}`];
  return currencies.flatMap((currency) => {
    const own = moved.filter((one) => one.currency === currency).toSorted(bySize);
    const shown = own.slice(0, rows).map((one) => `  ${headOf(one, words)} (${partsOf(one, words)})`);
    return own.length > rows ? [...shown, `  ${words.more(own.length - rows)}`] : shown;
  });
}

function bySize(a: PersonComparison, b: PersonComparison): number {
  const [left, right] = [a, b].map(({ difference = '0' }) => ratioOfDecimal(difference.replace('-', '')));
  const larger = left && right ? compare(right, left) : 0;
  return larger !== 0 ? larger : a.person < b.person ? -1 : 1;
}

function partsOf({ inputs }: PersonComparison, words: Words): string {
  return inputs.map((one) => `${namesOf(one.inputs, words)} ${signed(one.amount, words)}`).join(', ');
}

/** Who, in which plan, from what to what. */
function headOf(one: PersonComparison, words: Words): string {
  const { person, plan, status, currency, currencyBefore, before, now, difference } = one;
  const money = (amount: string | undefined, own = currency) =>
    amount === undefined ? '?' : `${words.number(amount)} ${own}`;
  const old =
    currencyBefore === undefined && before !== undefined && now !== undefined
      ? words.number(before)
      : money(before, currencyBefore ?? currency);
  const amounts = currency === undefined ? '' : `${old} → ${money(now)}`;
  const told = status === 'moved' ? '' : words.statuses[status];
  const move = difference === undefined ? '' : signed(difference, words);
  return printable([`${person}, plan ${plan}`, told, amounts, move].filter(Boolean).join(': '));
}

function personLines(one: PersonComparison, words: Words): string[] {
  const told = one.inputs.flatMap((part) => attributionLines(part, words));
  const note =
    one.attribution === 'together' ? words.together : one.inputs.length > 1 ? words.average : undefined;
  return [headOf(one, words), ...told, ...(note === undefined ? [] : [note])];
}

/** `salary 80,000 → 85,000 from 2026-07-01: +312.50`; several causes stand below their inputs. */
function attributionLines({ inputs, amount, causes, details = [] }: Attribution, words: Words): string[] {
  const reasons = [...causes.map(words.cause), ...details].map(printable);
  const move = signed(amount, words);
  if (reasons.length === 1 && inputs.length === 1) return [`  ${reasons[0]}: ${move}`];
  return [`  ${namesOf(inputs, words)}: ${move}`, ...reasons.map((reason) => `    ${reason}`)];
}

function signed(amount: string, words: Words): string {
  return `${amount.startsWith('-') || /^[0.]*$/.test(amount) ? '' : '+'}${words.number(amount)}`;
}
