import { type Issue, issue, quote } from '../issue/issue.js';
import type { Award } from '../run/run.js';
import type { Closing } from './check-runs.js';

/** Somebody whose award is withheld on a closing day, with what the estimate before was. */
export interface Withheld {
  readonly closing: string;
  readonly plan: string;
  readonly person: string;
  readonly why: string;
  /** The last award that was known, with its currency. */
  readonly before?: { readonly amount: string; readonly currency: string };
}

type Amount = Award & Required<Pick<Award, 'amount' | 'currency'>>;

/** Awards that are known, paid or nothing. */
export function amountsOf(awards: readonly Award[]): Amount[] {
  return awards.filter((one): one is Amount => one.amount !== undefined && one.currency !== undefined);
}

/** True for an amount that is not nothing. */
export function isSome(amount: string): boolean {
  return /[1-9]/.test(amount);
}

function keyOf({ plan, person }: Pick<Award, 'plan' | 'person'>): string {
  return JSON.stringify([plan, person]);
}

/** Everybody whose award is withheld at some closing day. */
export function withheldIn(closings: readonly Closing[]): Withheld[] {
  const known = new Map<string, Withheld['before']>();
  return closings.flatMap(({ run }) => {
    for (const one of amountsOf(run.awards))
      known.set(keyOf(one), { amount: one.amount, currency: one.currency });
    const held = run.awards.filter(({ status }) => status === 'withheld');
    return held.map((award): Withheld => {
      const before = known.get(keyOf(award));
      const why = award.reasons.map(({ message }) => message).join('; ');
      const { plan, person } = award;
      return { closing: run.asOf, plan, person, why, ...(before && { before }) };
    });
  });
}

/**
 * Withheld people, one by one: their cost is not known, and not nothing. Where they may be left out they are told
 * all the same.
 *
 * Issues:   accrual.person.withheld, accrual.person.left-out
 */
export function withheldIssues(closings: readonly Closing[], allowed: boolean): Issue[] {
  return withheldIn(closings).map(({ closing, plan, person, why, before }) => {
    const last = before ? `; the estimate before was ${before.amount} ${before.currency}` : '';
    return issue({
      code: allowed ? 'accrual.person.left-out' : 'accrual.person.withheld',
      path: [...(closings.find(({ run }) => run.asOf === closing)?.path ?? []), 'awards', plan, person],
      message: `The award of ${quote(person)} is withheld on ${closing}${why === '' ? '' : `: ${why}`}${last}`,
      expected: 'an award for everybody',
      hint: allowed
        ? 'Nothing is accrued for this person; correct the input and accrue again'
        : 'Correct the input and calculate the run again, or ask for the others alone: --allow-withheld, or { allowWithheld: true }',
    });
  });
}

/**
 * People of an estimate who are not in the next run, and people whose currency is another one.
 *
 * Issues:   accrual.person.gone, accrual.person.currency
 */
export function movedIssues(closings: readonly Closing[]): Issue[] {
  return closings.slice(1).flatMap((closing, index) => {
    const before = amountsOf((closings[index] as Closing).run.awards).filter(({ amount }) => isSome(amount));
    const now = new Map(closing.run.awards.map((one) => [keyOf(one), one]));
    const gone = before.filter((one) => !now.has(keyOf(one)));
    const moved = before.filter((one) => {
      const after = now.get(keyOf(one));
      return after?.currency !== undefined && isSome(after.amount ?? '') && after.currency !== one.currency;
    });
    return [
      ...(gone.length > 0 ? [goneIssue(closing, gone)] : []),
      ...(moved.length > 0 ? [movedIssue(closing, moved)] : []),
    ];
  });
}

function goneIssue({ run, path }: Closing, [first, ...others]: readonly Award[]): Issue {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return issue({
    code: 'accrual.person.gone',
    path: [...path, 'awards'],
    message: `${quote(first?.person)}${more} had an award in the run before, and no row in the run as of ${run.asOf}: what was accrued is reversed`,
    expected: 'everybody of the run before; leavers stay among the people with the day they left',
    hint: 'Check that this is the whole people file',
  });
}

function movedIssue({ run, path }: Closing, [first, ...others]: readonly Award[]): Issue {
  const more = others.length > 0 ? ` and of ${others.length} more` : '';
  return issue({
    code: 'accrual.person.currency',
    path: [...path, 'awards'],
    message: `The award of ${quote(first?.person)}${more} was in ${first?.currency} before ${run.asOf}: what was accrued in it is reversed`,
    expected: 'the currency of the run before, or a move to another country',
    hint: 'Check the currency of these people',
  });
}
