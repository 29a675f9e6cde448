import { isRecord } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { StoredRun } from '../retro/stored-run.js';
import type { Both, PersonComparison } from './comparison.js';

const WHICH = { before: 'The first run', now: 'The second run' } as const;

/**
 * What keeps two runs from being compared.
 *
 * Issues:   compare.run.form, compare.run.differences, compare.person.unknown
 */
export function refusedRuns(runs: Both<StoredRun>, only: readonly string[] = []): Issue[] {
  const sides = ['before', 'now'] as const;
  const found = sides.flatMap((side) => {
    if (!isStored(runs[side])) return [notStored(side)];
    return runs[side].follows === undefined ? [] : [differencesOnly(side)];
  });
  return found.length > 0 ? found : unknownPeople(runs, only);
}

/** What is needed of a run; `readStoredRun` looks at all of it. */
function isStored(run: unknown): boolean {
  if (!isRecord(run)) return false;
  const { inputs, awards, plans } = run;
  if (!isRecord(inputs) || !Array.isArray(awards) || !Array.isArray(plans)) return false;
  const { people, actuals } = inputs;
  const lists = [
    inputs['plans'],
    isRecord(people) && people['people'],
    isRecord(actuals) && actuals['actuals'],
  ];
  return lists.every(Array.isArray);
}

function notStored(side: 'before' | 'now'): Issue {
  return issue({
    code: 'compare.run.form',
    path: [side],
    message: `${WHICH[side]} is not a run with what it was calculated on`,
    expected: 'a stored run, as storeRun makes it and readStoredRun reads it',
    hint: 'Give its run.json; nothing is compared until then',
  });
}

function differencesOnly(side: 'before' | 'now'): Issue {
  return issue({
    code: 'compare.run.differences',
    path: [side, 'follows'],
    message: `${WHICH[side]} holds differences to what was paid, not awards`,
    expected: 'the stored run that the differences were made from',
    hint: 'Give its run.json; nothing is compared until then',
  });
}

function unknownPeople({ before, now }: Both<StoredRun>, only: readonly string[]): Issue[] {
  if (only.length === 0) return [];
  const known = new Set([...before.awards, ...now.awards].map(({ person }) => person));
  return only.filter((id) => !known.has(id)).map(unknownPerson);
}

/** Somebody asked for who is in neither run. */
export function unknownPerson(id: string): Issue {
  return issue({
    code: 'compare.person.unknown',
    message: `Nobody has the id ${quote(id)} in either run`,
    expected: 'an id of the people file of one of them',
    hint: 'Ids are compared as text, letter by letter',
  });
}

/**
 * What deserves a look in what was compared. People are counted and not named: what moved an award is for its person.
 *
 * Issues:   compare.plan.none, compare.currency.differs, compare.cause.unknown
 */
export function lookedAt(runs: Both<StoredRun>, people: readonly PersonComparison[]): Issue[] {
  const own = new Set(runs.now.plans.map(({ plan }) => plan));
  const isShared = runs.before.plans.some(({ plan }) => own.has(plan));
  const other = people.filter(({ currencyBefore }) => currencyBefore !== undefined).length;
  const unknown = people.filter(({ inputs }) => inputs.some((one) => one.inputs.length === 0)).length;
  return [
    ...(isShared ? [] : [noPlan()]),
    ...(other > 0 ? [otherCurrency(other)] : []),
    ...(unknown > 0 ? [unexplained(unknown)] : []),
  ];
}

function noPlan(): Issue {
  return issue({
    code: 'compare.plan.none',
    path: ['plans'],
    message: 'The two runs have no plan in common, so everybody is new or gone',
    expected: 'two runs of one plan, found by its id',
    hint: 'Give runs of the same plan; another version or period of it keeps its id',
  });
}

function otherCurrency(many: number): Issue {
  return issue({
    code: 'compare.currency.differs',
    path: ['people'],
    message: `${awards(many)} in another currency than before`,
    expected: 'awards in one currency',
    hint: 'Both amounts are shown; amounts of two currencies have no difference',
  });
}

function unexplained(many: number): Issue {
  return issue({
    code: 'compare.cause.unknown',
    path: ['people'],
    message: `${awards(many)} another one than before although no input is`,
    expected: 'another input wherever an award moved',
    hint: 'Verify both runs: an amount was changed after the calculation, or another version of the library made it',
  });
}

function awards(many: number): string {
  return many === 1 ? '1 award is' : `${many} awards are`;
}
