import type { Plan } from '../concepts/parse-plan.js';
import { isEarlier, subPeriodsOf } from '../concepts/sub-period.js';
import type { Actual, Actuals } from '../data/actuals.js';
import type { People } from '../data/people.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import { type MetricDocument, metricIn, metricKey } from '../plan/document.js';
import { isFault } from '../program/value.js';
import { bindActuals } from '../run/bind-actuals.js';
import type { Day } from '../time/day.js';
import { type Change, changed, numberOfChange, writtenExactly } from './change.js';
import { noNumber, refusedValue, unknownName } from './faults.js';
import type { MetricInput } from './input.js';

/** What actuals are changed in. */
export interface ActualsGround {
  readonly plans: readonly Plan[];
  readonly people: People;
  readonly asOf: Day;
}

/** Actuals after a change; the keys of the values that changed. */
export interface ChangedActuals {
  readonly actuals: Actuals;
  readonly keys: readonly string[];
  readonly issues: readonly Issue[];
}

/** Where a value stands: one of a metric, for a group or the company, in a part of the period. */
interface Spot {
  readonly group: string | undefined;
  readonly period: string | undefined;
}

/**
 * Actuals with one metric changed: the values that count at the as-of date, of the groups and parts asked for. Periods before
 * that of the plan stay as they were, unless named. A value that was not measured can be given, not moved.
 *
 * Issues:   whatif.metric.unknown, whatif.group.unknown, whatif.period.unknown, whatif.period.unsaid, whatif.value.number,
 *           whatif.value.none, whatif.value.refused
 */
export function changeActuals(
  actuals: Actuals,
  { input, change, path }: { readonly input: MetricInput; readonly change: Change; readonly path: Path },
  ground: ActualsGround,
): ChangedActuals {
  const plan = ground.plans.find(({ document }) => metricIn(document, input.metric));
  const by = numberOfChange(change);
  const found = plan ? namesIn(input, plan, actuals, { ground, path }) : [noMetric(input, ground, path)];
  if (by === undefined) found.push(noNumber(change.raw, path));
  if (!plan || by === undefined || found.length > 0) return { actuals, keys: [], issues: found };
  const metric = metricIn(plan.document, input.metric) as MetricDocument;
  const spots = spotsOf(input, plan, actuals, ground);
  const unsaid =
    change.how !== 'times' && metric.accumulates === 'sum' && spots.length > 1 ? unsaidPeriod(spots) : [];
  if (unsaid.length > 0) return { actuals, keys: [], issues: [periodUnsaid(input, unsaid, path)] };
  return written(actuals, spots, { input, change, by, path, metric, ground });
}

/** The parts of the period in which a group has values, where there are several. */
function unsaidPeriod(spots: readonly Spot[]): string[] {
  const periods = [...new Set(spots.map(({ period }) => period ?? 'the whole'))];
  return periods.length > 1 ? periods : [];
}

interface Asked {
  readonly input: MetricInput;
  readonly change: Change;
  readonly by: Ratio;
  readonly path: Path;
  readonly metric: MetricDocument;
  readonly ground: ActualsGround;
}

function written(actuals: Actuals, spots: readonly Spot[], asked: Asked): ChangedActuals {
  const { input, change, path, metric, ground } = asked;
  const bindings = (one: Actuals) => bindActuals(one, { [input.metric]: metric }, ground.asOf);
  const before = bindings(actuals);
  const rows = new Map<Actual, Actual>();
  const added: Actual[] = [];
  const issues: Issue[] = [];
  for (const { group, period } of spots) {
    const key = metricKey(input.metric, period);
    const row = before.find(key, group);
    const value = before.value(key, group, { part: 'value' });
    if (typeof value !== 'object' || (isFault(value) && change.how !== 'is')) {
      issues.push(noValue(input, group, period, path));
      continue;
    }
    const raw =
      change.how === 'is'
        ? (change.raw as Literal)
        : writtenExactly(changed(value as Ratio, change.how, asked.by));
    if (raw === undefined)
      issues.push(refusedValue('The value has too many digits', path, 'at most 18 digits'));
    else if ('fault' in row) added.push(newRow(input.metric, { group, period }, raw));
    else rows.set(row, withValue(row, raw));
  }
  const next = { ...actuals, actuals: [...actuals.actuals.map((one) => rows.get(one) ?? one), ...added] };
  const after = bindings(next);
  const keys = spots.map(({ period }) => metricKey(input.metric, period));
  const refused = spots.flatMap(({ group }, index): Issue[] => {
    const value = after.value(keys[index] as string, group, { part: 'value' });
    if (!isFault(value) || issues.length > 0) return [];
    const [first] = value.fault;
    return [
      refusedValue(first?.message ?? 'The value cannot be used', path, first?.expected ?? 'another value'),
    ];
  });
  const all = [...issues, ...new Map(refused.map((one) => [one.message, one])).values()];
  return {
    actuals: all.length > 0 ? actuals : next,
    keys: all.length > 0 ? [] : [...new Set(keys)],
    issues: all,
  };
}

