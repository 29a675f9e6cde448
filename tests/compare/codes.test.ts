import { expect, test } from 'vitest';
import { replacedRun } from '../../src/cli/compare-inputs.js';
import { compare } from '../../src/compare/index.js';
import type { Issue } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import type { StoredRun } from '../../src/retro/index.js';
import { dayPlan, draft, person } from '../retro/support.js';
import { expectHelpful } from '../support/expect-issue.js';

const run = draft({ people: [person('ann')] });
const other = draft({ people: [person('ann')], documents: [dayPlan({ plan: 'other' })] });
const [award] = run.awards;

/** A call for each code of comparisons. */
const calls: Readonly<Record<string, () => readonly Issue[] | Promise<readonly Issue[]>>> = {
  'compare.run.form': () => compare({} as StoredRun, run).issues,
  'compare.run.differences': () => compare(run, { ...run, follows: 1 }).issues,
  'compare.plan.unknown': async () =>
    (await replacedRun(other, { plan: ['examples/starter/plan.yaml'] })).issues,
  'compare.plan.none': () => compare(run, other).issues,
  'compare.person.unknown': () => compare(run, run, { only: ['zoe'] }).issues,
  'compare.currency.differs': () =>
    compare(run, draft({ people: [person('ann', { currency: 'USD' })] })).issues,
  'compare.cause.unknown': () =>
    compare(run, { ...run, awards: [{ ...award, amount: '1.00' }] } as StoredRun).issues,
};

test('every code of comparisons has a call', () => {
  const codes = Object.keys(issueCodes).filter((code) => code.startsWith('compare.'));
  expect(Object.keys(calls).toSorted()).toEqual(codes.toSorted());
});

test.each(Object.keys(calls))('%s is told, with what to do', async (code) => {
  const found = (await calls[code]?.())?.find((one) => one.code === code);
  expect(found?.severity).toBe(issueCodes[code as keyof typeof issueCodes][0]);
  expectHelpful(found as Issue);
});
