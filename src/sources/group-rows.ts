import { listed } from '../data/cells.js';
import { groupBy } from '../data/group.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Counting } from './count-source.js';
import type { CountName, SourceDocument } from './document.js';
import { type Faulty, placeOf } from './fact.js';
import { countOf, type Source } from './source.js';

/** A row of the actuals file: cells of text. */
export type SourceRow = Readonly<Record<string, string>>;

/** The rows of a source, with the fault of each that has no value. */
export interface GroupRows {
  readonly rows: readonly SourceRow[];
  readonly faults: readonly (Issue | undefined)[];
  readonly issues: readonly Issue[];
}

/**
 * The actuals rows of a source: one for the company, then one for each group in the order of their names. A group
 * that lacks a row which cannot be read is unknown, unless the source says that such rows are left out.
 *
 * Issues:   sources.value.unknown, sources.invited.below, sources.group.unused
 */
export function groupRows(source: Source, counting: Counting): GroupRows {
  const missing = source.leavesOut ? [] : counting.faulty;
  const names = new Set([...counting.cells.keys(), ...missing.map((one) => one.group)]);
  for (const group of invitedGroups(source)) names.add(group);
  if (missing.length > 0) names.add('');
  if (!source.hasCompany) names.delete('');
  const lacks = lacksOf(missing);
  const built = [...names].sort().map((group) => rowOf(source, counting, lacks(group), group));
  const issues = built.flatMap((one) => (one.fault ? [one.fault] : []));
  return {
    rows: built.map((one) => one.row),
    faults: built.map((one) => one.fault),
    issues: [...issues, ...unusedGroups(source, counting)],
  };
}

/** Where something is that cannot be read. */
type Lack = Pick<Faulty, 'at'>;

/** What each group lacks: its own rows, and those that may be of any group. The company lacks all. */
function lacksOf(missing: readonly Faulty[]): (group: string) => readonly Lack[] {
  const placed = missing.map((one) => ({ ...one, at: placeOf(one) }));
  const ofAny = onceEach(placed.filter((one) => one.ofAnyGroup));
  const byName = groupBy(
    placed.filter((one) => !one.ofAnyGroup),
    (one) => one.group,
  );
  const all = onceEach(placed);
  return (group) => (group === '' ? all : onceEach([...(byName.get(group) ?? []), ...ofAny]));
}

/** A row may spoil several customers, and a customer several groups: it is named once. */
function onceEach(lacks: readonly Lack[]): Lack[] {
  return [...new Map(lacks.map((one) => [`${one.at.row} ${one.at.file}`, one])).values()];
}

function rowOf(source: Source, counting: Counting, lacks: readonly Lack[], group: string) {
  const { metric, period, status, measuredOn } = source.document;
  const head = {
    metric,
    kind: kindCounted(source.document),
    ...(group !== '' && { group }),
    ...(period !== undefined && { period }),
  };
  const tail = { status, ...(measuredOn !== undefined && { measuredOn }) };
  const invited = invitedOf(source, counting, group);
  const isAsked = group !== '' && invited !== undefined && source.document.invited !== 'rows';
  const cells = counting.cells.get(group) ?? (isAsked ? { responses: '0' } : undefined);
  const fault =
    lacks.length > 0 || cells === undefined
      ? unknown(source, group, lacks)
      : tooFew(source, group, Number(cells['responses']), invited);
  if (fault) return { row: { ...head, value: '', ...tail }, fault };
  const sent = invited === undefined ? {} : { invited: String(invited) };
  return { row: { ...head, value: '', ...cells, ...sent, ...tail }, fault: undefined };
}

/** The kind of metric a count is for; a share of answers about effort is a share like any other. */
function kindCounted({ counts, scale }: SourceDocument): CountName {
  return counts === 'ces' && scale?.atLeast !== undefined ? 'csat' : counts;
}

/** Surveys sent to a group; undefined where nobody said. */
function invitedOf({ document: { invited } }: Source, { sent }: Counting, group: string): number | undefined {
  if (invited === 'rows') return sent.get(group) ?? 0;
  const groups = invited?.groups ?? {};
  const raw = group === '' ? invited?.company : Object.hasOwn(groups, group) ? groups[group] : undefined;
  const count = raw === undefined ? undefined : countOf(raw);
  return count && Number(count.n / count.d);
}

/** Groups of which the document says how many surveys were sent. */
function invitedGroups({ document: { invited } }: Pick<Source, 'document'>): string[] {
  return typeof invited === 'object' ? Object.keys(invited.groups ?? {}) : [];
}

function nameOf(group: string): string {
  return group === '' ? 'the company' : quote(group);
}

function unknown({ index, document }: Source, group: string, lacks: readonly Lack[]): Issue {
  const what = `${document.metric} of ${nameOf(group)} is not known`;
  return issue({
    code: 'sources.value.unknown',
    at: lacks[0]?.at ?? { file: document.file },
    path: ['sources', index],
    message:
      lacks.length > 0
        ? `${what}: it may lack what cannot be read (rows ${listed(lacks)})`
        : `${what}: its fraction has more digits than a file of actuals can hold`,
    expected: lacks.length > 0 ? 'rows that can all be read' : 'amounts of fewer digits',
    hint:
      lacks.length > 0
        ? 'Correct the rows; only faulty: leaveOut counts without them'
        : 'Round the amounts in the file',
  });
}

function tooFew(
  { index, document }: Source,
  group: string,
  responses: number,
  invited?: number,
): Issue | undefined {
  if (invited === undefined || invited >= responses) return undefined;
  return issue({
    code: 'sources.invited.below',
    at: { file: document.file },
    path: ['sources', index, 'invited'],
    message: `${responses} answered for ${nameOf(group)}, and ${invited} surveys were sent`,
    expected: 'as many surveys sent as answered, or more',
    hint: 'Correct invited, or look for answers of other surveys in the file',
  });
}

/** Groups that are named in the document and stand in no row: misspelt, or of another file. */
function unusedGroups({ index, document, groups }: Source, { groupCells, cells }: Counting): Issue[] {
  const written = [...groups.keys()].filter((name) => !groupCells.has(name));
  const asked = invitedGroups({ document }).filter((name) => !cells.has(name));
  const told = (names: readonly string[], key: readonly string[], has: Iterable<string>) => {
    const known = [...has].filter(Boolean).slice(0, SEARCHED);
    return names.map((name) =>
      unused(document.file, ['sources', index, ...key, name], name, names.length > SEARCHED ? [] : known),
    );
  };
  return [...told(written, ['groups'], groupCells), ...told(asked, ['invited', 'groups'], cells.keys())];
}

/** Names that a misspelt one is compared with, and misspelt ones that are: each pair takes its time. */
const SEARCHED = 300;

function unused(file: string, path: Issue['path'], name: string, known: readonly string[]): Issue {
  const near = nearest(name, known);
  return issue({
    code: 'sources.group.unused',
    at: { file },
    path,
    message: `No row that counts is of the group ${quote(name)}`,
    expected: 'groups as the file has them',
    hint: near ? `Did you mean ${quote(near)}?` : 'Correct or remove it',
  });
}
