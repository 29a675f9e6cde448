import type { Path } from '../issue/issue.js';
import { compare } from '../num/ratio.js';
import type { ModifierDocument, PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkCurve } from './curve-check.js';
import { abscissas, lowerCurve } from './curve-document.js';
import { modifierName } from './names.js';
import { checkSource, directionRead, lowerReading, numberTypeOf, unitRead } from './reading.js';
import { checkTable } from './table.js';

/**
 * Modifiers: factors and addends on the payout after the blend, in the order written.
 *
 * Formula:  payout × factor, or payout + addend; the factor is held within its range, or comes from a table or curve
 * Units:    ratio
 * Issues:   plan.modifier.range, run.table.category, people.field.*
 * Source:   individual factor (Adobe 2006); reputation, −10 to +10 points added (Cingular 2005)
 */
export function lowerModifiers(payout: Formula, document: PlanDocument): Formula {
  return (document.modifiers ?? []).reduce<Formula>((value, modifier) => {
    const labels = {
      name: modifierName(modifier, document),
      stage: 'modifier',
      ...clauseOf(modifier),
    } as const;
    const factor = lowerFactor(modifier, document);
    if (modifier.how !== 'add') return { product: [value, factor], ...labels };
    return { sum: [value, factor], ...labels };
  }, payout);
}

function lowerFactor(modifier: ModifierDocument, document: PlanDocument): Formula {
  const { value } = modifier.from;
  const type = modifier.table
    ? 'category'
    : modifier.curve
      ? numberTypeOf(abscissas(modifier.curve))
      : 'ratio';
  const path = ['modifiers', document.modifiers?.indexOf(modifier) ?? 0, 'from'];
  const isRatio = !modifier.table && !modifier.curve;
  const own: Formula | undefined =
    value !== undefined && isRatio ? { stated: value, under: 'value', path } : value;
  const read = own ?? lowerReading(modifier.from, type);
  if (isRatio && !modifier.within) return read;
  if (modifier.table) return { table: { of: read, ...modifier.table } };
  if (modifier.curve) return lowerCurve(modifier.curve, read, directionRead(modifier.from, document));
  const [floor, cap] = modifier.within ?? [0, 0];
  return { limit: read, floor, cap };
}

/** Checks every modifier: what it comes from, and the one way it becomes a factor. */
export function checkModifiers(check: Check): void {
  check.document.modifiers?.forEach((modifier, index) => {
    const path = ['modifiers', index];
    const fits = checkRange(check, modifier, path);
    const from = { ...modifier.from, ...clauseOf(modifier) };
    const isFormula = modifier.from.value !== undefined;
    if (isFormula) checkAlone(check, modifier, path);
    if ((!isFormula && !checkSource(check, from, [...path, 'from'])) || !fits) return;
    const unit = unitRead(modifier.from, check.document);
    if (modifier.within) checkWithin(check, modifier, unit, path);
    if (modifier.curve)
      checkCurve(check, modifier.curve, {
        unit,
        direction: directionRead(modifier.from, check.document),
        path: [...path, 'curve'],
      });
    checkTable(check, modifier.table, [...path, 'table']);
  });
}

/** A modifier from a formula reads nothing else; it may be limited in the formula. */
function checkAlone(check: Check, { from, source }: ModifierDocument, path: Path): void {
  const { metric, person, reads, during } = from;
  const other = Object.entries({ metric, person, reads, during }).find(([, one]) => one !== undefined);
  if (other === undefined) return;
  report(check, {
    code: 'plan.goal.source',
    path: [...path, 'from', other[0]],
    message: `This modifier comes from a formula, and says ${other[0]} beside it`,
    expected: 'value alone, or a metric or person',
    hint: 'Put it into the formula',
    ...clauseOf({ source }),
  });
}

function checkRange(check: Check, modifier: ModifierDocument, path: Path): boolean {
  const given = [modifier.within, modifier.table, modifier.curve].filter((one) => one !== undefined).length;
  const tableOnMetric = modifier.table !== undefined && modifier.from.metric !== undefined;
  const bounded = given === 1 || (given === 0 && modifier.from.value !== undefined);
  if (bounded && !tableOnMetric) return true;
  report(check, {
    code: 'plan.modifier.range',
    path,
    message: tableOnMetric
      ? 'A metric is a number: a table is for a field of the person'
      : given === 0
        ? 'This modifier does not say how it becomes a factor'
        : 'This modifier says twice how it becomes a factor',
    expected: 'one of within: [lowest, highest], table or curve',
    hint: 'within holds the number itself in a range; a factor without a range could pay anything',
    ...clauseOf(modifier),
  });
  return false;
}

function checkWithin(
  check: Check,
  modifier: ModifierDocument,
  unit: ReturnType<typeof unitRead>,
  path: Path,
): void {
  const [lowest, highest] = modifier.within ?? ['0', '0'];
  for (const [index, bound] of (modifier.within ?? []).entries())
    checkWritten(check, bound, 'ratio', [...path, 'within', index]);
  const [low, high] = [literalValue(lowest), literalValue(highest)];
  if (low && high && compare(low, high) > 0) {
    report(check, {
      code: 'plan.limit.order',
      path: [...path, 'within'],
      message: `The lowest factor ${lowest} lies above the highest ${highest}`,
      expected: '[lowest, highest]',
      hint: 'Exchange them',
      ...clauseOf(modifier),
    });
  }
  if (unit === 'ratio' || unit === 'plain') return;
  report(check, {
    code: 'plan.reads.unit',
    path: [...path, 'from'],
    message: `A factor is a ratio, and this metric is in ${unit}`,
    expected: 'a metric in percent, reads: achievement, or a curve',
    hint: 'Use a curve from the metric to a factor',
    ...clauseOf(modifier),
  });
}
