import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { type Issue, issue } from '../issue/issue.js';
import type { Parsed } from '../plan/read-plan.js';
import { keyBytes, pseudonymsOf, SHORTEST_KEY } from '../retro/pseudonym.js';
import { type FingerprintedRun, type RunInputs, type StoredRun, storeRun } from '../retro/stored-run.js';
import { calculate, type Data } from '../run/calculate.js';
import type { Award, Run } from '../run/run.js';
import { isSame } from '../verify/compare-lists.js';
import { runFaults } from './check-run.js';
import { columnsOf, smallGroups, unknownColumns } from './pseudonym-columns.js';
import { namesLeft } from './pseudonym-left.js';
import { type Columns, inputsWith } from './pseudonym-rows.js';
import { type Texts, textsOf } from './pseudonym-texts.js';

export interface PseudonymOptions {
  /** At least 32 bytes that nobody can guess; the same key gives the same pseudonyms. It is kept nowhere. */
  readonly key: Uint8Array | string;
  /** Columns of people to keep with their texts beside those that the plans need, such as a country. */
  readonly keep?: readonly string[];
}

/** A stored run with pseudonyms, which says so. */
export interface PseudonymisedRun extends FingerprintedRun {
  readonly pseudonymised: {
    readonly by: 'HMAC-SHA-256';
    /** Columns of people that stayed; all others are left out. */
    readonly columns: readonly string[];
  };
}

/**
 * A stored run in which nobody is named: ids, names and every text that the plans do not write themselves are pseudonyms,
 * reasons and the words of findings are left out, and so is every column that no plan writes of. It is calculated once more
 * on these inputs and only given when every award is as before, so that `verify`, `compare` and `explain` work on it. Two
 * exports with one key fit together. Amounts, days and what hangs on them stay, and may tell who somebody is to who knows
 * them.
 *
 * Formula:  pseudonym = HMAC-SHA-256 of the text under the key, its first 80 bits
 * Issues:   cycle.run.*, cycle.key.form, cycle.keep.unknown, cycle.pseudonyms.*, cycle.group.small
 * Source:   RFC 2104; Regulation (EU) 2016/679, article 4 (5): who has the key can tell who is who, so it is still personal data
 * @example  pseudonymise(run, { key })
 */
export function pseudonymise(
  run: StoredRun,
  { key, keep = [] }: PseudonymOptions,
): Parsed<'run', PseudonymisedRun> {
  const bytes = keyBytes(key);
  const faults = [...(bytes.length < SHORTEST_KEY ? [shortKey(bytes.length)] : []), ...runFaults(run)];
  if (faults.length > 0) return { ok: false, issues: faults };
  const parsed = run.inputs.plans.map((document) => parsePlan(document));
  const broken = parsed.flatMap((one) => (one.ok ? [] : one.issues));
  if (broken.length > 0) return { ok: false, issues: broken };
  const plans = parsed.flatMap((one) => (one.ok ? [one.plan] : []));
  const columns = columnsOf(plans, run.inputs, keep);
  const wrong = [...unknownColumns(run.inputs, keep), ...namesLeft(run.inputs, keep)];
  if (wrong.length > 0) return { ok: false, issues: wrong };
  const kept = new Set(keep.flatMap((column) => valuesOf(run.inputs, column)));
  const texts = textsOf(pseudonymsOf(bytes), run.inputs, kept);
  return exported({ run, plans, texts, columns });
}

interface Export {
  readonly run: StoredRun;
  readonly plans: readonly Plan[];
  readonly texts: Texts;
  readonly columns: Columns;
}

function exported(given: Export): Parsed<'run', PseudonymisedRun> {
  const run = calculated(given);
  if (!run) return { ok: false, issues: [otherAwards()] };
  return { ok: true, run, issues: smallGroups(given.run.inputs, given.columns) };
}

/** The order of a file tells who is who to whoever has a list in the same order; that of pseudonyms tells nothing. */
function byText<T>(rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row);
}

/** The run once more with pseudonyms; undefined where an award comes out otherwise. */
function calculated({ run, plans, texts, columns }: Export): PseudonymisedRun | undefined {
  const { plans: _documents, ...inputs } = inputsWith(texts, columns, run.inputs, byText);
  // Decisions are among the data where a run has them.
  const data: Data = inputs;
  const { asOf, status, only, after, awards } = run;
  const ids = (people: readonly string[]) => people.map(texts.pseudonym).toSorted();
  const traced = awards.filter(({ steps, parts }) => steps ?? parts).map(({ person }) => person);
  const steps = ids([...new Set(traced)]);
  const made = calculate(plans, data, { asOf, status, steps, ...(only && { only: ids(only) }) });
  if (!areSameAwards(run, made, texts)) return undefined;
  const result: Run = { ...made, ...(after !== undefined && { after }) };
  const kept = [...columns.kept].toSorted();
  return {
    ...storeRun(result, { plans, ...data }),
    pseudonymised: { by: 'HMAC-SHA-256', columns: kept },
  };
}

const COMPARED = ['status', 'currency', 'amount', 'target', 'safe', 'atRisk', 'restsOn'] as const;

function areSameAwards(before: Run, now: Run, { pseudonym }: Texts): boolean {
  const keyOf = (person: string, { plan, version }: Award) => JSON.stringify([person, plan, version]);
  const own = new Map(now.awards.map((award) => [keyOf(award.person, award), award]));
  if (own.size !== before.awards.length || now.awards.length !== before.awards.length) return false;
  return before.awards.every((award) => {
    const made = own.get(keyOf(pseudonym(award.person), award));
    return made !== undefined && COMPARED.every((key) => isSame(award[key], made[key]));
  });
}

function valuesOf({ people }: RunInputs, column: string): string[] {
  return people.people.flatMap(({ assignments }) =>
    assignments.flatMap(({ fields }) => (Object.hasOwn(fields, column) ? [String(fields[column])] : [])),
  );
}

function shortKey(bytes: number): Issue {
  return issue({
    code: 'cycle.key.form',
    path: ['key'],
    message: `The key has ${bytes} bytes`,
    expected: `${SHORTEST_KEY} bytes or more that nobody can guess`,
    hint: 'Make one with: openssl rand -hex 32',
  });
}

function otherAwards(): Issue {
  return issue({
    code: 'cycle.pseudonyms.differs',
    path: ['awards'],
    message: 'The awards do not come out as the run states them when nobody is named',
    expected: 'the same awards',
    hint: 'Run verify on it first; if it holds, an award hangs on the order of the people, or on texts that no plan writes',
  });
}
