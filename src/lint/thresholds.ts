import { compare, multiply, ONE, type Ratio, ratio, subtract } from '../num/ratio.js';
import { MONEY, sameUnit } from '../program/unit.js';
import { type Finding, found, percent, shown } from './finding.js';
import { resultsAt } from './history.js';
import type { Limits } from './limits.js';
import { type CurvePlace, gateOn, type Place, readBy } from './places.js';
import type { Linting } from './setting.js';
import { levelsOf } from './shape.js';
import { asNumber } from './typical.js';

const RATE = {
  threshold: 'thresholdMet',
  target: 'targetMet',
  maximum: 'maximumMet',
  bound: 'thresholdMet',
} as const;
type Level = keyof typeof RATE;

/** What past results reached, and how likely that is of a level that is as often reached as it should be. */
interface Reached {
  readonly level: Level;
  readonly at: Ratio;
  readonly results: number;
  readonly met: number;
  readonly luck: Ratio;
}

/**
 * Thresholds, targets, maxima and gates that past results always or never reached. Few results prove little: a threshold
 * that should be met 85 % of the time is met three times out of three in 61 % of cases, and that is not told.
 *
 * Formula:  always of n: rate ^ n; never of n: (1 − rate) ^ n; told where that is no likelier than `luck`
 * Issues:   lint.history.always, lint.history.never
 * Source:   Ellig, Complete Guide to Executive Compensation, 2007, pp. 351 and 553
 */
export function thresholdsInHistory(linting: Linting): Finding[] {
  if (!linting.history) return [];
  const { curves } = linting.places;
  return [...curves.flatMap((place) => ofCurve(place, linting)), ...ofGates(linting)];
}

function ofCurve(place: CurvePlace, linting: Linting): Finding[] {
  const parts = place.outlines.map(readBy);
  const results = resultsAt(parts, linting);
  const [outline] = place.outlines as [CurvePlace['outlines'][number]];
  const isMoney = sameUnit(outline.unit, MONEY) && outline.unit !== 'any';
  const { target, ...ends } = levelsOf(place.curve);
  const levels = { ...ends, ...(!isMoney && target && { target }) };
  const isRight = place.curve.side === 'right';
  const met = (at: Ratio) =>
    results.filter((x) => (isRight ? compare(x, at) >= 0 : compare(x, at) <= 0)).length;
  const all = (['threshold', 'target', 'maximum'] as const).flatMap((level): Reached[] => {
    const at = levels[level];
    return at ? recorded({ level, at, results: results.length, met: met(at) }, linting.limits) : [];
  });
  // What never reached the threshold never reached the maximum; who always reached that always reached the rest.
  const [never] = all.filter((one) => one.met === 0);
  const always = all.filter((one) => one.met > 0).at(-1);
  const [part] = parts as [CurvePlace['outlines'][number]];
  return [never, always].flatMap((one) =>
    one ? [inWords(place, one, shown(one.at, part.unit, part.currency), linting.limits)] : [],
  );
}

function recorded(one: Omit<Reached, 'luck'>, limits: Limits): Reached[] {
  const { results, met, level } = one;
  if (compare(ratio(results), limits.fewest) < 0 || (met > 0 && met < results)) return [];
  const rate = limits[RATE[level]];
  const each = met === 0 ? subtract(ONE, rate) : rate;
  const luck = Array.from({ length: results }, () => each).reduce(multiply, ONE);
  return compare(luck, limits.luck) > 0 ? [] : [{ ...one, luck }];
}

function ofGates(linting: Linting): Finding[] {
  const { places, typical, limits } = linting;
  return places.conditions.flatMap((place) => {
    const gate = gateOn(place, places);
    const [condition] = place.outlines as [CurvePlace['outlines'][number]];
    const [value, bound] = condition.children as [typeof condition, typeof condition];
    const results = resultsAt(place.outlines.map(readBy), linting);
    const at = asNumber(typical.valueWith(bound.operand, new Map()));
    if (!gate || !at || results.length === 0) return [];
    const { atLeast, moreThan, atMost, lessThan } = place.comparison;
    const [isFrom, isTo] = [atLeast ?? moreThan, atMost ?? lessThan].map((one) => one !== undefined);
    if (isFrom === isTo) return [];
    const counts = atLeast !== undefined || atMost !== undefined;
    const holds = (x: Ratio) => {
      const order = compare(x, at) * (isFrom ? 1 : -1);
      return counts ? order >= 0 : order > 0;
    };
    const met = results.filter(holds).length;
    return recorded({ level: 'bound', at, results: results.length, met }, limits).map((one) =>
      inWords(gate, one, shown(at, value.unit, value.currency), limits),
    );
  });
}

function inWords(
  place: Place,
  { level, at, results, met, luck }: Reached,
  where: string,
  limits: Limits,
): Finding {
  const always = met > 0;
  const rate = limits[RATE[level]];
  const few = results < 10 ? ': few results, which prove little' : '';
  return found(place, {
    code: always ? 'lint.history.always' : 'lint.history.never',
    message: `The ${level} ${where} was reached ${always ? `in all ${results}` : `in none of ${results}`} past results; of a ${level} reached ${percent(rate)} of the time that has a chance of ${percent(luck)}${few}`,
    expected: `a ${level} that is reached about ${percent(rate)} of the time`,
    hint: HINTS[level][always ? 0 : 1],
    figures: { level, at, results: String(results), met: String(met), rate, luck },
  });
}

const HINTS: Readonly<Record<Level, readonly [always: string, never: string]>> = {
  threshold: [
    'Raise the threshold, or pay from further below on purpose',
    'Lower the threshold: who never gets there stops trying',
  ],
  target: [
    'Raise the target, or budget more than target',
    'Lower the target: target opportunity is not what people get',
  ],
  maximum: [
    'Raise the maximum: beyond it more effort pays nothing',
    'Lower the maximum, or do not count on what it pays',
  ],
  bound: [
    'Raise the bound, or drop the gate: it never closed',
    'Lower the bound: behind it nothing was ever paid',
  ],
};
