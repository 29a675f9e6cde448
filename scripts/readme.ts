/**
 * Fills in the parts of README.md that are made from the code: what commands print and the table of issue codes.
 * A test compares them, so they cannot go stale: npm run readme after a change that shows in them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCodes } from '../src/issue/codes.js';

/** What the demo prints, messages after data, as a terminal shows them. */
export function demoOutput(): string {
  const both = `${process.execPath} --import tsx src/cli/cli.ts demo 2>&1`;
  return execFileSync('sh', ['-c', both], { encoding: 'utf8' }).trim();
}

const METRICS =
  'metrics examples/customer-metrics/plan.yaml --sources examples/customer-metrics/sources.yaml --people examples/customer-metrics/people.csv --as-of 2027-01-31';

const EXPLAIN =
  'explain e-1 examples/starter/plan.yaml --people examples/starter/people.csv --actuals examples/starter/actuals.csv --as-of 2027-01-31';

const LINT =
  'lint examples/starter/plan.yaml --people examples/starter/people.csv --actuals examples/starter/actuals.csv --as-of 2027-01-31';
const WHAT_IF =
  'what-if examples/starter/plan.yaml --people examples/starter/people.csv --actuals examples/starter/actuals.csv --as-of 2027-01-31 --set recommendation=60';

/** What a command prints for a shipped example. */
function outputOf(command: string): string {
  const run = `${process.execPath} --import tsx src/cli/cli.ts ${command}`;
  return execFileSync('sh', ['-c', run], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** A command and what it prints, as a terminal shows them, with the example's folder as `folder`. */
function consoleOf(command: string, [example, folder]: readonly [string, string]): string {
  return `\`\`\`console\n$ npx variable-pay ${command.replaceAll(example, folder)}\n${outputOf(command)}\n\`\`\``;
}

const FINAL =
  'calculate examples/starter/plan.yaml --people examples/starter/people.csv --actuals examples/starter/actuals.csv --as-of 2027-01-31 --final --out final';

const PAY =
  'payroll final/run.json --layout successfactors --map examples/payroll/codes.yaml --rates examples/payroll/rates.csv --pay-date 2027-02-26 --out pay';

/** A final run paid through a payroll system, and the file that is imported. */
function payExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'variable-pay-readme-'));
  const here = (command: string) =>
    command.replaceAll(/(?<= )(final|pay)(?=$|\/)/gm, (name) => join(folder, name));
  outputOf(here(FINAL));
  const printed = outputOf(here(PAY));
  const name = 'EmpPayCompNonRecurring-USD.csv';
  const file = readFileSync(join(folder, 'pay', name), 'utf8')
    .replaceAll('\r', '')
    .trim();
  const shown = PAY.replaceAll('examples/payroll/', '');
  return ['```console', `$ npx variable-pay ${shown}`, printed, `$ cat pay/${name}`, file, '```'].join('\n');
}

/** Every issue code with its severity and meaning. */
export function codeTable(): string {
  const rows = Object.entries(issueCodes).map(
    ([code, [severity, meaning]]) => `| \`${code}\` | ${severity} | ${meaning} |`,
  );
  return ['| code | severity | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** The README with the text between two marks replaced. */
export function replaceBetween(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`README.md has no marks for ${name}.`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/** README.md as it should be. */
export function readmeText(current: string): string {
  const demo = `\`\`\`console\n$ npx variable-pay demo\n${demoOutput()}\n\`\`\``;
  const metrics = consoleOf(METRICS, ['examples/customer-metrics/', '']);
  const explain = consoleOf(EXPLAIN, ['examples/starter/', 'my-plan/']);
  const lint = consoleOf(LINT, ['examples/starter/', 'my-plan/']);
  const whatIf = consoleOf(WHAT_IF, ['examples/starter/', 'my-plan/']);
  const parts = { demo, metrics, explain, lint, 'what-if': whatIf, pay: payExample(), codes: codeTable() };
  return Object.entries(parts).reduce((text, [name, part]) => replaceBetween(text, name, part), current);
}

if (process.argv[1]?.endsWith('readme.ts')) {
  writeFileSync('README.md', readmeText(readFileSync('README.md', 'utf8')));
}
