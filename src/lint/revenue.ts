import { groupBy } from '../data/group.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { fieldsOf, has, listOf, numberAt, optionalAt, readNumber, type Scored } from '../metrics/read.js';
import { anyNumber, notNegative, positive, share } from '../metrics/rules.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney, toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { differenceOfMoney } from '../num/money.js';
import { add, divide, multiply, ONE, type Ratio, sign, subtract, ZERO } from '../num/ratio.js';
import type { Run } from '../run/run.js';

/** How far a customer result moves: stated, or driven by an employee result of which so much comes through. */
export type CustomerChange = Literal | { readonly employee: Literal; readonly link: Literal };

/** What is assumed of an improvement. Nothing of it is known to the library: every figure is the caller's. */
export interface ImprovementInput {
  /** Of a year, at present. */
  readonly revenue: Literal;
  /** How far the customer result improves, in its own unit: 5 points, or 2%. */
  readonly change: CustomerChange;
  /** What one unit of that is worth: the share of revenue that it adds. */
  readonly elasticity: Literal;
  readonly years: number;
  /** How much of it is there in each year; all of it from the first year on where nothing is said. */
  readonly phaseIn?: readonly Literal[];
  /** What of added revenue is left after its own cost; all of it where nothing is said: then worth is revenue. */
  readonly margin?: Literal;
  /** Of a year, at its end; nothing where nothing is said. */
  readonly discountRate?: Literal;
  /** What the plan costs more in each year for paying for the improvement, such as `costOfImprovement` finds. */
  readonly cost?: Literal;
}

export interface ImprovementYear {
  readonly year: number;
  /** Added revenue. */
  readonly revenue: string;
  /** What is left of it today: after margin and discount. */
  readonly worth: string;
  readonly cost?: string;
}

/** What an improvement is worth, with everything that was assumed; exact decimals, or p/q where they do not end. */
export interface Improvement {
  readonly assumptions: {
    readonly revenue: string;
    readonly change: string;
    /** Where an employee result drives the customer result. */
    readonly employee?: { readonly change: string; readonly link: string };
    readonly elasticity: string;
    readonly years: number;
    readonly phaseIn: readonly string[];
    readonly margin: string;
    readonly discountRate: string;
    readonly cost?: string;
  };
  /** The share of yearly revenue that is added once all of the improvement is there. */
  readonly uplift: string;
  readonly years: readonly ImprovementYear[];
  readonly revenue: string;
  readonly worth: string;
  /** What the plan costs more over the years, discounted alike; what is left, and worth ÷ cost. */
  readonly cost?: string;
  readonly net?: string;
  readonly worthOfCost?: string;
  /** The elasticity at which the improvement is worth just what it costs. */
  readonly breakEvenElasticity?: string;
}

const KEYS = ['revenue', 'change', 'elasticity', 'years', 'phaseIn', 'margin', 'discountRate', 'cost'];

/** More years than anybody plans for. */
const MOST_YEARS = 50;

/**
 * What an improvement of customer results is worth, against what a plan costs more for it.
 *
 * Formula:  uplift = change × elasticity; worth = Σ over years of revenue × uplift × phase-in × margin ÷ (1 + rate) ^ year;
 *           change = employee change × link where an employee result drives it; break-even elasticity = elasticity × cost ÷ worth
 * Units:    money of one currency; change in the unit of the result
 * Rounds:   never
 * Issues:   metrics.input.form, metrics.key.unknown, metrics.value.*, metrics.history.uneven
 * Source:   every assumption is the caller's; published estimates are in examples/customer-revenue.ts and examples/engagement-link.ts
 * @example  improvementWorth({ revenue: '1000', change: '5', elasticity: '1%', years: 2 }).result.worth // '100'
 */
export function improvementWorth(input: ImprovementInput): Scored<Improvement> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, KEYS, issues);
  const years = yearsOf(fields?.values['years'], issues);
  const read = {
    revenue: numberAt(fields, 'revenue', positive),
    change: changeOf(fields?.values['change'], issues),
    elasticity: numberAt(fields, 'elasticity', anyNumber),
    phaseIn: fields && years !== undefined ? phaseInOf(fields.values['phaseIn'], years, issues) : undefined,
    margin: has(fields, 'margin') ? numberAt(fields, 'margin', share) : ONE,
    discountRate: has(fields, 'discountRate') ? numberAt(fields, 'discountRate', notNegative) : ZERO,
  };
  const cost = optionalAt(fields, 'cost', notNegative);
  const { revenue, change, elasticity, phaseIn, margin, discountRate } = read;
  if (!revenue || !change || !elasticity || !phaseIn || !margin || !discountRate || issues.length > 0)
    return { ok: false, issues };
  const assumed = { revenue, ...change, elasticity, phaseIn, margin, discountRate, cost };
  return { ok: true, result: worthOf(assumed), issues };
}

interface Assumed {
  readonly revenue: Ratio;
  readonly change: Ratio;
  readonly employee: { readonly change: Ratio; readonly link: Ratio } | undefined;
  readonly elasticity: Ratio;
  readonly phaseIn: readonly Ratio[];
  readonly margin: Ratio;
  readonly discountRate: Ratio;
  readonly cost: Ratio | undefined;
}

function yearsOf(raw: unknown, issues: Issue[]): number | undefined {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= MOST_YEARS) return raw;
  issues.push(
    issue({
      code: 'metrics.value.range',
      path: ['years'],
      message: `${quote(raw)} is no number of years`,
      expected: `a whole number from 1 to ${MOST_YEARS}`,
      hint: 'Write how many years the improvement is counted for',
    }),
  );
  return undefined;
}

