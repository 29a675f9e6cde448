import { parsePlan } from '../src/concepts/parse-plan.js';
import { parseActuals } from '../src/data/actuals.js';
import { parsePeople } from '../src/data/people.js';
import { type CalculateOptions, calculate } from '../src/run/calculate.js';
import { awardsByDecimal, awardsByFloat, awardsByHoistedDecimal } from './by-hand.js';
import { actualRows, benchPeople, planDocument } from './plan.js';

/**
 * People per second of `calculate`, without and with steps for everyone, beside the same plan written by
 * hand. All variants run in one process, interleaved; the median of the rounds counts. Read the ratios.
 */
const PEOPLE = 10_000;
const ROUNDS = 7;

const rows = benchPeople(PEOPLE);
const parsed = parsePlan(planDocument);
if (!parsed.ok) throw new Error('The plan of the benchmark has faults.');
const data = { people: parsePeople(rows as never), actuals: parseActuals(actualRows) };
const run = (steps: CalculateOptions['steps']) => () =>
  calculate([parsed.plan], data, { asOf: '2027-01-31', ...(steps && { steps }) }).awards.map(
    (award) => award.amount ?? '',
  );

const variants: Record<string, () => string[]> = {
  calculate: run(undefined),
  'calculate with steps for everyone': run('everyone'),
  'by hand, decimal.js, 40 digits': () => awardsByDecimal(rows),
  'by hand, decimal.js, team hoisted': () => awardsByHoistedDecimal(rows),
  'by hand, floats': () => awardsByFloat(rows),
};

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const exact = variants['calculate']?.() ?? [];
const times = new Map(Object.keys(variants).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, work] of Object.entries(variants)) times.get(name)?.push(timed(work));
}
const decimal = median(times.get('by hand, decimal.js, 40 digits') ?? []);
console.log(`${PEOPLE} people, median of ${ROUNDS} rounds`);
for (const [name, work] of Object.entries(variants)) {
  const time = median(times.get(name) ?? []);
  const wrong = work().filter((amount, index) => amount !== exact[index]).length;
  const rate = Math.round((PEOPLE / time) * 1000).toLocaleString('en');
  console.log(
    `${name.padEnd(36)} ${rate.padStart(12)} people/s   ${(decimal / time).toFixed(2).padStart(8)} x decimal.js   ${wrong} differ from calculate`,
  );
}
const compiling = median(Array.from({ length: 50 }, () => timed(() => parsePlan(planDocument))));
console.log(`checking and compiling the plan      ${compiling.toFixed(2)} ms`);
