import { describe, expect, test } from 'vitest';
import { correct } from '../../src/retro/index.js';
import { amountsOf, causesIn, codesOf, dayPlan, draft, final, type Made, person, scores } from './support.js';

const target = { percent: '10%', of: 'salary', prorate: 'calendarDays' };

/** Amounts and causes of the differences between two states of the inputs. */
function between(before: Made, now: Made) {
  const correction = correct([final(before)], draft(now));
  return { amounts: amountsOf(correction), causes: causesIn(correction, 'ann'), codes: codesOf(correction) };
}

const ann = person('ann');

describe('causes in the rows of a person', () => {
  test('a raise from the first day has no day, unless its row says one', () => {
    // 109,500 × 10 % − 7,300 = 3,650
    const before = { people: [ann] };
    expect(between(before, { people: [person('ann', { salary: '109500' })] })).toEqual({
      amounts: ['ann 3650.00 EUR'],
      causes: ['salary 73000 → 109500'],
      codes: [],
    });
    const dated = [ann, person('ann', { from: '2026-01-01', salary: '109500' })];
    expect(between(before, { people: dated }).causes).toEqual(['salary 73000 → 109500 from 2026-01-01']);
  });

  test('a number written otherwise, and columns the plan does not read, are no causes', () => {
    const before = { people: [person('ann', { office: 'Rome', hired: '2019-01-01' })] };
    const rewritten = {
      salary: '109500',
      office: 'Oslo',
      hired: '2018-01-01',
      name: 'Ann',
      targetPercent: '5%',
    };
    const now = { people: [person('ann', rewritten)] };
    expect(between(before, now).causes).toEqual(['salary 73000 → 109500']);
    const same = correct([final({ people: [ann] })], draft({ people: [person('ann', { salary: 73000.0 })] }));
    expect(same.differences).toEqual([]);
  });

  test('a raise that ended again is a cause on its days alone', () => {
    // 30 × 10 more in September
    const people = [
      ann,
      person('ann', { from: '2026-09-01', salary: '109500' }),
      person('ann', { from: '2026-10-01' }),
    ];
    expect(between({ people: [ann] }, { people })).toMatchObject({
      amounts: ['ann 300.00 EUR'],
      causes: ['salary 73000 → 109500 from 2026-09-01'],
    });
  });

  test('two raises of different size are two causes', () => {
    // 92 days at 10 more (July to September), 92 at 20 more: 920 + 1,840
    const people = [
      ann,
      person('ann', { from: '2026-07-01', salary: '109500' }),
      person('ann', { from: '2026-10-01', salary: '146000' }),
    ];
    expect(between({ people: [ann] }, { people })).toMatchObject({
      amounts: ['ann 2760.00 EUR'],
      causes: ['salary 73000 → 109500 from 2026-07-01', 'salary 73000 → 146000 from 2026-10-01'],
    });
  });

  test('a hire in the period, and a leaving, count by their days', () => {
    // hired on 1 February: 31 days fewer; left on 30 November: 31 days fewer
    expect(between({ people: [ann] }, { people: [person('ann', { hired: '2026-02-01' })] })).toMatchObject({
      amounts: ['ann -620.00 EUR'],
      causes: ['hired none → 2026-02-01'],
    });
    expect(between({ people: [ann] }, { people: [person('ann', { left: '2026-11-30' })] })).toMatchObject({
      amounts: ['ann -620.00 EUR'],
      causes: ['left none → 2026-11-30'],
    });
  });

  test('the reason of leaving, where the plan asks for it', () => {
    const documents = [dayPlan({ leavers: { resignation: 'forfeit', retirement: 'prorate' } })];
    const left = (leftReason: string) => ({
      people: [person('ann', { left: '2026-11-30', leftReason })],
      documents,
    });
    // 334 days at 20
    expect(between(left('resignation'), left('retirement'))).toMatchObject({
      amounts: ['ann 6680.00 EUR'],
      causes: ['leftReason resignation → retirement'],
    });
  });

  test('the plans of a row, and the population of the plan', () => {
    const away = [ann, person('ann', { from: '2026-12-01', plans: 'other' })];
    expect(between({ people: [ann] }, { people: away })).toMatchObject({
      amounts: ['ann -620.00 EUR'],
      causes: ['plans every plan → other from 2026-12-01'],
    });
    const documents = [dayPlan({ eligibility: { where: [{ person: 'country', is: 'FR' }] } })];
    const french = person('ann', { country: 'FR' });
    const moved = [french, person('ann', { from: '2026-12-01', country: 'DE' })];
    expect(between({ people: [french], documents }, { people: moved, documents })).toMatchObject({
      amounts: ['ann -620.00 EUR'],
      causes: ['country FR → DE from 2026-12-01'],
    });
  });

  test('days without an assignment', () => {
    const ended = [person('ann', { from: '2026-01-01', to: '2026-11-30' })];
    expect(between({ people: [ann] }, { people: ended })).toMatchObject({
      amounts: ['ann -620.00 EUR'],
      causes: ['assignment yes → none from 2026-12-01'],
    });
  });

  test('assignments at once: their shares, whatever the order of the rows', () => {
    const half = (team: string, share: string) => person('ann', { team, share });
    const actuals = scores(60, 45);
    const before = { people: [half('North', '50%'), half('South', '50%')], actuals };
    // a quarter of 7,300 moves from 100 % to 150 %
    const now = { people: [half('South', '25%'), half('North', '75%')], actuals };
    expect(between(before, now)).toMatchObject({
      amounts: ['ann 912.50 EUR'],
      causes: ['share 50% + 50% → 75% + 25%'],
    });
  });

  test('the salary of one day for all days: other days are not read', () => {
    const documents = [dayPlan({ target: { ...target, salaryAt: 'periodEnd' } })];
    const raise = (from: string, salary: string) => person('ann', { from, salary });
    const before = { people: [ann, raise('2026-06-01', '80000'), raise('2026-10-01', '73000')], documents };
    const now = { people: [ann, raise('2026-06-01', '81000'), raise('2026-10-01', '109500')], documents };
    expect(between(before, now)).toMatchObject({
      amounts: ['ann 3650.00 EUR'],
      causes: ['salary 73000 → 109500 from 2026-10-01'],
    });
  });

  test('without proration only the last assignment is read', () => {
    const documents = [dayPlan({ target: { ...target, prorate: 'none', asOf: 'periodEnd' } })];
    const before = { people: [ann, person('ann', { from: '2026-10-01' })], documents };
    const now = {
      people: [person('ann', { salary: '50000' }), person('ann', { from: '2026-10-01', salary: '109500' })],
      documents,
    };
    expect(between(before, now)).toMatchObject({
      amounts: ['ann 3650.00 EUR'],
      causes: ['salary 73000 → 109500 from 2026-10-01'],
    });
  });

  test('the calendar of a person', () => {
    const week = [1, 1, 1, 1, 1, 0, 0];
    const documents = [
      dayPlan({
        target: { ...target, prorate: { workingDays: { person: 'schedule' } } },
        calendars: { full: { week }, short: { week: [1, 1, 1, 1, 0, 0, 0] } },
      }),
    ];
    const on = (schedule: string) => ({
      people: [person('ann', { schedule, hired: '2026-12-31' })],
      documents,
    });
    // 31 December 2026 is a Thursday, one of 261 days from Monday to Friday (52 weeks and a Thursday), and of
    // 52 × 4 + 1 = 209 from Monday to Thursday: 7,300 × (1/209 − 1/261) = 34.928… − 27.969… → 34.93 − 27.97
    expect(between(on('full'), on('short'))).toMatchObject({
      amounts: ['ann 6.96 EUR'],
      causes: ['schedule full → short'],
    });
  });
});

