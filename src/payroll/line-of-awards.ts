import type { Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import type { Award, Run } from '../run/run.js';
import type { Day } from '../time/day.js';
import type { DueAward } from './due-award.js';
import { mixedLine } from './pay-issues.js';
import { isZero, type PayLine } from './pay-line.js';
import type { FlagSource, FromColumn, PayMap } from './pay-map.js';
import type { ReadPerson } from './person-cells.js';

/** What a line is made with. */
export interface LineMaking {
  readonly run: Pick<Run, 'plans' | 'follows'>;
  readonly map: PayMap;
  readonly read: ReadPerson;
  readonly payDate: Day;
}

/** A line of one person's awards under one code, and what was found on the way. */
export interface MadeLine {
  readonly line: PayLine;
  readonly person: string;
  readonly issues: readonly Issue[];
}

/** One line of one person's awards under one code. */
export function lineOf(group: readonly DueAward[], making: LineMaking): MadeLine {
  const { run, map, payDate } = making;
  const [first] = group as readonly [DueAward];
  const { payCode, employeeId, legalEmployer } = first;
  const awards = group.map(({ award }) => award);
  const [{ currency = '', person }] = awards as [Award];
  const issues: Issue[] = [];
  const line: PayLine = {
    lineId: lineIdOf(awards, { payCode, payDate, ...run }),
    employeeId,
    payCode,
    amount: sumMoney(
      awards.map((award) => award.amount ?? '0'),
      minorDigits(currency) ?? 2,
    ),
    currency,
    payDate,
    periodStart: edges(awards, 'start')[0] ?? '',
    periodEnd: edges(awards, 'end').at(-1) ?? '',
    planId: plansOf(awards),
    planVersion: awards.map((award) => award.version).join('+'),
    ...(legalEmployer !== undefined && { legalEmployer }),
    ...stated(map, (from) => textOf(from, awards, making, issues)),
    ...flagsOf(group, making, issues),
  };
  return { line, person, issues };
}

/** Versions of an amended plan are paid by lines of their own. */
function isAmended({ plan }: Award, plans: Run['plans']): boolean {
  return plans.some((one) => one.plan === plan && one.amended === true);
}

function plansOf(awards: readonly Award[]): string {
  return awards.map(({ plan }) => plan).join('+');
}

/**
 * The id is made of what an award is, and of nothing a second export may say otherwise: not of the amount, the
 * payroll's own id, the legal employer or the cost centre.
 */
function lineIdOf(
  awards: readonly Award[],
  told: { payCode: string; payDate: Day; plans: Run['plans']; follows?: number },
): string {
  const counted = countedAwards(awards);
  const [first] = counted as readonly [Award];
  const { person, currency = '', period } = first;
  const { payCode, payDate, plans, follows = 0 } = told;
  return [
    ...[plansOf(counted), person, payDate, payCode, currency].map(encoded),
    ...(isAmended(first, plans) ? [period.start] : []),
    ...(follows > 0 ? [follows + 1] : []),
  ].join(':');
}

/**
 * The awards an id is made of: those that are not zero, as they are in the line whether zeros are kept or not, and
 * whatever code or employer the map gives the others. A line of zeros alone is there only when they are kept.
 */
function countedAwards(awards: readonly Award[]): readonly Award[] {
  const counted = awards.filter(({ amount = '0' }) => !isZero(amount));
  return counted.length > 0 ? counted : awards;
}

/** Text that can stand in a line id; half a character of a broken text becomes the sign for one. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function edges(awards: readonly Award[], edge: 'start' | 'end'): Day[] {
  return awards.map(({ period }) => period[edge]).toSorted();
}

/** What the map says of every line. */
function stated(
  { costCentre, offCycleReason, note }: PayMap,
  textFrom: (from: string | FromColumn) => string,
): Partial<PayLine> {
  return {
    ...(costCentre !== undefined && { costCentre: textFrom(costCentre) }),
    ...(offCycleReason !== undefined && { offCycleReason }),
    ...(note !== undefined && { note }),
  };
}

/** A constant, or the cell of the person for the award that ends last: people have one cost centre, the latest. */
function textOf(
  from: string | FromColumn,
  awards: readonly Award[],
  { read }: LineMaking,
  issues: Issue[],
): string {
  if (typeof from === 'string') return from;
  const [latest] = awards.toSorted((a, b) => (a.period.end < b.period.end ? 1 : -1));
  const cell = read(latest as Award, from);
  if ('text' in cell) return cell.text;
  issues.push(cell.issue);
  return '';
}

/** Flags that say something of these awards; those by plan or code say nothing of others. */
function flagsOf(group: readonly DueAward[], making: LineMaking, issues: Issue[]): Pick<PayLine, 'flags'> {
  const { flags } = making.map;
  if (flags === undefined) return {};
  const said = Object.entries(flags).map(([name, source]) => [
    name,
    flagOf(name, source, group, making, issues),
  ]);
  return { flags: Object.fromEntries(said.filter(([, text]) => text !== '')) };
}

function flagOf(
  name: string,
  source: FlagSource,
  group: readonly DueAward[],
  making: LineMaking,
  issues: Issue[],
): string {
  if (typeof source === 'string' || 'column' in source)
    return textOf(
      source,
      group.map(({ award }) => award),
      making,
      issues,
    );
  const said = new Set(
    group.map(({ award, payCode }) =>
      'plans' in source ? ownText(source.plans, award.plan) : ownText(source.codes, payCode),
    ),
  );
  const [text = '', ...others] = said;
  if (others.length > 0) issues.push(mixedLine(group[0]?.award.person ?? '', name, [text, ...others]));
  return text;
}

function ownText(texts: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(texts, key) ? (texts[key] ?? '') : '';
}