function changeOf(raw: unknown, issues: Issue[]): Pick<Assumed, 'change' | 'employee'> | undefined {
  const path: Path = ['change'];
  if (typeof raw !== 'object' || raw === null) {
    const change = readNumber(raw, anyNumber, { path }, issues);
    return change && { change, employee: undefined };
  }
  const fields = fieldsOf(raw, ['employee', 'link'], issues, path);
  const [change, link] = [numberAt(fields, 'employee', anyNumber), numberAt(fields, 'link', anyNumber)];
  return change && link && { change: multiply(change, link), employee: { change, link } };
}

function phaseInOf(raw: unknown, years: number, issues: Issue[]): readonly Ratio[] | undefined {
  if (raw === undefined) return Array.from({ length: years }, () => ONE);
  const list = listOf(raw, issues, ['phaseIn']);
  if (list && list.length !== years) issues.push(notEveryYear(list.length, years));
  return list?.flatMap((one, index) => readNumber(one, share, { path: ['phaseIn', index] }, issues) ?? []);
}

function notEveryYear(given: number, years: number): Issue {
  return issue({
    code: 'metrics.history.uneven',
    path: ['phaseIn'],
    message: `phaseIn has ${given} shares for ${years} years`,
    expected: 'one share for each year',
    hint: 'Write what part of the improvement is there in each year, such as [1/3, 2/3, 100%]',
  });
}

function worthOf(assumed: Assumed): Improvement {
  const { revenue, change, elasticity, phaseIn, margin, discountRate, cost } = assumed;
  const uplift = multiply(change, elasticity);
  const factor = add(ONE, discountRate);
  const years = phaseIn.map((there, index) => {
    const discount = Array.from({ length: index + 1 }, () => factor).reduce(multiply, ONE);
    const added = multiply(multiply(revenue, uplift), there);
    return { added, worth: divide(multiply(added, margin), discount), cost: cost && divide(cost, discount) };
  });
  const worth = sumOf(years.map((one) => one.worth));
  const whole = cost && sumOf(years.map((one) => one.cost ?? ZERO));
  return {
    assumptions: assumptionsOf(assumed),
    uplift: toExactText(uplift),
    years: years.map((one, index) => ({
      year: index + 1,
      revenue: toExactText(one.added),
      worth: toExactText(one.worth),
      ...(one.cost && { cost: toExactText(one.cost) }),
    })),
    revenue: toExactText(sumOf(years.map((one) => one.added))),
    worth: toExactText(worth),
    ...(whole && againstCost(worth, whole, elasticity)),
  };
}

function sumOf(all: readonly Ratio[]): Ratio {
  return all.reduce(add, ZERO);
}

function againstCost(worth: Ratio, cost: Ratio, elasticity: Ratio) {
  return {
    cost: toExactText(cost),
    net: toExactText(subtract(worth, cost)),
    ...(sign(cost) !== 0 && { worthOfCost: toExactText(divide(worth, cost)) }),
    ...(sign(worth) !== 0 && {
      breakEvenElasticity: toExactText(divide(multiply(elasticity, cost), worth)),
    }),
  };
}

function assumptionsOf({ phaseIn, employee, cost, ...assumed }: Assumed): Improvement['assumptions'] {
  const text = toExactText;
  return {
    revenue: text(assumed.revenue),
    change: text(assumed.change),
    ...(employee && { employee: { change: text(employee.change), link: text(employee.link) } }),
    elasticity: text(assumed.elasticity),
    years: phaseIn.length,
    phaseIn: phaseIn.map(text),
    margin: text(assumed.margin),
    discountRate: text(assumed.discountRate),
    ...(cost && { cost: text(cost) }),
  };
}

/** What a plan pays at improved results more than at present ones, in one currency. */
export interface ImprovementCost {
  readonly currency: string;
  readonly present: string;
  readonly improved: string;
  readonly cost: string;
}

/** The cost in each currency, and who is missing from it. */
export interface ImprovementCosts {
  readonly costs: readonly ImprovementCost[];
  /** People who are withheld in one of the runs: what they cost is not known. */
  readonly withheld: readonly string[];
}

/**
 * What a plan costs more for an improvement: the total of a run at improved results less that of a run at present ones, in
 * each currency; nothing is converted.
 *
 * Formula:  Σ awards improved − Σ awards at present, by currency
 * Rounds:   never: awards are rounded already
 * @example  costOfImprovement(calculate(plans, now, { asOf }), calculate(plans, better, { asOf })).costs[0].cost
 */
export function costOfImprovement(present: Run, improved: Run): ImprovementCosts {
  const [before, after] = [present, improved].map(({ totals }) =>
    groupBy(totals, ({ currency }) => currency),
  );
  const currencies = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  const costs = currencies.map((currency): ImprovementCost => {
    const digits = minorDigits(currency) ?? 2;
    const sums = [before, after].map((all) =>
      sumMoney(
        (all?.get(currency) ?? []).map(({ amount }) => amount),
        digits,
      ),
    );
    const [old, now] = sums as [string, string];
    return { currency, present: old, improved: now, cost: differenceOfMoney(now, old, digits) };
  });
  const awards = [...present.awards, ...improved.awards];
  const withheld = awards.filter(({ status }) => status === 'withheld').map(({ person }) => person);
  return { costs, withheld: [...new Set(withheld)] };
}
