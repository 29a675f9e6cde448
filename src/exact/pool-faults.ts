import { type Issue, issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import type { Claim } from '../num/share-out.js';
import type { Scope } from '../program/scope.js';
import type { Fault } from '../program/value.js';
import { leastOf, unitsOf } from './allot.js';

const WITHHELD = 'everybody in the pool is withheld until then';

function fault(found: Parameters<typeof issue>[0]): Fault {
  const made: Issue = issue(found);
  return { fault: [made] };
}

/** A fund below zero. */
export function negativeFund(fund: Ratio): Fault {
  return fault({
    code: 'pool.fund.negative',
    message: `The fund of the pool comes out as ${toExactText(fund)}`,
    expected: 'a fund of zero or more',
    hint: `Let the plan say what a loss pays: { limit: … , floor: 0 }; ${WITHHELD}`,
  });
}

/** A fund that does not cover what comes first and the floors. */
export function shortOf(fund: bigint, claims: readonly Claim[], unit: Ratio, group: string): Fault {
  const least = claims.reduce((sum, claim) => sum + leastOf(claim), 0n);
  const [has, needs] = [fund, least].map((units) => toExactText(unitsOf(units, unit)));
  return fault({
    code: 'pool.fund.short',
    message: `The pool${group === '' ? '' : ` of ${quote(group)}`} has ${has}, and what comes first and the floors sum to ${needs}`,
    expected: 'a fund that covers them',
    hint: `Raise the fund, or lower first or floor of the pool; ${WITHHELD}`,
  });
}

/** Somebody with less than nothing of a key, or of what comes first. */
export function below(id: string): Fault {
  return fault({
    code: 'pool.key.negative',
    message: `${quote(id)} has less than nothing of what the pool is shared out by, or of what comes first`,
    expected: 'zero or more',
    hint: `Correct the data, or put a floor around it in the plan; ${WITHHELD}`,
  });
}

/** A key that nobody has anything of. */
export function nobodyHas(): Fault {
  return fault({
    code: 'pool.key.none',
    message: 'Nobody has anything of what a part of the pool is shared out by',
    expected: 'at least one person with more than zero',
    hint: `Correct the data, or share that part out by something else; ${WITHHELD}`,
  });
}

/** Somebody without a group on the way of the pool. */
export function noGroup(level: Scope, id: string): Fault {
  return fault({
    code: 'pool.group.none',
    message: `${quote(id)} has no ${level}, and the pool goes through it`,
    expected: `a value in the column ${level}`,
    hint: `Write it; ${WITHHELD}`,
  });
}

/** A group for which no part of the fund is stated. */
export function noShare(level: Scope, name: string): Fault {
  return fault({
    code: 'pool.shares.differ',
    message: `The pool states what each ${level} gets, and nothing for ${quote(name)}`,
    expected: `a share of every ${level} that has people`,
    hint: `Add it, or correct the column; ${WITHHELD}`,
  });
}

/** A part of the fund for a group in which nobody is. */
export function strangeShare(level: Scope, name: string): Fault {
  return fault({
    code: 'pool.shares.differ',
    message: `The pool states what the ${level} ${quote(name)} gets, and nobody is in it`,
    expected: `shares of each ${level} that has people`,
    hint: `Take it out, or correct the column; ${WITHHELD}`,
  });
}
