import type { Plan } from '../concepts/parse-plan.js';
import { isEarlier } from '../concepts/sub-period.js';
import type { Actuals } from '../data/actuals.js';
import { type MetricDocument, metricOfKey } from '../plan/document.js';
import { levelsRead } from '../run/bind-actuals.js';
import type { KnownGroups, Site } from './sites.js';

/** Where one score of a metric is read: level, part of the period, and the groups that meet there. */
export interface Place extends Site {
  readonly metric: string;
  readonly level: string;
  readonly group: string | undefined;
  readonly during: string | undefined;
}

/** What the plan reads of a metric: at which levels, and in which parts of the period. */
interface Reads {
  readonly levels: readonly string[];
  readonly parts: readonly (string | undefined)[];
}

/** The places of a metric: where the plan reads it, for every row of the actuals and every group of the people. */
export function placesOf(metric: string, plan: Plan, actuals: Actuals, groups: KnownGroups): Place[] {
  const document = plan.document.metrics[metric] as MetricDocument;
  const reads = readsOf(metric, plan, actuals);
  const isOwnRead = reads.levels.includes(document.level);
  const unmeasured = document.level === 'company' ? [undefined] : isOwnRead ? groups.all(document.level) : [];
  const measured = actuals.actuals.filter((one) => one.metric === metric).map(({ group }) => group);
  const names = [...new Set([...measured, ...unmeasured])];
  return names.flatMap((group) => {
    const level = levelOf(group, document, reads, groups);
    if (level === undefined) return [];
    return reads.parts.flatMap((during) => placesIn({ metric, level, group, during }, reads, groups));
  });
}

function readsOf(metric: string, plan: Plan, actuals: Actuals): Reads {
  const { each, accumulates, level } = plan.document.metrics[metric] as MetricDocument;
  const levels = [...(levelsRead(plan.program).get(metric) ?? [level])];
  const read = periodsRead(metric, plan);
  const given = actuals.actuals.filter((one) => one.metric === metric).map(({ period }) => period);
  const parts = new Set((read.length > 0 ? read : given).filter((period) => !isBefore(period, plan)));
  if (parts.size === 0 || (each !== undefined && accumulates !== undefined)) parts.add(undefined);
  return { levels, parts: [...parts] };
}

/** The parts of the period in which the plan reads a metric; undefined is the whole. */
function periodsRead(metric: string, { program }: Plan): (string | undefined)[] {
  return program.steps.flatMap((step) =>
    step.op === 'input' && step.input.from === 'metric' && metricOfKey(step.input.metric) === metric
      ? [step.input.metric.split(' ')[2]]
      : [],
  );
}

function isBefore(period: string | undefined, { document }: Plan): boolean {
  return period !== undefined && isEarlier(document, period);
}

/** The level a row of the actuals is for; undefined for one that the plan does not read. */
function levelOf(
  group: string | undefined,
  { level }: MetricDocument,
  { levels }: Reads,
  groups: KnownGroups,
): string | undefined {
  if (group === undefined) return 'company';
  const own = [level, ...levels].find((one) => one !== 'company' && groups.has(one, group));
  return own ?? (level === 'company' ? undefined : level);
}

/** A group whose people belong to several groups of a wider level is looked at beside each. */
function placesIn(place: Omit<Place, 'groups'>, { levels }: Reads, groups: KnownGroups): Place[] {
  const { level, group } = place;
  if (group === undefined) return [{ ...place, groups: {} }];
  const others = levels.filter((one) => one !== 'company' && one !== level);
  const met = others.length === 0 ? [{}] : groups.meeting(level, group, others);
  return (met.length === 0 ? [{}] : met).map((other) => ({ ...place, groups: { [level]: group, ...other } }));
}
