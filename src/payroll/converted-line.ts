import { convertMoney, type Rates } from '../data/rates.js';
import { type Issue, issue } from '../issue/issue.js';
import { inMap, vanished } from './pay-issues.js';
import { isZero, type PayLine } from './pay-line.js';
import type { PayMap } from './pay-map.js';

/**
 * A line in the currency it is paid in, with what it was before. Its id stays, so that it is known again.
 *
 * Formula:  amount × rate of the pay date
 * Rounds:   once for each line, as the map says
 * Issues:   rates.rate.missing, payroll.line.zero
 */
export function convertLine(
  line: PayLine,
  person: string,
  { convert, zeros }: PayMap,
  rates: Pick<Rates, 'rates'>,
): { readonly line: PayLine; readonly issues: readonly Issue[] } {
  if (convert === undefined || line.currency === convert.to) return { line, issues: [] };
  const { amount, currency, payDate } = line;
  const converted = convertMoney(
    amount,
    { from: currency, to: convert.to, on: payDate },
    rates,
    convert.rounding,
  );
  if (!converted.ok) return { line, issues: [issue({ ...converted.issue, path: inMap('convert') })] };
  const paid = { amount: converted.amount, currency: convert.to };
  const original = { originalAmount: amount, originalCurrency: currency, rate: converted.rate };
  const isLost = isZero(converted.amount) && zeros !== 'keep';
  const lost = isLost ? [vanished(person, `${amount} ${currency}`, `${converted.amount} ${convert.to}`)] : [];
  return { line: { ...line, ...paid, ...original }, issues: lost };
}
