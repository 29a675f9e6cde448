import { aboveTarget, achievement } from './achievement.js';
import { difference, highest, lowest, mean, product, quotient, sum } from './arithmetic.js';
import { blend, weightedItem } from './blend.js';
import { bound } from './bound.js';
import { change } from './change.js';
import { changeLimit } from './change-limit.js';
import type { Concept } from './concept.js';
import { credibility } from './credibility.js';
import { deadBand } from './dead-band.js';
import { each, inOnePart } from './each.js';
import { earnings } from './earnings.js';
import { enough } from './enough.js';
import { exception } from './exception.js';
import { firstOf } from './first-of.js';
import { flag } from './flag.js';
import { gate } from './gate.js';
import { limit } from './limit.js';
import { money } from './literal.js';
import { all, any, atLeastOf, not, present } from './logic.js';
import { matrix } from './matrix.js';
import { metric } from './metric.js';
import { onEnough } from './on-enough.js';
import { payoutCurve } from './payout-curve.js';
import { meanOfTop, peers, rank, result, total } from './peers.js';
import { personField } from './person-field.js';
import { poolShare } from './pool-share.js';
import { proration } from './proration.js';
import { rounding } from './rounding.js';
import { hoursShare, salary } from './salary.js';
import { sample } from './sample.js';
import { stated } from './stated.js';
import { table } from './table.js';
import { value } from './value.js';

/** Every concept that is a node of the formula or a part of one, by its naming key. */
const concepts = [
  metric,
  achievement,
  aboveTarget,
  change,
  enough,
  flag,
  bound,
  sample,
  credibility,
  changeLimit,
  deadBand,
  personField,
  salary,
  hoursShare,
  earnings,
  exception,
  firstOf,
  money,
  result,
  total,
  peers,
  meanOfTop,
  rank,
  present,
  sum,
  product,
  difference,
  quotient,
  highest,
  lowest,
  mean,
  payoutCurve,
  matrix,
  table,
  blend,
  weightedItem,
  onEnough,
  gate,
  all,
  any,
  not,
  atLeastOf,
  value,
  stated,
  limit,
  poolShare,
  rounding,
  each,
  inOnePart,
  proration,
];

export const conceptByRole: ReadonlyMap<string, Concept<never>> = new Map(
  concepts.map((concept) => [concept.role, concept as Concept<never>]),
);

/** The concept that explains an outline node; undefined for literals and terms, which explain themselves. */
export function conceptOf(role: string): Concept<never> | undefined {
  return conceptByRole.get(role);
}
