import type { Role, Shape } from './document.js';
import type { Layout } from './layouts.js';
import { countOf, type Source, type Tell } from './source.js';

/** The roles of columns that each shape needs, and those it may have. */
const SHAPES: Readonly<Record<Shape, { readonly needed: readonly Role[]; readonly more: readonly Role[] }>> =
  {
    answers: { needed: ['id', 'score'], more: ['group', 'day'] },
    customers: { needed: ['customer', 'start', 'end'], more: ['group'] },
    movements: { needed: ['customer', 'day', 'kind', 'amount'], more: ['group', 'id'] },
  };

/** What a row is, in words. */
const ROWS: Readonly<Record<Shape, string>> = {
  answers: 'answers',
  customers: 'customers with their value at start and end',
  movements: 'movements of customers',
};

/** Keys that only one shape has. */
const OWN = {
  opening: 'movements',
  kinds: 'movements',
  amounts: 'movements',
  blankScores: 'answers',
  invited: 'answers',
} as const satisfies Record<string, Shape>;

/** What is said of a shape that the source does not have, and what is missing of its own. */
export function checkShape(source: Source, layout: Layout | undefined, tell: Tell): void {
  const { document, shape, columns, hasCompany, opening } = source;
  if (layout && layout.shape !== shape)
    tell('sources.shape.form', ['layout'], {
      message: `The layout ${document.layout} is one of ${ROWS[layout.shape]}, and ${document.counts} counts ${ROWS[shape]}`,
      expected: `a layout of ${ROWS[shape]}, or columns`,
      hint: 'Correct counts or layout',
    });
  for (const [key, own] of Object.entries(OWN) as [keyof typeof OWN, Shape][])
    if (document[key] !== undefined && own !== shape && key !== 'opening')
      tell('sources.shape.form', [key], {
        message: `${key} is said of ${ROWS[shape]}`,
        expected: `${key} only where rows are ${ROWS[own]}`,
        hint: 'Remove it, or correct counts',
      });
  if (opening !== undefined && shape === 'answers')
    tell('sources.shape.form', ['opening'], {
      message: `${document.counts} has no values at the start`,
      expected: 'opening only where rows are movements of customers',
      hint: 'Remove it, or correct counts',
    });
  if (shape === 'movements' && opening === undefined) tell('sources.shape.form', ['opening'], NO_OPENING);
  const hasGroups = typeof opening === 'object' ? opening.columns.group !== undefined : columns.group;
  if (!hasCompany && !hasGroups) tell('sources.shape.form', ['company'], NOTHING);
  checkInvited(source, tell);
}

const NO_OPENING = {
  message: 'Nothing says what the customers were worth at the start',
  expected: 'opening: movements, or opening with a file and its columns',
  hint: 'Write movements only where the file has every movement since the first customer',
};

const NOTHING = {
  message: 'There is no value for the company and no column of groups, so nothing is counted',
  expected: 'a column for group, or company: true',
  hint: 'Name the column of groups',
};

function checkInvited({ document: { invited } }: Source, tell: Tell): void {
  if (typeof invited !== 'object') return;
  const groups = Object.entries(invited.groups ?? {}).map(([name, raw]) => ({ path: ['groups', name], raw }));
  const company = invited.company === undefined ? [] : [{ path: ['company'], raw: invited.company }];
  for (const { path, raw } of [...company, ...groups])
    if (countOf(raw) === undefined)
      tell('sources.shape.form', ['invited', ...path], {
        message: `"${raw}" is not a number of surveys`,
        expected: 'a whole number, 0 or more',
        hint: 'Correct it',
      });
}

/** The columns a shape needs must be named, and no others. */
export function checkColumns({ document, shape, columns, opening }: Source, tell: Tell): void {
  const { needed, more } = SHAPES[shape];
  for (const role of needed.filter((one) => columns[one] === undefined))
    tell('sources.columns.form', ['columns', role], {
      message: `No column is named for ${role}`,
      expected: `the name of a column, as its header has it; needed are ${needed.join(', ')}`,
      hint: 'Add it under columns; nothing is taken from its looks',
    });
  const fitting = [...needed, ...more.filter((one) => one !== 'group' || typeof opening !== 'object')];
  for (const role of Object.keys(document.columns ?? {}) as Role[])
    if (!fitting.includes(role))
      tell('sources.columns.form', ['columns', role], {
        message:
          role === 'group'
            ? 'The groups of customers are those of the opening file'
            : `Rows of ${ROWS[shape]} have no ${role}`,
        expected: `${needed.join(', ')}, and if wanted ${more.join(', ')}`,
        hint: role === 'group' ? 'Name the column under opening.columns' : 'Remove it, or correct counts',
      });
}

/** Days that count need a column of days, an order, and a beginning where movements make the opening. */
export function checkDates({ document, columns, opening }: Source, tell: Tell): void {
  const { from, until } = document;
  const key = from === undefined ? 'until' : 'from';
  if ((from ?? until) !== undefined && columns.day === undefined)
    tell('sources.dates.form', [key], {
      message: 'Days are said to count, and no column says on which day a row is',
      expected: 'a column for day under columns',
      hint: 'Name the column, or remove from and until',
    });
  if (from !== undefined && until !== undefined && until < from)
    tell('sources.dates.form', ['until'], {
      message: `${until} lies before ${from}`,
      expected: 'a last day on or after the first',
      hint: 'Correct one of the two days',
    });
  if (opening === 'movements' && from === undefined)
    tell('sources.dates.form', ['from'], {
      message: 'Movements make the values at the start, and nothing says when that is',
      expected: 'from: the first day that counts',
      hint: 'Add from',
    });
}