describe('causes in the other files', () => {
  const parental = { leave: { parental: { counts: '0%' } } };

  test('leave that lasted longer; rows that only were cut otherwise are none', () => {
    const documents = [dayPlan(parental)];
    const row = (from: string, to: string) => ({ id: 'ann', type: 'parental', from, to });
    const before = { people: [ann], documents, leave: [row('2026-03-01', '2026-03-31')] };
    const cut = [row('2026-03-01', '2026-03-10'), row('2026-03-11', '2026-03-31')];
    const raised = { people: [person('ann', { salary: '109500' })], documents };
    expect(between(before, { ...raised, leave: cut }).causes).toEqual(['salary 73000 → 109500']);
    // April is 30 days at 20
    const longer = { ...before, leave: [row('2026-03-01', '2026-04-30')] };
    expect(between(before, longer)).toMatchObject({
      amounts: ['ann -600.00 EUR'],
      causes: ['leave parental 2026-03-01 to 2026-03-31 → 2026-03-01 to 2026-04-30'],
    });
  });

  test('earnings: the sum of each code that counts', () => {
    const documents = [dayPlan({ target: { percent: '10%', of: { earnings: ['base', 'overtime'] } } })];
    const row = (code: string, amount: string) => ({
      ...{ id: 'ann', code, amount, currency: 'EUR', from: '2026-01-01', to: '2026-12-31' },
    });
    const before = { people: [ann], documents, earnings: [row('base', '73000'), row('car', '1000')] };
    const now = {
      ...before,
      earnings: [
        row('base', '73000.00'),
        row('overtime', '2000'),
        row('overtime', '-500'),
        row('car', '9000'),
      ],
    };
    // 10 % of 1,500 more
    expect(between(before, now)).toMatchObject({
      amounts: ['ann 150.00 EUR'],
      causes: ['earnings overtime none → 1500'],
    });
  });

  test('exceptions in force: a guarantee of 9,000 is 1,700 more', () => {
    const guarantee = (value: string, until = '2026-12-31') => ({
      ...{ id: 'ann', kind: 'guarantee', value, currency: 'EUR', until, reason: 'new', approver: 'CFO' },
    });
    expect(between({ people: [ann] }, { people: [ann], exceptions: [guarantee('9000')] })).toMatchObject({
      amounts: ['ann 1700.00 EUR'],
      causes: ['exception guarantee none → 9000 EUR until 2026-12-31'],
    });
    const expired = {
      people: [person('ann', { salary: '109500' })],
      exceptions: [guarantee('9000', '2025-12-31')],
    };
    expect(between({ people: [ann] }, expired).causes).toEqual(['salary 73000 → 109500']);
  });

  test('the value that counts by the as-of date, with how sure it is', () => {
    const measured = [
      ...scores(45, 45, { status: 'provisional', measuredOn: '2027-01-12' }),
      { metric: 'score', group: 'North', value: 60, status: 'final', measuredOn: '2027-02-20' },
    ];
    const before = { people: [ann], actuals: measured };
    expect(between(before, { ...before, options: { asOf: '2027-03-01' } })).toMatchObject({
      amounts: ['ann 3650.00 EUR'],
      causes: ['score of North 45 provisional → 60 final'],
    });
  });

  test('a target of the actuals', () => {
    const documents = [
      dayPlan({
        metrics: { sales: { kind: 'money', currency: 'EUR', level: 'company' } },
        goals: [
          {
            metric: 'sales',
            weight: 1,
            reads: 'achievement',
            curve: [
              [0, '0%'],
              ['200%', '200%'],
            ],
          },
        ],
      }),
    ];
    const made = (goal: number) => ({
      people: [ann],
      documents,
      actuals: [{ metric: 'sales', value: 1000, target: goal, currency: 'EUR', status: 'final' }],
    });
    // 1,000 of 800 is 125 %
    expect(between(made(1000), made(800))).toMatchObject({
      amounts: ['ann 1825.00 EUR'],
      causes: ['sales target 1000 → 800'],
    });
  });

  test('a value that only became surer explains nothing by itself', () => {
    const paid = final({ people: [ann], actuals: scores(45, 45, { status: 'provisional' }) });
    const [award] = paid.awards;
    const tampered = { ...paid, awards: award ? [{ ...award, amount: '7000.00' }] : [] };
    const correction = correct([tampered], draft({ people: [ann] }));
    expect(causesIn(correction, 'ann')).toEqual(['score status of North provisional → final']);
    expect(codesOf(correction)).toEqual(['retro.cause.unknown']);
    const later = correct([tampered], draft({ people: [ann], options: { asOf: '2027-02-28' } }));
    expect(causesIn(later, 'ann').at(-1)).toBe('as-of date 2027-01-31 → 2027-02-28');
    expect(codesOf(later)).toEqual([]);
  });

  test('a leaver paid at target: neither scores nor the team are read', () => {
    const documents = [dayPlan({ leavers: { death: 'payTarget' } })];
    const left = (changes: object) => person('ann', { left: '2026-11-30', leftReason: 'death', ...changes });
    const before = { people: [left({})], documents };
    const now = { people: [left({ salary: '109500', team: 'South' })], documents, actuals: scores(60, 60) };
    // 334 days at 10 more
    expect(between(before, now)).toMatchObject({
      amounts: ['ann 3340.00 EUR'],
      causes: ['salary 73000 → 109500'],
    });
  });

  test('the plan: its version, and the keys that differ and concern the person', () => {
    const now = dayPlan({
      version: 2,
      title: 'Renamed',
      target: { ...target, percent: '15%' },
      leavers: { otherwise: 'forfeit' },
      leave: { parental: { counts: '0%' } },
    });
    expect(between({ people: [ann] }, { people: [ann], documents: [now] })).toMatchObject({
      amounts: ['ann 3650.00 EUR'],
      causes: ['plan version 1 → 2', 'plan target changed'],
    });
  });

  test('several causes are all named', () => {
    const now = { people: [person('ann', { salary: '109500', left: '2026-12-30' })], actuals: scores(60) };
    // 364 days × 30 × 150 % = 16,380
    expect(between({ people: [ann] }, now)).toMatchObject({
      amounts: ['ann 9080.00 EUR'],
      causes: ['left none → 2026-12-30', 'salary 73000 → 109500', 'score of North 45 → 60'],
    });
  });
});
