import type Fraction from 'fraction.js';
import type { Day, PlanDocument } from '../../../src/index.js';
import type { Writing } from '../base.js';
import { countDays } from '../calendar.js';
import { exact, ONE, ZERO } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';
import { type Part, partsOf } from './parts.js';

/** A plan of formulas, its people and what was measured. */
export interface FormulaWorld {
  readonly document: PlanDocument;
  readonly people: readonly Writing[];
  readonly actuals: readonly Writing[];
}

/** Days of the period in which nothing about a person changes. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly fields: Writing;
}

/** Somebody who takes part: at least one stretch of days. */
export interface Someone {
  readonly id: string;
  readonly stretches: readonly Stretch[];
}

/** What a formula is read for: everybody, one person, or a stretch of days of one; for the whole period or a part. */
export interface Place {
  readonly model: Model;
  readonly person?: Someone;
  readonly stretch?: Stretch;
  readonly part?: Part;
  /** The part that an enclosing `prorated` counts days by. */
  readonly shareBy?: Part;
}

/** A world with everybody who takes part, and what was worked out already. */
export interface Model {
  readonly world: FormulaWorld;
  readonly everybody: readonly Someone[];
  /** Nothing is prorated: the assignment of the last day counts for all days. */
  readonly unprorated: boolean;
  /** Awards before the gate that reads them. */
  readonly awards?: readonly (Fraction | NotKnown)[];
}

/** The world with those who take part in it. */
export function modelOf(world: FormulaWorld): Model {
  const { document, people } = world;
  const unprorated = JSON.stringify(document).includes('"asOf":"periodEnd"');
  const everybody = people.flatMap((row) => {
    const all = stretchesOf(document, row);
    const stretches = unprorated ? all.filter(({ to }) => to === document.period.end) : all;
    return stretches.length > 0 ? [{ id: String(row['id']), stretches }] : [];
  });
  return { world, everybody, unprorated };
}

/** Days of employment within the period, assignment by assignment. */
function stretchesOf({ period }: PlanDocument, row: Writing): Stretch[] {
  const first = later(period.start, row['hired']);
  const last = earlier(period.end, row['left']);
  const all = (row['assignments'] as Writing[]).flatMap((fields) => {
    const [from, to] = [later(first, fields['from']), earlier(last, fields['to'])];
    const days = countDays(from, to);
    return days > 0 ? [{ from, to, days, fields }] : [];
  });
  return all;
}

/** The later of two days, where there are two. */
export function later(day: string, other: unknown): string {
  return other !== undefined && String(other) > day ? String(other) : day;
}

/** The earlier of two days, where there are two. */
export function earlier(day: string, other: unknown): string {
  return other !== undefined && String(other) < day ? String(other) : day;
}

/** The share of the period, or of a part of it, that a stretch covers: its days over all days. */
export function shareOf(model: Model, stretch: Stretch, part: Part | undefined): Fraction {
  if (model.unprorated) return ONE;
  const { start, end } = part ?? model.world.document.period;
  const days = countDays(later(start, stretch.from), earlier(end, stretch.to));
  return exact(`${days}/${countDays(start, end)}`);
}

/** How much of a year the period is: what the plan says, or its whole months over twelve. */
export function yearsOf({ period }: PlanDocument): Fraction {
  if (period.years !== undefined) return exact(period.years);
  return exact(`${partsOf(period, 'month').length}/12`);
}

/** A field of the stretch as text. */
export function fieldOf({ fields }: Stretch, name: string): string {
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (found === undefined || found === '') throw new NotKnown(name);
  return String(found);
}

/** All values added. */
export function total(values: readonly Fraction[]): Fraction {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}

/** All values multiplied. */
export function multiplied(values: readonly Fraction[]): Fraction {
  return values.reduce((product, value) => product.mul(value), ONE);
}

/** A quotient; nothing is divided by zero. */
export function divided(value: Fraction, by: Fraction): Fraction {
  if (by.equals(0)) throw new NotKnown('division by zero');
  return value.div(by);
}

/** A value, or why it is not known. */
export function known<T>(value: () => T): T | NotKnown {
  try {
    return value();
  } catch (error) {
    if (error instanceof NotKnown) return error;
    throw error;
  }
}
