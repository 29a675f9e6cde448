import type { Issue } from '../issue/issue.js';
import { type Blended, noDifference } from './buhlmann.js';
import { toNumber } from './estimate.js';
import { type ReadPerson, readPeopleValues, type WeightedPersonValues } from './people-values.js';
import { failed, type Scored, tooShort } from './read.js';

/** How much people's own results say about them when these rest on different numbers of answers; estimates. */
export interface WeightedCredibility {
  /** The mean of everybody, each weighed by credibility. */
  readonly mean: number;
  readonly within: number;
  /** Never below 0. */
  readonly between: number;
  /** How much weight counts as much as the mean of everybody; absent where people do not differ. */
  readonly k?: number;
  readonly people: readonly (Blended<number> & { readonly credibility: number })[];
}

/**
 * Each person's result blended with that of all, where values rest on different weights, such as numbers of answers:
 * whoever has more of them keeps more of the own result.
 *
 * Formula:  Z = w / (w + K), K = within / between; within and between by the unbiased estimators
 * Domain:   between below 0 counts as 0: then every Z is 0 and an issue says so
 * Issues:   metrics.history.short, metrics.history.uneven, metrics.row.twice, metrics.credibility.none, metrics.value.*
 * Source:   Bühlmann & Straub 1970; the figures of Hachemeister's data as R's actuar has them
 * @example  buhlmannStraub([{ name: 'North', values: [42, 38], weights: [120, 95] }, …])
 */
export function buhlmannStraub(people: readonly WeightedPersonValues[]): Scored<WeightedCredibility> {
  const issues: Issue[] = [];
  const read = readPeopleValues(people, issues, { weighted: true });
  if (read.length > 0 && freedomOf(read) <= 0)
    issues.push(tooShort('Nobody has two values', 'somebody with two values or more'));
  if (issues.length > 0) return failed(issues);
  const groups = read.map(groupOf);
  const estimate = estimateOf(groups, freedomOf(read));
  const found = estimate.between > 0 ? [] : [noDifference(String(estimate.between))];
  return { ok: true, result: blendAll(groups, estimate), issues: found };
}

const freedomOf = (people: readonly ReadPerson[]) =>
  people.reduce((sum, { values }) => sum + values.length - 1, 0);

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** One person's mean, total weight, and how far the values lie from that mean. */
interface Group {
  readonly name: string;
  readonly mean: number;
  readonly weight: number;
  readonly spread: number;
}

function groupOf({ name, values, weights }: ReadPerson): Group {
  const [x, w] = [values.map(toNumber), weights.map(toNumber)];
  const weight = sum(w);
  const mean = sum(x.map((value, index) => value * (w[index] ?? 0))) / weight;
  const spread = sum(x.map((value, index) => (w[index] ?? 0) * (value - mean) ** 2));
  return { name, mean, weight, spread };
}

interface Estimate {
  readonly mean: number;
  readonly within: number;
  readonly between: number;
}

function estimateOf(groups: readonly Group[], freedom: number): Estimate {
  const weight = sum(groups.map((one) => one.weight));
  const mean = sum(groups.map((one) => one.weight * one.mean)) / weight;
  const within = sum(groups.map((one) => one.spread)) / freedom;
  const apart = sum(groups.map((one) => one.weight * (one.mean - mean) ** 2));
  const effective = weight - sum(groups.map((one) => one.weight ** 2)) / weight;
  return { mean, within, between: (apart - (groups.length - 1) * within) / effective };
}

function blendAll(
  groups: readonly Group[],
  { mean: weighted, within, between }: Estimate,
): WeightedCredibility {
  if (between <= 0) {
    const people = groups.map(({ name, mean }) => ({ name, raw: mean, blended: weighted, credibility: 0 }));
    return { mean: weighted, within, between: 0, people };
  }
  const k = within / between;
  const known = groups.map((one) => ({ ...one, credibility: one.weight / (one.weight + k) }));
  const mean = sum(known.map((one) => one.credibility * one.mean)) / sum(known.map((one) => one.credibility));
  const people = known.map(({ name, mean: raw, credibility }) => ({
    name,
    raw,
    blended: credibility * raw + (1 - credibility) * mean,
    credibility,
  }));
  return { mean, within, between, k, people };
}
