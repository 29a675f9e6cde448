import { daysInForce } from '../concepts/in-force.js';
import type { Plan } from '../concepts/parse-plan.js';
import type { Actual } from '../data/actuals.js';
import { groupBy } from '../data/group.js';
import { metricIn, metricKey, metricOfKey } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import { actualChanges, groupsIn, isOnlyStatus } from '../retro/actual-causes.js';
import { type Cause, cause } from '../retro/cause.js';
import type { Side } from '../retro/side.js';
import type { RunInputs, StoredRun } from '../retro/stored-run.js';
import type { Day } from '../time/day.js';
import { formatPlanDifference, planDifferences } from '../versions/index.js';
import type { Both } from './comparison.js';
import { type Player, player } from './player.js';
import { peopleWhoDiffer } from './same-inputs.js';

/** A plan in two runs, and what is the same for everybody in it. */
export interface PlanPair {
  readonly plans: Both<Plan>;
  readonly inputs: Both<RunInputs>;
  readonly asOf: Both<Day>;
  /** Whether the two versions are for other days. */
  readonly isOtherPeriod: boolean;
  /** Whether the two versions measure something else under the name of a metric, or at another level. */
  isOtherMetric(metric: string): boolean;
  /** The plan as an input, where it says something else. */
  readonly planPlayers: readonly Player[];
  /** Metrics of which other values count for a person; with `isOther` those of everybody, told only of the own groups. */
  actualMoves(sides: Both<Side>, isOther: boolean): readonly ActualMove[];
  /** Whether both files say the same of a metric: then only the day of the run decides what counts. */
  isSameFile(metric: string): boolean;
  /** Whether anybody but a person has other inputs of their own. */
  othersDiffer(person: string): boolean;
}

/** A metric with other values, and what is said of them. */
export interface ActualMove {
  readonly metric: string;
  readonly causes: readonly Cause[];
}

/** Two runs of a plan, as one of their sides shows it. */
export function planPairOf(runs: Both<StoredRun>, { before, now }: Both<Side>): PlanPair {
  const plans = { before: before.plan, now: now.plan };
  const inputs = { before: runs.before.inputs, now: runs.now.inputs };
  const [old, own] = [daysInForce(before.plan.document), daysInForce(now.plan.document)];
  let differing: ReadonlySet<string> | undefined;
  const moves = actualMovesIn(inputs);
  const known = new Map<string, boolean>();
  return {
    plans,
    inputs,
    asOf: { before: runs.before.asOf, now: runs.now.asOf },
    isOtherPeriod: old.start !== own.start || old.end !== own.end,
    isOtherMetric: (metric) => measureOf(plans.before, metric) !== measureOf(plans.now, metric),
    planPlayers: planPlayersOf(plans),
    actualMoves: moves,
    isSameFile(metric) {
      const same = known.get(metric) ?? fileText(inputs.before, metric) === fileText(inputs.now, metric);
      known.set(metric, same);
      return same;
    },
    othersDiffer(person) {
      differing ??= peopleWhoDiffer(inputs);
      return differing.size > (differing.has(person) ? 1 : 0);
    },
  };
}

/** What the values of a metric must be: where the target stands is part of it. */
function measureOf({ document }: Plan, name: string): string {
  const { kind, level, currency, target } = metricIn(document, name) ?? {};
  return JSON.stringify([kind, level, currency, target === undefined]);
}

/** Keys of a plan that say nothing about pay. */
const LABELS: ReadonlySet<unknown> = new Set(['$schema', 'plan', 'title', 'source', 'version']);

function planPlayersOf({ before, now }: Both<Plan>): Player[] {
  const differences = planDifferences(before.document, now.document).filter(
    ({ path }) => !LABELS.has(path[0]),
  );
  if (differences.length === 0) return [];
  const versions = { before: before.version, now: now.version };
  const causes = before.version === now.version ? [] : [cause('plan', 'plan version', versions)];
  return [{ ...player('plan', undefined, causes), details: differences.map(formatPlanDifference) }];
}

/** Compares the rows that count; each metric and group once, whoever reads it. */
function actualMovesIn(inputs: Both<RunInputs>): PlanPair['actualMoves'] {
  const known = new Map<string, readonly Cause[]>();
  const movesOf = (sides: Both<Side>, key: string, group: string | undefined, parts: readonly string[]) => {
    const id = JSON.stringify([key, group ?? null, ...parts]);
    const found = known.get(id) ?? actualChanges(key, group, new Set(parts), [sides.before, sides.now]);
    known.set(id, found);
    return found.filter((one) => !isOnlyStatus(one));
  };
  let everywhere: ReadonlyMap<string, ReadonlySet<string | undefined>> | undefined;
  return (sides, isOther) => {
    if (isOther) everywhere ??= groupsInFiles(inputs);
    return [...metricsRead(sides)].flatMap(([metric, { parts, levels }]) => {
      const own = new Set([...levels].flatMap((level) => groupsOf(level, sides)));
      const all = new Set([...own, ...(isOther ? (everywhere?.get(metric) ?? []) : [])]);
      const moved = [...all].filter((group) => movesOf(sides, metric, group, parts).length > 0);
      const told = moved.filter((group) => own.has(group));
      const causes = told.flatMap((group) => movesOf(sides, metric, group, parts));
      return moved.length === 0 ? [] : [{ metric: metricOfKey(metric), causes }];
    });
  };
}

/** What both plans read of a metric; one that only one plan has goes with the plan. */
function metricsRead({ before, now }: Both<Side>) {
  const documents = [before.plan.document, now.plan.document];
  const keys = [...new Set([...before.reads.metrics.keys(), ...now.reads.metrics.keys()])];
  const shared = keys.filter((key) =>
    documents.every((one) => metricIn(one, metricOfKey(key)) !== undefined),
  );
  return new Map(
    shared.map((key) => {
      const reads = [before, now].flatMap((side) => side.reads.metrics.get(key) ?? []);
      const parts = [...new Set(reads.flatMap((one) => [...one.parts]))].toSorted();
      return [key, { parts, levels: new Set(reads.flatMap((one) => [...one.levels])) }] as const;
    }),
  );
}

/** The groups of the person on either side: who moved to another team has the values of both. */
function groupsOf(level: Scope, { before, now }: Both<Side>): (string | undefined)[] {
  if (level === 'company') return [undefined];
  return [...new Set([...groupsIn(level, before), ...groupsIn(level, now)])].toSorted();
}

/** The groups that either file has of each metric. */
function groupsInFiles({ before, now }: Both<RunInputs>): Map<string, Set<string | undefined>> {
  const rows = [...before.actuals.actuals, ...now.actuals.actuals];
  const byMetric = groupBy(rows, ({ metric, period }) => metricKey(metric, period));
  return new Map([...byMetric].map(([key, own]) => [key, new Set(own.map(({ group }) => group))]));
}

function fileText({ actuals: { actuals, decimal } }: RunInputs, metric: string): string {
  const rows = actuals.filter((one) => one.metric === metric).map(withoutPlace);
  return JSON.stringify([decimal, ...rows.toSorted()]);
}

function withoutPlace({ at: _, faults: __, ...row }: Actual): string {
  return JSON.stringify(row);
}
