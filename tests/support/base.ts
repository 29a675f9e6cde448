import { parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import {
  type Actuals,
  type Award,
  type CalculateOptions,
  calculate,
  type Data,
  type People,
  type Plan,
  parseActuals,
  parsePeople,
  parsePlan,
  type Run,
  type TableInput,
} from '../../src/index.js';

/** A document or row as a person would write it: tests change single keys of it. */
export type Writing = Record<string, unknown>;

/** A small valid plan: one company metric, two metrics per team, plain curves. */
export function basePlan(changes: Writing = {}): Writing {
  return {
    plan: 'customer-incentive',
    version: 1,
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: { person: 'targetPercent' }, of: 'salary', prorate: 'calendarDays' },
    metrics: baseMetrics(),
    goals: baseGoals(),
    ...changes,
  };
}

/** The metrics of the base plan, with changes by name. */
export function baseMetrics(changes: Writing = {}): Writing {
  return {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '1000000' },
    nps: { kind: 'nps', level: 'team' },
    retention: { kind: 'retention', level: 'team' },
    ...changes,
  };
}

/** The three goals of the base plan, each with its own changes. */
export function baseGoals(revenue: Writing = {}, nps: Writing = {}, retention: Writing = {}): Writing[] {
  return [
    { metric: 'revenue', weight: '40%', reads: 'achievement', curve: REVENUE_CURVE, ...revenue },
    { metric: 'nps', weight: '30%', curve: NPS_CURVE, ...nps },
    { metric: 'retention', weight: '30%', reads: 'value', curve: RETENTION_CURVE, ...retention },
  ].map(present);
}

/** A change to undefined takes the key away. */
function present(writing: Writing): Writing {
  return Object.fromEntries(Object.entries(writing).filter(([, value]) => value !== undefined));
}

const REVENUE_CURVE = [
  ['80%', '50%'],
  ['100%', '100%'],
  ['120%', '200%'],
];
const NPS_CURVE = [
  [30, '50%'],
  [45, '100%'],
  [60, '150%'],
];
const RETENTION_CURVE = [
  ['85%', '50%'],
  ['90%', '100%'],
  ['95%', '150%'],
];

/** Ann in team North, Ben in team South. */
export function basePeople(ann: Writing = {}, ben: Writing = {}): Writing[] {
  return [
    {
      id: 'ann',
      name: 'Ann Adler',
      hired: '2019-03-01',
      salary: '85000.00',
      currency: 'USD',
      targetPercent: '10%',
      team: 'North',
      rating: 'meets',
      ...ann,
    },
    {
      id: 'ben',
      name: 'Ben Boyd',
      hired: '2020-07-15',
      salary: '60000.00',
      currency: 'USD',
      targetPercent: '12.5%',
      team: 'South',
      rating: 'meets',
      ...ben,
    },
  ];
}

/** What was measured: revenue 10 % over target, North better than South. Changes go to the rows of South. */
export function baseActuals(southNps: Writing = {}, southRetention: Writing = {}): Writing[] {
  return [
    { metric: 'revenue', value: '1100000', status: 'final' },
    { metric: 'nps', group: 'North', value: 52, status: 'final', responses: 412 },
    { metric: 'retention', group: 'North', value: '93%', status: 'final' },
    { metric: 'nps', group: 'South', value: 45, status: 'final', responses: 120, ...southNps },
    { metric: 'retention', group: 'South', value: '90%', status: 'final', ...southRetention },
  ];
}

/** A plan that must be valid. */
export function planOf(document: unknown): Plan {
  const parsed = parsePlan(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1));
  return parsed.plan;
}

/** What a run is made of; whatever is left out is that of the base. */
export interface Setting {
  readonly document?: unknown;
  readonly people?: unknown;
  readonly actuals?: unknown;
  readonly leave?: unknown;
  readonly earnings?: unknown;
  readonly exceptions?: unknown;
  /** Plans calculated beside it. */
  readonly beside?: readonly unknown[];
  readonly options?: Partial<CalculateOptions>;
}

/** People as a file would give them. */
export function peopleOf(rows: unknown): People {
  return parsePeople(rows as Parameters<typeof parsePeople>[0]);
}

/** Actuals as a file would give them. */
export function actualsOf(rows: unknown): Actuals {
  return parseActuals(rows as Parameters<typeof parseActuals>[0]);
}

/** Everything from the base, except what a test changes. */
export function runOf({ document = basePlan(), beside = [], options, ...setting }: Setting = {}): Run {
  const plans = [document, ...beside].map(planOf);
  return calculate(plans, dataOf(setting), { asOf: '2027-01-31', ...options });
}

function dataOf({ people, actuals, leave, earnings, exceptions }: Setting): Data {
  return {
    people: peopleOf(people ?? basePeople()),
    actuals: actualsOf(actuals ?? baseActuals()),
    ...(leave !== undefined && { leave: parseLeave(leave as TableInput) }),
    ...(earnings !== undefined && { earnings: parseEarnings(earnings as TableInput) }),
    ...(exceptions !== undefined && { exceptions: parseExceptions(exceptions as TableInput) }),
  };
}

/** The award of one person of a run. */
export function awardOf(run: Run, person: string): Award {
  const found = run.awards.find((award) => award.person === person);
  if (!found) throw new Error(`Nobody is called ${person}.`);
  return found;
}
