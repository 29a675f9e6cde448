import type { Plan } from '../concepts/parse-plan.js';
import { groupBy } from '../data/group.js';
import { salaryColumns } from '../data/person-row.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import { readsOf } from '../retro/reads.js';
import type { RunInputs } from '../retro/stored-run.js';
import type { Columns } from './pseudonym-rows.js';
import { textsWritten } from './pseudonym-texts.js';

/** The columns of people that stay: those to keep, and those that a plan writes of, which it may read. */
export function columnsOf(plans: readonly Plan[], { people }: RunInputs, keep: readonly string[]): Columns {
  const documents = plans.map(({ document }) => document);
  const needed = textsWritten(documents);
  const all = new Set(people.people.flatMap(fieldsOf));
  const always: readonly string[] = [...salaryColumns, ...keep];
  const kept = new Set([...all].filter((column) => needed.has(column) || always.includes(column)));
  const numbers = plans.flatMap(({ document, program }) => {
    const { fields, texts } = readsOf(document, program);
    return [...[...fields].filter((field) => !texts.has(field)), ...numbersDeclared(document)];
  });
  return { kept, numbers: new Set([...numbers, 'hoursShare', 'salaryTimes']) };
}

function fieldsOf({ assignments }: RunInputs['people']['people'][number]): string[] {
  return assignments.flatMap(({ fields }) => Object.keys(fields));
}

/** Columns that a plan declares to hold numbers, or compares as such to say who takes part. */
function numbersDeclared({ fields = {}, eligibility }: PlanDocument): string[] {
  const declared = Object.entries(fields).filter(([, { kind }]) => kind !== 'category' && kind !== 'yesNo');
  const compared = (eligibility?.where ?? []).filter(
    ({ is, isNot }) => is === undefined && isNot === undefined,
  );
  return [...declared.map(([column]) => column), ...compared.map(({ person }) => person)];
}

/** Columns to keep that nobody has. */
export function unknownColumns({ people }: RunInputs, keep: readonly string[]): Issue[] {
  const all = new Set(people.people.flatMap(fieldsOf));
  return keep
    .filter((column) => !all.has(column))
    .map((column) =>
      issue({
        code: 'cycle.keep.unknown',
        path: ['keep'],
        message: `Nobody has a column ${quote(column)}`,
        expected: 'columns of the people of the run',
        hint: 'Columns are compared letter by letter',
      }),
    );
}

/** Fewer people than this may be known by what they share. */
const FEW = 3;

/** Columns of texts in which some values are shared by fewer than three people. */
export function smallGroups({ people }: RunInputs, { kept, numbers }: Columns): Issue[] {
  const cells = people.people.flatMap(({ id, assignments }) =>
    assignments.flatMap(({ fields }) =>
      Object.entries(fields).map(([column, cell]) => ({ id, column, cell })),
    ),
  );
  const texts = cells.filter(({ column }) => kept.has(column) && !numbers.has(column));
  return [...groupBy(texts, ({ column }) => column)].flatMap(([column, own]) => {
    const groups = [...groupBy(own, ({ cell }) => String(cell)).values()];
    const small = groups.filter((group) => new Set(group.map(({ id }) => id)).size < FEW).length;
    return small === 0 ? [] : [fewPeople(column, small, groups.length)];
  });
}

function fewPeople(column: string, small: number, all: number): Issue {
  return issue({
    code: 'cycle.group.small',
    path: ['inputs', 'people', column],
    message: `Of ${all} values of the column ${quote(column)}, ${small} ${small === 1 ? 'is' : 'are'} shared by fewer than ${FEW} people`,
    expected: `groups of ${FEW} people or more`,
    hint: 'Who knows the groups may know who these are; give the export only to who may know',
  });
}
