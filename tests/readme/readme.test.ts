import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readmeText } from '../../scripts/readme.js';
import { parseAccrualRules } from '../../src/accrual/index.js';
import { parsePlan } from '../../src/index.js';
import { documentFromText } from '../../src/node/index.js';
import { parsePayMap } from '../../src/payroll/index.js';
import { parseSources } from '../../src/sources/index.js';

const readme = readFileSync('README.md', 'utf8');

/** The code blocks of a language, in order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] as string,
  );
}

/** `expression; // result` becomes a line that prints both. */
function checkingResults(code: string): string {
  return code.replace(
    /^(\S.*); \/\/ (.*)$/gm,
    (_, expression: string, result: string) => `shown.push([${expression}, ${result}]);`,
  );
}

/** Whether a block is a sources document, and no plan. */
function isSources(text: string): boolean {
  return /^sources:$/m.test(text);
}

/** Whether a block is a pay map, and no plan. */
function isPayMap(text: string): boolean {
  return /^codes:/m.test(text);
}

/** Whether a block is the rules of an accrual. */
function isAccrual(text: string): boolean {
  return /^earned:/m.test(text);
}

describe('the README', () => {
  test("the demo's output and the table of issue codes are what the code says", () => {
    expect(readme).toBe(readmeText(readme));
  }, 120_000);

  test('the plan is the one that init writes', () => {
    expect(blocks('yaml')[0]).toBe(readFileSync('examples/starter/plan.yaml', 'utf8'));
  });

  test('every plan in it is fine', () => {
    const plans = blocks('yaml').filter((text) => !isSources(text) && !isPayMap(text) && !isAccrual(text));
    for (const plan of plans) {
      const { document, issues } = documentFromText(plan, 'plan.yaml');
      expect([...issues, ...parsePlan(document).issues]).toEqual([]);
    }
    expect(plans).toHaveLength(6);
  });

  test('the sources document in it is fine', () => {
    const [sources = '', ...others] = blocks('yaml').filter(isSources);
    const { document, issues } = documentFromText(sources, 'sources.yaml');
    expect([...issues, ...parseSources(document).issues]).toEqual([]);
    expect(others).toEqual([]);
  });

  test('the pay map in it is the one of the example, and fine', () => {
    const maps = blocks('yaml').filter(isPayMap);
    expect(maps).toEqual([readFileSync('examples/payroll/codes.yaml', 'utf8')]);
    const { document, issues } = documentFromText(maps[0] ?? '', 'codes.yaml');
    expect([...issues, ...parsePayMap(document).issues]).toEqual([]);
  });

  test('the rules of an accrual in it are fine', () => {
    const [rules = '', ...others] = blocks('yaml').filter(isAccrual);
    const { document, issues } = documentFromText(rules, 'accrual.yaml');
    expect([...issues, ...parseAccrualRules(document).issues]).toEqual([]);
    expect(others).toEqual([]);
  });

  test('the TypeScript runs, and its comments are its results', () => {
    const folder = mkdtempSync(join(tmpdir(), 'variable-pay-readme-'));
    writeFileSync(join(folder, 'plan.yaml'), blocks('yaml')[0] as string);
    // One story: each block goes on where the one before it ended.
    const code = checkingResults(blocks('ts').join('\n')).replace(
      "readDocument('plan.yaml')",
      `readDocument(${JSON.stringify(join(folder, 'plan.yaml'))})`,
    );
    const source = (name: string) => JSON.stringify(join(process.cwd(), 'src', name));
    const runnable = code
      .replace("'variable-pay'", source('index.ts'))
      .replace("'variable-pay/metrics'", source('scores/index.ts'))
      .replace(
        /'variable-pay\/(node|data|decide|retro|sources|explain|payroll|accrual|cycle|whatif)'/g,
        // Lint stands above what-if, and both are one entry.
        (_, entry: string) => source(`${entry === 'whatif' ? 'lint' : entry}/index.ts`),
      );
    const file = join(folder, 'readme.mts');
    writeFileSync(file, `const shown: unknown[] = [];\n${runnable}\nconsole.log(JSON.stringify(shown));\n`);
    const printed = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8' });
    const pairs = JSON.parse(printed) as [unknown, unknown][];
    expect(pairs).toHaveLength(21);
    for (const [result, written] of pairs) expect(result).toEqual(written);
  }, 30_000);

  test('its two commands are scripts of the package, and its subpaths exist', () => {
    const { scripts, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
      exports: Record<string, unknown>;
    };
    expect(scripts).toMatchObject({ start: expect.any(String), test: 'vitest run' });
    for (const [, path] of readme.matchAll(/`variable-pay\/([a-z]+)`/g))
      expect(Object.keys(exports)).toContain(`./${path}`);
  });
});
