import { expect, test } from 'vitest';
import { type IssueCode, issueCodes } from '../../src/issue/codes.js';
import { codesOfCalls, dataCases, planCases, rowsCases } from './cases.js';

/** The other stages have tests of their own. */
const ELSEWHERE =
  /^(file|payroll|rates|pool|decisions|accrual|cycle|retro|metrics|scores|sources|explain|compare|verify|whatif|lint)\./;

test('every code is produced by a case', () => {
  const produced = new Set<IssueCode>([...planCases, ...dataCases, ...rowsCases].map((one) => one.code));
  for (const code of codesOfCalls) produced.add(code);
  const codes = Object.keys(issueCodes) as IssueCode[];
  expect(codes.filter((code) => !ELSEWHERE.test(code) && !produced.has(code))).toEqual([]);
});

test('every code says its severity and its meaning', () => {
  for (const [code, [severity, meaning]] of Object.entries(issueCodes)) {
    expect(code).toMatch(/^[a-z]+(\.[a-z-]+){1,2}$/);
    expect(['error', 'warning']).toContain(severity);
    expect(meaning).toMatch(/\.$/);
  }
});
