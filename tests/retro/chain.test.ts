import { describe, expect, test } from 'vitest';
import { payLines } from '../../src/payroll/index.js';
import { correct, storeRun } from '../../src/retro/index.js';
import { expectHelpful } from '../support/expect-issue.js';
import { amountsOf, causesIn, codesOf, dayPlan, draft, final, person, scores } from './support.js';

const ann = person('ann');
const ben = person('ben', { team: 'South' });
const raised = [ann, person('ann', { from: '2026-07-01', salary: '109500' })];

describe('several final runs', () => {
  test('a leaver off cycle, then the annual run: nothing more for the leaver, all for everybody else', () => {
    const documents = [dayPlan({ leavers: { otherwise: 'payTarget' } })];
    const left = person('cy', { left: '2026-09-30', leftReason: 'redundancy' });
    const people = [ann, ben, left];
    const offCycle = final({ people, documents, actuals: [], options: { only: ['cy'], asOf: '2026-10-15' } });
    // 273 days at 20, at target
    expect(offCycle.awards.map(({ person: id, amount }) => [id, amount])).toEqual([['cy', '5460.00']]);
    const annual = draft({ people, documents, actuals: scores(60, 45), paid: [offCycle] });
    const correction = correct([offCycle], annual);
    expect(amountsOf(correction)).toEqual(['ann 10950.00 EUR', 'ben 7300.00 EUR']);
    expect(correction.unchanged).toBe(1);
    // the off-cycle run was never meant for the others
    expect(codesOf(correction)).toEqual([]);
  });

  test('a chain of three: each difference is to the last that was paid', () => {
    const documents = [dayPlan({ leave: { parental: { counts: '0%' } } })];
    const leave = [{ id: 'ann', type: 'parental', from: '2026-08-01', to: '2026-08-31' }];
    const first = final({ people: [ann, ben], documents });
    const second = final({ people: [...raised, ben], documents, paid: [first] });
    expect(amountsOf(correct([first], second))).toEqual(['ann 1840.00 EUR']);
    const third = final({ people: [...raised, ben], documents, leave, paid: [first, second] });
    const correction = correct([first, second], third);
    // 31 days of August at 30
    expect(amountsOf(correction)).toEqual(['ann -930.00 EUR']);
    expect(causesIn(correction, 'ann')).toEqual(['leave parental none → 2026-08-01 to 2026-08-31']);
    const fourth = draft({ people: [...raised, ben], documents, leave });
    expect(correct([first, second, third], fourth).unchanged).toBe(2);
  });

  test('withheld is no statement: what an earlier run paid stands', () => {
    const first = final({ people: [ann] });
    const second = final({ people: [person('ann', { salary: 'n/a' })], paid: [first] });
    const correction = correct([first, second], draft({ people: raised }));
    expect(amountsOf(correction)).toEqual(['ann 1840.00 EUR']);
    expect(causesIn(correction, 'ann')).toEqual(['salary 73000 → 109500 from 2026-07-01']);
  });

  test('missing in a later run: the earlier payment is still asked for', () => {
    const first = final({ people: [ann, ben] });
    const second = final({ people: [ann], paid: [first] });
    expect(codesOf(correct([first, second], draft({ people: [ann] })))).toEqual(['retro.person.missing']);
    expect(
      amountsOf(correct([first, second], draft({ people: [ann, ben], actuals: scores(45, 60) }))),
    ).toEqual(['ben 3650.00 EUR']);
  });

  test('periods of one plan are paid by themselves', () => {
    const quarter = (start: string, end: string) => [dayPlan({ period: { start, end } })];
    const first = final({ people: [ann, ben], documents: quarter('2026-01-01', '2026-03-31') });
    const correction = correct(
      [first],
      draft({ people: [ann], documents: quarter('2026-04-01', '2026-06-30') }),
    );
    // a quarter of 7,300; Ben is not missed in a quarter that nobody was paid for
    expect(amountsOf(correction)).toEqual(['ann 1825.00 EUR']);
    expect(codesOf(correction)).toEqual(['retro.plan.new']);
  });

  test('one of two plans is looked at, the other is left alone', () => {
    const both = [dayPlan(), dayPlan({ plan: 'other' })];
    const paid = final({ people: [ann, ben], documents: both });
    const correction = correct([paid], draft({ people: raised }));
    expect(amountsOf(correction)).toEqual(['ann 1840.00 EUR']);
    expect(codesOf(correction)).toEqual(['retro.person.missing']);
  });
});

