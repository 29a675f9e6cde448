import type { Plan } from '../concepts/parse-plan.js';
import { cellIssue } from '../data/cells.js';
import type { Decision } from '../data/decisions.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { CalculateOptions, Data } from './calculate.js';
import { budgetsIn, type DecisionBudget, decidersIn } from './decider.js';
import type { Resolution } from './resolve.js';
import type { Award } from './run.js';

/**
 * What is wrong with the decisions of a run as a whole: people and plans it does not have, and budgets.
 *
 * Issues:   decisions.person.unknown, decisions.plan.unknown, decisions.budget.exceeded, decisions.budget.unchecked
 */
export function decisionIssues(
  resolutions: readonly Resolution[],
  awards: readonly Award[],
  { data: { decisions, people }, only }: Pick<CalculateOptions, 'only'> & { readonly data: Data },
): Issue[] {
  if (decisions === undefined) return [];
  const ids = new Set(people.people.map(({ id }) => id));
  const plans = resolutions.map(({ plan }) => plan);
  const strangers = decisions.decisions.filter(({ person }) => !ids.has(person));
  return [
    ...strangers.map(unknownPerson),
    ...decisions.decisions.filter(({ plan }) => plan !== '').flatMap((one) => unknownPlan(one, plans)),
    ...resolutions.flatMap((resolution) =>
      ofBudgets(resolution, awards, { decisions: decisions.decisions, isLimited: only !== undefined }),
    ),
  ];
}

function unknownPerson({ person, at }: Decision): Issue {
  return cellIssue(at, 'id', {
    code: 'decisions.person.unknown',
    message: `Nobody has the id ${quote(person)}`,
    expected: 'an id of the people file',
    hint: 'Ids are compared as text, letter by letter; correct or remove the row',
  });
}

function unknownPlan({ plan, at }: Decision, plans: readonly Plan[]): Issue[] {
  const ids = plans.map(({ id }) => id);
  if (ids.includes(plan)) return [];
  const near = nearest(plan, ids);
  return [
    cellIssue(at, 'plan', {
      code: 'decisions.plan.unknown',
      message: `The plan ${quote(plan)} is not among those of the run`,
      expected: `one of ${ids.map(quote).join(', ')}`,
      hint: near
        ? `Did you mean ${quote(near)}?`
        : 'Give the plan, or remove the row; nothing is decided by it',
    }),
  ];
}

/** In a run of some people a decider has others, whose awards are not known. */
function ofBudgets(
  resolution: Resolution,
  awards: readonly Award[],
  { decisions: made, isLimited }: { readonly decisions: readonly Decision[]; readonly isLimited: boolean },
): Issue[] {
  const { decisions } = resolution.plan.document;
  if (decisions?.budget === undefined) return [];
  const { id } = resolution.plan;
  if (isLimited)
    return awards.some(({ plan, decided }) => plan === id && decided !== undefined) ? [unchecked(id)] : [];
  // Where a decision is refused, what its decider spends is not known yet.
  const open = refusedDeciders(resolution, awards, made);
  const exceeded = budgetsIn(resolution, awards).filter(
    ({ left, decider }) => left?.startsWith('-') && !open.has(decider),
  );
  return exceeded.map((one) => overrun(one, decisions.source));
}

/** Who decides for somebody whose decision keeps the award from being known. */
function refusedDeciders(
  resolution: Resolution,
  awards: readonly Award[],
  made: readonly Decision[],
): ReadonlySet<string> {
  const deciders = decidersIn(resolution);
  const { id } = resolution.plan;
  const decided = new Set(made.filter(({ plan }) => plan === id || plan === '').map(({ person }) => person));
  const refused = awards.filter(
    ({ plan, status, person }) => plan === id && status === 'withheld' && decided.has(person),
  );
  return new Set(refused.flatMap(({ person }) => deciders.get(person) ?? []));
}

function overrun(
  { plan, decider, currency, amount, budget, formula }: DecisionBudget,
  source?: string,
): Issue {
  return issue({
    code: 'decisions.budget.exceeded',
    path: ['decisions', plan, decider],
    message: `The awards that ${quote(decider)} decides in ${quote(plan)} are ${amount} ${currency} together, and the budget is ${budget} ${currency}`,
    expected: `at most ${budget}`,
    hint: `The formula gives ${formula}; have some of them decided again: nothing is paid on this run`,
    ...(source !== undefined && { source }),
  });
}

/** Whose budgets cannot be told from a run of some people. */
export function unchecked(plan: string): Issue {
  return issue({
    code: 'decisions.budget.unchecked',
    path: ['decisions', plan],
    message: `The budgets of ${quote(plan)} were not looked at: the run is limited to some people`,
    expected: 'a run of everybody',
    hint: 'Calculate everybody to see whether deciders keep to their budgets',
  });
}
