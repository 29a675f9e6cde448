import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { groupBy } from '../data/group.js';
import type { Issue } from '../issue/issue.js';
import type { StoredRun } from '../retro/stored-run.js';
import {
  budgetsIn,
  type DecisionBudget,
  decidersIn,
  formulaOf,
  isKnown,
  type KnownAward,
} from '../run/decider.js';
import { unchecked } from '../run/decision-issues.js';
import { rangeOf } from '../run/decision-range.js';
import { type Resolution, resolvePlan } from '../run/resolve.js';
import type { Worksheet, WorksheetRow } from './worksheet.js';
import { foreignRange, nobodyOf, nothingToDecide, undecided, withheldIn } from './worksheet-issues.js';

export interface WorksheetOptions {
  /** Only the worksheet of this decider. */
  readonly decider?: string;
}

/** The worksheets of a run, and what was found on the way. */
export interface Worksheets {
  readonly worksheets: readonly Worksheet[];
  readonly issues: readonly Issue[];
}

/**
 * What each decider decides on in a stored run: one worksheet for each, with nobody else's people. Filled in, it is read
 * back by `parseDecisions`. What was decided already stands in it.
 *
 * Formula:  lowest and highest = share × amount of the formula, or money; budget = share × their sum
 * Units:    money of each award's currency; budgets for each plan and currency
 * Rounds:   lowest up, highest and budget down, to the currency's smallest unit
 * Issues:   decisions.worksheet.none, decisions.decider.unknown, decisions.decider.none, decisions.worksheet.withheld,
 *           decisions.budget.unchecked, decisions.currency.other
 * @example  worksheets(storeRun(run, { plans: [plan], ...data })).worksheets[0]?.rows[0]?.highest // '9600.00'
 */
export function worksheets(run: StoredRun, { decider }: WorksheetOptions = {}): Worksheets {
  const parsed = run.inputs.plans.map((document) => parsePlan(document));
  const broken = parsed.flatMap((one) => (one.ok ? [] : one.issues));
  if (broken.length > 0) return { worksheets: [], issues: broken };
  const plans = parsed.flatMap((one) => (one.ok && one.plan.document.decisions ? [one.plan] : []));
  if (plans.length === 0) return { worksheets: [], issues: [nothingToDecide()] };
  const parts = plans.map((plan) => partOf(plan, run));
  const all = together(parts, run);
  const issues = parts.flatMap((part) => part.issues);
  if (decider === undefined) return { worksheets: all, issues };
  const own = all.filter((one) => one.decider === decider);
  return { worksheets: own, issues: own.length === 0 ? [nobodyOf(decider, all)] : issues };
}

/** What one plan has to decide. */
interface PlanPart {
  readonly rows: readonly WorksheetRow[];
  readonly budgets: readonly DecisionBudget[];
  readonly issues: readonly Issue[];
}

function partOf(plan: Plan, run: StoredRun): PlanPart {
  const { plans: _documents, ...data } = run.inputs;
  const resolution = resolvePlan(plan, data);
  const awards = run.awards.filter((award) => award.plan === plan.id);
  const known = awards.filter(isKnown);
  const { rows, foreign, without } = rowsOf(known, resolution);
  const withheld = awards.filter(({ status }) => status === 'withheld').map(({ person }) => person);
  const budgets = budgetsIn(resolution, known);
  const isLimited = run.only !== undefined && plan.document.decisions?.budget !== undefined;
  return {
    rows,
    // Of a run of some people the sums are not those of the decider.
    budgets: isLimited ? budgets.map(({ budget: _, left: __, ...rest }) => rest) : budgets,
    issues: [
      ...foreign.map((award) => foreignRange(award)),
      ...(isLimited ? [unchecked(plan.id)] : []),
      ...undecided(plan, without),
      ...withheldIn(plan, withheld),
    ],
  };
}

/** The rows of a plan, and whose awards nobody can decide on. */
function rowsOf(awards: readonly KnownAward[], resolution: Resolution) {
  const deciders = decidersIn(resolution);
  const { document } = resolution.plan;
  const rows: WorksheetRow[] = [];
  const foreign: KnownAward[] = [];
  const without: string[] = [];
  for (const award of awards) {
    const by = deciders.get(award.person);
    const range = rangeOf({ formula: formulaOf(award), currency: award.currency }, document);
    if (by === undefined) without.push(award.person);
    else if (range === undefined) foreign.push(award);
    else rows.push({ ...rowOf(award, by), ...range });
  }
  return { rows, foreign, without };
}

function rowOf(award: KnownAward, by: string): Omit<WorksheetRow, 'lowest' | 'highest'> {
  const { person: id, name, plan, target, amount, currency, decided } = award;
  return {
    id,
    ...(name !== undefined && { name }),
    plan,
    ...(target !== undefined && { target }),
    formula: formulaOf(award),
    currency,
    ...(decided && { amount, on: decided.on }),
    ...(decided?.reason !== undefined && { reason: decided.reason }),
    by,
  };
}

/** The rows and budgets of all plans, by who decides. */
function together(parts: readonly PlanPart[], { status, asOf }: StoredRun): Worksheet[] {
  const rows = groupBy(
    parts.flatMap((part) => part.rows),
    ({ by }) => by,
  );
  const budgets = groupBy(
    parts.flatMap((part) => part.budgets),
    (one) => one.decider,
  );
  return [...rows].map(([decider, own]) => ({
    decider,
    run: { status, asOf },
    budgets: budgets.get(decider) ?? [],
    rows: own,
  }));
}
