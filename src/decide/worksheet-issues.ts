import type { Plan } from '../concepts/parse-plan.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { KnownAward } from '../run/decider.js';
import type { Worksheet } from './worksheet.js';

/** A run in which nobody decides anything. */
export function nothingToDecide(): Issue {
  return issue({
    code: 'decisions.worksheet.none',
    path: ['plans'],
    message: 'No plan of the run lets anybody decide',
    expected: 'a plan with decisions: who decides, and within what',
    hint: 'Add decisions to the plan, and calculate again',
  });
}

/** A decider who is asked for and decides nothing. */
export function nobodyOf(decider: string, all: readonly Worksheet[]): Issue {
  const near = nearest(
    decider,
    all.map((one) => one.decider),
  );
  return issue({
    code: 'decisions.decider.unknown',
    message: `${quote(decider)} decides for nobody in the run`,
    expected: 'an id in the column of people that the plan names',
    hint: near ? `Did you mean ${quote(near)}?` : 'Ids are compared as text, letter by letter',
  });
}

/** People for whom nobody decides. */
export function undecided({ id, document }: Plan, people: readonly string[]): Issue[] {
  if (people.length === 0) return [];
  const column = document.decisions?.by ?? '';
  return [
    issue({
      code: 'decisions.decider.none',
      path: ['decisions', id],
      message: `Nobody decides in ${quote(id)} for ${named(people)}: the column ${column} names nobody, or two at once`,
      expected: `one id in the column ${column} of the people`,
      hint: 'The formula stands for them; add who decides if somebody should',
    }),
  ];
}

/** People whose award is not known. */
export function withheldIn({ id }: Plan, people: readonly string[]): Issue[] {
  if (people.length === 0) return [];
  return [
    issue({
      code: 'decisions.worksheet.withheld',
      path: ['decisions', id],
      message: `Withheld in ${quote(id)}, and in no worksheet: ${named(people)}`,
      expected: 'people whose awards are known',
      hint: 'Correct what keeps them from being paid, and make the worksheets anew',
    }),
  ];
}

/** A range in money that says nothing of an award. */
export function foreignRange({ person, plan, currency }: KnownAward): Issue {
  return issue({
    code: 'decisions.currency.other',
    path: ['decisions', plan],
    message: `The award of ${quote(person)} is in ${currency}, and the range of ${quote(plan)} in another currency`,
    expected: 'a range in shares of the formula, or in the currency of the award',
    hint: 'Correct the range in the plan',
  });
}

/** More ids than this nobody reads in one line. */
const MOST = 10;

function named(people: readonly string[]): string {
  const rest = people.length - MOST;
  const first = people.slice(0, MOST).map(quote).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}
