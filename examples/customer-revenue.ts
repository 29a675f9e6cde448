// What does a better recommendation score cost under a plan, and what is it worth? Every assumption is printed.
// Temkin Group, ROI of Customer Experience, 2018: a modest improvement of customer experience is worth 775 million dollars
// of revenue over three years to a company of a billion a year, on average over 20 industries (software a billion,
// utilities 476 million). It is a model made from a survey of 10,000 consumers, no measurement: hence the break-even.
import { calculate, formatIssue, parseActuals, parsePeople, parsePlan } from 'variable-pay';
import { costOfImprovement, improvementWorth } from 'variable-pay/whatif';

const parsed = parsePlan({
  plan: 'customers-first',
  version: 1,
  currency: 'USD',
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '8%', of: 'salary', prorate: 'none' },
  metrics: { recommendation: { kind: 'nps', level: 'company' } },
  goals: [
    {
      metric: 'recommendation',
      weight: '100%',
      curve: [
        [20, '0%'],
        [40, '100%'],
        [60, '200%'],
      ],
    },
  ],
});
if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));

// Four thousand people on 62,500 each: a quarter of revenue is pay.
const ids = Array.from({ length: 4000 }, (_, index) => `e-${index + 1}`);
const people = parsePeople(ids.map((id) => ({ id, salary: '62500', currency: 'USD' })));
const runAt = (score: number) => {
  const actuals = parseActuals([{ metric: 'recommendation', value: score, status: 'final' }]);
  return calculate([parsed.plan], { people, actuals }, { asOf: '2027-01-31' });
};
const [cost] = costOfImprovement(runAt(30), runAt(40)).costs;
if (!cost) throw new Error('Nobody is paid.');
console.log(`cost of 10 points: ${cost.improved} - ${cost.present} = ${cost.cost} ${cost.currency} a year`);

// In thousandths of the billion: 775/1000 over three years in which a third, two thirds and all of it are there, so that
// all of it adds 38.75% of yearly revenue. That these 10 points are the modest improvement is an assumption, too.
for (const margin of ['100%', '30%']) {
  const answer = improvementWorth({
    revenue: '1000000000',
    change: 10,
    elasticity: '3.875%',
    years: 3,
    phaseIn: ['1/3', '2/3', '100%'],
    margin,
    cost: cost.cost,
  });
  if (!answer.ok) throw new Error(answer.issues.map(formatIssue).join('\n'));
  const { assumptions, worth, net, worthOfCost, breakEvenElasticity } = answer.result;
  console.log(`assumed: ${JSON.stringify(assumptions)}`);
  console.log(`worth ${worth}, cost left out ${net}, ${worthOfCost} times the cost`);
  console.log(`pays for itself from an elasticity of ${breakEvenElasticity} a point`);
}
