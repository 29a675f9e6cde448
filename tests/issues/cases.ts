import { actualsCases } from './actuals-cases.js';
import type { IssueCase } from './case.js';
import { peopleCases } from './people-cases.js';
import { planFormCases } from './plan-form-cases.js';
import { planMeaningCases } from './plan-meaning-cases.js';

/** Cases whose fault lies in the plan. */
export const planCases: readonly IssueCase[] = [...planFormCases, ...planMeaningCases];

/** Cases whose fault lies in the data. */
export const dataCases: readonly IssueCase[] = [...peopleCases, ...actualsCases];

/** Codes that need a call of their own: `data.test.ts` beside this file produces them. */
export const codesOfCalls = ['run.plans.none', 'run.plans.same', 'run.reconciliation'] as const;
