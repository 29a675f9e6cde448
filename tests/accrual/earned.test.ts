import { describe, expect, test } from 'vitest';
import { accrued, dayPlan, estimate, forecast, MILLION, paidRun, person, recognised } from './support.js';

describe('what is earned', () => {
  test('straight over the days: 90 of 365 by the end of March, 181 by the end of June', () => {
    // 100,000 × 90 ÷ 365 = 24,657.534…; 100,000 × 181 ÷ 365 = 49,589.041…
    const made = accrued([estimate('2026-03-31', 45), estimate('2026-06-30', 45)]);
    expect(made.closings.map(({ plans }) => plans[0]?.earned)).toEqual(['18/73', '181/365']);
    expect(recognised(made)).toEqual({
      liability: ['24657.53', '49589.04'],
      expense: ['24657.53', '24931.51'],
    });
  });

  test('until the day of payment, where people must stay for it: IAS 19.20', () => {
    // 1 January 2026 to 15 March 2027 are 365 + 74 = 439 days; 100,000 × 365 ÷ 439 = 83,143.507…
    const documents = [dayPlan({ payment: { date: '2027-03-15' } })];
    const earned = { straightLine: 'days', until: 'paymentDate' } as const;
    const runs = [
      estimate('2026-12-31', 45, { documents }),
      estimate('2027-02-28', 45, { documents }),
      paidRun('2027-03-15', 45, { documents }),
    ];
    const made = accrued(runs, { earned });
    expect(made.issues).toEqual([]);
    // To 28 February 2027: 365 + 59 = 424 days; 100,000 × 424 ÷ 439 = 96,583.143…
    expect(recognised(made).liability).toEqual(['83143.51', '96583.14', '100000.00']);
    const toADay = accrued(runs, { earned: { straightLine: 'days', until: '2027-03-15' } });
    expect(recognised(toADay)).toEqual(recognised(made));
  });

  test('in equal parts, whatever their days: two of twelve months', () => {
    const made = accrued([estimate('2026-02-28', 45)], { earned: { straightLine: 'months' } });
    expect(made.closings[0]?.plans[0]?.earned).toBe('1/6');
    expect(recognised(made).liability).toEqual(['16666.67']);
  });

  test('everything after the period, by the final run', () => {
    const made = accrued([estimate('2026-12-31', 45), paidRun('2027-01-31', 51)]);
    expect(recognised(made)).toEqual({
      liability: ['100000.00', '120000.00'],
      expense: ['100000.00', '20000.00'],
    });
  });
});