/** A row with another value; what the old one was counted from says nothing of it, but for how many responded. */
function withValue(row: Actual, value: Literal): Actual {
  const { count: _count, promoters: _promoters, passives: _passives, detractors: _detractors, ...rest } = row;
  return { ...rest, value };
}

function newRow(metric: string, { group, period }: Spot, value: Literal): Actual {
  return {
    metric,
    ...(group !== undefined && { group }),
    ...(period !== undefined && { period }),
    value,
    status: 'forecast',
    at: {},
    faults: [],
  };
}

/** The values a change is for: those that are there; or, where none is, of every group or of the one named. */
function spotsOf(
  input: MetricInput,
  { document }: Plan,
  actuals: Actuals,
  { people }: ActualsGround,
): Spot[] {
  const own = actuals.actuals.filter(
    ({ metric, group, period }) =>
      metric === input.metric &&
      (input.group === undefined || input.group === group) &&
      (input.period === undefined
        ? period === undefined || !isEarlier(document, period)
        : input.period === period),
  );
  const spots = own.map(({ group, period }): Spot => ({ group, period }));
  const { level } = metricIn(document, input.metric) as MetricDocument;
  if (spots.length === 0) {
    const groups =
      input.group !== undefined ? [input.group] : level === 'company' ? [undefined] : groupsAt(people, level);
    spots.push(...groups.map((group) => ({ group, period: input.period })));
  }
  return [
    ...new Map(
      spots.map((spot) => [JSON.stringify([spot.group ?? null, spot.period ?? null]), spot]),
    ).values(),
  ];
}

/** The groups people are in at a level. */
export function groupsAt({ people }: People, level: string): string[] {
  if (level === 'person') return people.map(({ id }) => id);
  const fields = people.flatMap(({ assignments }) => assignments.map((one) => one.fields));
  return [...new Set(fields.flatMap((one) => (Object.hasOwn(one, level) ? [String(one[level])] : [])))];
}

function namesIn(
  { metric, group, period }: MetricInput,
  { document }: Plan,
  actuals: Actuals,
  { ground, path }: { readonly ground: ActualsGround; readonly path: Path },
): Issue[] {
  const { level } = metricIn(document, metric) as MetricDocument;
  const rows = actuals.actuals.filter((one) => one.metric === metric);
  const issues: Issue[] = [];
  const groups = [
    ...new Set([
      ...rows.flatMap((one) => one.group ?? []),
      ...(level === 'company' ? [] : groupsAt(ground.people, level)),
    ]),
  ];
  if (group !== undefined && !groups.includes(group)) issues.push(unknownName('group', group, groups, path));
  const parts = Object.keys(subPeriodsOf(document));
  if (period !== undefined && !parts.includes(period) && !isEarlier(document, period))
    issues.push(unknownName('period', period, parts, path));
  return issues;
}

function noMetric({ metric }: MetricInput, { plans }: ActualsGround, path: Path): Issue {
  return unknownName(
    'metric',
    metric,
    [...new Set(plans.flatMap(({ document }) => Object.keys(document.metrics)))],
    path,
  );
}

function noValue(
  { metric }: MetricInput,
  group: string | undefined,
  period: string | undefined,
  path: Path,
): Issue {
  const whose = `${group === undefined ? '' : ` of ${quote(group)}`}${period === undefined ? '' : ` in ${period}`}`;
  return issue({
    code: 'whatif.value.none',
    path,
    message: `${quote(metric)}${whose} has no value that could grow`,
    expected: 'a value outright, such as 60',
    hint: 'What was not measured is never taken to be zero',
  });
}

function periodUnsaid({ metric }: MetricInput, periods: readonly string[], path: Path): Issue {
  return issue({
    code: 'whatif.period.unsaid',
    path,
    message: `${quote(metric)} is the sum of several parts: ${periods.join(', ')}`,
    expected: 'period: with one of them, periods: with a value each, or times: for all',
    hint: 'Say which part changes; nothing is spread by guess',
  });
}
