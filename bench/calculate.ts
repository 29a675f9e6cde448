import { execFileSync } from 'node:child_process';
import type { Explanation } from '../src/explain/index.js';
import type { CalculateOptions } from '../src/index.js';
import { awardsByDecimal, awardsByFloat, awardsByHoistedDecimal } from './by-hand.js';
import { actualRows, benchPeople, planDocument } from './plan.js';

/** What is measured is what users install: the built package. */
const built = new URL('../dist/index.js', import.meta.url).href;
const { calculate, parseActuals, parsePeople, parsePlan } = (await import(
  built
)) as typeof import('../src/index.js');
const entry = async (name: string) => await import(new URL(`../dist/${name}.js`, import.meta.url).href);
const { storeRun } = (await entry('retro')) as typeof import('../src/retro/index.js');
const { explainEveryone } = (await entry('explain')) as typeof import('../src/explain/index.js');

/**
 * People per second of `calculate`, without and with steps for everyone, beside the same plan written by
 * hand. Each variant runs in a process of its own, so that none pays for another's garbage; the processes
 * take turns, and the median counts. Read the ratios.
 */
const PEOPLE = 10_000;
const TURNS = 3;
const WARM_UP = 8;
const ROUNDS = 7;

const rows = benchPeople(PEOPLE);

function prepared() {
  const parsed = parsePlan(planDocument);
  if (!parsed.ok) throw new Error('The plan of the benchmark has faults.');
  return {
    plan: parsed.plan,
    data: { people: parsePeople(rows as never), actuals: parseActuals(actualRows) },
  };
}

function run(steps?: CalculateOptions['steps']): () => string[] {
  const { plan, data } = prepared();
  return () =>
    calculate([plan], data, { asOf: '2027-01-31', ...(steps && { steps }) }).awards.map(
      (award) => award.amount ?? '',
    );
}

/**
 * Explanations of everybody, one after the other: every step, what was at risk, what it brought, what more would have;
 * as they are, or written out in full as JSON, which writes out every text.
 */
function explained(lengthOf: (one: Explanation) => number): () => number {
  const { plan, data } = prepared();
  const stored = storeRun(calculate([plan], data, { asOf: '2027-01-31' }), { plans: [plan], ...data });
  return () => {
    let length = 0;
    for (const one of explainEveryone(stored)) length += lengthOf(one);
    return length;
  };
}

function storing(): () => unknown {
  const { plan, data } = prepared();
  const made = calculate([plan], data, { asOf: '2027-01-31' });
  return () => storeRun(made, { plans: [plan], ...data });
}

const DECIMAL = 'by hand, decimal.js, 40 digits';
const variants: Record<string, () => () => unknown> = {
  calculate: () => run(),
  'calculate with steps for everyone': () => run('everyone'),
  'explanations of everyone': () => explained(({ award }) => award.steps?.length ?? 0),
  'the same, written as JSON': () => explained((one) => JSON.stringify(one).length),
  'storing the run, with fingerprints': storing,
  [DECIMAL]: () => () => awardsByDecimal(rows),
  'the same, company and team hoisted': () => () => awardsByHoistedDecimal(rows),
  'by hand, floats': () => () => awardsByFloat(rows),
  'checking and compiling the plan': () => () => parsePlan(planDocument),
};

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The median time of one variant, measured in this process. */
function measure(name: string): number {
  const work = variants[name]?.() ?? (() => undefined);
  for (let round = 0; round < WARM_UP; round += 1) work();
  return median(Array.from({ length: ROUNDS }, () => timed(work)));
}

function inOwnProcess(name: string): number {
  const output = execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, name], {
    encoding: 'utf8',
  });
  return Number(output);
}

function wrongOf(name: string, exact: readonly string[]): string {
  const amounts = variants[name]?.()();
  if (!Array.isArray(amounts)) return '';
  return `${amounts.filter((amount, index) => amount !== exact[index]).length} differ from calculate`;
}

function printTable(): void {
  const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn += 1) for (const [name, own] of times) own.push(inOwnProcess(name));
  const exact = run()();
  const decimal = median(times.get(DECIMAL) ?? []);
  const bare = median(times.get('calculate') ?? []);
  console.log(`${PEOPLE} people, median of ${TURNS} processes of ${ROUNDS} rounds`);
  for (const [name, own] of times) {
    const time = median(own);
    if (name.startsWith('checking')) console.log(`${name.padEnd(36)} ${time.toFixed(2)} ms`);
    else
      console.log(
        `${name.padEnd(36)} ${Math.round((PEOPLE / time) * 1000)
          .toLocaleString('en')
          .padStart(
            12,
          )} people/s ${(decimal / time).toFixed(2).padStart(8)} x decimal.js   ${(time / bare).toFixed(2).padStart(6)} x the time of calculate   ${wrongOf(name, exact)}`,
      );
  }
}

const [, , asked] = process.argv;
if (asked === undefined) printTable();
else console.log(measure(asked));
