import type { Segment } from '../concepts/segment.js';
import type { Earning } from '../data/earnings.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { isNumber } from '../num/literal.js';
import { add, multiply, ONE, type Ratio, ratio, sign, ZERO } from '../num/ratio.js';
import { MONEY } from '../program/unit.js';
import type { Fault, Value } from '../program/value.js';
import { earlier, later } from '../time/day.js';
import { daysIn, overlap, type Period } from '../time/period.js';
import { showValue } from '../trace/show.js';
import type { Words } from '../words/words.js';
import { type CellReader, type Exchange, mixed, type Participant } from './bind-people.js';

/**
 * Pay earned on the days of a segment, of the codes that count. Somebody without any row in the period is a fault,
 * as the file may be for another year; so is pay that corrections take below zero.
 *
 * Issues:   run.earnings.none, run.currency.mixed
 */
export function earned(
  participant: Participant,
  segment: Segment,
  codes: readonly string[],
  { cells, period, missing }: EarningsFile,
): Value {
  if (missing) return { fault: [missing] };
  const rows = participant.earnings.filter((row) => overlap(daysOf(row), period));
  if (rows.length === 0) return none(participant, period);
  const counted = rows.filter(({ code }) => codes.includes(code));
  const wrong = otherCurrency(counted, participant, cells);
  if (wrong) return wrong;
  const sumOn = (days: Pick<Segment, 'from' | 'to'>) =>
    counted.map((row) => within(row, days, cells)).reduce(add, ZERO);
  const { segments } = participant;
  const from = segments.map((one) => one.from).reduce(earlier);
  const to = segments.map((one) => one.to).reduce(later);
  return sign(sumOn({ from, to })) < 0 ? negative(participant, period) : sumOn(segment);
}

/** Pay earned in a currency that is not the award's and cannot be converted. */
function otherCurrency(
  rows: readonly Earning[],
  { person, currency }: Participant,
  { exchange }: CellReader,
): Fault | undefined {
  const other = rows.find((row) => row.currency !== currency);
  if (other === undefined) return undefined;
  if (exchange === undefined)
    return {
      fault: [mixed(person, `The award is in ${currency} and pay earned in ${other.currency}`, other.at)],
    };
  const rates = rows.map((row) => rateOf(row, exchange));
  return rates.find((rate) => 'fault' in rate) as Fault | undefined;
}

function rateOf({ currency }: Earning, exchange: Exchange | undefined): Ratio | Fault {
  return exchange ? exchange(currency) : ONE;
}

/** How the earnings file is read; `missing` where there is none. */
export interface EarningsFile {
  readonly cells: CellReader;
  readonly period: Period;
  readonly missing?: Issue | undefined;
}

/** The one issue of a plan that needs pay earned and was given none. */
export function noEarningsFile(plan: string): Issue {
  return issue({
    code: 'run.earnings.none',
    path: ['target', 'of', 'earnings'],
    message: `The plan ${quote(plan)} counts pay earned, and no earnings were given`,
    expected: 'an earnings file',
    hint: 'Give it; everybody in this plan is withheld until then',
  });
}

/** The amount of a row, or its part by days where only some of its days are in the segment. */
function within(row: Earning, { from, to }: Pick<Segment, 'from' | 'to'>, cells: CellReader): Ratio {
  const days = overlap(daysOf(row), { start: from, end: to });
  const read = cells.read(row.amount);
  if (!days || !isNumber(read)) return ZERO;
  const rate = rateOf(row, cells.exchange);
  if ('fault' in rate) return ZERO;
  const [some, all] = [daysIn(days), daysIn(daysOf(row))];
  const value = multiply(read.value, rate);
  return some === all ? value : multiply(value, ratio(some, all));
}

function daysOf({ from, to }: Earning): Period {
  return { start: from, end: to };
}

/** What of each code was earned, in words. */
export function earnedText(
  { earnings, currency }: Participant,
  segment: Segment,
  codes: readonly string[],
  { cells, words }: { readonly cells: CellReader; readonly words: Words },
): string {
  const sums = codes.flatMap((code) => {
    const rows = earnings.filter((row) => row.code === code);
    const sum = rows.map((row) => within(row, segment, cells)).reduce(add, ZERO);
    return sum.n === 0n ? [] : [`${code} ${showValue(sum, MONEY, currency, words)}`];
  });
  return sums.length === 0 ? words.earnings.none : words.earnings.sums(sums.join(' + '));
}

function unknownPay(
  { person }: Participant,
  told: Pick<Issue, 'message'> & { expected: string; hint: string },
): Value {
  const hint = `${told.hint}; the person is withheld until then`;
  return { fault: [issue({ code: 'run.earnings.none', at: person.at, ...told, hint })] };
}

function none(participant: Participant, { start, end }: Period): Value {
  return unknownPay(participant, {
    message: `${quote(participant.person.id)} has no row of earnings between ${start} and ${end}`,
    expected: 'pay earned in the period of the plan',
    hint: 'Check that this is the earnings file of the period',
  });
}

function negative(participant: Participant, { start, end }: Period): Value {
  return unknownPay(participant, {
    message: `Pay earned by ${quote(participant.person.id)} between ${start} and ${end} is below zero`,
    expected: 'corrections no greater than the pay they correct',
    hint: 'Correct the amounts or their days',
  });
}
