import type { Plan } from '../concepts/parse-plan.js';
import { isEarlier } from '../concepts/sub-period.js';
import type { Actuals } from '../data/actuals.js';
import type { MetricDocument } from '../plan/document.js';
import type { KnownGroups, Site } from './sites.js';

/** Where one score of a metric is read: level, part of the period, and the groups that meet there. */
export interface Place extends Site {
  readonly metric: string;
  readonly level: string;
  readonly group: string | undefined;
  readonly during: string | undefined;
}

/** The places of a metric: of every row of the actuals, and of every group of the people. */
export function placesOf(metric: string, plan: Plan, actuals: Actuals, groups: KnownGroups): Place[] {
  const document = plan.document.metrics[metric] as MetricDocument;
  const wider = widerLevel(document);
  const rows = actuals.actuals.filter((one) => one.metric === metric && !isBefore(one.period, plan));
  const periods = [...new Set(rows.map(({ period }) => period))];
  const whole = document.each !== undefined && document.accumulates !== undefined ? [undefined] : [];
  const unmeasured = document.level === 'company' ? [undefined] : groups.all(document.level);
  const names = [...new Set([...rows.map(({ group }) => group), ...unmeasured])];
  return names.flatMap((group) => {
    const level = levelOf(group, document, wider, groups);
    const own = new Set([...(periods.length === 0 ? [undefined] : periods), ...whole]);
    return [...own].flatMap((during) => placesIn({ metric, level, group, during }, wider, groups));
  });
}

function isBefore(period: string | undefined, { document }: Plan): boolean {
  return period !== undefined && isEarlier(document, period);
}

/** The level toward which a metric is drawn. */
function widerLevel({ sample }: MetricDocument): string | undefined {
  const { tooFew, credibility } = sample ?? {};
  if (typeof tooFew === 'object') return tooFew.use;
  return typeof credibility?.toward === 'string' ? credibility.toward : undefined;
}

/** The level a row of the actuals is for: the company without a group, a wider one where people say so. */
function levelOf(
  group: string | undefined,
  { level }: MetricDocument,
  wider: string | undefined,
  groups: KnownGroups,
): string {
  if (group === undefined) return 'company';
  const isWider = wider !== undefined && !groups.has(level, group) && groups.has(wider, group);
  return isWider || level === 'company' ? (wider ?? level) : level;
}

/** A group whose people belong to several groups of the wider level is looked at beside each. */
function placesIn(place: Omit<Place, 'groups'>, wider: string | undefined, groups: KnownGroups): Place[] {
  const { level, group } = place;
  if (group === undefined) return [{ ...place, groups: {} }];
  const own = { [level]: group };
  if (wider === undefined || wider === 'company' || wider === level) return [{ ...place, groups: own }];
  const met = groups.meeting(level, group, wider);
  return met.length === 0
    ? [{ ...place, groups: own }]
    : met.map((other) => ({ ...place, groups: { ...own, [wider]: other } }));
}
