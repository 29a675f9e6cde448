import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Explanation } from '../../src/explain/index.js';
import type { Award } from '../../src/index.js';
import { kindOf } from '../../src/plan/metric-kinds.js';
import { runOf, type Writing } from '../support/base.js';
import { explainedOf, sumOf, units } from '../support/explained.js';
import type { FlatPlan } from '../support/flat-plan.js';
import { AS_OF, actuals } from '../support/random-data.js';
import { type RandomWorld, worlds } from '../support/random-world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const options = { asOf: AS_OF };

/** Targets that actuals state are no results: they are the same in all of them here. */
const targetsHeld = (rows: readonly Writing[]) =>
  rows.map((row) => ('target' in row ? { ...row, target: '20' } : row));

const world = (most = 2) =>
  worlds(most).map(({ measured, ...rest }): RandomWorld => ({ ...rest, measured: targetsHeld(measured) }));

function explained({ document, rows, measured }: RandomWorld, attribution = false): Explanation[] {
  const all = explainedOf({ document, people: rows, actuals: measured, options }, { attribution });
  return all.filter(({ risk }) => risk !== undefined);
}

const paidIn = ({ document, rows, measured }: RandomWorld): Award[] => [
  ...runOf({ document, people: rows, actuals: measured, options }).awards,
];

