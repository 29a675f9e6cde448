import { isRecord } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { isDay } from '../time/day.js';
import type { PayLine } from './pay-line.js';

const DAYS = ['payDate', 'periodStart', 'periodEnd'] as const;
const OPTIONAL = [
  'planId',
  'planVersion',
  'legalEmployer',
  'costCentre',
  'offCycleReason',
  'note',
  'originalCurrency',
  'rate',
] as const;
const TEXTS = ['lineId', 'employeeId', 'payCode', 'currency'] as const;

/**
 * What cannot be written of lines that somebody made by hand: amounts in the decimals of their currency, days that
 * exist, texts.
 *
 * Issues:   payroll.cell.form, payroll.date.form
 */
export function givenLineIssues(lines: readonly PayLine[]): Issue[] {
  return lines.flatMap((line, index) => [
    ...TEXTS.filter((key) => typeof line[key] !== 'string' || line[key].trim() === '').map((key) =>
      wrong(index, key, line[key], 'a text that is not blank'),
    ),
    ...OPTIONAL.filter((key) => line[key] !== undefined && typeof line[key] !== 'string').map((key) =>
      wrong(index, key, line[key], 'a text'),
    ),
    ...(isFlags(line.flags) ? [] : [wrong(index, 'flags', line.flags, 'a text for each flag')]),
    ...(isAmount(line)
      ? []
      : [wrong(index, 'amount', line.amount, 'an amount with the decimals of its currency')]),
    ...DAYS.filter((key) => !isDay(line[key])).map((key) =>
      wrong(index, key, line[key], 'a day as YYYY-MM-DD'),
    ),
  ]);
}

function isFlags(flags: unknown): boolean {
  return (
    flags === undefined || (isRecord(flags) && Object.values(flags).every((one) => typeof one === 'string'))
  );
}

function isAmount({ amount, currency, originalAmount = amount }: PayLine): boolean {
  const digits = minorDigits(currency);
  const isNumeral = (text: unknown) => typeof text === 'string' && /^-?\d{1,30}(\.\d{1,4})?$/.test(text);
  return isNumeral(amount) && isNumeral(originalAmount) && digits === (amount.split('.')[1]?.length ?? 0);
}

function wrong(index: number, key: keyof PayLine, value: unknown, expected: string): Issue {
  return issue({
    code: expected.startsWith('a day') ? 'payroll.date.form' : 'payroll.cell.form',
    path: ['lines', index, key],
    message: `${quote(value)} cannot be the ${key} of a pay line`,
    expected,
    hint: 'Give lines as payLines makes them',
  });
}
