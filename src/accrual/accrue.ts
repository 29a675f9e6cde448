import { hasErrors, type Issue, issue, type Path } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { ZERO } from '../num/ratio.js';
import type { StoredRun } from '../retro/index.js';
import type { Accrual, AccrualClosing, AccrueOptions, JournalLine } from './accrual.js';
import { awardBalances, costBalances } from './balances.js';
import { movedIssues, withheldIn, withheldIssues } from './check-people.js';
import { type Closing, checkRuns } from './check-runs.js';
import { controlsOf } from './controls.js';
import { checkColumns } from './groups.js';
import { journalOf } from './journal.js';
import { lineOf, totalsOf } from './lines.js';
import { fallingShares, type Measured, measure, NO_RATES, type Setting, unconverted } from './measure.js';
import { book, catchUp, inPlace, type Movement } from './movements.js';
import { columnsOf, ratesOf, unusedCosts } from './on-costs.js';
import { againstPaid } from './paid.js';
import { parseAccrualRules } from './parse-rules.js';

/**
 * The cost of awards recognised closing day by closing day. Each run's awards are the estimate of the full period's
 * cost as of its day; what is earned of it is owed, and the change of what is owed is the expense, so that an estimate
 * that proves wrong is corrected in the period in which that becomes known. With an error nothing is accrued.
 *
 * Formula:  liability = estimate × share earned; expense = liability − liability at the closing before;
 *           on-cost = liability × rate in force on the day
 * Units:    money, text with the decimals of its currency
 * Rounds:   the liability of a plan and currency once, half up, and each on-cost of it; lines sum to it by largest
 *           remainder, ties to the first in the order of plans, currencies and values of the columns
 * Issues:   accrual.*, rates.rate.missing
 * Source:   IAS 19.19-20, IAS 34 B6, ASC 270-10-45, ASC 710-10-25
 * @example  accrue([march, june], { rules }).closings[1].totals[0].expense // '35000.00'
 */
export function accrue(estimates: readonly StoredRun[], options: AccrueOptions): Accrual {
  const { actual, by = [], allowWithheld = false } = options;
  const parsed = parseAccrualRules(options.rules);
  const closings: Closing[] = [
    ...estimates.map((run, index) => ({ run, path: ['estimates', index] as Path, isPaid: false })),
    ...(actual ? [{ run: actual, path: ['actual'] as Path, isPaid: true }] : []),
  ];
  const rules = parsed.ok ? parsed.rules : undefined;
  const onCosts = rules?.onCosts ?? [];
  const columns = [...new Set([...by, ...columnsOf(onCosts)])];
  const found = [
    ...parsed.issues.map((one) => ({ ...one, path: ['rules', ...one.path] })),
    ...checkRuns(closings, rules?.earned),
    ...(options.rates?.issues ?? []),
    ...(rules && options.rates && rules.reportingCurrency === undefined ? [noCurrency()] : []),
    ...checkColumns(by, columns, closings),
    ...withheldIssues(closings, allowWithheld),
  ];
  if (!rules || hasErrors(found)) return refused(found, closings);
  return accrued(closings, { ...options, rules, onCosts, columns }, [...found, ...movedIssues(closings)]);
}

function noCurrency(): Issue {
  return issue({
    code: 'accrual.key.missing',
    path: ['rules', 'reportingCurrency'],
    message: 'There are rates of exchange, and no currency to convert into',
    expected: 'a reporting currency, or no rates',
    hint: 'Add reportingCurrency to the rules, or leave the rates out',
  });
}

function refused(issues: readonly Issue[], closings: readonly Closing[]): Accrual {
  const withheld = withheldIn(closings);
  return { columns: [], closings: [], journal: [], withheld, controls: [], holds: false, issues };
}

function accrued(closings: readonly Closing[], setting: Setting, found: readonly Issue[]): Accrual {
  const { rules, columns, actual } = setting;
  const measured = closings.map((closing) => measure(closing, setting));
  const made = measured.map((one) => one.made);
  const issues = [
    ...found,
    ...measured.flatMap((one) => one.issues),
    ...fallingShares(made),
    ...unconverted(made, setting),
    ...unusedCosts(setting, made),
  ];
  if (hasErrors(issues)) return refused(issues, closings);
  const { results, journal } = inOrder(made, setting);
  const controls = controlsOf({ closings: results, journal, runs: closings.map(({ run }) => run) });
  const [last, paid] = results.slice(-2);
  return {
    columns,
    ...(rules.reportingCurrency !== undefined && { reportingCurrency: rules.reportingCurrency }),
    closings: results,
    ...(actual && last && paid && { againstPaid: againstPaid(paid, last) }),
    journal,
    withheld: withheldIn(closings),
    controls,
    holds: controls.every(({ holds }) => holds),
    issues,
  };
}

interface Results {
  readonly results: readonly AccrualClosing[];
  readonly journal: readonly JournalLine[];
}

/** One closing day after the other, each against the one before. */
function inOrder(made: readonly Measured[], setting: Setting): Results {
  const { columns, rules } = setting;
  const { reportingCurrency, accounts } = rules;
  const results: AccrualClosing[] = [];
  const journal: JournalLine[] = [];
  let before: readonly Movement[] = [];
  for (const one of made) {
    const movements = movementsOf(one, before, setting);
    const books = {
      date: one.closing.run.asOf,
      columns,
      ...(reportingCurrency !== undefined && { reportingCurrency }),
      ...(accounts.exchange !== undefined && { exchangeAccount: accounts.exchange }),
    };
    results.push(closingOf(one, movements, setting));
    journal.push(...journalOf(movements, books));
    before = movements;
  }
  return { results, journal };
}

function movementsOf(one: Measured, before: readonly Movement[], setting: Setting): readonly Movement[] {
  const { rules, rates = NO_RATES } = setting;
  const { run } = one.closing;
  const awards = awardBalances(one.groups, (plan) => one.shares.get(plan) ?? ZERO, rules.accounts);
  const costs = costBalances(awards, ({ values }) => ratesOf(values, one.question));
  const order = inPlace(
    run.plans.map(({ plan }) => plan),
    setting.onCosts.map(({ name }) => name),
  );
  const movements = catchUp([...awards, ...costs], before).toSorted(order);
  const to = rules.reportingCurrency;
  return to === undefined ? movements : book(movements, before, { to, on: run.asOf, rates });
}

function closingOf(
  { closing: { run, isPaid }, shares }: Measured,
  movements: readonly Movement[],
  { columns, rules: { reportingCurrency } }: Setting,
): AccrualClosing {
  const lines = movements.map((one) => lineOf(one, columns, reportingCurrency));
  return {
    closing: run.asOf,
    status: run.status,
    ...(isPaid && { paid: true as const }),
    plans: run.plans.map(({ plan, version }) => {
      return { plan, version, earned: toExactText(shares.get(plan) ?? ZERO) };
    }),
    totals: totalsOf(lines),
    lines,
  };
}
