/** Three small projects as users have them. Each calculates the tiny plan and stops when a figure is wrong. */
import { tinyAmount, tinyCode, tinyPlan } from './tiny-plan.js';

export interface Consumer {
  readonly name: string;
  /** Files by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Arguments of node, each line one run; `tsc` stands for the compiler. */
  readonly runs: readonly (readonly string[])[];
}

const CORE = 'calculate, definePlan, formatIssue, isPlanError, parseActuals, parsePeople, parsePlan';

/** An error thrown by one format must be known to the other: both may be loaded in one process. */
const CHECKS = `
function check(name, seen, expected) {
  if (seen !== expected) throw new Error(name + ': expected ' + expected + ', got ' + seen);
}
function thrownBy(define) {
  try { define({ plan: 'broken' }); } catch (error) { return error; }
}
async function checkAll(other) {
  check('amount', amount, ${JSON.stringify(tinyAmount)});
  const pay = payLines(result, { payDate: '2027-02-26', payCode: 'BONUS' });
  check('pay line', pay.lines[0].amount, ${JSON.stringify(tinyAmount)});
  const stored = storeRun({ ...result, status: 'final' }, { plans: [parsed.plan], people, actuals });
  const read = readStoredRun(JSON.parse(JSON.stringify(stored)));
  check('stored run', read.ok && correct([read.run], stored).unchanged, 1);
  const [explained] = explain(stored, 'e-1', { attribution: true }).explanations;
  check('explanation', explained.outcome.award, ${JSON.stringify(tinyAmount)});
  check('explanation in words', explanationText(explained).includes('8,000.00'), true);
  check('comparison', compare(stored, stored).counts.same, 1);
  check('verification', verify(JSON.parse(JSON.stringify(stored))).holds, true);
  const [answer] = whatIf(prepareWhatIf([parsed.plan], { people, actuals }, { asOf: '2027-01-31' }), { same: {} });
  check('what-if', answer.totals[0].difference, '0.00');
  const next = { ...parsed.plan.document, version: 'next' };
  check('difference', planDifferences(parsed.plan.document, next)[0].path[0], 'version');
  const nps = npsFromCounts({ promoters: 27, passives: 13, detractors: 10 }, { confidence: '95%' });
  check('nps', nps.ok && nps.result.score, '34');
  check('scores', scores([parsed.plan], { actuals }, { asOf: '2027-01-31' }).format, 'variable-pay/scores');
  check('worksheets', worksheets(stored).issues[0].code, 'decisions.worksheet.none');
  check('sources', readSources({ sources: [] }, {}).rows.length, 0);
  check('our error, their test', other.isPlanError(thrownBy(definePlan)), true);
  check('their error, our test', isPlanError(thrownBy(other.definePlan)), true);
  check('CSV', (await readTable('people.csv')).table.rows[0].id, '00123');
  check('XLSX', (await readTable('people.xlsx')).table.rows[0].id, '00123');
  check('YAML', documentFromText('rate: 0.10', 'plan.yaml').document.rate, '0.10');
  check('CSV out', toCsv([{ name: 'id', text: true }], [['00123']]), 'id\\n00123\\n');
}
`;

const ESM = `
import { createRequire } from 'node:module';
import { ${CORE} } from 'variable-pay';
import { payLines } from 'variable-pay/payroll';
import { correct, readStoredRun, storeRun } from 'variable-pay/retro';
import { planDifferences } from 'variable-pay/versions';
import { npsFromCounts, scores } from 'variable-pay/metrics';
import { readSources } from 'variable-pay/sources';
import { compare, explain, explanationText, verify } from 'variable-pay/explain';
import { worksheets } from 'variable-pay/decide';
import { prepareWhatIf, whatIf } from 'variable-pay/whatif';
import { documentFromText, readTable, toCsv } from 'variable-pay/node';
import schema from 'variable-pay/schema/plan.schema.json' with { type: 'json' };
import explanationSchema from 'variable-pay/schema/explanation.schema.json' with { type: 'json' };
${tinyCode}${CHECKS}
check('schema', schema.$id, 'urn:variable-pay:schema:plan:1');
check('schema of results', explanationSchema.$id, 'urn:variable-pay:schema:explanation:1');
await checkAll(createRequire(import.meta.url)('variable-pay'));
`;

