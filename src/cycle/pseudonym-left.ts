import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { RunInputs } from '../retro/stored-run.js';
import { namer } from './pseudonym-names.js';

/** More than this nobody reads. */
const MOST = 20;

/**
 * Where a person is named in what would stay: in a plan, and within longer texts of a column to keep. What a cell says as
 * a whole, as a manager's id, is replaced.
 *
 * Issues:   cycle.pseudonyms.plan, cycle.pseudonyms.left
 */
export function namesLeft({ plans, people }: RunInputs, keep: readonly string[]): Issue[] {
  const names = namer(people.people);
  const inPlans = [...textsIn(plans, ['inputs', 'plans'])].filter(({ text }) => names(text));
  const replaced = new Set(people.people.flatMap(({ id, name }) => [id, name ?? '']));
  const columns = keep.filter((column) =>
    people.people.some(({ assignments }) =>
      assignments.some(({ fields }) => {
        const text = Object.hasOwn(fields, column) ? String(fields[column]) : '';
        return !replaced.has(text) && !text.includes('@') && names(text);
      }),
    ),
  );
  return [...inPlans.slice(0, MOST).map(({ path }) => namedInPlan(path)), ...columns.map(namedInColumn)];
}

interface Placed {
  readonly text: string;
  readonly path: Path;
}

/** Every text in data with its place, keys included; never deeper than plans are, as they were parsed. */
function* textsIn(value: unknown, path: Path): Generator<Placed> {
  if (typeof value === 'string') yield { text: value, path };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) yield { text: key, path: at };
    yield* textsIn(inner, at);
  }
}

function namedInPlan(path: Path): Issue {
  return issue({
    code: 'cycle.pseudonyms.plan',
    path,
    message: 'The plan names a person of the run here',
    expected: 'a plan that names nobody',
    hint: 'Write a role or a column instead, and calculate again',
  });
}

function namedInColumn(column: string): Issue {
  return issue({
    code: 'cycle.pseudonyms.left',
    path: ['keep'],
    message: `Texts of the column ${quote(column)} name people of the run`,
    expected: 'columns without names to keep',
    hint: 'Do not keep this column: without that its texts become pseudonyms where a plan needs them, and are left out where none does',
  });
}
