import { type Issue, type IssueInput, issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { multiply, type Ratio, ratio } from '../num/ratio.js';
import { isRatio, type Unit } from '../program/unit.js';
import { showValue } from '../trace/show.js';
import { english } from '../words/english.js';
import { moneyAtTarget } from './people-seen.js';
import type { Place } from './places.js';
import type { Linting } from './setting.js';

/** What speaks against a part of a plan: an issue whose hint is the remedy, with its figures beside. */
export interface Finding extends Issue {
  /** What was found, such as the gate or goal, by its name. */
  readonly subject: string;
  /** Exact: decimals, or p/q where they do not end. */
  readonly figures: Readonly<Record<string, string>>;
}

/** What a finding says of a place. */
export interface Said extends Pick<IssueInput, 'code' | 'message' | 'expected' | 'hint'> {
  readonly figures: Readonly<Record<string, Ratio | string | undefined>>;
}

/** A finding at a place of the plan. */
export function found({ name, path, source }: Place, { figures, ...said }: Said): Finding {
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  return {
    ...issue({ ...said, path, ...(source !== undefined && { source }) }),
    subject: name,
    figures: Object.fromEntries(
      known.map(([key, value]) => [key, typeof value === 'object' ? toExactText(value) : (value ?? '')]),
    ),
  };
}

/** A share in words: `17.5%`. */
export function percent(share: Ratio): string {
  return showValue(share, { money: 0, points: 0, count: 0, year: 0 }, '', english);
}

/** A value in words, with its unit. */
export function shown(value: Ratio, unit: Unit, currency = ''): string {
  return showValue(value, unit, currency, english);
}

/** A payout per point of what is read: of a ratio per percentage point. */
export function perPoint(slope: Ratio, reads: Unit): Ratio {
  return isRatio(reads) ? multiply(slope, ratio(1, 100)) : slope;
}

/** A share of the whole in words, with the money of the people given where there is any: `17.5% of target (3062.50 USD …)`. */
export function stakeText(share: Ratio, { typical, people }: Pick<Linting, 'typical' | 'people'>): string {
  if (typical.whole === 'most') return `${percent(share)} of the most the plan can pay`;
  const money = moneyAtTarget(share, people);
  return `${percent(share)} of target${money === undefined ? '' : ` (${money} for the people given)`}`;
}

/** The same as figures. */
export function stakeFigures(
  share: Ratio | undefined,
  { typical, people }: Pick<Linting, 'typical' | 'people'>,
) {
  if (typical.whole === 'most') return { ofMost: share };
  return { ofTarget: share, money: share && moneyAtTarget(share, people) };
}
