import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { calculate } from '../../src/index.js';
import { outcomeAfter } from '../../src/whatif/incremental.js';
import { prepareWhatIf, seek } from '../../src/whatif/index.js';
import { overlay } from '../../src/whatif/overlay.js';
import { readScenario } from '../../src/whatif/scenario.js';
import { whatIf } from '../../src/whatif/what-if.js';
import { planOf } from '../support/base.js';
import { AS_OF } from '../support/random-data.js';
import { type RandomWorld, worlds } from '../support/random-world.js';
import { dataOf, starter } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const prepared = ({ document, rows, measured }: RandomWorld) =>
  prepareWhatIf([planOf(document)], dataOf(rows, measured), { asOf: AS_OF });

/** Some change of every metric, of a column, and of a place of the plan. */
const changes = fc.record({
  metric: fc.nat(3),
  times: fc.constantFrom('0%', '90%', '101%', '3/7'),
  salary: fc.option(fc.constantFrom('50%', '103%'), { nil: undefined }),
  person: fc.constantFrom('e-1', 'e-2'),
});

const units = (amount: string | undefined) => BigInt((amount ?? '0').replace('.', ''));

test('an answer is what a full calculation of the changed data comes to, award by award; its lines sum', () => {
  fc.assert(
    fc.property(worlds(), changes, (random, { metric, times, salary, person }) => {
      const before = prepared(random);
      const names = Object.keys(random.document.metrics);
      const scenario = {
        actuals: { [names[metric % names.length] as string]: { times } },
        ...(salary !== undefined &&
          random.rows.length > 1 && { people: { salary: { times: salary, person } } }),
      };
      const changed = overlay(before, readScenario('q', scenario).edits);
      if (changed.issues.length > 0) return;
      const after = outcomeAfter(before, changed).map(({ award }) => award);
      const full = calculate(changed.plans, changed.data, { asOf: AS_OF });
      const plain = (awards: readonly object[]) => JSON.parse(JSON.stringify(awards)) as object[];
      expect(plain(after)).toEqual(plain(full.awards));
      const [answer] = whatIf(before, { q: scenario });
      for (const { lines, difference } of answer?.people ?? [])
        if (difference !== undefined)
          expect(lines.reduce((sum, one) => sum + units(one.difference), 0n)).toBe(units(difference));
      for (const { lines, otherwise, difference } of answer?.totals ?? [])
        expect(lines.reduce((sum, one) => sum + units(one.difference), units(otherwise))).toBe(
          units(difference),
        );
    }),
    { numRuns: 200 },
  );
});

test('only whom a changed value reaches is calculated again', () => {
  const people = ['North', 'South'].map((team, index) => ({
    id: `e-${index + 1}`,
    salary: 80000,
    currency: 'USD',
    team,
  }));
  const before = starter({ people });
  const changed = overlay(
    before,
    readScenario('q', { actuals: { recommendation: { group: 'North', is: 60 } } }).edits,
  );
  const after = outcomeAfter(before, changed);
  expect(after[1]).toBe(before.seen()[1]);
  expect(after[0]?.award.amount).toBe('9540.00');
});

test('every value that is sought brings the figure when it is set', () => {
  fc.assert(
    fc.property(worlds(2), fc.nat(3), fc.nat(8), (random, metric, at) => {
      const before = prepared(random);
      const [first] = before.run.awards.filter(({ amount }) => amount !== undefined);
      const name = Object.keys(random.document.metrics)[
        metric % Object.keys(random.document.metrics).length
      ] as string;
      if (!first) return;
      const input = { metric: name };
      const wanted = { award: String((at * Number(first.target ?? '0')) / 4), person: first.person };
      const found = seek(before, { input, wanted });
      for (const one of found.solutions) {
        if (one.kind === 'jump' || !one.exact) continue;
        const value = one.kind === 'point' ? one.value : one.fromIncluded ? one.from : one.to;
        if (one.kind === 'interval' && !one.fromIncluded && !one.toIncluded) continue;
        const [answer] = whatIf(before, { q: { actuals: { [name]: value } } });
        if (answer?.refused) continue;
        const now = answer?.people.find(({ person }) => person === first.person)?.now ?? first.amount;
        expect(now).toBe(one.figure);
      }
    }),
    { numRuns: 60 },
  );
});
