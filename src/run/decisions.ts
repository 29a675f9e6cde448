import type { Plan } from '../concepts/parse-plan.js';
import { cellIssue } from '../data/cells.js';
import type { Decision } from '../data/decisions.js';
import { groupBy } from '../data/group.js';
import { type Issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, subtractMoney } from '../num/decimal.js';
import type { Day } from '../time/day.js';
import { nameIn, told, type Words } from '../words/words.js';
import type { Participant } from './bind-people.js';
import type { Data } from './calculate.js';
import { isKnown, type KnownAward } from './decider.js';
import { decisionFaults } from './decision-faults.js';
import type { Award, AwardDecision } from './run.js';

/** What became of an award after the decision on it: another award, or what keeps the decision from being applied. */
export type AfterDecision = { readonly award: Award } | { readonly faults: readonly Issue[] };

/** Applies what was decided; `participant` is absent for who takes no part, or is withheld already. */
export type Decide = (award: Award, participant: Participant | undefined, found: Set<Issue>) => AfterDecision;

/** What is decided in a plan, and what it is held against. */
interface Context {
  readonly plan: Plan;
  readonly words: Words;
  readonly asOf: Day;
}

/**
 * The decisions on the awards of a plan, applied after everything else; undefined where there are none. Who has a
 * decision that cannot be applied is withheld.
 *
 * Issues:   decisions.*, as decisionFaults; decisions.person.not-in-plan, decisions.person.withheld
 */
export function decisionsIn(context: Context, { decisions }: Data): Decide | undefined {
  const { id, document } = context.plan;
  const isOurs = ({ plan, faults }: Decision) =>
    // A row that does not say its plan may be for any that lets somebody decide.
    plan === id || (plan === '' && faults.length > 0 && document.decisions !== undefined);
  const own = groupBy((decisions?.decisions ?? []).filter(isOurs), ({ person }) => person);
  if (own.size === 0) return undefined;
  return (award, participant, found) => {
    const rows = own.get(award.person) ?? [];
    const [one] = rows;
    if (one === undefined) return { award };
    if (!isKnown(award) || !participant) {
      found.add(award.status === 'withheld' ? onWithheld(one) : notInPlan(one));
      return { award };
    }
    const { plan, asOf, words } = context;
    const ofRows = rows.flatMap(({ faults }) => faults);
    const faults =
      ofRows.length > 0 ? ofRows : decisionFaults(one, { award, participant, document: plan.document, asOf });
    return faults.length > 0 ? { faults } : { award: decidedAward(award, one, words) };
  };
}

/** An award as it was decided, with what the formula gave beside it; parts and steps go on to the decision. */
function decidedAward(award: KnownAward, { amount, by, on, reason }: Decision, words: Words): Award {
  const { amount: formula, currency, parts, steps, reasons } = award;
  const decided: AwardDecision = { formula, by, on, ...(reason !== undefined && { reason }) };
  const how = decisionText(decided, { amount, currency }, words);
  const isZero = ratioOfDecimal(amount).n === 0n;
  const line = { stage: 'decision', name: nameIn(words, told('decision')) } as const;
  const change = subtractMoney(amount, formula, minorDigits(currency) ?? 2);
  const why = reasons.length > 0 ? reasons : [{ code: 'decided', message: how } as const];
  return {
    ...award,
    status: isZero ? 'zero' : 'paid',
    reasons: isZero ? why : [],
    amount,
    decided,
    ...(parts && { parts: amount === formula ? parts : [...parts, { ...line, amount: change }] }),
    ...(steps && {
      steps: [...steps, { ...line, shown: words.money(amount, currency), value: amount, how }],
    }),
  };
}

/** A decision in words: who decided, when and why, and what the formula gave where that is another amount. */
export function decisionText(
  { formula, by, on, reason }: AwardDecision,
  { amount, currency }: Pick<KnownAward, 'amount' | 'currency'>,
  { decisions: { changed, confirmed, because }, money }: Words,
): string {
  const said = amount === formula ? confirmed(by, on) : changed(by, on, money(formula, currency));
  return reason === undefined ? said : because(said, reason);
}

function notInPlan({ person, plan, at }: Decision): Issue {
  return cellIssue(at, 'id', {
    code: 'decisions.person.not-in-plan',
    message: `${quote(person)} takes no part in the plan ${quote(plan)}, so there is no award to decide`,
    expected: 'somebody who has an award in the plan',
    hint: 'Remove the row; nothing is paid by it',
  });
}

function onWithheld({ person, plan, at }: Decision): Issue {
  return cellIssue(at, 'id', {
    code: 'decisions.person.withheld',
    message: `${quote(person)} is withheld in ${quote(plan)}, so the decision is not applied`,
    expected: 'somebody whose award is known',
    hint: 'Correct what keeps the person from being paid; the decision is held against the formula then',
  });
}
