/** The codes of what-if questions: part of the table of all codes. */
export const whatifCodes = {
  'whatif.scenario.form': [
    'error',
    'A scenario, or a part of it, is not written as scenarios are; it is refused.',
  ],
  'whatif.metric.unknown': ['error', 'A question names a metric that no plan has.'],
  'whatif.group.unknown': ['error', 'A question names a group of a metric in which nobody is.'],
  'whatif.period.unknown': ['error', 'A question names a part of the period that no plan has.'],
  'whatif.period.unsaid': [
    'error',
    'A metric that sums the parts of the period is to be one value or to grow by one, and no part is named.',
  ],
  'whatif.column.unknown': [
    'error',
    'A question names a column that people do not have, or a value nobody has in it.',
  ],
  'whatif.person.unknown': ['error', 'A question names somebody who is not there.'],
  'whatif.plan.unknown': [
    'error',
    'A question names a plan that was not given, or none where there are several.',
  ],
  'whatif.path.unknown': ['error', 'A question names a place in a plan that the plan does not have.'],
  'whatif.value.number': ['error', 'A number is needed where a question has, or moves, something else.'],
  'whatif.value.none': ['error', 'A value is to grow that was not measured, or is not known.'],
  'whatif.value.refused': ['error', 'A question gives an input a value that it cannot have.'],
  'whatif.plan.invalid': ['error', 'A question makes a plan invalid; what is wrong with it stands beside.'],
  'whatif.sweep.form': ['error', 'The values of a sweep are not a list, or not from, to and step.'],
  'whatif.sweep.size': ['error', 'A sweep has more cells than the limit.'],
  'whatif.seek.form': ['error', 'What is sought is not one wanted figure of one input.'],
  'whatif.seek.total': ['error', 'A total is sought, and there are several: of plans or currencies.'],
  'whatif.seek.still': ['error', 'What is sought does not hang on the input at all.'],
  'whatif.seek.range': [
    'error',
    'A wanted figure is not reached by any value of the input; the reachable range is told.',
  ],
  'whatif.seek.unsolved': [
    'error',
    'A wanted figure hangs on the input in a way that cannot be solved exactly; nothing is guessed.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