const COMMON_JS = `
const { ${CORE} } = require('variable-pay');
const { payLines } = require('variable-pay/payroll');
const { correct, readStoredRun, storeRun } = require('variable-pay/retro');
const { planDifferences } = require('variable-pay/versions');
const { npsFromCounts, scores } = require('variable-pay/metrics');
const { readSources } = require('variable-pay/sources');
const { compare, explain, explanationText, verify } = require('variable-pay/explain');
const { worksheets } = require('variable-pay/decide');
const { prepareWhatIf, whatIf } = require('variable-pay/whatif');
const { documentFromText, readTable, toCsv } = require('variable-pay/node');
const schema = require('variable-pay/schema/plan.schema.json');
const explanationSchema = require('variable-pay/schema/explanation.schema.json');
${tinyCode}${CHECKS}
check('schema', schema.$id, 'urn:variable-pay:schema:plan:1');
check('schema of results', explanationSchema.$id, 'urn:variable-pay:schema:explanation:1');
import('variable-pay').then(checkAll).catch((error) => { console.error(error); process.exitCode = 1; });
`;

const TYPED = `
import { type Award, calculate, definePlan, formatIssue, type Issue, parseActuals, parsePeople, parsePlan } from 'variable-pay';
import { type Comparison, compare, type Explanation, explain, explanationText, type Verification, verify } from 'variable-pay/explain';
import { type TableReading, tableFromBytes } from 'variable-pay/node';
import { prepareWhatIf, type ScenarioAnswer, whatIf } from 'variable-pay/whatif';
import { type PayLine, payLines } from 'variable-pay/payroll';
import { type Correction, correct, storeRun } from 'variable-pay/retro';
import { type PlanDifference, planDifferences } from 'variable-pay/versions';
${tinyCode}
const award: Award | undefined = result.awards[0];
const issues: readonly Issue[] = result.issues;
const lines: readonly PayLine[] = payLines(result, { payDate: '2027-02-26', payCode: 'BONUS' }).lines;
const now = storeRun(result, { plans: [parsed.plan], people, actuals });
const correction: Correction = correct([], now);
const explanation: Explanation | undefined = explain(now, 'e-1', { language: 'fr' }).explanations[0];
const comparison: Comparison = compare(now, now);
const verification: Verification = verify(now);
const answers: readonly ScenarioAnswer[] = whatIf(prepareWhatIf([parsed.plan], { people, actuals }, { asOf: '2027-01-31' }), { same: {} });
if (!explanation || !explanationText(explanation).includes('8') || comparison.counts.same !== 1 || !verification.holds)
  throw new Error(JSON.stringify({ explanation, comparison, verification }));
const same: readonly PlanDifference[] = planDifferences(parsed.plan.document, parsed.plan.document);
const reading: Promise<TableReading> = tableFromBytes(new Uint8Array(), 'people.csv', 'csv');
// @ts-expect-error a metric the plan does not have
const misspelt = () => definePlan({ ...${JSON.stringify(tinyPlan)}, goals: [{ metric: 'nsp', weight: 1 }] });
if (award?.amount !== ${JSON.stringify(tinyAmount)} || amount !== lines[0]?.amount) throw new Error(amount);
void [issues, correction, same, reading, misspelt, answers];
`;

/** Exactly what a strict user has: every declaration file is checked, and no types of Node are installed. */
function compilerOptions(module: string, moduleResolution: string, outDir: string): string {
  const common = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, types: [] };
  const target = { target: 'ES2022', lib: ['ES2023'], module, moduleResolution, outDir, rootDir: '.' };
  return JSON.stringify({ compilerOptions: { ...common, ...target }, include: ['*.ts', '*.mts', '*.cts'] });
}

export const consumers: readonly Consumer[] = [
  { name: 'ESM', files: { 'use.mjs': ESM }, runs: [['--no-warnings', 'use.mjs']] },
  { name: 'CommonJS', files: { 'use.cjs': COMMON_JS }, runs: [['use.cjs']] },
  {
    name: 'TypeScript',
    files: {
      'use.mts': TYPED,
      'use.cts': TYPED,
      'node16.json': compilerOptions('node16', 'node16', 'node16'),
      'bundler.json': compilerOptions('esnext', 'bundler', 'bundler'),
    },
    runs: [
      ['tsc', '-p', 'node16.json'],
      ['node16/use.mjs'],
      ['node16/use.cjs'],
      ['tsc', '-p', 'bundler.json'],
      ['bundler/use.mjs'],
    ],
  },
];
