import fc from 'fast-check';
import type { Setting, Writing } from '../base.js';
import type { FlatPlan } from '../flat-plan.js';
import { moverOf } from './mover.js';
import { motionPlan } from './plan.js';

/** Days of a job in which nothing changes, both ends counted, and the part of the person's time in it. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly share?: string;
  /** The only plan it is in; the plan at hand where not given. */
  readonly plan?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Somebody who is hired, moves, is on leave, leaves, or has an exception. */
export interface Mover {
  readonly id: string;
  readonly hired?: string;
  readonly left?: string;
  readonly leftReason?: string;
  readonly stretches: readonly Stretch[];
  readonly leave: readonly Dated[];
  readonly earnings: readonly (Dated & { readonly code: string; readonly amount: string })[];
  readonly exceptions: readonly Decision[];
}

export interface Dated {
  readonly type?: string;
  readonly from: string;
  readonly to: string;
}

export interface Decision {
  readonly kind: string;
  readonly value: string;
  readonly from?: string;
  readonly until: string;
}

/** A plan and its people; results are a payout of each team. */
export interface MotionWorld {
  readonly document: FlatPlan;
  readonly movers: readonly Mover[];
  readonly results: Readonly<Record<string, string>>;
}

/** Random plans about people in motion, with such people. */
export const motions: fc.Arbitrary<MotionWorld> = motionPlan.chain((document) =>
  fc.record({
    document: fc.constant(document),
    movers: fc
      .array(moverOf(document), { minLength: 1, maxLength: 3 })
      .map((all) => all.map((one, index) => ({ ...one, id: `e-${index + 1}` }))),
    results: fc.record({ North: result, South: result }),
  }),
);

const result = fc.constantFrom('0%', '50%', '87.5%', '100%', '4/3', '180%');

/** The world as files would give it; leave to the last day of employment is written without an end. */
export function written({ document, movers, results }: MotionWorld): Setting {
  return {
    document,
    people: movers.flatMap(rowsOf),
    actuals: Object.entries(results).map(([group, value]) => ({
      metric: 'result',
      group,
      value,
      status: 'final',
    })),
    leave: movers.flatMap(({ id, left = LAST, leave }) =>
      leave.map(({ to, ...one }) => ({ id, ...one, ...(to !== left && { to }) })),
    ),
    earnings: movers.flatMap(({ id, earnings }) => earnings.map((one) => ({ id, currency: 'USD', ...one }))),
    exceptions: movers.flatMap(({ id, exceptions }) => exceptions.map((one) => exceptionRow(id, one))),
    options: { asOf: '2027-12-31', steps: 'everyone' },
  };
}

function exceptionRow(id: string, decision: Decision): Writing {
  const money = decision.kind === 'targetAmount' || decision.kind === 'guarantee';
  return { id, ...decision, ...(money && { currency: 'USD' }), reason: 'agreed', approver: 'CFO' };
}

/** One row per change, without an end where the next row begins on the day after. */
function rowsOf({ id, hired, left, leftReason, stretches }: Mover): Writing[] {
  return stretches.map(({ from, to, share, plan = 'motion', fields }, index) => {
    const next = stretches[index + 1];
    const goesOn = next !== undefined && (next.plan ?? 'motion') === plan && follows(to, next.from);
    const implied = share === undefined && (to === LAST || goesOn);
    return {
      id,
      ...(hired !== undefined && { hired }),
      ...(left !== undefined && { left }),
      ...(leftReason !== undefined && { leftReason }),
      currency: 'USD',
      from,
      ...(!implied && { to }),
      ...(share !== undefined && { share }),
      plans: plan,
      ...fields,
    };
  });
}

/** A day after all periods: an assignment that lasts. */
export const LAST = '2099-12-31';

function follows(day: string, next: string): boolean {
  return day < next && Date.parse(next) - Date.parse(day) === 86_400_000;
}
