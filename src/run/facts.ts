import type { ActualFact } from '../concepts/concept.js';
import type { Plan } from '../concepts/parse-plan.js';
import { type ActualStatus, type Actuals, actualStatuses } from '../data/actuals.js';
import type { People } from '../data/people.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Scope } from '../program/scope.js';
import type { BoundActuals } from './bind-actuals.js';
import type { BoundRows } from './bind-rows.js';

/** What is known about the measured values an award rests on. */
export interface Facts {
  currencyOf(metric: string): string | undefined;
  fact(metric: string, scope: 'person' | 'segment', row: number): ActualFact | undefined;
  /** The least sure status of the actuals of a person's segments; undefined when the plan measures nothing. */
  restsOn(firstSegment: number, endSegment: number): ActualStatus | undefined;
  /** Warnings about values for groups nobody belongs to. */
  unknownGroups(actuals: Actuals, people: People): Issue[];
}

/** Looks up how sure, when and on how many answers each value was measured. */
export function factsOf({ document, program }: Plan, rows: BoundRows, actuals: BoundActuals): Facts {
  const { metrics } = document;
  const read = new Set(
    program.steps.flatMap((step) =>
      step.op === 'input' && step.input.from === 'metric' ? [step.input.metric] : [],
    ),
  );
  const used = [...read].map((metric) => ({
    metric,
    level: metrics[metric]?.level ?? 'company',
    ranks: [] as number[],
  }));

  function rowAt(level: Scope, scope: 'person' | 'segment', row: number): number {
    if (level === 'company' || level === scope) return level === 'company' ? 0 : row;
    return level === 'person' ? rows.personOf(row) : rows.groupOf(level, row);
  }

  /** Where a value stands from least to most sure; past the end when it is not known. */
  function rankOf({ metric, level, ranks }: (typeof used)[number], row: number): number {
    const known = ranks[row];
    if (known !== undefined) return known;
    const actual = actuals.find(metric, rows.labelOf(level, row));
    const rank = 'fault' in actual ? actualStatuses.length : actualStatuses.indexOf(actual.status);
    ranks[row] = rank;
    return rank;
  }

  return {
    currencyOf: (metric) => metrics[metric]?.currency,
    fact(metric, scope, row) {
      const level = metrics[metric]?.level ?? 'company';
      if (scope === 'person' && level !== 'company' && level !== 'person') return undefined;
      const label = rows.labelOf(level, rowAt(level, scope, row));
      const actual = actuals.find(metric, label);
      if ('fault' in actual) return undefined;
      const group = label === undefined || level === 'person' ? undefined : `${level} ${label}`;
      return { group, status: actual.status, measuredOn: actual.measuredOn, responses: actual.responses };
    },
    restsOn(first, end) {
      let weakest: number = actualStatuses.length;
      for (const one of used) {
        for (let segment = first; segment < end; segment += 1)
          weakest = Math.min(weakest, rankOf(one, rowAt(one.level, 'segment', segment)));
      }
      return actualStatuses[weakest];
    },
    unknownGroups(all, people) {
      const found = new Map<Scope, ReadonlySet<string>>();
      const groups = (level: Scope) => {
        const known = found.get(level) ?? groupsOf(people, level);
        found.set(level, known);
        return known;
      };
      return all.actuals.flatMap((one) => unknownGroup(one, ownMetric(metrics, one.metric)?.level, groups));
    },
  };
}

function ownMetric(metrics: Plan['document']['metrics'], name: string) {
  return Object.hasOwn(metrics, name) ? metrics[name] : undefined;
}

/** The groups of everybody, also of people who are withheld or take no part. */
function groupsOf({ people }: People, level: Scope): ReadonlySet<string> {
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
  if (level === undefined || level === 'company' || level === 'person' || one.group === undefined) return [];
  if (groups(level).has(one.group)) return [];
  const known = [...groups(level)];
  return [
    issue({
      code: 'actuals.group.unknown',
      at: { ...one.at, column: 'group' },
      path: ['group'],
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
