import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { lint } from '../../src/lint/index.js';
import { actualsOf, peopleOf, planOf } from '../support/base.js';
import { chosen } from '../support/formula/chance.js';
import { planBy } from '../support/formula/plans.js';
import { AS_OF } from '../support/random-data.js';
import { worlds } from '../support/random-world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const EXACT = /^-?\d+(\.\d+)?(\/\d+)?$/;
const WORDS = ['money', 'ids', 'why', 'level', 'weight'];

function expectPlain(report: ReturnType<typeof lint>): void {
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  for (const { code, message, figures, hint, expected } of report.findings) {
    expect(`${message} ${hint} ${expected}`, code).not.toMatch(/undefined|NaN|\[object/);
    for (const [key, figure] of Object.entries(figures))
      if (!WORDS.includes(key)) expect(figure).toMatch(EXACT);
  }
  const places = report.findings.map(({ code, path, subject, figures }) =>
    JSON.stringify([code, path, subject, figures['why'], figures['level']]),
  );
  expect(new Set(places).size).toBe(places.length);
}

test('random plans with people and a past never throw, and each finding stands once', () => {
  fc.assert(
    fc.property(worlds(), ({ document, rows, measured }) => {
      const actuals = actualsOf(measured);
      const data = { people: peopleOf(rows), actuals, asOf: AS_OF };
      expectPlain(lint(planOf(document), { data, history: [actuals, actuals, actuals] }));
    }),
    { numRuns: 120 },
  );
});

test('random formulas never throw', () => {
  fc.assert(
    fc.property(chosen(planBy), (document) => expectPlain(lint(planOf(document)))),
    { numRuns: 120 },
  );
});

// A line from nothing at 0 to `top` at 100 has no jump, whatever the top; with `first` at 0 its jump is first ÷ top.
test('a jump is what the first point pays, of what the last one pays', () => {
  const paid = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(paid, fc.integer({ min: 100, max: 300 }), (first, top) => {
      const plan = planOf({
        plan: 'p',
        version: 1,
        period: { start: '2026-01-01', end: '2026-12-31' },
        target: { percent: '10%', of: 'salary', prorate: 'none' },
        metrics: { nps: { kind: 'nps', level: 'team' } },
        goals: [
          {
            metric: 'nps',
            weight: '100%',
            curve: [
              [0, `${first}%`],
              [100, `${top}%`],
            ],
          },
        ],
      });
      const [one] = lint(plan).findings.filter(
        ({ code }) => code === 'lint.curve.cliff' || code === 'lint.curve.jump',
      );
      const code =
        first * 2 > top
          ? 'lint.curve.cliff'
          : first * 10 >= top && first >= 5
            ? 'lint.curve.jump'
            : undefined;
      expect(one?.code).toBe(code);
    }),
  );
});
