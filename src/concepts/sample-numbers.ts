import { type Path, quote } from '../issue/issue.js';
import { confidenceLevels, zOf } from '../metrics/confidence.js';
import type { Literal } from '../num/literal.js';
import { compare, ONE, ratio, sign, subtract } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import type { MetricDocument, RoundingRule } from '../plan/document.js';
import { kindOf, type MetricUnit } from '../plan/metric-kinds.js';
import type { CredibilityDocument, SampleDocument } from '../plan/sample-rules.js';
import { type Check, checkWritten, literalValue, report } from './check.js';

/** Checks every number of a sample rule: that it can be, and is written in the unit of the metric. */
export function checkNumbers(check: Check, metric: MetricDocument, sample: SampleDocument, path: Path): void {
  const { unit } = kindOf(metric.kind);
  const { atLeast, shownFrom, deadBand, changeAtMost, flags = {}, credibility = {}, pays } = sample;
  const rule = credibility as Partial<CredibilityDocument>;
  whole(check, atLeast, [...path, 'atLeast']);
  whole(check, shownFrom, [...path, 'shownFrom']);
  width(check, deadBand, metric, [...path, 'deadBand']);
  width(check, changeAtMost, metric, [...path, 'changeAtMost']);
  width(check, flags.change, metric, [...path, 'flags', 'change']);
  share(check, flags.responseRate, [...path, 'flags', 'responseRate']);
  share(check, flags.tens, [...path, 'flags', 'tens']);
  positive(check, rule.strength, 'count', [...path, 'credibility', 'strength']);
  positive(check, rule.fullAt, 'count', [...path, 'credibility', 'fullAt']);
  rounds(check, rule.round, unit, [...path, 'credibility', 'round', 'to']);
  if (typeof rule.toward === 'object')
    possible(check, metric, rule.toward.value, [...path, 'credibility', 'toward', 'value']);
  if (typeof pays !== 'object') return;
  rounds(check, pays.round, unit, [...path, 'pays', 'round', 'to']);
  const confidence = literalValue(pays.bound);
  if (confidence && zOf(confidence)) return;
  number(
    check,
    [...path, 'pays', 'bound'],
    `${pays.bound} is not a confidence that can pay`,
    `one of ${confidenceLevels.join(', ')}`,
  );
}

function number(check: Check, path: Path, message: string, expected: string): void {
  const hint = 'Correct the number';
  report(check, { code: 'plan.sample.number', path, message, expected, hint });
}

function whole(check: Check, raw: Literal | undefined, path: Path): void {
  const value = raw === undefined ? undefined : literalValue(raw);
  if (!value || (compare(value, ONE) >= 0 && isMultipleOf(value, ONE))) return;
  number(check, path, `${raw} is not a number of responses`, 'a whole number from 1, such as 30');
}

function positive(check: Check, raw: Literal | undefined, unit: MetricUnit, path: Path): void {
  checkWritten(check, raw, unit, path);
  const value = raw === undefined ? undefined : literalValue(raw);
  if (value && sign(value) <= 0) number(check, path, `${raw} is not above 0`, 'a number above 0');
}

/** A value that the metric can have. */
function possible(check: Check, { kind }: MetricDocument, raw: Literal, path: Path): void {
  const { unit, lowest, highest } = kindOf(kind);
  checkWritten(check, raw, unit, path);
  const value = literalValue(raw);
  const isOutside =
    value && ((lowest && compare(value, lowest) < 0) || (highest && compare(value, highest) > 0));
  if (isOutside)
    number(check, path, `${raw} cannot be a value of kind ${kind}`, 'a value the metric can have');
}

/** Ends of a scale as a width: no score of a share can move by more than 1. */
function width(check: Check, raw: Literal | undefined, { kind }: MetricDocument, path: Path): void {
  const { unit, lowest, highest } = kindOf(kind);
  positive(check, raw, unit, path);
  const value = raw === undefined ? undefined : literalValue(raw);
  if (value && lowest && highest && compare(value, subtract(highest, lowest)) > 0)
    number(check, path, `${raw} is more than a metric of kind ${kind} can move`, 'a smaller number');
}

function share(check: Check, raw: Literal | undefined, path: Path): void {
  const value = raw === undefined ? undefined : literalValue(raw);
  if (!value || (sign(value) > 0 && compare(value, ONE) <= 0)) return;
  number(check, path, `${raw} is not a share`, 'a percentage above 0% and up to 100%');
}

/** Shares rounded to more than whole percents are meant in points, and lack their percent sign. */
const COARSE = ratio(1, 100);

/** A score is rounded to a unit of its own. */
function rounds(check: Check, rule: RoundingRule | undefined, unit: MetricUnit, path: Path): void {
  if (rule === undefined) return;
  const value = rule.to === 'currency' ? undefined : literalValue(rule.to);
  if (rule.to !== 'currency') checkWritten(check, rule.to, unit, path);
  const isCoarse = unit === 'ratio' && value && compare(value, COARSE) > 0;
  if (value && sign(value) > 0 && !isCoarse) return;
  report(check, {
    code: 'plan.rounding.unit',
    path,
    message: `${quote(String(rule.to))} is not a unit that a score can be rounded to`,
    expected: unit === 'ratio' ? 'a positive ratio such as 0.1%' : 'a positive number such as 0.1',
    hint: unit === 'ratio' ? 'Write to: 0.1%' : 'Write to: 0.1',
  });
}
