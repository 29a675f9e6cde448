import type { Day, PartName, PlanDocument } from '../../../src/index.js';
import { shift, shiftMonths } from '../calendar.js';

/** A part of the period, both ends counted. */
export interface Part {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

const MONTHS = { month: 1, quarter: 3, half: 6 } as const;
const LETTERS = { month: 'M', quarter: 'Q', half: 'H' } as const;

/** Months, quarters or halves of a period of whole months, from its first day on. */
export function partsOf({ start, end }: PlanDocument['period'], name: keyof typeof MONTHS): Part[] {
  const parts: Part[] = [];
  for (let from = start; from < end; from = shiftMonths(start, parts.length * MONTHS[name])) {
    const after = shiftMonths(start, (parts.length + 1) * MONTHS[name]);
    parts.push({ name: `${LETTERS[name]}${parts.length + 1}`, start: from, end: shift(after, -1) });
  }
  return parts;
}

/** The parts an `each` goes through. */
export function partsNamed({ period, periods }: PlanDocument, name: PartName): Part[] {
  if (name !== 'part') return partsOf(period, name);
  if (typeof periods !== 'object') throw new Error('No parts are named');
  return Object.entries(periods).map(([part, days]) => ({ name: part, ...days }));
}

/** Any part by its name. */
export function partCalled(document: PlanDocument, name: string): Part {
  const named = typeof document.periods === 'object' ? partsNamed(document, 'part') : [];
  const made = (['month', 'quarter', 'half'] as const).flatMap((one) => partsOf(document.period, one));
  const found = [...named, ...made].find((part) => part.name === name);
  if (!found) throw new Error(`No part is called ${name}`);
  return found;
}

/** The parts of one kind that lie in a part. */
export function partsWithin(all: readonly Part[], part: Part | undefined): Part[] {
  if (part === undefined) return [...all];
  return all.filter(({ start, end }) => start >= part.start && end <= part.end);
}
