/** A plan a reader can calculate in the head: 10 % of 80 000 is 8 000, and a score of 45 pays 100 % of it. */
export const tinyPlan = {
  plan: 'tiny',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: { nps: { kind: 'nps', level: 'company' } },
  goals: [
    {
      metric: 'nps',
      weight: '100%',
      reads: 'value',
      curve: [
        [30, '50%'],
        [45, '100%'],
        [60, '150%'],
      ],
    },
  ],
};
export const tinyPeople = [{ id: 'e-1', hired: '2020-01-01', salary: '80000', currency: 'USD' }];
export const tinyActuals = [{ metric: 'nps', value: 45, status: 'final', measuredOn: '2027-01-12' }];
export const tinyAmount = '8000.00';

/** Calculates the tiny plan with what `variable-pay` exports and leaves the amount in `amount`. */
export const tinyCode = `
const parsed = parsePlan(${JSON.stringify(tinyPlan)});
if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\\n'));
const people = parsePeople(${JSON.stringify(tinyPeople)});
const actuals = parseActuals(${JSON.stringify(tinyActuals)});
const result = calculate([parsed.plan], { people, actuals }, { asOf: '2027-01-31' });
const amount = result.awards[0]?.amount ?? result.issues.map(formatIssue).join('\\n');
`;
