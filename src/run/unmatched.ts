import type { Plan } from '../concepts/parse-plan.js';
import { earningsCodes } from '../concepts/proration.js';
import { isEarlier, subPeriodsOf } from '../concepts/sub-period.js';
import type { Actuals } from '../data/actuals.js';
import { cellIssue } from '../data/cells.js';
import type { Earning } from '../data/earnings.js';
import type { People } from '../data/people.js';
import { unknownIds } from '../data/records.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { metricIn } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import { levelsRead } from './bind-actuals.js';
import type { Data } from './calculate.js';

/** What the data name and nothing given has: plans, metrics, people. Likely misspelt. */
export function unmatched(plans: readonly Plan[], data: Data, everybody: People): Issue[] {
  const { leave, earnings, exceptions } = data;
  const records = [
    ...(leave?.leaves ?? []),
    ...(earnings?.earnings ?? []),
    ...(exceptions?.exceptions ?? []),
  ];
  return [
    ...misspeltPlans(plans, data),
    ...unusedMetrics(plans, data),
    ...unknownIds(records, data.people),
    ...plans.flatMap((plan) => unknownGroups(plan, data.actuals, everybody)),
    ...unknownPeriods(plans, data),
    ...unsaidLeave(plans, data),
    ...plans.flatMap((plan) => oddEarnings(plan, data)),
  ];
}

/** Codes of pay that no row has, and pay earned before the hire or after leaving, whose days do not count. */
function oddEarnings({ document }: Plan, { earnings, people }: Data): Issue[] {
  const { period } = document;
  const codes = earningsCodes(document);
  if (codes === undefined) return [];
  const known = new Map(people.people.map((person) => [person.id, person]));
  const rows = earnings?.earnings ?? [];
  const given = [...new Set(rows.map(({ code }) => code))];
  const unknown = codes.filter((code) => rows.length > 0 && !given.includes(code));
  const outside = rows.flatMap(({ person: id, code, from, to, at, faults }) => {
    const person = known.get(id);
    if (!person || faults.length > 0 || !codes.includes(code)) return [];
    const { hired = from, left = to } = person;
    const isOutside = (from < hired || to > left) && from <= period.end && to >= period.start;
    return isOutside ? [outsideEmployment(id, { from, to, at })] : [];
  });
  return [...unknown.map((code) => unknownCode(code, given)), ...outside];
}