describe('what is at risk in random plans', () => {
  test('safe and at risk sum to target, goals to the part at risk; lines to the award, and what they brought too', () => {
    fc.assert(
      fc.property(world(), (random) => {
        for (const { risk, outcome, award } of explained(random)) {
          expect(units(risk?.safe) + units(risk?.atRisk)).toBe(units(risk?.target));
          expect(sumOf(risk?.goals.map(({ amount }) => amount) ?? [])).toBe(units(risk?.atRisk));
          expect(sumOf(outcome?.lines.map(({ atTarget }) => atTarget) ?? [])).toBe(units(award.target));
          expect(sumOf(outcome?.lines.map(({ brought }) => brought) ?? [])).toBe(units(award.amount));
          expect(sumOf(outcome?.lines.map(({ amount }) => amount) ?? [])).toBe(
            units(award.amount) - units(award.target),
          );
          expect(outcome?.lines.filter(({ name }) => name === '')).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 61 },
    );
  });

  test('no award of any other results lies below the minimum or above the maximum', () => {
    const others = world().chain((random) =>
      fc.tuple(
        fc.constant(random),
        fc.array(actuals(random.document, random.rows).map(targetsHeld), { minLength: 30, maxLength: 30 }),
      ),
    );
    fc.assert(
      fc.property(others, ([random, results]) => {
        const all = explained(random);
        if (all.length === 0) return;
        const runs = [random.measured, ...results].map((measured) => paidIn({ ...random, measured }));
        for (const { risk, award } of all)
          for (const run of runs)
            expectWithin(
              run.find(({ person }) => person === award.person),
              risk,
            );
      }),
      { numRuns: 60, seed: 62 },
    );
  });

  test('where an end is called exact, some results reach it', () => {
    fc.assert(
      fc.property(world(1), (random) => {
        const [found] = explained(random);
        if (!found) return;
        const reached = (['worst', 'best'] as const).flatMap((end) => paidIn(extreme(random, end)));
        const amounts = [found.award, ...reached].map(({ amount }) => amount);
        // What is not measured at all can be anything; then there is no row to change here.
        if (amounts.includes(undefined)) return;
        for (const end of [found.risk?.minimum, found.risk?.maximum])
          if (end?.exact) expect(amounts).toContain(end.amount);
      }),
      { numRuns: 200, seed: 63 },
    );
  });
});

function expectWithin(paid: Award | undefined, risk: Explanation['risk']): void {
  if (paid?.amount === undefined) return;
  const { minimum, maximum } = risk ?? {};
  if (minimum)
    expect(units(paid.amount) >= units(minimum.amount), `${paid.amount} from ${minimum.amount}`).toBe(true);
  if (maximum)
    expect(units(paid.amount) <= units(maximum.amount), `${paid.amount} to ${maximum.amount}`).toBe(true);
}

/** Everything measured and judged as far out as its kind goes, at the worse or the better end. */
function extreme(random: RandomWorld, end: 'worst' | 'best'): RandomWorld {
  const { document, measured, rows } = random;
  return {
    document,
    measured: measured.map((row) => ({ ...row, value: valueAt(document, String(row['metric']), end) })),
    rows: rows.map((row) => ({
      ...row,
      assignments: (row['assignments'] as Writing[]).map((one) => ({ ...one, ...judged(document, end) })),
    })),
  };
}

const FAR = `1${'0'.repeat(15)}`;

function valueAt({ metrics }: FlatPlan, name: string, end: 'worst' | 'best'): string {
  const metric = metrics[name];
  if (!metric) throw new Error(`No metric ${name}.`);
  const { lowest, highest, direction, unit } = kindOf(metric.kind);
  const written = (value: string) => (unit === 'ratio' ? `${value}00%` : value);
  if ((end === 'best') === ((metric.direction ?? direction) === 'higher'))
    return written(highest === undefined ? FAR : String(highest.n));
  // Target ÷ value has no value at zero.
  if (metric.achievement === 'target/value' && (lowest === undefined || lowest.n === 0n)) return `1/${FAR}`;
  return written(lowest === undefined ? `-${FAR}` : String(lowest.n));
}

/** Columns of a person at their ends: a factor not below zero, where it only multiplies; the rating that pays most or least. */
function judged({ goals, modifiers = [], gates = [] }: FlatPlan, end: 'worst' | 'best'): Writing {
  const tables = [...goals, ...modifiers.map(({ from, ...one }) => ({ ...one, ...from }))];
  const values = tables.find(({ person, table }) => person === 'rating' && table)?.table?.values;
  const ordered = Object.entries(values ?? {}).toSorted(([, a], [, b]) => percent(a) - percent(b));
  const rating = (end === 'worst' ? ordered[0] : ordered.at(-1))?.[0];
  const isAdded = modifiers.some(
    ({ from, how, within }) =>
      from.person === 'factor' && (how === 'add' || String(within?.[0]).startsWith('-')),
  );
  const reads = (name: string) => [...tables, ...gates].some(({ person }) => person === name);
  return {
    ...(rating !== undefined && reads('rating') && { rating }),
    ...(reads('score') && { score: end === 'best' ? FAR : `-${FAR}` }),
    ...(reads('factor') && { factor: end === 'best' ? `${FAR}00%` : isAdded ? `-${FAR}00%` : '0%' }),
  };
}

function percent(literal: string | number): number {
  const [top = '', bottom = '1'] = String(literal).replace('%', '').split('/');
  return Number(top) / Number(bottom) / (String(literal).includes('%') ? 100 : 1);
}

describe('attribution in random plans', () => {
  test('it sums from what is paid at neutral to the award', () => {
    fc.assert(
      fc.property(world(1), (random) => {
        for (const { attribution, award } of explained(random, true)) {
          if (!attribution || !('lines' in attribution)) continue;
          const sum = sumOf(attribution.lines.map(({ amount }) => amount));
          expect(sum).toBe(units(award.amount) - units(attribution.atNeutral));
          expect(attribution.award).toBe(award.amount);
        }
      }),
      { numRuns: 120, seed: 64 },
    );
  });

  // Metrics that are read against target: neutral is known without the code under test.
  const atTarget = world(1)
    .map((random) => ({ ...random, document: againstTarget(random.document) }))
    .filter(({ document }) => document.goals.length > 0);

  test('a metric that is at its target brought nothing, whatever the others did', () => {
    fc.assert(
      fc.property(atTarget, ({ document, rows, measured }) => {
        const name = document.goals[0]?.metric;
        const one = measured.map((row) =>
          row['metric'] === name ? { ...row, value: targetOf(document, row) } : row,
        );
        for (const { attribution } of explained({ document, rows, measured: one }, true)) {
          if (!attribution || !('lines' in attribution)) continue;
          expect(attribution.lines.find((line) => line.name === name)?.amount).toMatch(/^0(\.0+)?$/);
        }
      }),
      { numRuns: 150, seed: 68 },
    );
  });

  test('with every metric at its target there is nothing to attribute', () => {
    fc.assert(
      fc.property(atTarget, ({ document, rows, measured }) => {
        const rowsAtTarget = measured.map((row) => ({ ...row, value: targetOf(document, row) }));
        for (const { attribution, award } of explained({ document, rows, measured: rowsAtTarget }, true)) {
          if (!attribution || !('lines' in attribution)) continue;
          expect(attribution.atNeutral).toBe(award.amount);
          for (const { amount } of attribution.lines) expect(units(amount)).toBe(0n);
        }
      }),
      { numRuns: 150, seed: 65 },
    );
  });
});

/** Only the goals that read an achievement, with equal weights; no gates and no modifiers but those on achievements. */
function againstTarget({ goals, gates = [], modifiers = [], ...document }: FlatPlan): FlatPlan {
  const kept = goals.filter(({ reads }) => reads === 'achievement');
  return {
    ...document,
    goals: kept.map((goal) => ({ ...goal, weight: `1/${kept.length}` })),
    modifiers: modifiers.filter(({ from }) => from.reads === 'achievement' && hasGoal(kept, from.metric)),
    gates: gates
      .filter(({ reads, metric }) => reads === 'achievement' && hasGoal(kept, metric))
      .map(({ closes: _closes, except: _except, ...gate }) => gate),
  };
}

function hasGoal(goals: FlatPlan['goals'], name: string | undefined): boolean {
  return goals.some(({ metric }) => metric === name);
}

function targetOf({ metrics }: FlatPlan, row: Writing): unknown {
  return metrics[String(row['metric'])]?.target ?? row['target'] ?? row['value'];
}

describe('the part at risk in random plans', () => {
  test('half of it at risk halves what the goals bring against target, to the cent', () => {
    // Without what binds on the whole: limits of the award, and rounding of the award.
    const plain = world(1).map(({ document, ...rest }) => {
      const { limits: _limits, rounding: _rounding, risk: _risk, ...open } = document;
      return { ...rest, document: open as FlatPlan };
    });
    fc.assert(
      fc.property(plain, ({ document, ...rest }) => {
        const survives = { closedGate: true };
        const whole = explained({ ...rest, document: { ...document, risk: { paidAnyway: '0%', survives } } });
        const halved = explained({
          ...rest,
          document: { ...document, risk: { paidAnyway: '50%', survives } },
        });
        for (const [index, { award }] of whole.entries()) {
          const other = halved[index]?.award;
          // The floor under every award binds where a factor below zero takes more than all: then nothing is scaled.
          if (units(award.amount) === 0n) continue;
          const [full, half] = [award, other].map((one) => units(one?.amount) - units(one?.target)) as [
            bigint,
            bigint,
          ];
          const off = 2n * half - full;
          expect(off < 4n && off > -4n, `${full} against ${half}`).toBe(true);
        }
      }),
      { numRuns: 150, seed: 66 },
    );
  });

  test('with nothing at risk, and no gates or limits, minimum and maximum are target', () => {
    const safe = world(1).map(({ document, ...rest }) => {
      const { limits: _limits, gates: _gates, ...open } = document;
      return { ...rest, document: { ...open, risk: { paidAnyway: '100%' } } as FlatPlan };
    });
    fc.assert(
      fc.property(safe, (random) => {
        for (const { risk, award } of explained(random)) {
          expect(award.amount).toBe(award.target);
          expect([risk?.minimum?.amount, risk?.maximum?.amount]).toEqual([award.target, award.target]);
          expect(risk?.minimum?.exact && risk.maximum?.exact).toBe(true);
        }
      }),
      { numRuns: 100, seed: 67 },
    );
  });
});
