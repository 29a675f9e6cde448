import type Fraction from 'fraction.js';
import type { MetricDocument, Reading } from '../../../src/index.js';
import type { Writing } from '../base.js';
import { countDays, shift, shiftMonths } from '../calendar.js';
import type { FlatGate, FlatPlan } from '../flat-plan.js';
import { exact } from './number.js';

/** Raised where something needed is not known: the person is withheld. */
export class NotKnown extends Error {}

/** One stretch of eligible days: its fields, how many days, and the groups it reads. */
export interface Stretch {
  readonly id: string;
  readonly fields: Writing;
  readonly days: number;
}

/** Everything a calculation is made of. */
export interface World {
  readonly document: FlatPlan;
  readonly actuals: readonly Writing[];
  readonly asOf: string;
}

/** A field of the stretch as text. */
export function field({ fields }: Stretch, name: string): string {
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (found === undefined || found === '') throw new NotKnown(name);
  return String(found);
}

/** What a goal, gate or modifier reads. */
export interface Source {
  readonly metric?: string | undefined;
  readonly person?: string | undefined;
  readonly reads?: Reading | undefined;
}

/** The number a source reads for a stretch. */
export function read(world: World, stretch: Stretch, source: Source): Fraction {
  if (source.person !== undefined) return exact(field(stretch, source.person));
  const name = source.metric as string;
  const metric = world.document.metrics[name] as MetricDocument;
  const row = latest(world, stretch, name, metric);
  const value = exact(row['value'] as string);
  if (source.reads === undefined || source.reads === 'value') return value;
  const raw = metric.target ?? row['target'];
  if (raw === undefined) throw new NotKnown(name);
  const target = exact(raw as string);
  return source.reads === 'aboveTarget' ? value.sub(target) : achievement(metric, value, target);
}

function achievement({ achievement: formula }: MetricDocument, value: Fraction, target: Fraction): Fraction {
  const divisor = formula === 'target/value' ? value : target;
  if (divisor.equals(0)) throw new NotKnown('division by zero');
  if (formula === 'target/value') return target.div(value);
  return formula === '2 - value/target' ? value.div(target).neg().add(2) : value.div(target);
}

/** Of a metric and group the latest row measured by the as-of date counts. */
function latest(
  { actuals, asOf }: World,
  stretch: Stretch,
  name: string,
  { level }: MetricDocument,
): Writing {
  const group = level === 'company' ? undefined : level === 'person' ? stretch.id : field(stretch, level);
  const known = actuals
    .filter((row) => row['metric'] === name && row['group'] === group)
    .filter((row) => String(row['measuredOn'] ?? '') <= asOf)
    .toSorted((a, b) => String(a['measuredOn'] ?? '').localeCompare(String(b['measuredOn'] ?? '')));
  const newest = known.at(-1);
  if (!newest) throw new NotKnown(name);
  return newest;
}

/** Whether more of what is read is better; achievements are better when higher. */
export function direction({ metrics }: FlatPlan, { metric, reads }: Source): 'higher' | 'lower' {
  const document = metric === undefined ? undefined : metrics[metric];
  if (!document || reads === 'achievement') return 'higher';
  return document.direction ?? (document.kind === 'churn' ? 'lower' : 'higher');
}

/** Whether the condition of a gate holds: on the threshold itself it does, unless it says more or less. */
export function isOpen(world: World, stretch: Stretch, gate: FlatGate): boolean {
  if (gate.is !== undefined) return field(stretch, gate.person as string) === gate.is;
  const value = read(world, stretch, gate);
  if (gate.within) return value.gte(exact(gate.within[0])) && value.lte(exact(gate.within[1]));
  if (gate.atLeast !== undefined) return value.gte(exact(gate.atLeast));
  if (gate.moreThan !== undefined) return value.gt(exact(gate.moreThan));
  if (gate.atMost !== undefined) return value.lte(exact(gate.atMost));
  return value.lt(exact(gate.lessThan as string));
}

/** The eligible stretches of a person; undefined for somebody who does not take part. */
export function stretchesOf({ document }: World, person: Writing): Stretch[] | undefined {
  const { start, end } = document.period;
  const first = later(start, person['hired']);
  const last = earlier(end, person['left']);
  const plans = person['plans'] === undefined ? ['random'] : String(person['plans']).split(' ');
  if (first > last || !plans.includes('random') || !fitsRules(document, person)) return undefined;
  const found = (person['assignments'] as Writing[]).flatMap((fields) => {
    const days = countDays(later(first, fields['from']), earlier(last, fields['to']));
    return days > 0 ? [{ id: String(person['id']), fields, days }] : [];
  });
  // As of the end of the period only an assignment that lasts to its end counts.
  const lasts = (one: Stretch) => last === end && earlier(last, one.fields['to']) === end;
  if (document.target.asOf !== undefined && !found.slice(-1).some(lasts)) return undefined;
  return found.length > 0 ? found : undefined;
}

/** Without proration or a date nothing says which of several assignments counts: they must not differ. */
export function differ({ document }: World, stretches: readonly Stretch[]): boolean {
  if (document.target.prorate !== 'none' || document.target.asOf !== undefined) return false;
  const read = fieldsRead(document);
  return stretches.some((one) => read.some((name) => one.fields[name] !== stretches[0]?.fields[name]));
}

/** Every column of people that the plan reads, and every group it measures by. */
function fieldsRead({ target, metrics, goals, gates = [], modifiers = [] }: FlatPlan): string[] {
  const sources: readonly Source[] = [...goals, ...gates, ...modifiers.map((modifier) => modifier.from)];
  const basis = 'amount' in target ? [target.amount] : [target.percent, target.of];
  const named = basis.flatMap((one) => (typeof one === 'object' && 'person' in one ? [one.person] : []));
  return [
    ...named,
    ...('of' in target && target.of === 'salary' ? ['salary'] : []),
    ...sources.flatMap(({ person }) => (person === undefined ? [] : [person])),
    ...Object.values(metrics).map((metric) => metric.level),
  ];
}

function fitsRules({ eligibility = {}, period }: FlatPlan, { hired, left }: Writing): boolean {
  const { employedAt, hiredBy, minimumService } = eligibility;
  if (employedAt && left !== undefined && String(left) < period.end) return false;
  if (hiredBy === undefined && minimumService === undefined) return true;
  if (hired === undefined) throw new NotKnown('hired');
  if (hiredBy !== undefined && String(hired) > hiredBy) return false;
  const last = earlier(period.end, left);
  const months = Number(minimumService?.months ?? 0);
  const served = shift(shiftMonths(String(hired), months), -1) <= last;
  return countDays(String(hired), last) >= Number(minimumService?.days ?? 0) && (months === 0 || served);
}

function later(day: string, other: unknown): string {
  return other !== undefined && String(other) > day ? String(other) : day;
}

function earlier(day: string, other: unknown): string {
  return other !== undefined && String(other) < day ? String(other) : day;
}
