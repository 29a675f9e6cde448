import { worksheetFiles } from '../../src/cli/worksheet-files.js';
import { parseDecisions } from '../../src/data/index.js';
import { worksheets } from '../../src/decide/index.js';
import type { Writing } from '../support/base.js';
import { type CodeCalls, testEveryCode } from '../support/every-code.js';
import { decidedPlan, decision, report, runOf, storedOf } from './support.js';

const rows = (...all: readonly Writing[]) => parseDecisions(all).issues;
const run = (changes: Writing, rules: Writing = {}) =>
  runOf({ decisions: [decision('ann', '7300', changes)], documents: [decidedPlan(rules)] }).issues;

/** A call for each code of decisions. */
const calls: CodeCalls = {
  'decisions.amount.negative': () => rows(decision('ann', '-1')),
  'decisions.amount.decimals': () => rows(decision('ann', '1.0051')),
  'decisions.amount.range': () => run({ amount: 1 }),
  'decisions.amount.blank': () => rows(decision('ann', '')),
  'decisions.award.twice': () => rows(decision('ann', '1'), decision('ann', '2')),
  'decisions.person.unknown': () => run({ id: 'zoe' }),
  'decisions.person.not-in-plan': () =>
    runOf({ people: [report('ann', { plans: 'other' })], decisions: [decision('ann', '7300')] }).issues,
  'decisions.person.withheld': () =>
    runOf({ people: [report('ann', { salary: '' })], decisions: [decision('ann', '7300')] }).issues,
  'decisions.plan.unknown': () => run({ plan: 'weekly' }),
  'decisions.plan.none': () =>
    runOf({ documents: [decidedPlan({}, { decisions: undefined })], decisions: [decision('ann', '7300')] })
      .issues,
  'decisions.by.other': () => run({ by: 'm-2' }),
  'decisions.currency.other': () => run({ currency: 'USD' }),
  'decisions.reason.missing': () => run({ reason: '' }),
  'decisions.day.later': () => run({ on: '2028-01-01' }),
  'decisions.formula.other': () => run({ formula: '1' }),
  'decisions.budget.exceeded': () => run({ amount: '7301' }),
  'decisions.budget.unchecked': () =>
    runOf({ decisions: [decision('ann', '7300')], options: { only: ['ann'] } }).issues,
  'decisions.worksheet.none': () =>
    worksheets(storedOf({ documents: [decidedPlan({}, { decisions: undefined })] })).issues,
  'decisions.worksheet.withheld': () =>
    worksheets(storedOf({ people: [report('ann', { salary: '' })] })).issues,
  'decisions.worksheet.text': async () =>
    (await worksheetFiles(worksheets(storedOf({ people: [report('=ann')] })).worksheets, 'csv')).issues,
  'decisions.decider.none': () => worksheets(storedOf({ people: [report('ann', { manager: '' })] })).issues,
  'decisions.decider.unknown': () => worksheets(storedOf(), { decider: 'm-9' }).issues,
};

testEveryCode('decisions', calls);
