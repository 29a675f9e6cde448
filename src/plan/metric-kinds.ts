import { type Ratio, ratio } from '../num/ratio.js';

/** What a measured value is made of. */
export type MetricUnit = 'money' | 'ratio' | 'points' | 'count';

/** Whether more of a metric is better. */
export type Direction = 'higher' | 'lower';

/** What a kind of metric implies: its unit, its usual direction and the values it can take. */
export interface MetricKind {
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly lowest?: Ratio;
  readonly highest?: Ratio;
  readonly description: string;
}

const SHARE = { unit: 'ratio', direction: 'higher', lowest: ratio(0n), highest: ratio(1n) } as const;

/** The kinds of metric a plan can name. A `payout` is a result somebody already turned into a payout: it has no curve. */
export const metricKinds = {
  money: { unit: 'money', direction: 'higher', description: 'An amount of money, such as revenue or cost' },
  ratio: {
    unit: 'ratio',
    direction: 'higher',
    description: 'Any ratio, such as a margin',
  },
  count: {
    unit: 'count',
    direction: 'higher',
    lowest: ratio(0n),
    description: 'A number of things; never negative',
  },
  points: { unit: 'points', direction: 'higher', description: 'A score on a scale of its own' },
  nps: {
    unit: 'points',
    direction: 'higher',
    lowest: ratio(-100n),
    highest: ratio(100n),
    description: 'Net promoter score, from -100 to 100',
  },
  retention: { ...SHARE, description: 'Share of customers kept' },
  churn: { ...SHARE, direction: 'lower', description: 'Share of customers lost' },
  grossRevenueRetention: { ...SHARE, description: 'Share of revenue kept, without expansion' },
  netRevenueRetention: {
    unit: 'ratio',
    direction: 'higher',
    lowest: ratio(0n),
    description: 'Revenue of the customers there at the start, at the end ÷ at the start; expansion included',
  },
  recommendationRate: { ...SHARE, description: 'Share of customers who would recommend' },
  csat: { ...SHARE, description: 'Share of satisfied answers' },
  ces: { unit: 'points', direction: 'higher', description: 'Customer effort score on its scale' },
  payout: {
    unit: 'ratio',
    direction: 'higher',
    description: 'A payout decided elsewhere, such as a board rating; 100% pays target',
  },
} as const satisfies Record<string, MetricKind>;

/** The name of a kind of metric. */
export type MetricKindName = keyof typeof metricKinds;

/** Kinds that are a share of customers or answers, counted one by one. */
const COUNTED_SHARES: readonly MetricKindName[] = ['retention', 'churn', 'recommendationRate', 'csat'];

/** How a kind is counted from responses: as an nps, as a share of them, or not at all. */
export function countedBy(name: MetricKindName): 'nps' | 'share' | undefined {
  if (name === 'nps') return 'nps';
  return COUNTED_SHARES.includes(name) ? 'share' : undefined;
}

/** What a kind implies. */
export function kindOf(name: MetricKindName): MetricKind {
  return metricKinds[name];
}
