import { type Issue, issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { add, divide, multiply, ONE, type Ratio, ratio, sign, subtract, ZERO } from '../num/ratio.js';
import { sumOf } from './estimate.js';
import { type PersonValues, type ReadPerson, readPeopleValues } from './people-values.js';
import { checkDivisors, failed, type Scored, tooShort } from './read.js';

/** A person's own result beside the one that is blended with everybody's. */
export interface Blended<T> {
  readonly name: string;
  readonly raw: T;
  readonly blended: T;
}

/** How much people's own results say about them; exactly, as text. */
export interface Credibility {
  /** The mean of everybody, toward which results are drawn. */
  readonly mean: string;
  /** How much one person's values differ among themselves: the expected value of the process variance. */
  readonly within: string;
  /** How much people differ from each other: the variance of hypothetical means, never below 0. */
  readonly between: string;
  /** How many values weigh as much as the mean of everybody; absent where people do not differ. */
  readonly k?: string;
  /** The weight of a person's own result, from 0 to 1. */
  readonly credibility: string;
  readonly people: readonly Blended<string>[];
}

/** The exact results of many people have the divisors of all of them; more than these nobody could read. */
const MOST_DIVISORS = 100;

/**
 * Each person's result blended with that of all, by how much results say: where one person's values jump about more
 * than people differ, a single result is mostly luck and gets little weight. Everybody has as many values.
 *
 * Formula:  Z = n / (n + K), K = within / between; blended = Z × own mean + (1 − Z) × mean of all
 * Domain:   between below 0 counts as 0: then Z is 0 and an issue says so
 * Rounds:   never
 * Issues:   metrics.history.short, metrics.history.uneven, metrics.row.twice, metrics.credibility.none, metrics.value.*
 * Source:   Bühlmann 1967, nonparametric estimators
 * @example  buhlmann([{ name: 'Ann', values: [80, 85, 90, 81] }, { name: 'Ben', values: [70, 65, 75, 74] }])
 */
export function buhlmann(people: readonly PersonValues[]): Scored<Credibility> {
  const issues: Issue[] = [];
  const read = readPeopleValues(people, issues, { weighted: false });
  checkEven(read, issues);
  checkDivisors(
    read.flatMap((one) => one.values),
    issues,
    MOST_DIVISORS,
  );
  if (issues.length > 0) return failed(issues);
  const parts = varianceParts(read);
  const found = parts.between.n > 0n ? [] : [noDifference(toExactText(parts.between))];
  return { ok: true, result: credibilityOf(read, parts), issues: found };
}

function checkEven(people: readonly ReadPerson[], issues: Issue[]): void {
  const [first] = people;
  if (!first) return;
  if (first.values.length < 2)
    issues.push(tooShort('A person has fewer than two values', 'two values or more of each', [0, 'values']));
  for (const [index, { name, values }] of people.entries())
    if (values.length !== first.values.length) issues.push(uneven(name, index));
}

/** What the variance of all values is made of, before a difference below zero counts as none. */
interface VarianceParts {
  readonly each: number;
  readonly sums: readonly Ratio[];
  readonly mean: Ratio;
  readonly within: Ratio;
  readonly between: Ratio;
}

const square = (value: Ratio) => multiply(value, value);

function varianceParts(people: readonly ReadPerson[]): VarianceParts {
  const [persons, each] = [people.length, people[0]?.values.length ?? 0];
  const sums = people.map((one) => sumOf(one.values));
  const all = sumOf(sums);
  const squares = sumOf(people.flatMap((one) => one.values.map(square)));
  const squaredSums = sumOf(sums.map(square));
  const within = divide(subtract(squares, divide(squaredSums, ratio(each))), ratio(persons * (each - 1)));
  const ofMeans = divide(
    subtract(squaredSums, divide(square(all), ratio(persons))),
    ratio(each * each * (persons - 1)),
  );
  return {
    each,
    sums,
    mean: divide(all, ratio(persons * each)),
    within,
    between: subtract(ofMeans, divide(within, ratio(each))),
  };
}

function credibilityOf(people: readonly ReadPerson[], parts: VarianceParts): Credibility {
  const { each, sums, mean, within } = parts;
  const differ = sign(parts.between) > 0;
  const between = differ ? parts.between : ZERO;
  const own = multiply(ratio(each), between);
  const credibility = differ ? divide(own, add(own, within)) : ZERO;
  const ofMean = multiply(subtract(ONE, credibility), mean);
  return {
    mean: toExactText(mean),
    within: toExactText(within),
    between: toExactText(between),
    ...(differ && { k: toExactText(divide(within, between)) }),
    credibility: toExactText(credibility),
    people: people.map(({ name }, index) => {
      const raw = divide(sums[index] ?? ZERO, ratio(each));
      const blended = add(multiply(credibility, raw), ofMean);
      return { name, raw: toExactText(raw), blended: toExactText(blended) };
    }),
  };
}

function uneven(name: string, index: number): Issue {
  return issue({
    code: 'metrics.history.uneven',
    path: [index, 'values'],
    message: `${quote(name)} has another number of values than the first`,
    expected: 'as many values for each person',
    hint: 'Leave out periods that somebody lacks, or use buhlmannStraub, which weighs them',
  });
}

/** People are all alike as far as can be told, and own results get no weight. */
export function noDifference(between: string): Issue {
  return issue({
    code: 'metrics.credibility.none',
    message: `People differ no more than chance: the difference between them is estimated at ${between}, and counts as 0`,
    expected: 'people who differ more from each other than their own values do',
    hint: 'Pay on the result of all, or wait for more periods',
  });
}
