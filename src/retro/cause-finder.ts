import type { Cause } from './cause.js';
import { causesOf } from './causes.js';
import type { Outcome } from './outcome.js';
import { type SideOf, sidesOf } from './side.js';
import type { StoredRun } from './stored-run.js';

/** A run and a plan of it, and the people whose side of a difference is looked for there. */
interface Wanted {
  readonly run: StoredRun;
  readonly plan: string;
  readonly people: Set<string>;
}

/** Finds the causes of differences: people are looked up once for each plan and run, and only those who differ. */
export function causeFinder(
  changed: readonly Outcome[],
  now: StoredRun,
): (outcome: Outcome) => readonly Cause[] {
  const wanted = new Map<StoredRun, Map<string, Wanted>>();
  for (const { award, known } of changed) {
    if (!known?.statement) continue;
    for (const run of [known.statement.run, now]) want(wanted, run, award.plan).people.add(award.person);
  }
  const sides = new Map<Wanted, SideOf>();
  const sideOf = (run: StoredRun, plan: string, person: string) => {
    const one = want(wanted, run, plan);
    const found = sides.get(one) ?? sidesOf(run, plan, one.people);
    sides.set(one, found);
    return found(person);
  };
  return ({ award: { person, plan }, known }) => {
    const before = known?.statement && sideOf(known.statement.run, plan, person);
    const current = before && sideOf(now, plan, person);
    return before && current ? causesOf(before, current) : [];
  };
}

/** The entry of a run and a plan, made where there is none yet. */
function want(wanted: Map<StoredRun, Map<string, Wanted>>, run: StoredRun, plan: string): Wanted {
  const plans = wanted.get(run) ?? new Map<string, Wanted>();
  const one = plans.get(plan) ?? { run, plan, people: new Set<string>() };
  wanted.set(run, plans.set(plan, one));
  return one;
}
