import { type Issue, issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, sumMoney, toExactText } from '../num/decimal.js';
import { equal } from '../num/ratio.js';
import type { Run } from '../run/run.js';
import type { FilePart } from './file-parts.js';
import type { ControlTotal, PayLine } from './pay-line.js';
import { controlsOf } from './pay-lines.js';
import { readPayFile } from './read-pay-file.js';
import type { WrittenFile } from './write-file.js';

/** What the lines of a part come to. */
export function totalOf({ rows, currency }: FilePart): string {
  const amounts = rows.flatMap(({ lines }) => lines.map(({ amount }) => amount));
  return sumMoney(amounts, minorDigits(currency) ?? 2);
}

/**
 * Whether a file, read again from its own bytes, holds every row of its part, and its amounts sum to what the lines do.
 *
 * Issues:   payroll.control.failed
 */
export function checkFile(
  written: WrittenFile,
  part: FilePart,
  content: Uint8Array = written.content,
): Issue[] {
  const { name } = written;
  const read = readPayFile(written, content);
  if (read === undefined) return [failed(name, 'it cannot be read again', 'the file as its layout says')];
  const expected = totalOf(part);
  return read.flatMap(({ rows, amount }) => {
    if (rows !== part.rows.length) return [failed(name, `it has ${rows} rows`, `${part.rows.length} rows`)];
    if (amount === undefined || equal(amount, ratioOfDecimal(expected))) return [];
    return [failed(name, `its amounts sum to ${toExactText(amount)}`, `${expected} ${part.currency}`)];
  });
}

/**
 * Whether the lines pay what the awards of the run sum to, in the currencies of the plans.
 *
 * Issues:   payroll.control.failed
 */
export function checkLines({ awards }: Run, lines: readonly PayLine[]): Issue[] {
  const due = awards.flatMap(({ status, currency = '', amount = '0' }) =>
    status === 'paid' ? [{ currency, amount }] : [],
  );
  const paid = lines.map(beforeConversion);
  const totals = new Map(controlsOf(paid).map((one) => [one.currency, one]));
  return controlsOf(due).flatMap((one) => wrongTotal(one, totals.get(one.currency)));
}

/** What a line was before it was converted. */
export function beforeConversion(line: PayLine): Pick<PayLine, 'amount' | 'currency'> {
  const { originalAmount: amount = line.amount, originalCurrency: currency = line.currency } = line;
  return { amount, currency };
}

function wrongTotal({ currency, amount }: ControlTotal, paid: ControlTotal | undefined): Issue[] {
  // What cancels out is no line.
  const found = paid?.amount ?? '0';
  if (equal(ratioOfDecimal(found), ratioOfDecimal(amount))) return [];
  return [failed(currency, `the lines sum to ${found}`, `${amount} ${currency}, the sum of the awards`)];
}

function failed(what: string, message: string, expected: string): Issue {
  return issue({
    code: 'payroll.control.failed',
    path: ['files', what],
    message: `The control of ${quote(what)} failed: ${message}`,
    expected,
    hint: 'Nothing was written; this is a fault of this library: report it with the layout',
  });
}
