import type { Literal } from '../num/literal.js';
import type { MoneyLiteral, PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import type {
  AmountTarget,
  ByCategory,
  Ladder,
  PercentTarget,
  TargetDocument,
} from '../plan/people-rules.js';
import { type Name, told } from '../words/words.js';
import { clauseOf } from './check.js';
import { prorationOf } from './proration.js';
import type { Variant } from './variant.js';

/** The term of target opportunity: of a segment, before proration. */
export const TARGET: Formula = { term: 'target' };
/** The term of target opportunity for the days that count. */
export const OPPORTUNITY: Formula = { term: 'opportunity' };

/**
 * Target opportunity: the award at exactly target, of one segment, before proration.
 *
 * Formula:  target percent × basis, or an amount; × hours share where the plan says so of amounts for full time
 * Units:    of yearly amounts: money per year, until it is prorated; an amount or pay earned: money
 * Issues:   plan.target.range, plan.target.proration, plan.target.basis, plan.currency.missing
 * Source:   salary 100,000 at 10 % is 10,000 (FEATURES EX03); one company's three bases (FEATURES EX34)
 */
export function lowerTarget(
  document: PlanDocument,
  target: TargetDocument,
  { exceptions }: Variant,
): Formula {
  const labels = {
    name: told('target opportunity'),
    stage: 'target opportunity',
    ...clauseOf(target),
  } as const;
  const factors =
    'amount' in target ? lowerAmount(document, target) : lowerPercent(document, target, exceptions);
  const stated: Formula =
    factors.length === 1 ? { sum: factors, ...labels } : { product: factors, ...labels };
  if (!exceptions.includes('targetAmount')) return stated;
  return {
    firstOf: [{ exception: 'targetAmount', ...(isYearly(target) && { per: 'year' }) }, stated],
    ...labels,
  };
}

/** The amount, for the hours of part-timers where the plan says so. */
function lowerAmount({ currency }: PlanDocument, { amount, hours }: AmountTarget): Formula[] {
  return [...lowerHours(hours), ladder(amountRungs(amount, currency), told('target amount'))];
}

/** Target percent and its basis. */
function lowerPercent(
  { currency, period }: PlanDocument,
  { percent, of, hours, salaryAt }: PercentTarget,
  exceptions: Variant['exceptions'],
): Formula[] {
  const excepted: Formula[] = exceptions.includes('targetPercent') ? [{ exception: 'targetPercent' }] : [];
  const rate = ladder([...excepted, ...percentRungs(percent)], told('target percent'));
  const at = salaryAt === 'periodEnd' ? period.end : salaryAt;
  if (of === 'salary') return [rate, { salary: hours ?? 'share', ...(at !== undefined && { at }) }];
  if ('earnings' in of) return [rate, { earnings: of.earnings }];
  if ('person' in of) return [rate, { person: of.person, as: 'money' }];
  const midpoint = lowerTable(of, { currency: of.currency ?? currency ?? '', per: 'year' }, told('basis'));
  return [rate, ...lowerHours(hours), midpoint];
}

function lowerHours(hours: 'share' | 'full' | undefined): Formula[] {
  return hours === 'share' ? [{ hours: 'share' }] : [];
}

/** Whether the target is per year until it is prorated. */
export function isYearly(target: TargetDocument | undefined): boolean {
  return (
    target !== undefined &&
    'of' in target &&
    (target.of === 'salary' || (typeof target.of === 'object' && 'by' in target.of))
  );
}

/** Whether what the target is stated for says nothing of part-timers: an amount or a midpoint. */
export function isForFullTime({ target }: PlanDocument): boolean {
  if (target === undefined) return false;
  return 'amount' in target || (typeof target.of === 'object' && 'by' in target.of);
}

/** The rungs of a ladder of percents, most specific first. */
function percentRungs(percent: Ladder<Literal>): Formula[] {
  if (typeof percent !== 'object') return [percent];
  const below = percent.otherwise === undefined ? [] : percentRungs(percent.otherwise);
  return 'by' in percent
    ? [lowerTable(percent, undefined, told('target percent')), ...below]
    : [{ person: percent.person, as: 'percent' }, ...below];
}

function amountRungs(amount: Ladder<MoneyLiteral>, planCurrency: string | undefined): Formula[] {
  if ('money' in amount) {
    const currency = amount.currency ?? planCurrency;
    return [{ money: amount.money, ...(currency !== undefined && { currency }) }];
  }
  const below = amount.otherwise === undefined ? [] : amountRungs(amount.otherwise, planCurrency);
  return 'by' in amount
    ? [
        lowerTable(amount, { currency: amount.currency ?? planCurrency ?? '' }, told('target amount')),
        ...below,
      ]
    : [{ person: amount.person, as: 'money' }, ...below];
}

function ladder(rungs: readonly Formula[], name: Name): Formula {
  return rungs.length === 1 ? (rungs[0] as Formula) : { firstOf: rungs, name, stage: 'target opportunity' };
}

function lowerTable(
  { by, values }: ByCategory,
  money: { readonly currency: string; readonly per?: 'year' } | undefined,
  name: Name,
): Formula {
  return {
    table: { of: { person: by, as: 'category' }, values, ...(money && { money }) },
    name: told('by', name, by),
  };
}

/** Target opportunity for the days that count. */
export function lowerOpportunity(document: PlanDocument): Formula {
  return {
    prorated: TARGET,
    by: prorationOf(document),
    name: told('with', told('target opportunity'), told('prorated')),
    stage: 'target opportunity',
  };
}
