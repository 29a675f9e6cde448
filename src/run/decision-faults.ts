import { cellIssue, UNTIL } from '../data/cells.js';
import type { Decision } from '../data/decisions.js';
import { type Issue, type IssueInput, quote } from '../issue/issue.js';
import { ratioOfDecimal } from '../num/decimal.js';
import { compare } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Day } from '../time/day.js';
import type { Participant } from './bind-people.js';
import { deciderOf, type KnownAward } from './decider.js';
import { rangeOf } from './decision-range.js';

/** What a decision is held against: the award as the formula gives it, the person, the plan and the day of the run. */
export interface Decided {
  readonly award: KnownAward;
  readonly participant: Participant;
  readonly document: PlanDocument;
  readonly asOf: Day;
}

/**
 * What keeps a decision from being applied.
 *
 * Issues:   decisions.plan.none, decisions.by.other, decisions.day.later, decisions.reason.missing,
 *           decisions.currency.other, decisions.formula.other, decisions.amount.range
 */
export function decisionFaults(one: Decision, held: Decided): Issue[] {
  const { award, document } = held;
  if (document.decisions === undefined) return [noDecisions(one)];
  const isOther = one.currency !== award.currency;
  return [
    ...byFaults(one, held),
    ...(one.on > held.asOf ? [tooLate(one, held.asOf)] : []),
    ...reasonFaults(one, held),
    ...(isOther ? [otherCurrency(one, award.currency)] : amountFaults(one, held)),
  ];
}

function wrong(
  { at }: Decision,
  column: string,
  input: Pick<IssueInput, 'code' | 'message'> & { readonly expected: string; readonly hint: string },
): Issue {
  return cellIssue(at, column, { ...input, hint: `${input.hint}; ${UNTIL.rows}` });
}

function noDecisions(one: Decision): Issue {
  return wrong(one, 'plan', {
    code: 'decisions.plan.none',
    message: `The plan ${quote(one.plan)} lets nobody decide (person ${quote(one.person)})`,
    expected: 'a plan with decisions: who decides, and within what',
    hint: 'Remove the row, or let the plan say it',
  });
}

/** The decider is not named in the message: explanations hold back messages that name somebody else. */
function byFaults(one: Decision, { participant, document }: Decided): Issue[] {
  const column = document.decisions?.by ?? '';
  const decider = deciderOf(participant, column);
  if (decider === one.by) return [];
  const whose = `The column ${column} of ${quote(one.person)}`;
  return [
    wrong(one, 'by', {
      code: 'decisions.by.other',
      message:
        decider === undefined
          ? `${whose} names nobody, or two at once, so nobody decides on this award`
          : `${whose} names somebody else than this row`,
      expected:
        decider === undefined
          ? `one id in the column ${column} of the people`
          : `${decider}, who decides on it`,
      hint: 'Correct who decided, or the people',
    }),
  ];
}

function tooLate(one: Decision, asOf: Day): Issue {
  return wrong(one, 'on', {
    code: 'decisions.day.later',
    message: `The award of ${quote(one.person)} was decided on ${one.on}, after the day of the run`,
    expected: `a day up to ${asOf}`,
    hint: 'Correct the day, or calculate as of a later one',
  });
}

function reasonFaults(one: Decision, { award, document }: Decided): Issue[] {
  const rule = document.decisions?.reason;
  const isNeeded = rule === 'required' || (rule === 'whenChanged' && one.amount !== award.amount);
  if (!isNeeded || one.reason !== undefined) return [];
  return [
    wrong(one, 'reason', {
      code: 'decisions.reason.missing',
      message: `The decision on ${quote(one.person)} has no reason`,
      expected: rule === 'required' ? 'why it was decided' : 'why it is not what the formula gives',
      hint: 'Write it',
    }),
  ];
}

function otherCurrency(one: Decision, currency: string): Issue {
  return wrong(one, 'currency', {
    code: 'decisions.currency.other',
    message: `The award of ${quote(one.person)} is in ${currency}, and the decision in ${one.currency}`,
    expected: currency,
    hint: 'Nothing is converted: decide in the currency of the award',
  });
}

function amountFaults(one: Decision, { award, document }: Decided): Issue[] {
  const { amount: formula, currency } = award;
  if (one.formula !== undefined && one.formula !== formula) return [stale(one, formula)];
  const range = rangeOf({ formula, currency }, document);
  if (range === undefined) return [foreignRange(one, currency)];
  const { lowest, highest } = range;
  const [amount, low] = [ratioOfDecimal(one.amount), ratioOfDecimal(lowest)];
  const isHigh = highest !== undefined && compare(amount, ratioOfDecimal(highest)) > 0;
  if (compare(amount, low) >= 0 && !isHigh) return [];
  return [
    wrong(one, 'amount', {
      code: 'decisions.amount.range',
      message: `${one.amount} ${currency} is outside what may be decided for ${quote(one.person)}`,
      expected: highest === undefined ? `${lowest} or more` : `${lowest} to ${highest}`,
      hint: `The formula gives ${formula}; decide within the range`,
    }),
  ];
}

function stale(one: Decision, formula: string): Issue {
  return wrong(one, 'formula', {
    code: 'decisions.formula.other',
    message: `The decision on ${quote(one.person)} was made when the formula gave ${one.formula}; it gives ${formula} now`,
    expected: `a decision on ${formula}`,
    hint: 'Make the worksheet anew and have it decided again',
  });
}

function foreignRange(one: Decision, currency: string): Issue {
  return wrong(one, 'currency', {
    code: 'decisions.currency.other',
    message: `The award of ${quote(one.person)} is in ${currency}, and the range of the plan in another currency`,
    expected: 'a range in shares of the formula, or in the currency of the award',
    hint: 'Correct the range in the plan',
  });
}
