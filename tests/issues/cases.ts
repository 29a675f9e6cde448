import { actualsCases } from './actuals-cases.js';
import type { IssueCase, RowsCase } from './case.js';
import { changesCases } from './changes-cases.js';
import { decisionsCases, planDecisionCases } from './decisions-cases.js';
import { earningsCases } from './earnings-cases.js';
import { exceptionsCases } from './exceptions-cases.js';
import { leaveCases } from './leave-cases.js';
import { peopleCases } from './people-cases.js';
import { peopleDaysCases } from './people-days-cases.js';
import { planFormCases } from './plan-form-cases.js';
import { planFormulaCases } from './plan-formula-cases.js';
import { planMeaningCases } from './plan-meaning-cases.js';
import { planPeopleCases } from './plan-people-cases.js';
import { planSampleCases } from './plan-sample-cases.js';
import { runCases } from './run-cases.js';
import { runFormulaCases } from './run-formula-cases.js';
import { runSampleCases } from './run-sample-cases.js';

/** Cases whose fault lies in the plan. */
export const planCases: readonly IssueCase[] = [
  ...planFormCases,
  ...planMeaningCases,
  ...planPeopleCases,
  ...planFormulaCases,
  ...planSampleCases,
  ...planDecisionCases,
];

/** Cases whose fault lies in the data. */
export const dataCases: readonly IssueCase[] = [
  ...peopleCases,
  ...peopleDaysCases,
  ...actualsCases,
  ...runCases,
  ...runFormulaCases,
  ...runSampleCases,
];

/** Cases whose fault lies in the files beside people and actuals. */
export const rowsCases: readonly RowsCase[] = [
  ...leaveCases,
  ...earningsCases,
  ...exceptionsCases,
  ...decisionsCases,
  ...changesCases,
];

/** Codes that need a call of their own: `data.test.ts` beside this file, and `tests/scores`, produce them. */
export const codesOfCalls = [
  'run.plans.none',
  'run.plans.same',
  'run.reconciliation',
  'plan.sample.noise',
  'plan.neutral.pays',
] as const;
