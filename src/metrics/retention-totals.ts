import type { Issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, compare, divide, ONE, ratio, subtract } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import { countsDiffer, failed, fieldsOf, numberAt, type Scored } from './read.js';
import { notNegative, positive, type Rule, share } from './rules.js';

/** What became of the value that all customers had at the start. */
export interface RetentionTotals {
  readonly start: Literal;
  readonly expansion: Literal;
  readonly contraction: Literal;
  readonly churn: Literal;
}

/**
 * Retention from totals, where the single customers are not known. Whether a total counts customers won since the
 * start cannot be seen here: it must not.
 *
 * Formula:  NRR = (start + expansion − contraction − churn) / start; GRR = (start − contraction − churn) / start
 * Rounds:   never
 * Issues:   metrics.value.*, metrics.counts.sum
 * Source:   the definitions of the SaaS Metrics Standards Board
 * @example  retentionFromTotals({ start: 1000, expansion: 90, contraction: 30, churn: 200 }) // nrr '0.86', grr '0.77'
 */
export function retentionFromTotals(
  totals: RetentionTotals,
): Scored<{ readonly nrr: string; readonly grr: string }> {
  const issues: Issue[] = [];
  const fields = fieldsOf(totals, ['start', 'expansion', 'contraction', 'churn'], issues);
  const start = numberAt(fields, 'start', positive);
  const expansion = numberAt(fields, 'expansion', notNegative);
  const contraction = numberAt(fields, 'contraction', notNegative);
  const churn = numberAt(fields, 'churn', notNegative);
  const gone = contraction && churn && add(contraction, churn);
  if (start && gone && compare(gone, start) > 0)
    issues.push(countsDiffer('More is lost than there was at the start', 'at most the start'));
  if (!start || !expansion || !gone || issues.length > 0) return failed(issues);
  const kept = subtract(start, gone);
  const result = {
    nrr: toExactText(divide(add(kept, expansion), start)),
    grr: toExactText(divide(kept, start)),
  };
  return { ok: true, result, issues };
}

/** A churn per month, and how many months it goes on. */
export interface MonthlyChurn {
  readonly monthlyChurn: Literal;
  readonly months: Literal;
}

const monthsRule: Rule = {
  code: 'metrics.value.range',
  holds: ({ value, percent }) =>
    !percent && isMultipleOf(value, ONE) && compare(value, ONE) >= 0 && compare(value, ratio(120)) <= 0,
  expected: 'a whole number of months from 1 to 120',
  hint: 'Write 12 for a year',
};

/**
 * What a monthly churn comes to in a year: each month loses a share of those who are left, so twelve times the month
 * is too much.
 *
 * Formula:  retention = (1 − monthly churn)^months; churn = 1 − retention
 * Rounds:   never
 * Issues:   metrics.value.*
 * @example  annualised({ monthlyChurn: '2%', months: 12 }) // churn 0.215…, exactly
 */
export function annualised(
  input: MonthlyChurn,
): Scored<{ readonly retention: string; readonly churn: string }> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['monthlyChurn', 'months'], issues);
  const churn = numberAt(fields, 'monthlyChurn', share);
  const months = numberAt(fields, 'months', monthsRule);
  if (!churn || !months || issues.length > 0) return failed(issues);
  const kept = subtract(ONE, churn);
  const power = months.n / months.d;
  const retention = { n: kept.n ** power, d: kept.d ** power };
  const result = { retention: toExactText(retention), churn: toExactText(subtract(ONE, retention)) };
  return { ok: true, result, issues };
}
