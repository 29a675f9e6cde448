import { type Issue, issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { type Ratio, ZERO } from '../num/ratio.js';
import type { Award } from '../run/run.js';
import { noNumber, unknownName } from './faults.js';
import type { Prepared } from './prepared.js';
import type { Wanted } from './question.js';
import type { Quantity } from './seek-lines.js';

/** What is sought, of whom. */
export interface Sought {
  readonly wanted: Ratio;
  readonly quantity: Quantity;
  /** The places of the awards that count. */
  readonly places: readonly number[];
  /** Awards that would count, and are withheld. */
  readonly missing: readonly Award[];
  readonly digits: number;
}

export function soughtOf(
  prepared: Prepared,
  wanted: Wanted,
  awards: readonly Award[],
): Sought | { readonly issues: readonly Issue[] } {
  const [key, raw] = figureOf(wanted);
  const read = readLiteral(raw);
  if (!isNumber(read)) return { issues: [noNumber(raw, ['for', key], 'a number such as 500000 or 100%')] };
  const person = 'person' in wanted ? wanted.person : undefined;
  if (person !== undefined && !awards.some((one) => one.person === person))
    return {
      issues: [
        unknownName(
          'person',
          person,
          prepared.data.people.people.map(({ id }) => id),
          ['for', 'person'],
        ),
      ],
    };
  const ids = prepared.plans.map(({ id }) => id);
  if (wanted.plan !== undefined && !ids.includes(wanted.plan))
    return { issues: [unknownName('plan', wanted.plan, ids, ['for', 'plan'])] };
  const currency = 'currency' in wanted ? wanted.currency : undefined;
  const currencyIn = (index: number) => awards[index]?.currency;
  const isMeant = (one: Award) =>
    (person === undefined || one.person === person) &&
    (wanted.plan === undefined || one.plan === wanted.plan);
  const places = awards.flatMap((one, index) =>
    isMeant(one) && (currency === undefined || currencyIn(index) === currency) ? [index] : [],
  );
  // Who is withheld may have no currency: then nobody knows that the award is not in the one that is meant.
  const missing = awards.filter(
    (one) => isMeant(one) && one.status === 'withheld' && (one.currency ?? currency) === currency,
  );
  const kinds = [
    ...new Set(
      places.flatMap((index) =>
        currencyIn(index) === undefined ? [] : [`${awards[index]?.plan} ${currencyIn(index)}`],
      ),
    ),
  ];
  if (kinds.length > 1) return { issues: [severalTotals(kinds)] };
  const digits = minorDigits(kinds[0]?.split(' ').at(-1) ?? '') ?? 2;
  const share = key === 'ofTarget' ? read.value : undefined;
  const quantity = 'metric' in wanted ? { metric: wanted.metric } : share ? { ofTarget: share } : {};
  return { wanted: share ? ZERO : read.value, quantity, places, missing, digits };
}

export function figureOf(wanted: Wanted): readonly [string, Literal] {
  if ('total' in wanted) return ['total', wanted.total];
  if ('award' in wanted) return ['award', wanted.award];
  return 'ofTarget' in wanted ? ['ofTarget', wanted.ofTarget] : ['achievement', wanted.achievement];
}

/** What is wanted, in words. */
export function wantedText(wanted: Wanted): string {
  const [key, value] = figureOf(wanted);
  const whose = 'person' in wanted && wanted.person !== undefined ? ` of ${wanted.person}` : '';
  const what =
    key === 'ofTarget'
      ? 'award ÷ target'
      : key === 'achievement'
        ? `achievement of ${'metric' in wanted ? wanted.metric : ''}`
        : key;
  return `${what}${whose} = ${value}`;
}

export function severalTotals(kinds: readonly string[]): Issue {
  return issue({
    code: 'whatif.seek.total',
    path: ['for'],
    message: `There are several totals: ${kinds.join(', ')}`,
    expected: 'a plan and a currency, or a person',
    hint: 'Amounts of plans and currencies are not added up: say which is meant',
  });
}
