import { numberOf } from '../concepts/concept.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio, sign } from '../num/ratio.js';
import { readOtherDocument } from '../plan/other-document.js';
import type { Parsed } from '../plan/read-plan.js';
import type { AccrualDocument, CostAccounts, EarnedRule, OnCostDocument } from './document.js';
import { accrualSchema } from './schema.js';

/**
 * Reads unknown data as the rules of an accrual: how the cost is earned, accounts, on-costs, reporting currency. All
 * issues are collected, each with its path.
 *
 * Issues:   accrual.key.*, accrual.value.form, accrual.account.form, accrual.account.missing, accrual.share.range,
 *           accrual.cost.range
 * @example  parseAccrualRules({ earned: 'straightLine', accounts: { expense: '6200', liability: '2400' } }).ok // true
 */
export function parseAccrualRules(data: unknown): Parsed<'rules', AccrualDocument> {
  const told = { stage: 'accrual', name: 'document', schema: 'accrual' } as const;
  const read = readOtherDocument(data, accrualSchema, told);
  if (!read.ok) return read;
  const rules = read.document as AccrualDocument;
  const issues = meaningOf(rules);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rules, issues: [] };
}

function meaningOf({ earned, accounts, onCosts = [], reportingCurrency }: AccrualDocument): Issue[] {
  return [
    ...sharesAgainst(earned),
    ...accountsAgainst(accounts, ['accounts']),
    ...(reportingCurrency !== undefined && accounts.exchange === undefined ? [noExchangeAccount()] : []),
    ...onCosts.flatMap(costAgainst),
  ];
}

/** Shares lie between nothing and everything, one for a day, and never fall: what is earned is not lost. */
function sharesAgainst(earned: EarnedRule): Issue[] {
  if (typeof earned === 'string' || !('byMetric' in earned)) return [];
  const path = (index: number): Path => ['earned', 'byMetric', index];
  const outside = earned.byMetric.flatMap(({ share }, index) =>
    isShare(numberOf(share)) ? [] : [shareOutside(share, [...path(index), 'share'])],
  );
  const placed = earned.byMetric.map((one, index) => ({ ...one, index }));
  const ordered = placed.toSorted((a, b) => (a.closing < b.closing ? -1 : a.closing > b.closing ? 1 : 0));
  const falling = ordered.flatMap((after, index) => {
    const before = ordered[index - 1];
    if (!before) return [];
    if (before.closing === after.closing) return [shareTwice(after.closing, path(after.index))];
    const falls = compare(numberOf(after.share), numberOf(before.share)) < 0;
    return falls ? [shareFalls(after, before, [...path(after.index), 'share'])] : [];
  });
  return [...outside, ...falling];
}

function isShare(value: Ratio): boolean {
  return sign(value) >= 0 && compare(value, ONE) <= 0;
}

function shareOutside(share: Literal, path: Path): Issue {
  return issue({
    code: 'accrual.share.range',
    path,
    message: `${quote(String(share))} is no share of the full period`,
    expected: 'a share from 0% to 100%',
    hint: 'Write it with a percent sign, such as 23%',
  });
}

function shareTwice(closing: string, path: Path): Issue {
  return issue({
    code: 'accrual.share.range',
    path,
    message: `${closing} has a share already`,
    expected: 'one share for each closing day',
    hint: 'Remove one of the two',
  });
}

type Point = { readonly closing: string; readonly share: Literal };

function shareFalls(after: Point, before: Point, path: Path): Issue {
  return issue({
    code: 'accrual.share.range',
    path,
    message: `The share falls from ${before.share} on ${before.closing} to ${after.share} on ${after.closing}`,
    expected: 'shares that do not fall: what was earned stays earned',
    hint: 'Where less is expected, the estimate falls and not the share',
  });
}

/** Letters and digits first, so that no ledger or spreadsheet takes it for something else. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,39}$/u;

function accountsAgainst(accounts: CostAccounts & { readonly exchange?: string }, path: Path): Issue[] {
  return Object.entries(accounts).flatMap(([key, account]) => plainAgainst(account, [...path, key]));
}

function plainAgainst(text: string, path: Path): Issue[] {
  if (PLAIN.test(text) && text === text.trim()) return [];
  return [
    issue({
      code: 'accrual.account.form',
      path,
      message: `${quote(text)} cannot stand in a journal`,
      expected: 'letters, digits, blanks, dots, -, _ or / (40 at most), beginning with a letter or digit',
      hint: 'Write it as the ledger has it',
    }),
  ];
}

function noExchangeAccount(): Issue {
  return issue({
    code: 'accrual.account.missing',
    path: ['accounts', 'exchange'],
    message: 'There is no account for exchange differences',
    expected: 'an account, as amounts are converted into a reporting currency',
    hint: 'Add exchange under accounts, or remove reportingCurrency',
  });
}

function costAgainst({ name, rate, accounts, from, until }: OnCostDocument, index: number): Issue[] {
  const path: Path = ['onCosts', index];
  const isReversed = from !== undefined && until !== undefined && until < from;
  return [
    ...plainAgainst(name, [...path, 'name']),
    ...rateAgainst(rate, [...path, 'rate']),
    ...(accounts ? accountsAgainst(accounts, [...path, 'accounts']) : []),
    ...(isReversed ? [reversed(from, until, [...path, 'until'])] : []),
  ];
}

/** 20 without a percent sign would be 2000 %. */
function rateAgainst(rate: Literal, path: Path): Issue[] {
  if (isShare(numberOf(rate)) && (hasPercent(rate) || compare(numberOf(rate), ONE) < 0)) return [];
  return [
    issue({
      code: 'accrual.cost.range',
      path,
      message: `${quote(String(rate))} is no rate of an on-cost`,
      expected: 'a rate from 0% to 100%',
      hint: 'Write it with a percent sign, such as 20.5%',
    }),
  ];
}

function hasPercent(rate: Literal): boolean {
  const read = readLiteral(rate);
  return isNumber(read) && read.percent;
}

function reversed(from: string, until: string, path: Path): Issue {
  return issue({
    code: 'accrual.cost.range',
    path,
    message: `${until} lies before ${from}`,
    expected: 'an end on or after the beginning',
    hint: 'Correct one of the two days',
  });
}
