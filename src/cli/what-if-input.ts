import type { Plan } from '../concepts/parse-plan.js';
import type { Literal } from '../num/literal.js';
import type { ChangeKind, SweepValues, Wanted, WhatIfInput } from '../whatif/index.js';

/** An input with what becomes of it, as the command line has it: `recommendation@East:Q4=+5`. */
export interface WrittenInput {
  readonly name: string;
  readonly how: ChangeKind;
  readonly value: string;
}

/** `name=60`, `name=+5`, `name=x110%`; undefined where there is no name or no value. */
export function writtenInput(text: string): WrittenInput | undefined {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || value === '') return undefined;
  if (value.startsWith('+')) return { name, how: 'plus', value: value.slice(1) };
  return /^[x×]/.test(value) ? { name, how: 'times', value: value.slice(1) } : { name, how: 'is', value };
}

/**
 * The input of a name: a metric of the plans, a column of people, or a place in a plan, which has a slash. `actuals.`,
 * `people.` and `plan.` before it say which, where a name is both. After it `@` names a group or a person, `:` a part of the period.
 */
export function inputNamed(name: string, plans: readonly Plan[], columns: ReadonlySet<string>): WhatIfInput {
  const [, kind, rest = name] = /^(actuals|people|plan)\.(.+)$/.exec(name) ?? [];
  if (kind === 'plan' || (kind === undefined && rest.includes('/') && !rest.includes('@')))
    return { path: rest };
  const [, own = rest, at, period] = /^([^@:]+)(?:@([^:]*))?(?::(.+))?$/.exec(rest) ?? [];
  const isMetric = plans.some(({ document }) => Object.hasOwn(document.metrics, own));
  if (kind === 'people' || (kind === undefined && !isMetric && columns.has(own)))
    return at === undefined ? { column: own } : { column: own, person: at };
  return { metric: own, ...(at !== undefined && { group: at }), ...(period !== undefined && { period }) };
}

/** Whether a name could be a metric as well as a column: nobody guesses which. */
export function isBoth(name: string, plans: readonly Plan[], columns: ReadonlySet<string>): boolean {
  const own = name.split(/[@:]/)[0] ?? name;
  return columns.has(own) && plans.some(({ document }) => Object.hasOwn(document.metrics, own));
}

/** `30..70:5`, or a list `30,45,60`; undefined where it is neither. */
export function sweepValues(text: string): SweepValues | undefined {
  const range = /^(.+?)\.\.(.+?):(.+)$/.exec(text);
  if (range) {
    const [, from, to, step] = range.map((one) => one.trim()) as [string, string, string, string];
    return { from, to, step };
  }
  const list = text.split(',').map((one) => one.trim());
  return text.includes('..') || list.some((one) => one === '') ? undefined : list;
}

/** `10..90` as two numbers. */
export function betweenValues(text: string): readonly [Literal, Literal] | undefined {
  const [, from, to] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  return from === undefined || to === undefined ? undefined : [from.trim(), to.trim()];
}

export interface WantedOf {
  readonly person?: string | undefined;
  readonly plan?: string | undefined;
  readonly currency?: string | undefined;
}

/** `total=500000`, `award=9000`, `target=100%`, `achievement:revenue=100%`; a text says what is wrong with it. */
export function wantedFigure(text: string, { person, plan, currency }: WantedOf): Wanted | string {
  const [, key, metric, value] = /^(total|award|target|achievement)(?::([^=]+))?=(.+)$/.exec(text) ?? [];
  if (key === undefined || value === undefined || (metric !== undefined) !== (key === 'achievement'))
    return '--for is total=500000, award=9000, target=100% or achievement:revenue=100%';
  const which = { ...(plan !== undefined && { plan }) };
  const whose = { ...which, ...(currency !== undefined && { currency }) };
  if (key === 'total')
    return person === undefined
      ? { total: value, ...whose }
      : '--for total is of everybody: leave --person out, or seek award';
  if (key === 'target') return { ofTarget: value, ...whose, ...(person !== undefined && { person }) };
  if (person === undefined) return `--for ${key} needs --person`;
  return key === 'award'
    ? { award: value, person, ...which }
    : { achievement: value, metric: metric ?? '', person, ...which };
}
