import type { Path } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, equal, ONE, type Ratio, sign, ZERO } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { PoolDocument } from '../plan/pool.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { namesRead } from './names-read.js';
import { BEFORE_POOL, isPoolAlone } from './pool.js';
import { checkColumn } from './reading.js';

/**
 * Checks a pool: its parts, what becomes of what ceilings leave, its currency, the groups it goes through, and that what
 * stands beside it says something.
 *
 * Issues:   plan.pool.parts, plan.pool.remainder, plan.currency.missing, plan.formula.place, plan.key.missing
 */
export function checkPool(check: Check): void {
  const { pool, currency } = check.document;
  if (pool === undefined) return;
  if (currency === undefined) reportNoCurrency(check);
  checkKeys(check, pool);
  if ((pool.ceiling === undefined) !== (pool.remainder === undefined)) reportRemainder(check, pool);
  pool.cascade?.forEach(({ to, shares }, index) => {
    const path = ['pool', 'cascade', index];
    checkColumn(check, to, [...path, 'to']);
    if (shares) checkParts(check, pool, Object.entries(shares), [...path, 'shares']);
  });
  checkAward(check, pool);
}

function checkKeys(check: Check, pool: PoolDocument): void {
  const { distribute } = pool;
  const parts = distribute.map(({ part }, index) => [String(index), part] as const);
  const isStated = distribute.length > 1 || distribute[0]?.part !== undefined;
  if (isStated) checkParts(check, pool, parts, ['pool', 'distribute'], 'part');
}

/** Parts that sum to the whole; each is written, and none is below zero. */
function checkParts(
  check: Check,
  pool: PoolDocument,
  parts: readonly (readonly [string, Literal | undefined])[],
  path: Path,
  key?: string,
): void {
  let sum: Ratio | undefined = ZERO;
  let isBelow = false;
  for (const [name, part] of parts) {
    const at = [...path, key === undefined ? name : Number(name), ...(key === undefined ? [] : [key])];
    checkWritten(check, part, 'ratio', at);
    const value = part === undefined ? undefined : literalValue(part);
    if (value && sign(value) < 0) isBelow = true;
    sum = sum && value && add(sum, value);
  }
  if (sum !== undefined && equal(sum, ONE) && !isBelow) return;
  report(check, {
    code: 'plan.pool.parts',
    path,
    message:
      sum === undefined
        ? 'A part of the pool does not say how much of the fund it is'
        : isBelow
          ? 'A part of the pool is below zero'
          : `The parts of the pool sum to ${toExactText(sum)}`,
    expected: 'parts that sum to exactly 1 (100%)',
    hint: 'Write what part of the fund each is; 1/3 is exact',
    ...clauseOf(pool),
  });
}

function reportRemainder(check: Check, { ceiling }: PoolDocument): void {
  report(check, {
    code: 'plan.pool.remainder',
    path: ['pool', 'remainder'],
    message:
      ceiling === undefined
        ? 'The pool says what becomes of what ceilings leave, and has no ceiling'
        : 'The pool has a ceiling, and does not say what becomes of what it leaves',
    expected: ceiling === undefined ? 'a ceiling, or no remainder' : 'remainder: redistribute or keep',
    hint:
      ceiling === undefined
        ? 'Remove it, or add ceiling'
        : 'redistribute gives it to the others by the same keys; keep leaves it undistributed',
  });
}

function reportNoCurrency(check: Check): void {
  report(check, {
    code: 'plan.currency.missing',
    path: ['currency'],
    message: 'A pool is one sum of money, and the plan has no currency',
    expected: 'currency: the ISO 4217 code of every award',
    hint: 'Write the currency of the plan; people paid in another take part in a plan of their own',
  });
}

const TERM_KEYS = new Set(['term']);

/** What the plan pays before the pool is read by it; beside a pool alone nothing else says anything. */
function checkAward(check: Check, pool: PoolDocument): void {
  const { document } = check;
  const read = namesRead([pool, document.terms], TERM_KEYS);
  const readsAward = read.has(BEFORE_POOL) || pool.distribute.some(({ by }) => by === 'award');
  if (!isPoolAlone(document)) {
    if (!readsAward) reportUnread(check, document);
    return;
  }
  if (readsAward)
    report(check, {
      code: 'plan.key.missing',
      path: ['goals'],
      message: 'The pool reads what the plan pays before it, and the plan states nothing that is paid',
      expected: 'goals, payout or award beside the pool',
      hint: 'Add them, or share the fund out by something else',
    });
  for (const key of ['modifiers', 'gates', 'limits', 'risk', 'weightsOf', 'missing'] as const)
    if (document[key] !== undefined) reportPlace(check, key);
}

function reportUnread(check: Check, { award, payout }: PlanDocument): void {
  const stated = award !== undefined ? 'award' : payout !== undefined ? 'payout' : 'goals';
  report(check, {
    code: 'plan.formula.place',
    path: ['pool', 'distribute'],
    message: `The plan states ${stated}, and the pool does not read what they pay`,
    expected: `by: award, or { term: ${BEFORE_POOL} } in the pool`,
    hint: `Share the fund out by it, or take ${stated} out`,
  });
}

function reportPlace(check: Check, key: string): void {
  report(check, {
    code: 'plan.formula.place',
    path: [key],
    message: `${key} says nothing beside a pool alone`,
    expected: 'it inside the formulas of the pool',
    hint: 'A pool states all of it: when, limit and sum are nodes of its fund; floor and ceiling are its own',
  });
}
