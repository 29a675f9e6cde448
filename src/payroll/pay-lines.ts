import { type Issue, issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import type { Award, Run } from '../run/run.js';
import { type Day, isDay } from '../time/day.js';

/** One canonical line of pay: what a payroll system needs to pay one award. All fields are text. */
export interface PayLine {
  /**
   * Stable: the same award, code and date give the same id, so that importing twice pays once. Differences to one
   * final run end in `:2`, to two in `:3`: on the same day they are lines of their own.
   */
  readonly lineId: string;
  readonly employeeId: string;
  readonly payCode: string;
  readonly amount: string;
  readonly currency: string;
  readonly payDate: Day;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly planId: string;
  readonly planVersion: string;
}

/** The columns of the canonical pay file, in order. */
export const payLineColumns = [
  'lineId',
  'employeeId',
  'payCode',
  'amount',
  'currency',
  'payDate',
  'periodStart',
  'periodEnd',
  'planId',
  'planVersion',
] as const satisfies readonly (keyof PayLine)[];

/** Count and sum of the lines of a currency: must equal what payroll says it imported. */
export interface ControlTotal {
  readonly currency: string;
  readonly lines: number;
  readonly amount: string;
}

export interface PayLineOptions {
  readonly payDate: Day;
  /** The pay code of each plan, or one for all plans: codes are the payroll's own and never guessed. */
  readonly payCode: string | Readonly<Record<string, string>>;
  /** Include negative awards; without it they are refused. */
  readonly negatives?: boolean;
}

/** Lines and control totals, or why there are none. */
export interface PayRun {
  readonly lines: readonly PayLine[];
  readonly controls: readonly ControlTotal[];
  readonly issues: readonly Issue[];
}

/**
 * Turns the awards of a run into canonical pay lines: one per employee, code and currency, awards of zero
 * left out, sums equal to the run's. With an error there are no lines at all. A run that follows final runs is
 * paid by its differences, which `correct` makes a run of.
 *
 * Rounds:   never; awards are rounded already
 * Issues:   payroll.date.form, payroll.code.form, payroll.run.whole, payroll.line.negative, payroll.award.not-final
 * @example  payLines(run, { payDate: '2027-02-26', payCode: 'BONUS' }).lines[0].amount // '8874.85'
 */
export function payLines(run: Run, options: PayLineOptions): PayRun {
  const paid = run.awards.filter((award) => award.status === 'paid');
  const issues = [...checkOptions(run, options), ...checkAwards(paid, run, options)];
  if (issues.some((one) => one.severity === 'error')) return { lines: [], controls: [], issues };
  const groups = new Map<string, Award[]>();
  for (const award of paid) {
    const key = JSON.stringify([award.person, codeOf(award.plan, options), award.currency]);
    groups.set(key, [...(groups.get(key) ?? []), award]);
  }
  const lines = [...groups.values()].map((awards) => lineOf(awards, run, options));
  // Differences of two plans may cancel out.
  const due = lines.filter(({ amount }) => !/^[0.]+$/.test(amount));
  return { lines: due, controls: controlsOf(due), issues };
}

function codeOf(plan: string, { payCode }: PayLineOptions): string {
  if (typeof payCode === 'string') return payCode;
  return Object.hasOwn(payCode, plan) ? (payCode[plan] ?? '') : '';
}

/** Versions of an amended plan are paid by lines of their own. */
function isAmended({ plan }: Award, plans: Run['plans']): boolean {
  return plans.some((one) => one.plan === plan && one.amended === true);
}

/** One line of one person's awards under one code: a second line of the same day would replace the first in several systems. */
function lineOf(awards: readonly Award[], { follows = 0, plans }: Run, options: PayLineOptions): PayLine {
  const [first] = awards as [Award];
  const currency = first.currency ?? '';
  const payCode = codeOf(first.plan, options);
  const planId = awards.map((award) => award.plan).join('+');
  const amounts = awards.map((award) => award.amount ?? '0');
  const edges = awards.map((award) => award.period);
  return {
    lineId: [
      ...[planId, first.person, options.payDate, payCode, currency].map(encoded),
      ...(isAmended(first, plans) ? [first.period.start] : []),
      ...(follows > 0 ? [follows + 1] : []),
    ].join(':'),
    employeeId: first.person,
    payCode,
    amount: sumMoney(amounts, minorDigits(currency) ?? 2),
    currency,
    payDate: options.payDate,
    periodStart: edges.map((period) => period.start).toSorted()[0] ?? '',
    periodEnd:
      edges
        .map((period) => period.end)
        .toSorted()
        .at(-1) ?? '',
    planId,
    planVersion: awards.map((award) => award.version).join('+'),
  };
}

/** Text that can stand in a line id; half a character of a broken text becomes the sign for one. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function controlsOf(lines: readonly PayLine[]): ControlTotal[] {
  const currencies = [...new Set(lines.map((line) => line.currency))].toSorted();
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    return {
      currency,
      lines: own.length,
      amount: sumMoney(
        own.map((line) => line.amount),
        minorDigits(currency) ?? 2,
      ),
    };
  });
}

function checkOptions(run: Run, options: PayLineOptions): Issue[] {
  const issues: Issue[] = [];
  if (!isDay(options.payDate)) {
    issues.push(
      issue({
        code: 'payroll.date.form',
        message:
          options.payDate === '' ? 'There is no day of payment' : `${quote(options.payDate)} is not a day`,
        expected: 'a day that exists, as YYYY-MM-DD',
        hint: 'Give the day of payment: --pay-date, or { payDate }',
      }),
    );
  }
  for (const { plan } of run.plans) {
    const code = codeOf(plan, options);
    if (/^[\p{L}\p{N}_.-]{1,40}$/u.test(code)) continue;
    issues.push(
      issue({
        code: 'payroll.code.form',
        message:
          code === ''
            ? `There is no pay code for ${quote(plan)}`
            : `${quote(code)} cannot be the pay code of ${quote(plan)}`,
        expected: 'letters, digits, dots, - or _ (40 at most)',
        hint: 'Give the code of your payroll for this payment: --pay-code, or { payCode }',
      }),
    );
  }
  return run.after === undefined ? issues : [...issues, wholeAwards(run.after)];
}

function wholeAwards(after: number): Issue {
  return issue({
    code: 'payroll.run.whole',
    path: ['after'],
    message: `The run follows ${after} final run${after === 1 ? '' : 's'}, and its awards are whole: most of it was paid already`,
    expected: 'the run of differences that a correction gives',
    hint: 'Pay the differences to the final runs',
  });
}

function checkAwards(
  paid: readonly Award[],
  { follows }: Run,
  { negatives = false }: PayLineOptions,
): Issue[] {
  const negative = negatives ? [] : paid.filter((award) => award.amount?.startsWith('-'));
  const open = paid.filter((award) => award.restsOn !== undefined && award.restsOn !== 'final');
  return [
    ...negative.map((award) => negativeLine(award, follows === undefined ? 'award' : 'difference')),
    ...(open.length > 0 ? [notFinal(open)] : []),
  ];
}

function negativeLine({ person, amount, currency }: Award, what: 'award' | 'difference'): Issue {
  return issue({
    code: 'payroll.line.negative',
    message: `The ${what} of ${quote(person)} is ${amount} ${currency}`,
    expected: `${what}s above zero, or negatives asked for`,
    hint: 'Many payrolls refuse negative lines; if yours does not, ask for them: --negatives, or { negatives: true }',
  });
}

function notFinal(awards: readonly Award[]): Issue {
  return issue({
    code: 'payroll.award.not-final',
    message: `${awards.length} of the lines rest on provisional or forecast actuals, such as that of ${quote(awards[0]?.person)}`,
    expected: 'final actuals',
    hint: 'Wait for the final values, or be ready to correct these lines later',
  });
}
