import { expect, test } from 'vitest';
import * as metrics from '../../src/metrics/index.js';
import { numberOf, resultOf } from './support.js';
import vectors from './vectors.json' with { type: 'json' };

// Source: vectors.json holds the figures of the shared vectors b_metric_statistics.json, made with mpmath, scipy, exact
// fractions and R (actuar, prop.test, binom.test); each names the work its method is from.

type Inputs<Key extends string, T = number> = Readonly<Record<Key, T>>;
/** What a vector expects, from our own functions: numbers, exact texts, or lists of both. */
type Found = Readonly<Record<string, unknown>>;

const confidence = { confidence: '95%' };
const ends = ({ low, high }: metrics.EstimatedInterval) => [low, high];
const answers = ([promoters, passives, detractors]: readonly number[]) =>
  ({ promoters, passives, detractors }) as metrics.AnswerCounts;
const named = <T extends object>(list: readonly T[]) =>
  list.map((one, index) => ({ name: `person ${index}`, ...one }));

function nps({ promoters, passives, detractors }: Inputs<'promoters' | 'passives' | 'detractors'>): Found {
  const found = resultOf(metrics.npsFromCounts({ promoters, passives, detractors }, confidence));
  return {
    ...found,
    nps: found.score,
    varianceOfOneResponse: found.variance,
    standardErrorPoints: found.standardError,
    wald95: ends(found.wald),
    adjustedNps: found.adjusted.score,
    adjustedWald95: ends(found.adjusted),
  };
}

type SampleSize = Inputs<'promoterShare' | 'detractorShare' | 'halfWidthPoints' | 'confidence'>;

function sampleSize({ promoterShare, detractorShare, halfWidthPoints, confidence }: SampleSize): Found {
  const shares = { promoters: promoterShare, detractors: detractorShare };
  const found = resultOf(metrics.npsSampleSize({ ...shares, halfWidth: halfWidthPoints, confidence }));
  return { n: found.responses };
}

function change({ now, before }: Inputs<'now' | 'before', number[]>): Found {
  const found = resultOf(metrics.npsChange({ now: answers(now), before: answers(before) }));
  return {
    differencePoints: found.difference,
    standardErrorPoints: found.standardError,
    z: found.z,
    pTwoSided: found.probability,
  };
}

function proportion({ successes, n, confidence }: Inputs<'successes' | 'n' | 'confidence'>): Found {
  const found = resultOf(metrics.rateFromCounts({ count: successes, responses: n }, { confidence }));
  return {
    estimate: found.rate,
    wilson: ends(found.wilson),
    clopperPearson: ends(found.clopperPearson),
    jeffreys: ends(found.jeffreys),
  };
}

interface FullCredibility extends Inputs<'probability' | 'tolerance'> {
  readonly rate?: number;
}

function fullCredibility(inputs: FullCredibility): Found {
  const at = (observed: number) => resultOf(metrics.limitedFluctuation({ ...inputs, observed }));
  const { needed } = at(1);
  const weights = Object.fromEntries([40, 400, 2000].map((n) => [`zAt${n}`, at(n).credibility]));
  return { claims: needed, customersForFullCredibility: needed, ...weights };
}

interface BetaBinomial extends Inputs<'retained' | 'n'> {
  readonly prior: readonly [a: number, b: number];
}

function betaBinomial({ retained, n, prior: [a, b] }: BetaBinomial): Found {
  const found = resultOf(metrics.blendedRate({ count: retained, responses: n, prior: { a, b } }));
  return { credibility: found.credibility, shrunkRate: found.blended };
}

type Dirichlet = Inputs<
  'promoters' | 'passives' | 'detractors' | 'teamPromoters' | 'teamDetractors' | 'priorStrength'
>;

function dirichlet({ teamPromoters, teamDetractors, priorStrength, ...own }: Dirichlet): Found {
  const team = { promoters: teamPromoters, detractors: teamDetractors, strength: priorStrength };
  const found = resultOf(metrics.blendedNps(own, team));
  return { rawNps: found.raw, credibility: found.credibility, shrunkNps: found.blended };
}

function buhlmann({ observations }: Inputs<'observations', number[][]>): Found {
  const found = resultOf(metrics.buhlmann(named(observations.map((values) => ({ values })))));
  return {
    grandMean: found.mean,
    epv: found.within,
    vhm: found.between,
    K: found.k,
    Z: found.credibility,
    estimates: found.people.map((one) => one.blended),
  };
}

