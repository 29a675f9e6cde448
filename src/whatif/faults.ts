import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';

const KINDS = {
  metric: { code: 'whatif.metric.unknown', says: 'No plan has a metric', expected: 'a metric of the plan' },
  group: { code: 'whatif.group.unknown', says: 'Nobody is in a group', expected: 'a group of the metric' },
  period: {
    code: 'whatif.period.unknown',
    says: 'No plan has a part of its period called',
    expected: 'a part of the period',
  },
  column: {
    code: 'whatif.column.unknown',
    says: 'Nobody has a column',
    expected: 'a column that plans may read',
  },
  value: {
    code: 'whatif.column.unknown',
    says: 'Nobody has in this column the value',
    expected: 'a value of the column',
  },
  person: { code: 'whatif.person.unknown', says: 'Nobody has the id', expected: 'an id of the people' },
  plan: { code: 'whatif.plan.unknown', says: 'There is no plan', expected: 'the id of a plan' },
  path: { code: 'whatif.path.unknown', says: 'The plan has no', expected: 'a key that is there' },
} as const;

/** What a question can name. */
export type Named = keyof typeof KINDS;

/** Names listed in a message; ids of other people are not. */
const LISTED = 12;

/** A name that nothing has, with the nearest that something has. */
export function unknownName(kind: Named, name: string, known: readonly string[], path: Path): Issue {
  const { code, says, expected } = KINDS[kind];
  const near = nearest(name, known);
  const isOpen = kind !== 'person' && known.length > 0;
  const more = known.length > LISTED ? ` and ${known.length - LISTED} more` : '';
  return issue({
    code,
    path,
    message: `${says} ${quote(name)}`,
    expected: isOpen ? `${expected}: ${known.slice(0, LISTED).map(quote).join(', ')}${more}` : expected,
    hint:
      near === undefined
        ? 'Names are compared letter by letter; nothing is guessed'
        : `Did you mean ${quote(near)}?`,
  });
}

/** A value that is no number where a number is needed. */
export function noNumber(
  value: unknown,
  path: Path,
  expected = 'a number such as 60, 5000.00 or 110%',
): Issue {
  return issue({
    code: 'whatif.value.number',
    path,
    message: `${quote(value)} is not a number`,
    expected,
    hint: 'Only numbers grow or are solved for; give a value outright',
  });
}

/** A value that an input cannot have. */
export function refusedValue(message: string, path: Path, expected: string): Issue {
  return issue({
    code: 'whatif.value.refused',
    path,
    message,
    expected,
    hint: 'Correct the value; this question is refused, others go on',
  });
}
