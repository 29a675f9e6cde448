/** The codes of what is argued about in a plan: part of the table of all codes. */
export const lintCodes = {
  'lint.curve.cliff': [
    'error',
    'More than half of what a curve can pay hangs on the last hundredth of a point.',
  ],
  'lint.curve.jump': [
    'warning',
    'A curve jumps: part of what it can pay hangs on the last hundredth of a point.',
  ],
  'lint.curve.flat': ['warning', 'Between two points of a curve more effort pays nothing.'],
  'lint.curve.dead': ['warning', 'Past results often fell where more effort pays nothing.'],
  'lint.curve.kink': ['warning', 'The slope of a curve changes sharply at a point.'],
  'lint.gate.cliff': ['warning', 'Part of target hangs on the last hundredth of a point before a gate.'],
  'lint.gate.open': ['warning', 'A gate or condition can never fail, so it guards nothing.'],
  'lint.gate.shut': ['warning', 'A gate or condition can never hold.'],
  'lint.gate.idle': ['warning', 'What a gate guards pays no more than the closed gate wherever it closes.'],
  'lint.history.always': ['warning', 'Past results always reached a threshold, target, maximum or gate.'],
  'lint.history.never': ['warning', 'Past results never reached a threshold, target, maximum or gate.'],
  'lint.weight.small': ['warning', 'A goal can move the award too little for anybody to notice.'],
  'lint.metric.drowns': [
    'warning',
    'One result moves the award several times as much as all others together.',
  ],
  'lint.people.fixed': ['warning', 'People get the same award whatever is measured.'],
  'lint.people.company': ['warning', 'Nobody is measured on anything narrower than the company.'],
  'lint.people.stuck': [
    'warning',
    'Every goal of some people stands where a little more effort pays nothing.',
  ],
  'lint.limits.key': ['error', 'A limit of the lint is misspelt or does not exist; nothing is looked at.'],
  'lint.limits.number': [
    'error',
    'A limit of the lint is no number that can stand there; nothing is looked at.',
  ],
  'lint.model.metric': [
    'error',
    'A model is stated for a metric that the plan does not have; nothing is looked at.',
  ],
  'lint.history.unused': ['warning', 'Past results are for a metric that the plan does not have.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