describe('runs that cannot be followed', () => {
  const now = draft({ people: raised });

  test('a draft: nothing is computed', () => {
    const correction = correct([draft({ people: [ann] })], now);
    expect(codesOf(correction)).toEqual(['retro.run.draft']);
    expect([correction.differences, correction.totals, correction.run.awards]).toEqual([[], [], []]);
    expect(correction.reconciliation.people).toMatchObject({ in: 1, withheld: 1 });
    correction.issues.forEach(expectHelpful);
  });

  test('a run of differences', () => {
    const paid = final({ people: [ann] });
    const { run } = correct([paid], { ...now, status: 'final' });
    const stored = storeRun(run, { plans: [], people: now.inputs.people, actuals: now.inputs.actuals });
    expect(codesOf(correct([paid, stored], now))).toEqual(['retro.run.form']);
  });

  test('runs in the wrong order, or one left out', () => {
    const first = final({ people: [ann] });
    const second = final({ people: raised, paid: [first] });
    expect(codesOf(correct([second, first], now))).toEqual(['retro.run.order']);
    expect(codesOf(correct([second], now))).toEqual(['retro.run.order']);
    expect(correct([second], now).issues[0]?.message).toContain('after 1 final run, and only 0');
    expect(codesOf(correct([first, second], now))).toEqual([]);
  });

  test('the plan was paid for days that share some with its period now', () => {
    const paid = final({ people: [ann] });
    const shifted = draft({
      people: [ann],
      documents: [dayPlan({ period: { start: '2026-07-01', end: '2027-06-30' } })],
    });
    const correction = correct([paid], shifted);
    expect(codesOf(correction)).toEqual(['retro.plan.period']);
    expect(correction.differences).toEqual([]);
    correction.issues.forEach(expectHelpful);
  });

  test('two runs that both hold whole awards: what was paid is not known', () => {
    const correction = correct(
      [final({ people: [ann, ben] }), final({ people: raised })],
      draft({ people: raised }),
    );
    expect(codesOf(correction)).toEqual(['retro.run.twice']);
    expect(correction.issues[0]).toMatchObject({ severity: 'error', path: ['paid', 1] });
    expect(correction.differences).toEqual([]);
  });
});

describe('runs that did not know of each other', () => {
  test('two corrections of the same run: what was paid is not known', () => {
    const first = final({ people: [ann] });
    const second = final({ people: raised, paid: [first] });
    const third = final({ people: [ann], paid: [first] });
    const correction = correct([first, second, third], draft({ people: raised }));
    expect(codesOf(correction)).toEqual(['retro.run.twice']);
    expect(correction.differences).toEqual([]);
  });

  test('one run named twice is refused', () => {
    const first = final({ people: [ann] });
    const second = final({ people: raised, paid: [first] });
    expect(codesOf(correct([first, second, second], draft({ people: raised })))).toEqual(['retro.run.twice']);
  });
});

describe('pay lines of a correction', () => {
  const options = { payDate: '2027-04-30', payCode: 'BONUS' };
  const first = final({ people: [ann, ben] });

  test('line ids name the number of the payment: none is that of the original', () => {
    const second = final({ people: [...raised, ben], paid: [first] });
    const third = draft({ people: [...raised, ben], actuals: scores(60, 45) });
    const lines = [
      payLines(first, options),
      payLines(correct([first], second).run, options),
      payLines(correct([first, second], third).run, options),
    ].map((pay) => pay.lines.map(({ lineId }) => lineId));
    expect(lines).toEqual([
      ['daily:ann:2027-04-30:BONUS:EUR', 'daily:ben:2027-04-30:BONUS:EUR'],
      ['daily:ann:2027-04-30:BONUS:EUR:2'],
      ['daily:ann:2027-04-30:BONUS:EUR:3'],
    ]);
  });

  test('negative differences only where they are asked for', () => {
    const { run } = correct([first], draft({ people: [person('ann', { left: '2026-11-30' }), ben] }));
    const refused = payLines(run, options);
    expect([refused.lines, codesOf(refused)]).toEqual([[], ['payroll.line.negative']]);
    expect(refused.issues[0]?.message).toBe('The difference of "ann" is -620.00 EUR');
    expect(payLines(run, { ...options, negatives: true }).lines.map(({ amount }) => amount)).toEqual([
      '-620.00',
    ]);
  });

  test('the whole awards of a run that follows others are refused', () => {
    const second = final({ people: [...raised, ben], paid: [first] });
    const refused = payLines(second, options);
    expect([refused.lines, codesOf(refused)]).toEqual([[], ['payroll.run.whole']]);
    refused.issues.forEach(expectHelpful);
  });

  test('differences of two plans that cancel out are no line', () => {
    const plans = (a: string, b: string) =>
      [dayPlan(), dayPlan({ plan: 'other' })].map((document, index) => ({
        ...document,
        target: { percent: [a, b][index], of: 'salary', prorate: 'calendarDays' },
      }));
    const paid = final({ people: [ann], documents: plans('10%', '10%') });
    const { run } = correct([paid], draft({ people: [ann], documents: plans('12%', '8%') }));
    expect(run.awards.map(({ amount }) => amount)).toEqual(['1460.00', '-1460.00']);
    expect(payLines(run, { ...options, negatives: true })).toEqual({ lines: [], controls: [], issues: [] });
  });
});