describe('who it is for', () => {
  const centre = (costCentre: string, changes = {}) => ({ ...MILLION, costCentre, ...changes });

  test('thirds of a cent: lines sum to the total, the cent goes to the first in order', () => {
    // Three awards of 100.00 at a day's share: 90 ÷ 365 each is 24.657534…, together 73.9726 → 73.97.
    const people = ['c', 'a', 'b'].map((id) => person(id, { salary: '1000', costCentre: id }));
    const made = accrued([estimate('2026-03-31', 45, { people })], {}, { by: ['costCentre'] });
    expect(made.closings[0]?.totals[0]?.liability).toBe('73.97');
    expect(made.closings[0]?.lines.map(({ group, liability }) => [group['costCentre'], liability])).toEqual([
      ['a', '24.66'],
      ['b', '24.66'],
      ['c', '24.65'],
    ]);
  });

  test('a mover belongs where the closing day finds him, and takes the liability along', () => {
    const people = [centre('100'), { ...centre('200'), from: '2026-06-01' }];
    const runs = [estimate('2026-03-31', 45, { people }), estimate('2026-06-30', 45, { people })];
    const made = accrued(runs, { earned: { straightLine: 'quarters' } }, { by: ['costCentre'] });
    const lines = made.closings.map(({ lines: all }) =>
      all.map(({ group, liability, expense }) => `${group['costCentre']} ${liability} ${expense}`),
    );
    expect(lines).toEqual([['100 25000.00 25000.00'], ['100 0.00 -25000.00', '200 50000.00 50000.00']]);
    expect(made.closings[1]?.totals[0]).toMatchObject({ liability: '50000.00', expense: '25000.00' });
    expect(made.holds).toBe(true);
  });

  test('who has two assignments at once is split by the time in each', () => {
    const people = [centre('100', { share: '60%' }), centre('200', { share: '40%' })];
    const run = estimate('2026-12-31', 45, { people });
    expect(run.totals[0]?.amount).toBe('100000.00');
    const made = accrued([run], {}, { by: ['costCentre'] });
    expect(
      made.closings[0]?.lines.map(({ people: count, estimate: of, liability }) => [count, of, liability]),
    ).toEqual([
      [1, '60000.00', '60000.00'],
      [1, '40000.00', '40000.00'],
    ]);
  });

  test('a leaver who gets nothing: what was accrued is reversed in the period in which that is known', () => {
    const documents = [dayPlan({ leavers: { resignation: 'forfeit' } })];
    const left = { left: '2026-05-31', leftReason: 'resignation' };
    const before = estimate('2026-03-31', 45, { documents, people: [MILLION, person('ben')] });
    const after = estimate('2026-06-30', 45, { documents, people: [{ ...MILLION, ...left }, person('ben')] });
    const made = accrued([before, after], { earned: { straightLine: 'quarters' } });
    // Ben's 7,300: 1,825 and 3,650; Ann's 25,000 are taken back.
    expect(recognised(made)).toEqual({
      liability: ['26825.00', '3650.00'],
      expense: ['26825.00', '-23175.00'],
    });
    expect(made.issues).toEqual([]);
  });

  test('an on-cost that moves to another account is reversed on the old one', () => {
    const accounts = (suffix: string) => ({ expense: `62${suffix}`, liability: `24${suffix}` });
    const onCosts = [
      { name: 'levy', rate: '10%', until: '2026-03-31', accounts: accounts('10') },
      { name: 'levy', rate: '10%', from: '2026-04-01', accounts: accounts('20') },
    ];
    const runs = [estimate('2026-03-31', 45), estimate('2026-06-30', 45)];
    const made = accrued(runs, { earned: { straightLine: 'quarters' }, onCosts });
    const ofLevy = made.journal.filter(
      ({ account, date }) => date === '2026-06-30' && account !== '6200' && account !== '2400',
    );
    expect(ofLevy.map(({ account, debit, credit }) => `${account} ${debit} ${credit}`).toSorted()).toEqual([
      '2410 2500.00 0.00',
      '2420 0.00 5000.00',
      '6210 0.00 2500.00',
      '6220 5000.00 0.00',
    ]);
    expect(made.holds).toBe(true);
  });

  test('who moves after the period stays where its last day found him', () => {
    const people = [centre('100'), { ...centre('200'), from: '2027-01-01' }];
    const made = accrued([paidRun('2027-01-31', 45, { people })], {}, { by: ['costCentre'] });
    expect(made.closings[0]?.lines.map(({ group }) => group['costCentre'])).toEqual(['100']);
  });

  test('an on-cost that begins later is none before, and for all of the liability then', () => {
    const onCosts = [{ name: 'levy', rate: '10%', from: '2026-04-01' }];
    const runs = [estimate('2026-03-31', 45), estimate('2026-06-30', 45)];
    const made = accrued(runs, { earned: { straightLine: 'quarters' }, onCosts });
    expect(made.issues).toEqual([]);
    const ofLevy = made.closings.map(({ totals }) => totals.find(({ onCost }) => onCost === 'levy')?.expense);
    expect(ofLevy).toEqual([undefined, '5000.00']);
  });

  test('a total is as sure as the least sure of its lines, whichever comes first', () => {
    const people = [centre('100'), { ...person('ben'), team: 'South', costCentre: '200' }];
    const actuals = [...forecast(45, 'final').slice(0, 1), ...forecast(45, 'provisional').slice(1)];
    const made = accrued([estimate('2026-03-31', 45, { people, actuals })], {}, { by: ['costCentre'] });
    expect(made.closings[0]?.lines.map(({ restsOn }) => restsOn)).toEqual(['final', 'provisional']);
    expect(made.closings[0]?.totals[0]?.restsOn).toBe('provisional');
  });

  test('a share may stay as it is: nothing more was earned', () => {
    const byMetric = ['2026-03-31', '2026-06-30'].map((closing) => ({ closing, share: '40%' }));
    const runs = [estimate('2026-03-31', 45), estimate('2026-06-30', 45)];
    expect(recognised(accrued(runs, { earned: { byMetric } })).expense).toEqual(['40000.00', '0.00']);
  });

  test('yen have no cents', () => {
    const people = [person('yu', { salary: '1000', currency: 'JPY', team: 'North' })];
    // 100 yen × 90 ÷ 365 = 24.66: 25 yen.
    expect(recognised(accrued([estimate('2026-03-31', 45, { people })])).liability).toEqual(['25']);
  });
});
