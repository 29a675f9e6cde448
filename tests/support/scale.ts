import type { MetricDocument } from '../../src/index.js';

/** The values of a kind of metric as a ruler, in hundredths: random points and values meet on its marks. */
export interface Scale {
  readonly offset: number;
  readonly step: number;
  readonly suffix: '' | '%';
  readonly lowest: number;
  readonly highest: number;
}

const SHARE: Scale = { offset: 0, step: 250, suffix: '%', lowest: 0, highest: 40 };

const SCALES: Readonly<Record<MetricDocument['kind'], Scale>> = {
  money: { offset: 0, step: 2_500_000, suffix: '', lowest: -4, highest: 60 },
  ratio: { offset: 0, step: 500, suffix: '%', lowest: -10, highest: 60 },
  count: { offset: 0, step: 300, suffix: '', lowest: 0, highest: 60 },
  points: { offset: 0, step: 250, suffix: '', lowest: -20, highest: 60 },
  nps: { offset: -10_000, step: 500, suffix: '', lowest: 0, highest: 40 },
  retention: SHARE,
  churn: SHARE,
  grossRevenueRetention: SHARE,
  netRevenueRetention: { offset: 0, step: 500, suffix: '%', lowest: 0, highest: 60 },
  recommendationRate: SHARE,
  csat: SHARE,
  ces: { offset: 0, step: 25, suffix: '', lowest: 0, highest: 28 },
  payout: { offset: 0, step: 500, suffix: '%', lowest: -4, highest: 50 },
};

/** Achievements: 5 % a mark, so that a target on mark 20 gives whole marks. */
export const ACHIEVEMENT: Scale = { offset: 0, step: 500, suffix: '%', lowest: 0, highest: 40 };

/** A rating of a person in plain numbers. */
export const SCORE: Scale = { offset: 0, step: 50, suffix: '', lowest: 0, highest: 20 };

/** Kinds whose values a random plan measures. */
export const kinds = Object.keys(SCALES) as MetricDocument['kind'][];

/** The scale of a kind's values. */
export function scaleOf(kind: MetricDocument['kind']): Scale {
  return SCALES[kind];
}

/** The same scale for differences from a target. */
export function differences(scale: Scale): Scale {
  return { ...scale, offset: 0, lowest: -20, highest: 20 };
}

/** A mark as it is written, with so many hundredths beside it. */
export function written(scale: Scale, mark: number, beside = 0): string {
  const hundredths = scale.offset + scale.step * mark + beside;
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${scale.suffix}`;
}
