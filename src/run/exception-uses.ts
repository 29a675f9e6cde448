import { cellIssue } from '../data/cells.js';
import type { PayException } from '../data/exceptions.js';
import { type Issue, quote } from '../issue/issue.js';
import type { Data } from './calculate.js';
import { type ExceptionUse, exceptionsFor, isApplied, isInForce } from './exceptions.js';
import type { PaidTwice } from './paid-twice.js';
import type { Resolution } from './resolve.js';

/** Every exception of the people of a run, with what became of it in each plan it is for. */
export function exceptionUses(
  resolutions: readonly Resolution[],
  { exceptions, people }: Data,
  barred: PaidTwice['barred'],
): { readonly exceptions: readonly ExceptionUse[]; readonly issues: readonly Issue[] } {
  const indexOf = new Map(people.people.map(({ id }, index) => [id, index]));
  const sound = (exceptions?.exceptions ?? []).filter(
    (one) => one.faults.length === 0 && indexOf.has(one.person),
  );
  const uses = resolutions.flatMap((resolution) =>
    exceptionsFor(sound, resolution.plan.document).map((one) => ({
      one,
      use: useOf(one, resolution, {
        index: indexOf.get(one.person) as number,
        isBarred: barred.get(resolution.plan.id)?.has(one.person) === true,
      }),
    })),
  );
  const expired = uses
    .filter(({ use }) => use.status === 'expired')
    .map(({ one, use }) => ended(one, use.plan));
  return { exceptions: uses.map(({ use }) => use), issues: expired };
}

/** Where a person stands among the people, and whether two plans would pay the same days. */
interface Found {
  readonly index: number;
  readonly isBarred: boolean;
}

function useOf(one: PayException, resolution: Resolution, found: Found): ExceptionUse {
  const { at: _at, faults: _faults, ...decision } = one;
  return { ...decision, plan: resolution.plan.id, status: statusOf(one, resolution, found) };
}

function statusOf(
  one: PayException,
  { plan, resolved, participants }: Resolution,
  { index, isBarred }: Found,
): ExceptionUse['status'] {
  const { document } = plan;
  if (!isInForce(one, document)) return one.until < document.period.start ? 'expired' : 'notYet';
  if (isBarred) return 'notUsed';
  const found = resolved[index];
  const participant = found && 'participant' in found ? participants[found.participant] : undefined;
  const forfeited = found && 'reason' in found && found.reason.code === 'forfeited';
  if (!participant) return forfeited && one.kind === 'treatment' ? 'applied' : 'notUsed';
  return isApplied(one, participant) ? 'applied' : 'notUsed';
}

function ended({ person, kind, until, at }: PayException, plan: string): Issue {
  return cellIssue(at, 'until', {
    code: 'run.exception.expired',
    message: `The ${kind} of ${quote(person)} ended on ${until}, before the period of ${quote(plan)}, and is not applied`,
    expected: 'an exception that is in force, or none',
    hint: 'Have it extended if it should count, or remove the row',
  });
}
