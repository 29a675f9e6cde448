import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Award } from '../run/run.js';

/** Where something stands in a pay map: the command puts the name of its file there. */
export function inMap(...path: readonly string[]): readonly string[] {
  return ['map', ...path];
}

export function noDay(payDate: string): Issue {
  return issue({
    code: 'payroll.date.form',
    message: payDate === '' ? 'There is no day of payment' : `${quote(payDate)} is not a day`,
    expected: 'a day that exists, as YYYY-MM-DD',
    hint: 'Give the day of payment: --pay-date, or { payDate }',
  });
}

/** Whose pay code it is: a plan's, or a plan's at one legal employer. */
export interface CodeOf {
  readonly plan: string;
  readonly employer?: string;
  readonly known: readonly string[];
}

export function wrongCode(code: string, { plan, employer, known }: CodeOf): Issue {
  const whose = employer === undefined ? quote(plan) : `${quote(plan)} at ${quote(employer)}`;
  const near = code === '' ? nearest(employer ?? plan, known) : undefined;
  return issue({
    code: 'payroll.code.form',
    path: inMap('codes', plan, ...(employer === undefined ? [] : [employer])),
    message:
      code === '' ? `There is no pay code for ${whose}` : `${quote(code)} cannot be the pay code of ${whose}`,
    expected: 'letters, digits, dots, - or _, single blanks between them, no - at the start (40 at most)',
    hint: near
      ? `There is one for ${quote(near)}: is it misspelt?`
      : 'Give the code of your payroll for this payment: --pay-code, { payCode }, or codes of the pay map',
  });
}

export function wholeAwards(after: number): Issue {
  return issue({
    code: 'payroll.run.whole',
    path: ['after'],
    message: `The run follows ${after} final run${after === 1 ? '' : 's'}, and its awards are whole: most of it was paid already`,
    expected: 'the run of differences that a correction gives',
    hint: 'Pay the differences to the final runs: --follows, or the run of correct()',
  });
}

export function negativeLine({ person, amount, currency }: Award, what: 'award' | 'difference'): Issue {
  return issue({
    code: 'payroll.line.negative',
    message: `The ${what} of ${quote(person)} is ${amount} ${currency}`,
    expected: `${what}s above zero, or negatives asked for`,
    hint: 'Many payrolls refuse negative lines; if yours does not, ask for them: --negatives, or { negatives: true }',
  });
}

export function notFinal(awards: readonly Award[]): Issue {
  return issue({
    code: 'payroll.award.not-final',
    message: `${awards.length} of the lines rest on provisional or forecast actuals, such as that of ${quote(awards[0]?.person)}`,
    expected: 'final actuals',
    hint: 'Wait for the final values, or be ready to correct these lines later',
  });
}

export function noEmployer({ person, plan }: Award): Issue {
  return issue({
    code: 'payroll.cell.missing',
    path: inMap('legalEmployer'),
    message: `Nothing says who is the legal employer of ${quote(person)}, and the pay code of ${quote(plan)} depends on it`,
    expected: 'legalEmployer in the pay map: a text, or a column of people',
    hint: 'Add it to the pay map',
  });
}

export function sameEmployee(id: string, people: readonly string[]): Issue {
  const [first, others] = [people.slice(0, 2), people.slice(2)];
  return issue({
    code: 'payroll.employee.twice',
    path: inMap('employeeId'),
    message: `${first.map(quote).join(' and ')}${others.length > 0 ? ` and ${others.length} more` : ''} have ${quote(id)} as their id in payroll`,
    expected: 'an id of its own for each person',
    hint: 'Correct the column of people, and calculate once more',
  });
}

export function sameNumber(ids: readonly string[], title: string): Issue {
  return issue({
    code: 'payroll.employee.twice',
    path: inMap('employeeId'),
    message: `${ids.map(quote).join(' and ')} are one number, and ${title} reads ids as numbers`,
    expected: 'ids that differ in more than the zeros before them',
    hint: 'Correct the column of people, and calculate once more',
  });
}

export function mixedLine(person: string, what: string, said: readonly string[]): Issue {
  return issue({
    code: 'payroll.line.mixed',
    path: inMap('flags', what),
    message: `Awards of ${quote(person)} are paid as one line, and say of ${quote(what)}: ${said.map((one) => (one === '' ? 'nothing' : quote(one))).join(', ')}`,
    expected: 'one value for all awards under a pay code',
    hint: 'Give the plans pay codes of their own, or one value',
  });
}

export function vanished(person: string, from: string, to: string): Issue {
  return issue({
    code: 'payroll.line.zero',
    path: inMap('convert'),
    message: `The ${from} of ${quote(person)} would be ${to}`,
    expected: 'an amount that is more than zero in the currency it is paid in',
    hint: 'Pay it in its own currency, or keep lines of zero: zeros: keep',
  });
}
