import { calculate, parseActuals, parsePeople, parsePlan } from './src/index.js';
import { storeRun } from './src/retro/index.js';
import { explainEveryone } from './src/explain/explain.js';
import { actualRows, benchPeople, planDocument } from './bench/plan.js';
const parsed = parsePlan(planDocument); if (!parsed.ok) throw parsed;
const data = { people: parsePeople(benchPeople(10000) as never), actuals: parseActuals(actualRows) };
const run = calculate([parsed.plan], data, { asOf: '2027-01-31' });
const stored = { ...run, inputs: { plans: [parsed.plan.document], ...data } } as never;
const med = (a: number[]) => a.toSorted((x, y) => x - y)[Math.floor(a.length / 2)] as number;
const t = (f: () => void) => { const s = performance.now(); f(); return performance.now() - s; };
const bare: number[] = [], steps: number[] = [], ex: number[] = [];
for (let i = 0; i < Number(process.argv[2] ?? 7); i++) {
  bare.push(t(() => calculate([parsed.plan], data, { asOf: '2027-01-31' })));
  steps.push(t(() => calculate([parsed.plan], data, { asOf: '2027-01-31', steps: 'everyone' })));
  ex.push(t(() => { let n = 0; for (const e of explainEveryone(stored)) n += e.goals.length; }));
}
console.log('bare', med(bare), 'steps', med(steps) / med(bare), 'explain', med(ex) / med(bare));
