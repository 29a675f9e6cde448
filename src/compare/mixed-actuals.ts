import type { Actual, Actuals } from '../data/actuals.js';
import { metricIn } from '../plan/document.js';
import type { Day } from '../time/day.js';
import type { Both } from './comparison.js';
import type { PlanPair } from './plan-pair.js';
import { isActual, type Player } from './player.js';
import type { IsNow } from './world.js';

/**
 * Actuals with some metrics as now and the others as before. Of each side only what was measured by the day of its
 * own run: that day counts by the values it lets in, and by nothing else.
 */
export function mixedActuals(
  { plans, inputs, asOf }: PlanPair,
  players: readonly Player[],
): (isNow: IsNow) => Actuals {
  const measured: Both<Actuals> = {
    before: measuredBy(inputs.before.actuals, asOf.before),
    now: measuredBy(inputs.now.actuals, asOf.now),
  };
  const own = players.filter(isActual);
  const names = new Set(own.flatMap(({ input }) => input.name ?? []));
  const dated = own.find(({ input }) => input.kind === 'asOf');
  const known = new Map<string, Actuals>();
  const sideOf = (metric: string, taken: readonly Player[]) => {
    const [old, current] = [plans.before, plans.now].map(({ document }) => metricIn(document, metric)) as [
      unknown,
      unknown,
    ];
    // What only one of the plans has nobody else reads.
    if (old === undefined || current === undefined) return old === undefined ? 'now' : 'before';
    const isNow = names.has(metric)
      ? taken.some(({ input }) => input.name === metric)
      : dated !== undefined && taken.includes(dated);
    return isNow ? 'now' : 'before';
  };
  return (isNow) => {
    const taken = own.filter(isNow);
    const key = taken.map(({ id }) => id).join('\n');
    const found = known.get(key) ?? mixOf(measured, (metric) => sideOf(metric, taken), taken.length > 0);
    known.set(key, found);
    return found;
  };
}

/** Files of two decimal signs are taken whole: all their metrics are one player then. */
function mixOf(
  measured: Both<Actuals>,
  sideOf: (metric: string) => 'before' | 'now',
  isAnyNow: boolean,
): Actuals {
  const { before, now } = measured;
  if (before.decimal !== now.decimal) return isAnyNow ? now : before;
  const rowsOf = (side: 'before' | 'now') =>
    measured[side].actuals.filter((one) => sideOf(one.metric) === side);
  return { ...before, actuals: [...rowsOf('before'), ...rowsOf('now')] };
}

function measuredBy(actuals: Actuals, asOf: Day): Actuals {
  const isKnown = ({ measuredOn }: Actual) => measuredOn === undefined || measuredOn <= asOf;
  return { ...actuals, actuals: actuals.actuals.filter(isKnown) };
}
