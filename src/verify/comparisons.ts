import { isRecord } from '../data/table.js';
import { plainText } from '../issue/issue.js';
import type { Comparison, Field } from './compare-lists.js';
import { type Loose, own } from './loose-run.js';

function textAt(one: Loose, key: 'plan' | 'person' | 'currency') {
  const value = own(one, key);
  return typeof value === 'string' ? { [key]: value } : {};
}

const fieldsNamed = (...names: readonly string[]): Field[] => names.map((name) => ({ name }));

/** The codes of reasons: their words belong to the explanation. */
function codesOf(award: Loose): unknown {
  const reasons = own(award, 'reasons');
  if (!Array.isArray(reasons)) return reasons;
  const codes = reasons.map((one: unknown) => plainText(isRecord(one) ? own(one, 'code') : one));
  return codes.length === 0 ? undefined : codes.join(', ');
}

/** The days of a period, as text. */
function daysOf(one: Loose): unknown {
  const period = own(one, 'period');
  if (!isRecord(period)) return period;
  return `${plainText(own(period, 'start'))} – ${plainText(own(period, 'end'))}`;
}

/** Awards: what is paid, to whom and why it is nothing. */
export const awardComparison: Comparison = {
  of: 'award',
  names: (one) => ({ ...textAt(one, 'plan'), ...textAt(one, 'person') }),
  fields: [
    ...fieldsNamed(
      'status',
      'currency',
      'amount',
      'target',
      'safe',
      'atRisk',
      'restsOn',
      'version',
      'name',
      'decided',
    ),
    { name: 'period', of: daysOf },
    { name: 'reasons', of: codesOf },
  ],
};

/** What explains awards, word by word: other releases may say the same otherwise. */
export const explanationComparison: Comparison = {
  ...awardComparison,
  fields: ['reasons', 'notes', 'parts', 'segments', 'steps'].map((name) => ({
    name: name === 'reasons' ? 'wording' : name,
    of: (one: Loose) => own(one, name),
    isLong: true,
  })),
};

export const totalComparison: Comparison = {
  of: 'total',
  names: (one) => ({ ...textAt(one, 'plan'), ...textAt(one, 'currency') }),
  fields: fieldsNamed('people', 'target', 'safe', 'atRisk', 'amount', 'formula'),
};

/** Counts of people: over all plans without a name, and of each plan. */
export const headcountComparison: Comparison = {
  of: 'headcount',
  names: (one) => textAt(one, 'plan'),
  fields: fieldsNamed('in', 'paid', 'zero', 'notEligible', 'withheld', 'holds'),
};

export const planComparison: Comparison = {
  of: 'plan',
  names: (one) => textAt(one, 'plan'),
  fields: [...fieldsNamed('version', 'title', 'amended'), { name: 'period', of: daysOf }],
};

export const exceptionComparison: Comparison = {
  of: 'exception',
  names: (one) => ({ ...textAt(one, 'plan'), ...textAt(one, 'person') }),
  beside: (one) => own(one, 'kind'),
  fields: fieldsNamed('value', 'currency', 'from', 'until', 'reason', 'approver', 'status'),
};

/** Pools and the budgets of the groups they went through. */
export const poolComparison: Comparison = {
  of: 'pool',
  names: (one) => textAt(one, 'plan'),
  beside: (one) => [own(one, 'level'), own(one, 'group')].join(' '),
  fields: fieldsNamed('currency', 'people', 'fund', 'paid', 'left'),
};
