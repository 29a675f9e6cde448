import {
  add,
  divide,
  higher,
  lower,
  multiply,
  negate,
  ONE,
  type Ratio,
  ratio,
  subtract,
  ZERO,
} from '../num/ratio.js';
import { squareRoot } from '../num/root.js';
import { type Answers, npsOf, POINTS, responsesOf, varianceOf } from './score.js';

/** Where the true score may well lie, given how few people answered. */
export interface Interval {
  readonly low: Ratio;
  readonly high: Ratio;
}

const HALF = ratio(1, 2);
const QUARTER = ratio(1, 4);

/**
 * The Wilson interval of a share, such as of customers who stayed: where the true share may well lie. It never leaves
 * 0 to 1, and keeps a width where everybody, or nobody, did.
 *
 * Formula:  (k + z²/2 ± z √(k (1 − share) + z²/4)) / (n + z²), with n responses and k = n × share
 * Units:    share, ratio from 0 to 1; responses, above 0; z, standard errors -> ratios from 0 to 1
 * Rounds:   never; a root without end has 40 digits
 * Source:   Wilson 1927
 * @example  wilson(ratio(9, 10), ratio(50), z) // at 95 %: from 0.7863976856… to 0.9565242350…
 */
export function wilson(share: Ratio, responses: Ratio, z: Ratio): Interval {
  const count = multiply(responses, share);
  const square = multiply(z, z);
  const spread = add(multiply(count, subtract(ONE, share)), multiply(square, QUARTER));
  const all = add(responses, square);
  return around(
    divide(add(count, multiply(square, HALF)), all),
    divide(multiply(z, squareRoot(spread)), all),
    { low: ZERO, high: ONE },
  );
}

/** Answers added to those given: three in all, of which promoters and detractors have three quarters each. */
const ADDED: Answers = { promoters: ratio(3, 4), passives: ratio(3, 2), detractors: ratio(3, 4) };

/**
 * The adjusted Wald interval of an NPS: where the true score may well lie. It holds for few answers, where the plain
 * one has no width as soon as all answers are alike.
 *
 * Formula:  100 × (p − d ± z √((p + d − (p − d)²) / n)), after adding 3/4 promoter, 3/2 passives and 3/4 detractor
 * Units:    counts; z, standard errors -> points, from -100 to 100
 * Rounds:   never; a root without end has 40 digits
 * Source:   Rocks 2016, as told in measuringu.com/nps-confidence-intervals
 * @example  adjustedWald(answers, z) // of 27, 13 and 10 at 95 %: from 10.816641775… to 53.334301620…
 */
export function adjustedWald(answers: Answers, z: Ratio): Interval {
  const adjusted = adjustedAnswers(answers);
  const error = squareRoot(divide(varianceOf(adjusted) ?? ZERO, responsesOf(adjusted)));
  return around(npsOf(adjusted) ?? ZERO, multiply(POINTS, multiply(z, error)), {
    low: negate(POINTS),
    high: POINTS,
  });
}

/** The answers given and the three that are added. */
export function adjustedAnswers({ promoters, passives, detractors }: Answers): Answers {
  return {
    promoters: add(promoters, ADDED.promoters),
    passives: add(passives, ADDED.passives),
    detractors: add(detractors, ADDED.detractors),
  };
}

/** As far to both sides of the middle, and never beyond what a score can be. */
function around(middle: Ratio, reach: Ratio, limits: Interval): Interval {
  return {
    low: higher(limits.low, subtract(middle, reach)),
    high: lower(limits.high, add(middle, reach)),
  };
}