function buhlmannStraub({ ratios, weights }: Inputs<'ratios' | 'weights', number[][]>): Found {
  const people = named(ratios.map((values, index) => ({ values, weights: weights[index] ?? [] })));
  const found = resultOf(metrics.buhlmannStraub(people));
  return {
    collective: found.mean,
    between: found.between,
    within: found.within,
    individualMeans: found.people.map((one) => one.raw),
    credibility: found.people.map((one) => one.credibility),
    premiums: found.people.map((one) => one.blended),
  };
}

function annual({ monthlyChurn, months }: Inputs<'monthlyChurn' | 'months'>): Found {
  const found = resultOf(metrics.annualised({ monthlyChurn, months }));
  // What a reader might have thought; not ours.
  return {
    annualRetention: found.retention,
    annualChurn: found.churn,
    wrongLinear: monthlyChurn * months,
  };
}

function onScale(counts: readonly number[], top: number): Found {
  const found = resultOf(metrics.scaleScore({ counts, lowest: 1, top }));
  return { ...found, top2box: found.topShare, top3box: found.topShare, meanAsPercent: found.meanOnScale };
}

interface Noise extends Inputs<'customers'> {
  readonly truth: Inputs<'a' | 'b'>;
  readonly curve: { readonly points: metrics.NoiseInput['curve'] };
}

function noise({ truth: { a, b }, customers, curve: { points } }: Noise): Found {
  return { ...resultOf(metrics.noiseShare({ prior: { a, b }, customers, curve: points })) };
}

function luck({ trueRate, n, target }: Inputs<'trueRate' | 'n' | 'target'>): Found {
  const found = resultOf(metrics.chanceOfTarget({ trueRate, customers: n, target }));
  return { minSuccesses: found.needed, probability: found.probability };
}

const CHECKS: readonly (readonly [name: RegExp, check: (inputs: never) => Found])[] = [
  [/^NPS from counts|^published check/, nps],
  [/^NPS sample size/, sampleSize],
  [/^change in NPS/, change],
  [/^proportion/, proportion],
  [/^limited fluctuation/, fullCredibility],
  [/^beta-binomial/, betaBinomial],
  [/^Dirichlet/, dirichlet],
  [/^nonparametric Buhlmann/, buhlmann],
  [/^Buhlmann-Straub/, buhlmannStraub],
  [/^NRR, GRR/, ({ rows }: { rows: never[] }) => ({ ...resultOf(metrics.customerRetention(rows)) }) as Found],
  [
    /^NRR and GRR from aggregates/,
    (totals: never) => ({ ...resultOf(metrics.retentionFromTotals(totals)) }) as Found,
  ],
  [/^annualising/, annual],
  [/^CSAT/, ({ counts1to5 }: { counts1to5: number[] }) => onScale(counts1to5, 4)],
  [/^CES/, ({ counts1to7 }: { counts1to7: number[] }) => onScale(counts1to7, 5)],
  [/^share of payout variance/, noise],
  [/^luck/, luck],
];

test('there are 35 vectors', () => {
  expect(vectors).toHaveLength(35);
});

test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (name, vector) => {
  const checks = CHECKS.filter(([pattern]) => pattern.test(name));
  expect(checks, 'each vector has one check').toHaveLength(1);
  const found = checks[0]?.[1](vector.inputs as never) ?? {};
  const tolerance = 'rel' in vector.tolerance ? (vector.tolerance.rel as number) : 0;
  for (const [key, expected] of Object.entries(vector.expected)) expectNear(found[key], expected, tolerance);
});

/** Within a part of the expected value; zero only as zero. */
function expectNear(found: unknown, expected: unknown, tolerance: number): void {
  if (Array.isArray(expected)) {
    expect(found).toHaveLength(expected.length);
    for (const [index, one] of expected.entries())
      expectNear((found as readonly unknown[])[index], one, tolerance);
    return;
  }
  const value = typeof found === 'string' ? numberOf(found) : found;
  expect(value).toBeTypeOf('number');
  const off = Math.abs((value as number) - (expected as number));
  expect(off, `${String(value)} for ${String(expected)}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected as number),
  );
}
