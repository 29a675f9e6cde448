import { expect, test } from 'vitest';
import { issueCodes } from '../../src/issue/codes.js';
import type { Issue } from '../../src/issue/issue.js';
import { expectHelpful } from './expect-issue.js';

/** A call for each code of a stage. */
export type CodeCalls = Readonly<Record<string, () => readonly Issue[] | Promise<readonly Issue[]>>>;

/** Tests that every code of a stage is produced by a call, as severe as the table says, in words that help. */
export function testEveryCode(stage: string, calls: CodeCalls): void {
  test(`every code of ${stage} is produced by a call`, () => {
    const codes = Object.keys(issueCodes).filter((code) => code.startsWith(`${stage}.`));
    expect(Object.keys(calls).toSorted()).toEqual(codes.toSorted());
  });

  test.each(Object.entries(calls))('%s', async (code, call) => {
    const found = (await call()).filter((one) => one.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      expectHelpful(one);
      expect(one.severity).toBe(issueCodes[one.code][0]);
    }
  });
}