function unknownCode(code: string, given: readonly string[]): Issue {
  const near = nearest(code, given);
  return issue({
    code: 'earnings.code.unknown',
    path: ['target', 'of', 'earnings'],
    message: `No row of the earnings has the code ${quote(code)}, which the plan counts`,
    expected: `one of ${given.join(', ')}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Correct the code in the plan if it is misspelt',
  });
}

function outsideEmployment(id: string, { from, to, at }: Pick<Earning, 'from' | 'to' | 'at'>): Issue {
  return cellIssue(at, 'from', {
    code: 'earnings.outside',
    message: `Pay earned by ${quote(id)} from ${from} to ${to} reaches outside the employment`,
    expected: 'days between hire and leaving',
    hint: 'The amount counts by its days within; correct the days if all of it should',
  });
}

/** Leave of the people, and a plan that does not say what it counts. */
function unsaidLeave(plans: readonly Plan[], { leave, people }: Data): Issue[] {
  const known = new Set(people.people.map(({ id }) => id));
  return plans.flatMap(({ id, document }) => {
    const { start, end } = document.period;
    const away = (leave?.leaves ?? []).filter(
      ({ person, from, to }) => known.has(person) && from <= end && (to === undefined || to >= start),
    );
    if (document.leave !== undefined || away.length === 0) return [];
    return [
      issue({
        code: 'run.leave.unsaid',
        path: ['leave'],
        message: `The plan ${quote(id)} says nothing about leave, and there is leave in its period (people: ${new Set(away.map(({ person }) => person)).size})`,
        expected: 'leave: what each type counts',
        hint: 'All their days count in full; say so in the plan, or leave out the leave file',
      }),
    ];
  });
}

/** Plans people are assigned to that are not given, when a given one is so near that a slip is likely. */
function misspeltPlans(plans: readonly Plan[], { people, exceptions }: Data): Issue[] {
  const known = plans.map((plan) => plan.id);
  const first = new Map<string, Issue['at']>();
  for (const { assignments } of people.people) {
    for (const one of assignments) {
      for (const id of one.plans ?? [])
        if (!known.includes(id) && !first.has(id)) first.set(id, { ...one.at, column: 'plans' });
    }
  }
  for (const { plan, at } of exceptions?.exceptions ?? [])
    if (plan !== undefined && !known.includes(plan) && !first.has(plan))
      first.set(plan, { ...at, column: 'plan' });
  return [...first].flatMap(([id, at]) => {
    const near = nearest(id, known);
    return near === undefined ? [] : [misspelt(id, near, at)];
  });
}

function misspelt(id: string, near: string, at: Issue['at']): Issue {
  return issue({
    code: 'people.plans.unknown',
    ...(at && { at }),
    path: ['plans'],
    message: `${at?.column === 'plan' ? 'Exceptions are for' : 'People are assigned to'} ${quote(id)}, which is not among the plans given`,
    expected: 'the id of a plan',
    hint: `Did you mean ${quote(near)}?`,
  });
}

/** Rows of actuals for metrics that none of the plans has: misspelt, or of another plan. */
function unusedMetrics(plans: readonly Plan[], { actuals }: Pick<Data, 'actuals'>): Issue[] {
  const known = new Set(plans.flatMap((plan) => Object.keys(plan.document.metrics)));
  const unused = actuals.actuals.filter((one) => one.metric !== '' && !known.has(one.metric));
  return [...new Map(unused.map((one) => [one.metric, one])).values()].map((one) =>
    cellIssue(one.at, 'metric', {
      code: 'actuals.metric.unknown',
      message: `No plan has a metric ${quote(one.metric)}`,
      expected: [...known].join(', ') || 'no metric at all',
      hint: 'Correct the name if it is misspelt',
    }),
  );
}

/** Values for parts of the period that no plan names. */
function unknownPeriods(plans: readonly Plan[], { actuals }: Pick<Data, 'actuals'>): Issue[] {
  const known = new Set(plans.flatMap(({ document }) => Object.keys(subPeriodsOf(document))));
  const isEarlierOfSome = (period: string) => plans.some(({ document }) => isEarlier(document, period));
  const unknown = actuals.actuals.filter(
    ({ period }) => period !== undefined && !known.has(period) && !isEarlierOfSome(period),
  );
  return [...new Map(unknown.map((one) => [one.period, one])).values()].map(({ period, at }) =>
    cellIssue(at, 'period', {
      code: 'actuals.period.unknown',
      message: `No plan has a part of its period called ${quote(period)}`,
      expected: known.size > 0 ? `one of ${[...known].join(', ')}` : 'no period, for the whole',
      hint: 'Correct the name; the row is not used until then',
    }),
  );
}

/** Warnings about values for groups nobody belongs to. */
function unknownGroups({ document, program }: Plan, actuals: Actuals, people: People): Issue[] {
  const found = new Map<Scope, ReadonlySet<string>>();
  const groups = (level: Scope) => {
    const known = found.get(level) ?? groupsOf(people, level);
    found.set(level, known);
    return known;
  };
  const read = levelsRead(program);
  return actuals.actuals.flatMap((one) => {
    const level = metricIn(document, one.metric)?.level;
    const others = one.group === undefined ? [] : [...(read.get(one.metric) ?? [])];
    const isOther = others.some((other) => other !== level && groups(other).has(one.group ?? ''));
    return isOther ? [] : unknownGroup(one, level, groups);
  });
}

/** The groups of everybody, also of people who are withheld or take no part. */
function groupsOf({ people }: People, level: Scope): ReadonlySet<string> {
  if (level === 'person') return new Set(people.map(({ id }) => id));
  const known = new Set<string>();
  for (const { assignments } of people) {
    for (const { fields } of assignments) if (Object.hasOwn(fields, level)) known.add(String(fields[level]));
  }
  return known;
}

function unknownGroup(
  one: Actuals['actuals'][number],
  level: Scope | undefined,
  groups: (level: Scope) => ReadonlySet<string>,
): Issue[] {
  if (level === undefined || level === 'company' || one.group === undefined) return [];
  if (groups(level).has(one.group)) return [];
  if (level === 'person') return [nobodyCalled(one, [...groups(level)])];
  const known = [...groups(level)];
  return [
    cellIssue(one.at, 'group', {
      code: 'actuals.group.unknown',
      message: `Nobody is in ${level} ${quote(one.group)}`,
      expected:
        known.length > 8
          ? `one of ${known.slice(0, 8).join(', ')} and ${known.length - 8} more`
          : known.length === 0
            ? `people with a ${level}`
            : `one of ${known.join(', ')}`,
      hint: 'Groups are compared letter by letter; correct the name if it is misspelt',
    }),
  ];
}

/** A value for a person who is not there; nobody else is named but the nearest. */
function nobodyCalled(one: Actuals['actuals'][number], ids: readonly string[]): Issue {
  const near = nearest(one.group ?? '', ids);
  return cellIssue(one.at, 'group', {
    code: 'actuals.group.unknown',
    message: `Nobody has the id ${quote(one.group)}`,
    expected: 'an id of the people',
    hint: near
      ? `Did you mean ${quote(near)}?`
      : 'Ids are compared letter by letter; correct it if it is misspelt',
  });
}

/** What actuals name and no plan or person has, for reports on the actuals alone. */
export function unmatchedActuals(
  plans: readonly Plan[],
  actuals: Actuals,
  people: People | undefined,
): Issue[] {
  return [
    ...unusedMetrics(plans, { actuals }),
    ...(people === undefined ? [] : plans.flatMap((plan) => unknownGroups(plan, actuals, people))),
    ...unknownPeriods(plans, { actuals }),
  ];
}
