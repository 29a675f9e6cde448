import { describe, expect, test } from 'vitest';
import { correct } from '../../src/retro/index.js';
import { expectHelpful } from '../support/expect-issue.js';
import { amountsOf, causesIn, codesOf, dayPlan, draft, final, person, scores } from './support.js';

const ann = person('ann');
const ben = person('ben', { team: 'South' });
/** 73,000 until June (181 days at 20), 109,500 from July on (184 days at 30): 3,620 + 5,520 = 9,140. */
const raised = [ann, person('ann', { from: '2026-07-01', salary: '109500' })];

describe('differences to what was paid', () => {
  test('a retroactive raise: 9,140 − 7,300 = 1,840, with its day and its cell', () => {
    const paid = final({ people: [ann, ben] });
    const correction = correct([paid], draft({ people: [...raised, ben] }));
    expect(correction.differences).toEqual([
      {
        person: 'ann',
        plan: 'daily',
        version: '1',
        period: { start: '2026-01-01', end: '2026-12-31' },
        currency: 'EUR',
        before: '7300.00',
        now: '9140.00',
        amount: '1840.00',
        status: 'paid',
        reasons: [],
        causes: [
          {
            kind: 'person',
            input: 'salary',
            from: '2026-07-01',
            before: '73000',
            now: '109500',
            at: { row: 2, column: 'salary' },
          },
        ],
      },
    ]);
    expect(correction.unchanged).toBe(1);
    expect(correction.totals).toEqual([
      // 2 × 7,300 were paid; 9,140 + 7,300 is due
      { plan: 'daily', currency: 'EUR', people: 2, before: '14600.00', now: '16440.00', amount: '1840.00' },
    ]);
    expect(correction.reconciliation).toEqual({
      people: { in: 2, changed: 1, unchanged: 1, withheld: 0, missing: 0 },
      plans: [{ plan: 'daily', in: 2, changed: 1, unchanged: 1, withheld: 0, missing: 0 }],
      holds: true,
    });
    expect(correction.issues).toEqual([]);
  });

  test('the same correction once more gives nothing', () => {
    const paid = final({ people: [ann, ben] });
    const corrected = final({ people: [...raised, ben], paid: [paid] });
    const again = correct([paid, corrected], draft({ people: [...raised, ben] }));
    expect(again.differences).toEqual([]);
    expect(again.unchanged).toBe(2);
    expect(again.issues).toEqual([]);
  });

  test('a move found late: 273 × 20 + 92 × 20 × 150 % = 8,220, so 920', () => {
    const paid = final({ people: [person('cy', { team: 'South' })], actuals: scores(60, 45) });
    const moved = [person('cy', { team: 'South' }), person('cy', { from: '2026-10-01' })];
    const correction = correct([paid], draft({ people: moved, actuals: scores(60, 45) }));
    expect(amountsOf(correction)).toEqual(['cy 920.00 EUR']);
    expect(causesIn(correction, 'cy')).toEqual(['team South → North from 2026-10-01']);
  });

  test('leave found late, of which nothing counts: 31 × 20 = 620 are taken back', () => {
    const documents = [dayPlan({ leave: { parental: { counts: '0%' } } })];
    const paid = final({ people: [ann, ben], documents });
    const leave = [{ id: 'ann', type: 'parental', from: '2026-03-01', to: '2026-03-31' }];
    const correction = correct([paid], draft({ people: [ann, ben], documents, leave }));
    expect(amountsOf(correction)).toEqual(['ann -620.00 EUR']);
    expect(causesIn(correction, 'ann')).toEqual(['leave parental none → 2026-03-01 to 2026-03-31']);
  });

  test('a leaver found late, of a plan that asks for employment at the end, pays all back, with the reason', () => {
    const documents = [dayPlan({ eligibility: { employedAt: 'periodEnd' } })];
    const paid = final({ people: [ann], documents });
    const left = draft({ people: [person('ann', { left: '2026-11-30' })], documents });
    const correction = correct([paid], left);
    expect(correction.differences).toMatchObject([
      { before: '7300.00', now: '0.00', amount: '-7300.00', status: 'notEligible' },
    ]);
    expect(correction.differences[0]?.reasons[0]?.code).toBe('left-before-period-end');
    expect(causesIn(correction, 'ann')).toEqual(['left none → 2026-11-30']);
  });

  test('a corrected score touches its team alone: 7,300 × 150 % − 7,300 = 3,650', () => {
    const paid = final({ people: [ann, ben] });
    const correction = correct([paid], draft({ people: [ann, ben], actuals: scores(60, 45) }));
    expect(amountsOf(correction)).toEqual(['ann 3650.00 EUR']);
    expect(correction.differences[0]?.causes).toEqual([
      {
        kind: 'actual',
        input: 'score',
        group: 'North',
        before: '45',
        now: '60',
        at: { row: 1, column: 'value' },
      },
    ]);
    expect(correction.unchanged).toBe(1);
  });

  test('a changed currency: the old amount is taken back, the new one paid', () => {
    const paid = final({ people: [ann] });
    const correction = correct([paid], draft({ people: [person('ann', { currency: 'USD' })] }));
    expect(amountsOf(correction)).toEqual(['ann -7300.00 EUR', 'ann 7300.00 USD']);
    expect(causesIn(correction, 'ann')).toEqual(['currency EUR → USD', 'currency EUR → USD']);
    expect(
      correction.totals.map(({ currency, before, now, amount }) => [currency, before, now, amount]),
    ).toEqual([
      ['EUR', '7300.00', '0.00', '-7300.00'],
      ['USD', '0.00', '7300.00', '7300.00'],
    ]);
    expect(correction.reconciliation.people).toMatchObject({ in: 1, changed: 1 });
  });

  test('several plans: each by itself, a person counted once', () => {
    const small = (percent: string) => dayPlan({ plan: 'small', target: { ...target, percent } });
    const paid = final({ people: [ann, ben], documents: [dayPlan(), small('1%')] });
    const correction = correct([paid], draft({ people: [ann, ben], documents: [dayPlan(), small('2%')] }));
    // 1 % of 73,000 more
    expect(amountsOf(correction)).toEqual(['ann 730.00 EUR', 'ben 730.00 EUR']);
    expect(causesIn(correction, 'ann')).toEqual(['plan target changed']);
    expect(correction.unchanged).toBe(2);
    expect(correction.reconciliation.people).toMatchObject({ in: 2, changed: 2, unchanged: 0 });
    expect(correction.reconciliation.plans).toMatchObject([
      { plan: 'daily', in: 2, changed: 0, unchanged: 2 },
      { plan: 'small', in: 2, changed: 2, unchanged: 0 },
    ]);
  });
});

