import { listed } from '../data/cells.js';
import { groupBy } from '../data/group.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Counting } from './count-source.js';
import { type Faulty, placeOf } from './fact.js';
import type { Source } from './source.js';

interface Placed {
  readonly at: TablePlace;
}

/** Of one kind of fault the first are told one by one: nobody reads two hundred thousand. */
const MOST = 20;

/** The issues with the first of each code, and one that counts the others. */
export function firstOfEach(issues: readonly Issue[]): Issue[] {
  return [...groupBy(issues, (one) => one.code).values()].flatMap((all) => {
    const rest = all.slice(MOST);
    return rest.length === 0 ? all : [...all.slice(0, MOST), others(rest)];
  });
}

function others(rest: readonly Issue[]): Issue {
  const rows = rest.flatMap(({ at }) => (at?.row === undefined ? [] : [{ at }]));
  const { message: _message, path: _path, ...first } = rest[0] as Issue;
  return issue({
    ...first,
    message: `${rest.length} more of this kind${rows.length > 0 ? `, in rows ${listed(rows)}` : ''}`,
  });
}

/** What is told of the rows of a source beside what was counted of it. */
export function issuesOfRows(source: Source, counting: Counting): Issue[] {
  const faults = [...new Set(counting.faulty.flatMap((one) => one.faults))];
  const places = [];
  if (counting.outside.length > 0) places.push(outside(source, counting.outside));
  if (counting.unattributed.length > 0) places.push(unattributed(source, counting.unattributed));
  if (counting.cells.size === 0 && counting.faulty.length === 0) places.push(nothingCounted(source));
  const told = source.leavesOut ? leftOut(counting.faulty) : faults;
  return [...counting.issues, ...told, ...places];
}

function leftOut(faulty: readonly Faulty[]): Issue[] {
  const kinds = groupBy(faulty, ({ faults: [first] }) => first?.code ?? '');
  return [...kinds.values()].map((all) => {
    const rows = all.map((one) => ({ at: placeOf(one) }));
    const first = all[0]?.faults[0];
    return issue({
      code: 'sources.rows.left-out',
      at: rows[0]?.at ?? {},
      path: first?.path ?? [],
      message: `Left out, as declared: rows ${listed(rows)}. The first: ${first?.message}`,
      expected: first?.expected ?? 'rows that can all be read',
      hint: 'The values rest on fewer rows; correct the rows to count them',
    });
  });
}

function outside({ document: { from, until } }: Source, rows: readonly Placed[]): Issue {
  return issue({
    code: 'sources.rows.outside',
    at: rows[0]?.at ?? {},
    message: `Not counted, because of days outside ${from ?? 'the beginning'} to ${until ?? 'the end'}: rows ${listed(rows)}`,
    expected: 'rows of the days that count',
    hint: 'Nothing to do where the file is of a longer time',
  });
}

function unattributed({ hasCompany }: Source, rows: readonly Placed[]): Issue {
  return issue({
    code: 'sources.group.missing',
    at: rows[0]?.at ?? {},
    message: `Rows ${listed(rows)} name no group and count for ${hasCompany ? 'the company only' : 'nobody, as the source has no company'} (${rows.length} in all)`,
    expected: 'a group in every row',
    hint: 'Fill the cells; groups rest on fewer rows than the company until then',
  });
}

function nothingCounted({ document, index }: Source): Issue {
  return issue({
    code: 'sources.rows.none',
    at: { file: document.file },
    path: ['sources', index],
    message: `Nothing was counted for ${quote(document.metric)}`,
    expected: 'at least one row that counts',
    hint: 'Check that this is the right file, and what where, from and until leave of it',
  });
}

/** A file that the document names and that was not handed over. */
export function noTable(file: string, index: number, given: readonly string[]): Issue {
  const near = nearest(file, given);
  return issue({
    code: 'sources.table.missing',
    at: { file },
    path: ['sources', index, 'file'],
    message: `There is no table of the name ${quote(file)}`,
    expected:
      given.length > 0 ? `one of ${given.slice(0, 10).map(quote).join(', ')}` : 'a table of that name',
    hint: near ? `Did you mean ${quote(near)}?` : 'Hand the table over by the name the document has',
  });
}

/** A column that the document names and no row has. */
export function noColumn(file: string, column: string, path: Issue['path'], known: readonly string[]): Issue {
  const near = nearest(column, known);
  return issue({
    code: 'sources.column.missing',
    at: { file, column },
    path,
    message: `The column ${quote(column)} does not exist, or is empty in every row`,
    expected: `one of ${known.slice(0, 20).map(quote).join(', ')}${known.length > 20 ? ' …' : ''}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Write the name as the header has it, under columns',
  });
}
