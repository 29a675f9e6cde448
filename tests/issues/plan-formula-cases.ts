import type { IssueCase } from './case.js';
import { planNodeCases } from './plan-node-cases.js';
import { planShapeCases } from './plan-shape-cases.js';
import { planTermCases } from './plan-term-cases.js';
import { planUnitCases } from './plan-unit-cases.js';

/** Plans whose fault lies in a formula. */
export const planFormulaCases: readonly IssueCase[] = [
  ...planNodeCases,
  ...planUnitCases,
  ...planTermCases,
  ...planShapeCases,
];
