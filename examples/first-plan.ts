// One person's award and the steps to it. In this repository: npm run build, then npx tsx examples/first-plan.ts
import { calculate, formatIssue, parseActuals, parsePeople, parsePlan } from 'variable-pay';

const points = [
  [30, '50%'],
  [60, '150%'],
];
const parsed = parsePlan({
  plan: 'first-plan',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: { recommendation: { kind: 'nps', level: 'team' } },
  goals: [{ metric: 'recommendation', weight: '100%', curve: points }],
});
if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));

const people = parsePeople([{ id: 'e-1', team: 'North', salary: '60000', currency: 'EUR' }]);
const actuals = parseActuals([{ metric: 'recommendation', group: 'North', value: 51, status: 'final' }]);

const run = calculate([parsed.plan], { people, actuals }, { asOf: '2027-01-31', steps: ['e-1'] });
for (const { person, amount, currency, steps = [] } of run.awards) {
  console.log(`${person}: ${amount} ${currency}`);
  for (const { name, shown, how } of steps) console.log(`  ${name}: ${shown} (${how})`);
}
for (const found of run.issues) console.log(formatIssue(found));
