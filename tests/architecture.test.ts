import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import {
  FLOORS,
  importsGoDown,
  importsOf,
  noAmbientState,
  noClasses,
  noDefaultExports,
  noModuleState,
  packagesStayHome,
  type Rule,
  type SourceFile,
  shortFiles,
  shortFunctions,
} from './support/source-rules.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(SRC, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

/** A rule, a snippet that breaks it, and one that only looks as if it did. */
interface House {
  readonly says: string;
  readonly rule: Rule;
  readonly broken: SourceFile;
  readonly kept: SourceFile;
}

const long = (lines: number) => Array.from({ length: lines }, (_, index) => `  call(${index});`).join('\n');

const house: readonly House[] = [
  {
    says: 'imports go down only',
    rule: importsGoDown,
    broken: { path: 'num/round.ts', text: "import { issue } from '../issue/issue.js';" },
    kept: {
      path: 'run/run.ts',
      text: "import type { Issue } from '../issue/issue.js';\n// from '../cli/cli.js'",
    },
  },
  {
    says: 'types and re-exports go down too',
    rule: importsGoDown,
    broken: { path: 'plan/schema.ts', text: "export type { Run } from '../run/run.js';" },
    kept: { path: 'plan/schema.ts', text: "export type { Ratio } from '../num/ratio.js';" },
  },
  {
    says: 'node reads only issues, data and numbers',
    rule: importsGoDown,
    broken: { path: 'node/csv.ts', text: "import { parsePlan } from '../concepts/parse-plan.js';" },
    kept: { path: 'node/csv.ts', text: "import type { Table } from '../data/table.js';" },
  },
  {
    says: 'every folder is a floor',
    rule: importsGoDown,
    broken: { path: 'utils/text.ts', text: '' },
    kept: { path: 'index.ts', text: "export { calculate } from './run/calculate.js';" },
  },
  {
    says: 'nothing imports the root',
    rule: importsGoDown,
    broken: { path: 'run/run.ts', text: "import { parsePlan } from '../index.js';" },
    kept: { path: 'node/csv.ts', text: "import { csv } from './index.js';" },
  },
  {
    says: 'date-fns in time, decimal.js in num, zod in plan, sources and accrual, node: in node and cli',
    rule: packagesStayHome,
    broken: { path: 'concepts/proration.ts', text: "import { addDays } from 'date-fns/addDays';" },
    kept: { path: 'time/day.ts', text: "import { addDays } from 'date-fns/addDays';" },
  },
  {
    says: 'decimal.js only in num',
    rule: packagesStayHome,
    broken: { path: 'explain/show.ts', text: "import { Decimal } from 'decimal.js';" },
    kept: { path: 'num/decimal.ts', text: "import { Decimal } from 'decimal.js';" },
  },
  {
    says: 'hashes only where runs are stored',
    rule: packagesStayHome,
    broken: { path: 'verify/verify.ts', text: "import { sha256 } from '@noble/hashes/sha2.js';" },
    kept: { path: 'retro/fingerprint.ts', text: "import { sha256 } from '@noble/hashes/sha2.js';" },
  },
  {
    says: 'zod only where documents are read',
    rule: packagesStayHome,
    broken: { path: 'data/people.ts', text: "import * as z from 'zod';" },
    kept: { path: 'plan/fields.ts', text: "import * as z from 'zod';" },
  },
  {
    says: 'node: only in node and cli, also when imported late',
    rule: packagesStayHome,
    broken: { path: 'run/run.ts', text: "const fs = await import('node:fs');" },
    kept: { path: 'cli/cli.ts', text: "import { join } from 'node:path';" },
  },
  {
    says: 'no default exports',
    rule: noDefaultExports,
    broken: { path: 'num/ratio.ts', text: 'export default function add() {}' },
    kept: { path: 'num/ratio.ts', text: 'switch (a) { default: b(); } // export default' },
  },
  {
    says: 'no chance',
    rule: noAmbientState,
    broken: { path: 'num/ratio.ts', text: 'const seed = Math.random();' },
    kept: { path: 'num/ratio.ts', text: "const words = 'Math.random()';" },
  },
  {
    says: 'no clock',
    rule: noAmbientState,
    broken: { path: 'run/run.ts', text: 'const now = Date.now();' },
    kept: { path: 'time/day.ts', text: 'const now = Date.now();' },
  },
  {
    says: 'no Date but in time and node',
    rule: noAmbientState,
    broken: { path: 'plan/guard.ts', text: 'const day = new Date();' },
    kept: { path: 'plan/guard.ts', text: 'const made = value instanceof Date;' },
  },
  {
    says: 'no eval',
    rule: noAmbientState,
    broken: { path: 'exact/evaluate.ts', text: "eval('1 + 1');" },
    kept: { path: 'exact/evaluate.ts', text: 'evaluate(1);' },
  },
  {
    says: 'no generated functions',
    rule: noAmbientState,
    broken: { path: 'exact/evaluate.ts', text: "const run = new Function('return 1');" },
    kept: { path: 'exact/evaluate.ts', text: 'const run: Function = known;' },
  },
  {
    says: 'no process outside node and cli',
    rule: noAmbientState,
    broken: { path: 'issue/issue.ts', text: 'const wide = process.stdout.columns;' },
    kept: { path: 'cli/print.ts', text: 'const wide = process.stdout.columns;' },
  },
  {
    says: 'no class but PlanError',
    rule: noClasses,
    broken: { path: 'run/run.ts', text: 'export class Engine {}' },
    kept: { path: 'concepts/define-plan.ts', text: 'export class PlanError extends Error {}' },
  },
  {
    says: 'no module state',
    rule: noModuleState,
    broken: { path: 'run/run.ts', text: 'let count = 0;' },
    kept: { path: 'run/run.ts', text: 'function f() { let count = 0; return count; }' },
  },
  {
    says: 'no file over 300 lines',
    rule: shortFiles,
    broken: { path: 'run/run.ts', text: long(301) },
    kept: { path: 'run/run.ts', text: `${long(300)}\n` },
  },
  {
    says: 'no function over 60 lines',
    rule: shortFunctions,
    broken: { path: 'run/run.ts', text: `const f = () => {\n${long(59)}\n};` },
    kept: { path: 'run/run.ts', text: `function f() {\n${long(58)}\n}` },
  },
];

describe.each(house.map((one) => [one.says, one] as const))('%s', (_says, { rule, broken, kept }) => {
  test('the rule can fail, and does not fail for nothing', () => {
    expect(rule(broken)).not.toEqual([]);
    expect(rule(kept)).toEqual([]);
  });
});

describe('the source keeps every rule', () => {
  test('the published schemas are read by nothing at run time', () => {
    const readers = files.filter(({ path }) => !path.startsWith('schemas/')).flatMap(importsOf);
    expect(readers.filter((from) => /(^|\/)schemas\//.test(from))).toEqual([]);
  });

  test('there is a source to look at', () => {
    expect(files.length).toBeGreaterThan(70);
    expect(importsOf(files.find((file) => file.path === 'index.ts') as SourceFile)).toContain(
      './run/calculate.js',
    );
    expect(FLOORS.slice(0, 3)).toEqual(['num', 'time', 'issue']);
  });

  const rules = new Map(house.map((one) => [one.rule, one.says]));
  test.each([...rules].map(([rule, says]) => [says, rule] as const))('%s', (_says, rule) => {
    expect(files.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`))).toEqual([]);
  });
});
