import type { PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import type { PoolKeyDocument } from '../plan/pool.js';
import { type Name, told } from '../words/words.js';
import { clauseOf } from './check.js';
import { describe } from './describe.js';
import { prorationOf } from './proration.js';
import type { Variant } from './variant.js';

/** The term of what a plan with a pool pays before it. */
export const BEFORE_POOL = 'beforePool';

/** Whether a plan states nothing that is paid but a pool. */
export function isPoolAlone({ pool, goals, payout, award }: PlanDocument): boolean {
  return pool !== undefined && goals === undefined && payout === undefined && award === undefined;
}

/**
 * A pool, where the plan has one: what each person gets of it, instead of the award before it. Who has left and keeps
 * nothing brings nothing; a guarantee is a floor under the person's part.
 */
export function lowerPool(document: PlanDocument, { results, exceptions }: Variant): Formula {
  const { pool } = document;
  if (pool === undefined) throw new TypeError('A plan without a pool shares nothing out.');
  const { first, floor = '0', ceiling, cascade = [] } = pool;
  const isOut = results === 'nothing';
  const guarantee: Formula = { exception: 'guarantee' };
  const least = isOut ? '0' : floor;
  return {
    allot: pool.fund,
    keys: pool.distribute.map((one) => ({
      by: isOut ? '0' : keyOf(one, document),
      part: one.part ?? '100%',
      ofAward: one.by === 'award',
      name: nameOf(one),
    })),
    ...(first !== undefined && { first: isOut ? '0' : first }),
    floor: exceptions.includes('guarantee') ? { highest: [least, guarantee] } : least,
    ...(ceiling !== undefined && { ceiling }),
    redistribute: pool.remainder === 'redistribute',
    levels: cascade,
    leaveOut: pool.missing === 'leaveOut',
    name: pool.name ?? told('part of the pool'),
    stage: 'pool',
    path: ['pool'],
    ...clauseOf(pool),
  };
}

/** What a person has of a key: a word of the plan as the formula it stands for. */
function keyOf({ by }: PoolKeyDocument, document: PlanDocument): Formula {
  switch (by) {
    case 'equally':
      return '1';
    case 'salary':
      return { prorated: { person: 'salary' }, by: prorationOf(document) };
    case 'presence':
      return { prorated: '100%', by: prorationOf(document) };
    case 'award':
      return { term: BEFORE_POOL };
    default:
      return by;
  }
}

function nameOf({ by }: PoolKeyDocument): Name {
  if (by === 'equally') return told('equal parts');
  if (by === 'salary') return told('salary');
  if (by === 'presence') return told('presence');
  if (by === 'award') return told('award before the pool');
  return typeof by === 'object' && by.name !== undefined ? by.name : describe(by);
}
