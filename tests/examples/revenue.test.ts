import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What an example prints; the package's name stands for src here. */
function printed(name: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', pathOf(`../../examples/${name}`)],
    {
      env: { ...process.env, TSX_TSCONFIG_PATH: pathOf('./tsconfig.json') },
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

// 4,000 × 62,500 × 8 % is 20 million at target (40), and half of it at 30. 775 − 3 × 10 = 745; at a margin of 30 %
// 232.5 − 30 = 202.5 and 232.5 ÷ 30 = 7.75. The plan pays for itself from 3.875 % × 30 ÷ 775 = 0.15 %, or 0.5 % at 30 %.
test('the published estimate: 775 million, with every assumption printed', () => {
  const lines = printed('customer-revenue.ts');
  expect(lines[0]).toBe('cost of 10 points: 20000000.00 - 10000000.00 = 10000000.00 USD a year');
  expect(lines[1]).toMatch(/^assumed: .*"phaseIn":\["1\/3","2\/3","1"\].*"margin":"1"/);
  expect(lines.filter((line) => !line.startsWith('assumed'))).toEqual([
    lines[0],
    'worth 775000000, cost left out 745000000, 155/6 times the cost',
    'pays for itself from an elasticity of 0.0015 a point',
    'worth 232500000, cost left out 202500000, 7.75 times the cost',
    'pays for itself from an elasticity of 0.005 a point',
  ]);
});

// 5 × 26 % = 1.3; 1.3 ÷ 260 = 0.5 % of 100 million is 500,000, of which 40 % stay; 2 × (200,000 − 150,000) = 100,000.
test('the engagement link: an employee result drives part of the customer result', () => {
  const [assumed, ...lines] = printed('engagement-link.ts');
  expect(assumed).toContain('"employee":{"change":"5","link":"0.26"}');
  expect(lines).toEqual([
    'customer impression moves by 1.3, revenue by 0.005',
    'year 1: revenue 500000, worth 200000, cost 150000',
    'year 2: revenue 500000, worth 200000, cost 150000',
    'worth 400000, cost 300000, left 100000',
  ]);
});

test('both are short, and cite their source', () => {
  for (const [name, source] of [
    ['customer-revenue.ts', 'ROI of Customer Experience, 2018'],
    ['engagement-link.ts', 'Harvard Business Review, January 1998'],
  ]) {
    const text = readFileSync(pathOf(`../../examples/${name}`), 'utf8');
    expect(text).toContain(source);
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(60);
  }
});
