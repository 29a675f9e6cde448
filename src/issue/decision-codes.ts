/** The codes of the decisions of managers: part of the table of all codes. */
export const decisionCodes = {
  'plan.decisions.range': ['error', 'The range or budget of decisions is such that nothing can be decided.'],
  'decisions.amount.negative': ['error', 'A decided amount is below zero.'],
  'decisions.amount.decimals': ['error', 'A decided amount has more decimals than its currency.'],
  'decisions.amount.range': ['error', 'A decided amount lies outside what the plan allows.'],
  'decisions.amount.blank': [
    'warning',
    'A row has a reason or a day and no amount: nothing is decided, and the formula stands.',
  ],
  'decisions.award.twice': ['error', 'Two rows decide one award; neither is applied.'],
  'decisions.person.unknown': ['error', 'A decision is for somebody who is not among the people.'],
  'decisions.person.not-in-plan': ['error', 'A decision is for somebody who takes no part in the plan.'],
  'decisions.person.withheld': [
    'warning',
    'A decision is for somebody who is withheld for another reason; it is not applied.',
  ],
  'decisions.plan.unknown': ['error', 'A decision is for a plan that is not among those of the run.'],
  'decisions.plan.none': ['error', 'A decision is for a plan that lets nobody decide.'],
  'decisions.by.other': ['error', 'A decision is by somebody who does not decide for the person.'],
  'decisions.currency.other': [
    'error',
    'A decision, or the range for it, is in another currency than the award.',
  ],
  'decisions.reason.missing': ['error', 'A decision has no reason, and the plan asks for one.'],
  'decisions.day.later': ['error', 'A decision is of a day after the run.'],
  'decisions.formula.other': [
    'error',
    'A worksheet was made when the formula gave another amount; the decision is to be made again.',
  ],
  'decisions.budget.exceeded': [
    'error',
    'The awards of one decider together are more than the plan allows; nobody is paid on such a run.',
  ],
  'decisions.budget.unchecked': [
    'warning',
    'A run of some people only cannot tell whether deciders keep to their budgets.',
  ],
  'decisions.worksheet.none': [
    'error',
    'There is nothing to decide in a run: no plan of it asks for decisions.',
  ],
  'decisions.worksheet.withheld': ['warning', 'Some people are withheld and stand in no worksheet.'],
  'decisions.worksheet.text': [
    'error',
    'A worksheet would not read back as it was made, as by an id that the format cannot carry; none is written.',
  ],
  'decisions.decider.none': ['warning', 'Nobody decides for some people; they stand in no worksheet.'],
  'decisions.decider.unknown': ['error', 'Nobody of this id decides for anybody in the run.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
