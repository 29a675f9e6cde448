// What is it worth when employees are happier, if that makes customers happier? Both links are assumptions of the caller.
// Rucci, Kirn and Quinn, The Employee-Customer-Profit Chain at Sears, Harvard Business Review, January 1998: 5 units of
// employee attitude drive 1.3 units of customer impression, and these 0.5% of revenue growth. One retailer, one time.
import { formatIssue } from 'variable-pay';
import { improvementWorth } from 'variable-pay/whatif';

const answer = improvementWorth({
  revenue: '100000000',
  // Of each unit of employee attitude 1.3/5 = 26% comes through as customer impression.
  change: { employee: 5, link: '26%' },
  // 0.5% of revenue for 1.3 units: 1/260 for one.
  elasticity: '1/260',
  years: 2,
  margin: '40%',
  cost: '150000',
});
if (!answer.ok) throw new Error(answer.issues.map(formatIssue).join('\n'));

const { assumptions, uplift, years, worth, cost, net } = answer.result;
console.log(`assumed: ${JSON.stringify(assumptions)}`);
console.log(`customer impression moves by ${assumptions.change}, revenue by ${uplift}`);
for (const one of years)
  console.log(`year ${one.year}: revenue ${one.revenue}, worth ${one.worth}, cost ${one.cost}`);
console.log(`worth ${worth}, cost ${cost}, left ${net}`);
