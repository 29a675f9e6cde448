import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import type { Award } from '../run/run.js';
import { isZero, type Outcome } from './outcome.js';
import { keyOf } from './paid.js';
import type { StoredRun } from './stored-run.js';

/** Where people stand in the people file of the new calculation. */
export type PlaceOf = (person: string) => TablePlace | undefined;

/**
 * What deserves a look in the outcomes: somebody withheld, missing, or never paid, where a run was for everybody.
 *
 * Issues:   retro.person.missing, retro.person.withheld, retro.person.never-paid
 */
export function outcomeIssues(
  outcomes: readonly Outcome[],
  paid: readonly StoredRun[],
  placeOf: PlaceOf,
): Issue[] {
  const whole = new Set(
    paid
      .filter(({ only }) => only === undefined)
      .flatMap(({ plans }) => plans.map((one) => keyOf({ ...one, person: '' }))),
  );
  const isExpected = ({ award }: Outcome) => paid.length === 0 || whole.has(keyOf({ ...award, person: '' }));
  const paidFirst = new Map<string, Outcome>();
  for (const one of outcomes)
    if (isNeverPaid(one) && isExpected(one) && !paidFirst.has(one.award.person))
      paidFirst.set(one.award.person, one);
  return [
    ...outcomes.filter(({ status }) => status === 'missing').map(missing),
    ...outcomes.filter(({ status }) => status === 'withheld').map((one) => withheld(one, placeOf)),
    ...[...paidFirst.values()].map((one) => neverPaid(one, paid.length, placeOf)),
  ];
}

function isNeverPaid({ status, known }: Outcome): boolean {
  return status === 'changed' && known?.statement === undefined;
}

function missing({ award, known }: Outcome): Issue {
  const paid = known?.statement?.award;
  const what = paid?.amount === undefined ? 'was withheld' : `was paid ${moneyText(paid)}`;
  return issue({
    code: 'retro.person.missing',
    path: ['people', award.person],
    message: `${quote(award.person)} ${what} in ${quote(award.plan)} and is no longer among the people`,
    expected: 'everybody of the final runs in the people file, leavers with their day of leaving',
    hint: 'Add the person; what was paid stands until then, and nothing is taken back',
  });
}

function withheld({ award, known }: Outcome, placeOf: PlaceOf): Issue {
  const paid = known?.statement?.award;
  const stands = paid && !isZero(paid.amount ?? '') ? `; the ${moneyText(paid)} that were paid stand` : '';
  return issue({
    code: 'retro.person.withheld',
    ...at(placeOf(award.person)),
    path: ['awards', award.plan, award.person],
    message: `No difference is made for ${quote(award.person)} in ${quote(award.plan)}: ${award.reasons[0]?.message ?? 'withheld'}`,
    expected: 'an award to compare with what was paid',
    hint: `Correct what keeps the person withheld, and calculate again${stands}`,
  });
}

function neverPaid({ award, known }: Outcome, runs: number, placeOf: PlaceOf): Issue {
  const many = runs === 1 ? 'the final run' : runs === 0 ? 'any final run' : `any of the ${runs} final runs`;
  const why = known ? `was withheld in ${many}` : `is not in ${many}`;
  return issue({
    code: 'retro.person.never-paid',
    ...at(placeOf(award.person)),
    path: ['awards', award.plan, award.person],
    message: `${quote(award.person)} ${why}, so the whole award of ${moneyText(award)} in ${quote(award.plan)} is due`,
    expected: 'somebody new, or withheld until now',
    hint: 'Check the id and the files of the final runs: nothing should be paid a second time',
  });
}

/** A difference that no input explains. */
export function unexplained({ award }: Outcome, placeOf: PlaceOf): Issue {
  return issue({
    code: 'retro.cause.unknown',
    ...at(placeOf(award.person)),
    path: ['awards', award.plan, award.person],
    message: `The award of ${quote(award.person)} in ${quote(award.plan)} differs from what was paid, and no input of it does`,
    expected: 'a changed row, value or plan',
    hint: 'Compare the steps of both runs: another version of this library may calculate otherwise',
  });
}

/** Somebody is counted twice or not at all. */
export function notReconciled(): Issue {
  return issue({
    code: 'retro.reconciliation',
    message: 'People in are not changed + unchanged + withheld + missing',
    expected: 'every person counted once',
    hint: 'Do not pay on these differences; the new run is damaged, or this is a fault to report',
  });
}

function at(place: TablePlace | undefined): { readonly at?: TablePlace } {
  return place === undefined ? {} : { at: place };
}

function moneyText({ amount, currency }: Award): string {
  return `${amount} ${currency}`;
}
