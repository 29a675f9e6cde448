import { ratioOfDecimal } from '../num/decimal.js';
import { equal, type Ratio, ratio } from '../num/ratio.js';

/**
 * How sure an interval is of a score, and how many standard errors that reaches to each side, to 40 digits.
 *
 * What is paid on must be the same on every machine, so these are constants and the list is closed.
 */
const KNOWN: readonly (readonly [text: string, level: Ratio, z: Ratio])[] = [
  ['80%', ratio(80, 100), ratioOfDecimal('1.281551565544600466965103329448742818620')],
  ['90%', ratio(90, 100), ratioOfDecimal('1.644853626951472714863848907991632136083')],
  ['95%', ratio(95, 100), ratioOfDecimal('1.959963984540054235524594430520551527956')],
  ['98%', ratio(98, 100), ratioOfDecimal('2.326347874040841100885606163346911723352')],
  ['99%', ratio(99, 100), ratioOfDecimal('2.575829303548900760978576748603814117306')],
  ['99.9%', ratio(999, 1000), ratioOfDecimal('3.290526731491894793221627035374649179216')],
];

/** The two-sided confidence levels that pay may rest on, as a plan writes them. */
export const confidenceLevels: readonly string[] = KNOWN.map(([text]) => text);

/**
 * How many standard errors an interval of a confidence level reaches to each side; undefined for a level that is
 * not in the list.
 *
 * Formula:  the normal quantile of (1 + level) / 2
 * Units:    level, ratio (0.95 = 95 %) -> standard errors
 * Rounds:   to 40 digits
 * @example  zOf(ratio(95, 100)) // 1.9599639845400542…
 */
export function zOf(level: Ratio): Ratio | undefined {
  return KNOWN.find(([, known]) => equal(known, level))?.[2];
}
