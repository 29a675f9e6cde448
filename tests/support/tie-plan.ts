import type { Plan } from '../../src/index.js';
import { planOf, type Writing } from './base.js';
import { shift } from './calendar.js';

/** Numbers of one stretch: m × d × j × k thousandths of a dollar, a whole number by construction. */
export interface Piece {
  /** Salary is 365 × 7 × m. */
  readonly m: number;
  /** Eligible days. */
  readonly d: number;
  /** Target percent is j tenths of a percent. */
  readonly j: number;
  /** The team's goal pays k sevenths. */
  readonly k: number;
}

/** What a stretch is worth in thousandths of a dollar: 365 × 7 × m × d/365 × j/1000 × k/7. */
export function thousandths({ m, d, j, k }: Piece): number {
  return m * d * j * k;
}

const TEAMS = [1, 2, 3, 4, 5, 6];

/** Teams T1 to T6 read 1 to 6 on a line to 7, so they pay sevenths, whose decimals never end. */
export const tieActuals: Writing[] = TEAMS.map((value) => ({
  metric: 'effort',
  group: `T${value}`,
  value,
  status: 'final',
}));

/** A plan of one goal that pays sevenths; `malus` is added to the payout where the people have one. */
export function tiePlan(mode: string, malus = false): Plan {
  return planOf({
    plan: 'ties',
    version: 1,
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: { person: 'targetPercent' }, of: 'salary', prorate: 'calendarDays' },
    metrics: { effort: { kind: 'points', level: 'team' } },
    goals: [
      {
        metric: 'effort',
        weight: 1,
        curve: [
          [0, '0%'],
          [7, '100%'],
        ],
      },
    ],
    ...(malus && { modifiers: [{ from: { person: 'malus' }, within: ['-300%', '0%'], how: 'add' }] }),
    limits: { award: { floor: { money: '-1000000000', currency: 'USD' } } },
    rounding: { award: { to: 'currency', mode } },
  });
}

/** A person of one or two stretches, which follow each other from 1 January on. */
export function tiePerson(id: string, pieces: readonly Piece[], malus?: string): Writing {
  let next = 0;
  const assignments = pieces.map(({ m, d, j, k }) => {
    const from = shift('2026-01-01', next);
    next += d;
    return {
      from,
      to: shift('2026-01-01', next - 1),
      salary: String(365 * 7 * m),
      targetPercent: `${Math.floor(j / 10)}.${j % 10}%`,
      team: `T${k}`,
      currency: 'USD',
      ...(malus !== undefined && { malus }),
    };
  });
  return { id, assignments };
}

/** A small generator with a seed: the same numbers in every run (mulberry32). */
export function seeded(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}
