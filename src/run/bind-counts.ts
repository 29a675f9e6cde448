import type { Actual } from '../data/actuals.js';
import { cellIssue } from '../data/cells.js';
import type { Counts } from '../data/counts.js';
import { type Issue, quote } from '../issue/issue.js';
import { npsOf, shareOf } from '../metrics/score.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { equal, type Ratio, ratio } from '../num/ratio.js';
import { decimalUnit, roundTo } from '../num/round.js';
import { countedBy, type MetricKindName } from '../plan/metric-kinds.js';
import { type Fault, isFault, type Value } from '../program/value.js';

/**
 * The score that the counts of a row give, exactly; undefined where it has none.
 *
 * Formula:  nps: 100 × (promoters − detractors) ÷ responses; shares: count ÷ responses
 * Issues:   actuals.counts.kind, actuals.responses.none
 */
export function countedValue(actual: Actual, kind: MetricKindName): Ratio | Fault | undefined {
  const { count, responses = 0, promoters, passives = 0, detractors = 0 } = actual;
  const by = countedBy(kind);
  if (count !== undefined && by !== 'share') return { fault: [wrongKind(actual, 'count', kind)] };
  if (promoters !== undefined && by !== 'nps') return { fault: [wrongKind(actual, 'promoters', kind)] };
  if (count === undefined && promoters === undefined) return undefined;
  const score =
    promoters === undefined
      ? shareOf(ratio(count ?? 0), ratio(responses))
      : npsOf({ promoters: ratio(promoters), passives: ratio(passives), detractors: ratio(detractors) });
  return score ?? { fault: [noResponses(actual)] };
}

/** A count of a row, for the rules of samples; a row that contradicts itself is believed in nothing. */
export function readCount(actual: Actual, part: keyof Counts, score: Value): Value {
  const isNobody = isFault(score) && score.fault.every(({ code }) => code === 'actuals.responses.none');
  if (isFault(score) && !isNobody) return score;
  const value = actual[part];
  if (value !== undefined) return ratio(value);
  const needed = part === 'responses' ? 'actuals.responses.missing' : 'actuals.counts.missing';
  return {
    fault: [
      cellIssue(actual.at, part, {
        code: needed,
        message: `This row does not say how many ${part} there were, and the sample rules of ${quote(actual.metric)} need it`,
        expected: `a number in the column ${part}`,
        hint: 'Write it; whoever needs the score is withheld until then',
      }),
    ],
  };
}

/** Whether a value as printed is that of the counts, rounded to its own last digit; whole shares say 0% or 100%. */
export function agrees(written: Literal, given: Ratio, counted: Ratio, kind: MetricKindName): boolean {
  if (equal(given, counted)) return true;
  const printed = /^-?\d+(?:[.,](\d+))?\s*(%?)$/.exec(String(written).trim());
  if (!printed) return false;
  const [, decimals = '', percent = ''] = printed;
  const digits = decimals.length + (percent === '' ? 0 : 2);
  if (countedBy(kind) === 'share' && digits < 2) return false;
  return equal(given, roundTo(counted, decimalUnit(digits), 'halfUp'));
}

/** A value and counts that contradict each other. */
export function countsDiffer(actual: Actual, counted: Ratio): Issue {
  return cellIssue(actual.at, 'value', {
    code: 'actuals.counts.value',
    message: `The value ${quote(actual.value)} of ${quote(actual.metric)} is not what its counts give, ${toExactText(counted)}`,
    expected: 'the value of the counts, or a blank cell',
    hint: 'Correct one of them; whoever needs the score is withheld until then',
  });
}

/** Nobody responded: there is no score. */
export function noResponses(actual: Actual): Issue {
  return cellIssue(actual.at, 'responses', {
    code: 'actuals.responses.none',
    message: `Nobody responded for ${quote(actual.metric)}${actual.group === undefined ? '' : ` of ${quote(actual.group)}`}, so that it has no value`,
    expected: 'at least one response',
    hint: 'Let the plan say what becomes of too few responses; whoever needs the score is withheld',
  });
}

/** Kinds that say nothing of what is counted, and take any number of their unit. */
const GENERAL: readonly string[] = ['ratio', 'points'];

/** A row counted as something else than its metric is. */
export function otherKind(actual: Actual, kind: MetricKindName): Issue | undefined {
  if (actual.kind === undefined || actual.kind === kind || GENERAL.includes(kind)) return undefined;
  return cellIssue(actual.at, 'kind', {
    code: 'actuals.counts.kind',
    message: `${quote(actual.metric)} was counted as ${quote(actual.kind)}, and the plan measures ${kind}`,
    expected: kind,
    hint: 'Correct counts in the sources document, or the kind in the plan; the score is not used until then',
  });
}

function wrongKind(actual: Actual, column: keyof Counts, kind: MetricKindName): Issue {
  return cellIssue(actual.at, column, {
    code: 'actuals.counts.kind',
    message: `A metric of kind ${kind} is not counted by ${column === 'count' ? 'a count of responses' : 'promoters and detractors'}`,
    expected: column === 'count' ? 'a share, such as retention or csat' : 'kind: nps',
    hint: 'Write the value instead, or correct the kind in the plan',
  });
}