const target = { of: 'salary', prorate: 'calendarDays' };

describe('people who cannot simply be compared', () => {
  test('never paid: the whole award, with a warning', () => {
    const correction = correct([final({ people: [ann] })], draft({ people: [ann, ben] }));
    expect(correction.differences).toMatchObject([
      { person: 'ben', amount: '7300.00', now: '7300.00', causes: [] },
    ]);
    expect(correction.differences[0]).not.toHaveProperty('before');
    expect(codesOf(correction)).toEqual(['retro.person.never-paid']);
    correction.issues.forEach(expectHelpful);
  });

  test('never paid in two plans is one warning', () => {
    const documents = [dayPlan(), dayPlan({ plan: 'other' })];
    const correction = correct([], draft({ people: [ann], documents }));
    expect(amountsOf(correction)).toHaveLength(2);
    expect(codesOf(correction)).toEqual(['retro.person.never-paid']);
  });

  test('withheld until now is paid in full, and told from somebody unknown', () => {
    const paid = final({ people: [person('ann', { salary: 'n/a' })] });
    const correction = correct([paid], draft({ people: [ann] }));
    expect(amountsOf(correction)).toEqual(['ann 7300.00 EUR']);
    expect(correction.issues[0]?.message).toContain('was withheld in the final run');
  });

  test('not eligible before and paid now: the difference is the award, and nothing is odd', () => {
    const documents = [dayPlan({ eligibility: { employedAt: 'periodEnd' } })];
    const paid = final({ people: [person('ann', { left: '2026-11-30' })], documents });
    const correction = correct([paid], draft({ people: [ann], documents }));
    expect(correction.differences).toMatchObject([{ before: '0.00', now: '7300.00', amount: '7300.00' }]);
    expect(causesIn(correction, 'ann')).toEqual(['left 2026-11-30 → none']);
    expect(correction.issues).toEqual([]);
  });

  test('withheld now: no difference, what was paid stands, and it is listed', () => {
    const paid = final({ people: [ann, ben] });
    const correction = correct([paid], draft({ people: [person('ann', { salary: 'n/a' }), ben] }));
    expect(correction.differences).toEqual([]);
    expect(correction.held).toMatchObject([
      { person: 'ann', status: 'withheld', before: { amount: '7300.00', currency: 'EUR' } },
    ]);
    expect(correction.held[0]?.reasons[0]?.message).toContain('"n/a" is not a number');
    expect(correction.issues.map(({ code, at }) => [code, at?.row])).toEqual([['retro.person.withheld', 1]]);
    correction.issues.forEach(expectHelpful);
    expect(correction.reconciliation.people).toMatchObject({ in: 2, unchanged: 1, withheld: 1 });
    expect(correction.totals).toMatchObject([{ people: 1, before: '7300.00', now: '7300.00' }]);
  });

  test('missing now: an error, no difference, and the count knows', () => {
    const paid = final({ people: [ann, ben] });
    const correction = correct([paid], draft({ people: [ann] }));
    expect(correction.differences).toEqual([]);
    expect(correction.held).toMatchObject([
      { person: 'ben', status: 'missing', before: { amount: '7300.00', currency: 'EUR' } },
    ]);
    expect(correction.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['retro.person.missing', 'error'],
    ]);
    expect(correction.issues[0]?.message).toBe(
      '"ben" was paid 7300.00 EUR in "daily" and is no longer among the people',
    );
    expect(correction.reconciliation).toMatchObject({
      people: { in: 2, unchanged: 1, missing: 1 },
      holds: true,
    });
  });

  test('missing now, withheld before: somebody may be due an award, so it is an error too', () => {
    const paid = final({ people: [ann, person('ben', { salary: 'n/a' })] });
    expect(codesOf(correct([paid], draft({ people: [ann] })))).toEqual(['retro.person.missing']);
  });

  test('not eligible before and no longer among the people: nothing was paid and nothing is missed', () => {
    const documents = [dayPlan({ eligibility: { employedAt: 'periodEnd' } })];
    const paid = final({ people: [ann, person('ben', { left: '2026-03-31' })], documents });
    expect(correct([paid], draft({ people: [ann], documents })).issues).toEqual([]);
  });

  test('a run limited to some looks at nobody else', () => {
    const paid = final({ people: [ann, ben] });
    const one = draft({ people: [...raised, ben], options: { only: ['ann'] } });
    const correction = correct([paid], one);
    expect(amountsOf(correction)).toEqual(['ann 1840.00 EUR']);
    expect(correction.reconciliation.people).toEqual({
      in: 1,
      changed: 1,
      unchanged: 0,
      withheld: 0,
      missing: 0,
    });
    expect(correction.issues).toEqual([]);
  });

  test('a new run without its awards does not add up, and says so', () => {
    const paid = final({ people: [ann] });
    const correction = correct([paid], { ...draft({ people: [ann] }), awards: [] });
    expect(correction.reconciliation.holds).toBe(false);
    expect(codesOf(correction)).toEqual(['retro.reconciliation']);
  });

  test('a difference that no input explains is told', () => {
    const paid = final({ people: [ann] });
    const [award] = paid.awards;
    const other = { ...paid, awards: award ? [{ ...award, amount: '7000.00' }] : [] };
    const correction = correct([other], draft({ people: [ann] }));
    expect(amountsOf(correction)).toEqual(['ann 300.00 EUR']);
    expect(codesOf(correction)).toEqual(['retro.cause.unknown']);
  });
});

describe('the run of differences', () => {
  test('its awards are the differences, targets too; its counts are those of the correction', () => {
    const paid = final({ people: [ann, ben, person('cy', { salary: 'n/a' })] });
    const now = draft({ people: [...raised, ben, person('cy', { salary: 'n/a' })] });
    const { run } = correct([paid], now);
    expect(run).toMatchObject({ status: 'draft', asOf: '2027-01-31', follows: 1 });
    expect(run.awards).toEqual([
      {
        person: 'ann',
        plan: 'daily',
        version: '1',
        period: { start: '2026-01-01', end: '2026-12-31' },
        status: 'paid',
        reasons: [],
        currency: 'EUR',
        amount: '1840.00',
        // 184 days at 10 more; the score pays 100 %
        target: '1840.00',
        safe: '0.00',
        atRisk: '1840.00',
        restsOn: 'final',
        notes: ['salary 73000 → 109500 from 2026-07-01'],
      },
    ]);
    expect(run.totals).toMatchObject([{ people: 1, amount: '1840.00', target: '1840.00' }]);
    expect(run.reconciliation.people).toEqual({ in: 3, paid: 1, zero: 1, notEligible: 0, withheld: 1 });
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });
});
