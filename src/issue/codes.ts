import { accrualCodes } from './accrual-codes.js';
import { compareCodes } from './compare-codes.js';
import { cycleCodes } from './cycle-codes.js';
import { dataCodes } from './data-codes.js';
import { decisionCodes } from './decision-codes.js';
import { explainCodes } from './explain-codes.js';
import { lintCodes } from './lint-codes.js';
import { metricCodes } from './metric-codes.js';
import { payrollCodes } from './payroll-codes.js';
import { poolCodes } from './pool-codes.js';
import { rateCodes } from './rate-codes.js';
import { retroCodes } from './retro-codes.js';
import { sourceCodes } from './source-codes.js';
import { verifyCodes } from './verify-codes.js';
import { whatifCodes } from './whatif-codes.js';

/**
 * Every issue code there is: its severity and what it means, in the order of the stages.
 *
 * Documentation only: at run time an issue needs no more than its code, so nothing imports this table but its
 * types, and it costs a bundle nothing. The README prints it, and a test fails when a code is not produced by some test.
 */
export const issueCodes = {
  'file.read': ['error', 'A file cannot be read.'],
  'file.format': [
    'error',
    'A file is not of a format that can be read: name it .csv, .xlsx, .json, .ndjson or .yaml.',
  ],
  'file.size': ['error', 'A file or document is larger than the limit.'],
  'file.encoding': ['error', 'Bytes are not in the encoding that was declared or detected.'],
  'file.syntax': ['error', 'A file is not valid CSV, XLSX, JSON, NDJSON or YAML; the line is named.'],
  'file.column.duplicate': ['error', 'Two columns have one name, so neither can be trusted.'],
  'file.column.name': ['error', 'A column has no name, or a name that cannot be a key.'],
  'file.row.width': ['error', 'A row has more cells than the header has columns.'],
  'file.write': ['error', 'An output file cannot be written; nothing was changed.'],

  'plan.depth': ['error', 'A plan is nested too deep.'],
  'plan.size': ['error', 'A plan has more values than any plan needs.'],
  'plan.key.forbidden': ['error', 'A key is one that JavaScript uses itself, such as __proto__.'],
  'plan.key.unknown': ['error', 'A key is misspelt or does not exist; the nearest known one is suggested.'],
  'plan.key.missing': ['error', 'A key that is needed is not there.'],
  'plan.value.type': ['error', 'A value is of another type than belongs there.'],
  'plan.value.option': ['error', 'A word is not one of those that belong there.'],
  'plan.value.size': ['error', 'A text or list is empty or too long.'],
  'plan.number.form': ['error', 'A number cannot be read exactly.'],
  'plan.number.percent': ['error', 'A bare number stands where a percentage belongs: 50 would be 5000 %.'],
  'plan.date.form': ['error', 'A day does not exist or is not written YYYY-MM-DD.'],
  'plan.currency.unknown': ['error', 'A currency is not in ISO 4217.'],
  'plan.currency.missing': ['error', 'An amount of money has no currency and the plan states none.'],
  'plan.name.form': ['error', 'A name has characters that names cannot have.'],
  'plan.period.order': ['error', 'The period ends before it begins.'],
  'plan.period.years': [
    'error',
    'The period is not whole months, and the plan does not say how much of a year it is.',
  ],
  'plan.period.parts': ['error', 'Named parts of the period do not fit into it, or share days.'],
  'plan.payment.missing': ['error', 'The plan asks for employment on the payment date and has none.'],
  'plan.target.range': ['error', 'A target percent or amount is negative.'],
  'plan.target.proration': ['error', 'Pay already earned in the period would be prorated a second time.'],
  'plan.target.basis': ['error', 'A key of the target says nothing about its basis.'],
  'plan.leave.unused': ['warning', 'A plan has rules of leave that change nothing in its target.'],
  'plan.proration.form': [
    'error',
    'A share of days, a calendar or a rule of whole months cannot be as written.',
  ],
  'plan.pool.parts': ['error', 'The parts of a pool, or what its groups get, do not sum to 1.'],
  'plan.pool.remainder': [
    'error',
    'A pool with a ceiling does not say what becomes of what it leaves, or one without a ceiling does.',
  ],
  'plan.metric.unknown': ['error', 'A goal, gate or modifier names a metric the plan does not have.'],
  'plan.metric.unused': ['warning', 'A metric is defined and never used.'],
  'plan.node.form': ['error', 'A formula is no number and no node, or an object with two naming keys.'],
  'plan.formula.unit': ['error', 'Values of different units stand together, such as a ratio beside money.'],
  'plan.formula.scope': [
    'error',
    'An award is never brought up to the person, so nothing says which days count.',
  ],
  'plan.formula.place': [
    'error',
    'A key or node stands where it says nothing, such as goals beside an award.',
  ],
  'plan.term.unknown': ['error', 'A term is named that the plan does not have.'],
  'plan.term.name': ['error', 'A term has a name that the library uses itself.'],
  'plan.term.cycle': ['error', 'A term is made of itself.'],
  'plan.term.chain': ['error', "Another person's result reads the result of a third."],
  'plan.sample.number': ['error', 'A number of a sample rule cannot be as written.'],
  'plan.sample.incomplete': [
    'error',
    'A sample rule lacks what it needs: the policy, the minimum, or how credibility is calculated.',
  ],
  'plan.sample.both': ['error', 'Two sample rules that cannot both say what pays.'],
  'plan.sample.level': ['error', 'A score is drawn toward a level that is not wider than its own.'],
  'plan.sample.kind': ['error', 'A metric of this kind has no interval, or no tens, that a rule could use.'],
  'plan.sample.parts': [
    'error',
    'A sample rule meets several parts of the period that it cannot take as one.',
  ],
  'plan.sample.place': [
    'error',
    'A policy for goals meets a gate or modifier, which has no weight and no target.',
  ],
  'plan.sample.noise': [
    'warning',
    'Money hangs on a score whose interval is wider than the way from threshold to target: mostly luck.',
  ],
  'plan.sample.none': ['error', 'enough reads a metric without sample rules.'],
  'plan.term.unused': ['warning', 'A term is defined and never used.'],
  'plan.field.undeclared': [
    'error',
    'A formula reads a column of people as a number, and the plan does not say what it holds.',
  ],
  'plan.field.per': ['error', 'A field that is not money is declared per year or per period.'],
  'plan.metric.parts': [
    'error',
    'Parts of a metric are read as one, and the plan does not say how they make it.',
  ],
  'plan.currency.mixed': ['error', 'Amounts in two currencies stand together.'],
  'plan.number.range': ['error', 'A number lies outside what its place allows.'],
  'plan.matrix.size': ['error', 'A matrix has not one value for every row and column.'],
  'plan.weights.missing': [
    'error',
    'An item may not count, and the plan does not say what becomes of its weight.',
  ],
  'plan.curve.caps': ['error', 'Two caps of a curve disagree.'],
  'plan.gate.never': ['warning', 'A condition can never hold, or two conditions contradict each other.'],
  'plan.metric.currency': ['error', 'A money metric has no currency, or another kind has one.'],
  'plan.metric.target': [
    'error',
    'A target lies outside the values its kind can take, or is zero where it divides.',
  ],
  'plan.metric.achievement': [
    'error',
    'A lower-is-better metric does not say how achievement is calculated.',
  ],
  'plan.goal.source': ['error', 'A goal, gate or modifier names neither or both of metric and person.'],
  'plan.goal.name': ['error', 'Two goals have one name, or a gate names a goal that does not exist.'],
  'plan.field.structure': [
    'error',
    'A plan reads a column such as id or hired, which has a meaning of its own.',
  ],
  'plan.reads.missing': [
    'error',
    'A metric in percent does not say what is read of it: 90 % retention against a target of 90 % pays one thing as a value and another as an achievement.',
  ],
  'plan.reads.unit': ['error', 'What is read does not exist for this source.'],
  'plan.weights.sum': ['error', 'The weights of the goals do not sum to 1.'],
  'plan.weights.range': ['error', 'A weight is not above 0.'],
  'plan.curve.needed': ['error', 'A goal says not, or says twice, what its values pay.'],
  'plan.curve.order': ['error', 'The points or bands of a curve are not in ascending order.'],
  'plan.curve.gap': ['error', 'No band covers some values between two bands.'],
  'plan.curve.overlap': ['error', 'Two bands cover the same values.'],
  'plan.curve.falls': ['warning', 'A better result pays less.'],
  'plan.curve.slope': ['error', 'A curve continues beyond its points but has no slope there.'],
  'plan.unit.percent': ['error', 'A percentage stands where points, a count or money belong.'],
  'plan.gate.comparator': ['error', 'A gate has no comparator, or more than one.'],
  'plan.gate.scope': ['error', 'A gate both closes some goals and excepts others.'],
  'plan.modifier.range': ['error', 'A modifier has none, or more than one, of within, table and curve.'],
  'plan.limit.order': ['error', 'A floor lies above its cap.'],
  'plan.limit.of': ['error', 'A limit of the award is a bare ratio and does not say of what.'],
  'plan.limit.below-target': ['warning', 'A cap lies below target: nobody can reach target opportunity.'],
  'plan.risk.form': ['error', 'The safe part is stated in both ways, or in neither.'],
  'plan.risk.range': ['error', 'The safe part is not between 0 and 100 % of target.'],
  'plan.risk.survives': [
    'error',
    'A gate can close the whole payout and the plan does not say whether the safe part survives it.',
  ],
  'plan.rounding.unit': [
    'error',
    'A rounding unit is not positive, or is a currency where ratios are rounded.',
  ],

  ...dataCodes,
  ...explainCodes,
  ...metricCodes,
  ...sourceCodes,

  'run.as-of.form': ['error', 'The as-of date does not exist; nothing is calculated.'],
  'run.plans.none': ['error', 'No plan was given.'],
  'run.plans.same': ['error', 'One plan was given twice.'],
  'run.steps.unknown': ['warning', 'Steps were asked for a person who is not among the people.'],
  'run.curve.order': [
    'error',
    'Points of a curve that are calculated come out descending; who needs it is withheld.',
  ],
  'run.weights.sum': ['error', 'The weights of a person do not sum to 1; the person is withheld.'],
  'run.peers.none': [
    'error',
    'There is nobody to compare with, or not exactly one person whose result is read.',
  ],
  'run.currency.mixed': ['error', 'Amounts of one award are in several currencies; the person is withheld.'],
  'run.segments.differ': [
    'error',
    'A plan that does not prorate meets assignments that differ, and does not say which counts; the person is withheld.',
  ],
  'run.plans.both': ['warning', 'Two plans pay the same people for the same days.'],
  'run.plans.exclusive': [
    'error',
    'Two plans of which one excludes the other would pay the same days; the person is withheld in both.',
  ],
  'run.only.unknown': ['error', 'Somebody the run is for is not among the people.'],
  'run.hours.unsaid': [
    'error',
    'Somebody works part of the hours, and the plan does not say whether its target is for full time; the person is withheld.',
  ],
  'run.earnings.none': [
    'error',
    'Somebody has no pay earned in the period, as in a file of another year; the person is withheld.',
  ],
  'run.calendar.unknown': [
    'error',
    'A person names a calendar the plan does not have; the person is withheld.',
  ],
  'run.leave.type': ['error', 'The plan does not say what a type of leave counts; the person is withheld.'],
  'run.leave.unsaid': ['warning', 'The plan says nothing about leave, so all days of leave count in full.'],
  'run.leaver.reason': [
    'error',
    'The plan does not say what leavers for a reason get; the person is withheld.',
  ],
  'run.exception.days': [
    'error',
    'An exception covers only part of the days it is for; the person is withheld.',
  ],
  'run.exception.kind': [
    'error',
    'An exception changes nothing in the target of the plan; the person is withheld.',
  ],
  'run.exception.plan': [
    'error',
    'An amount by exception does not say for which of several plans it is; the person is withheld in them.',
  ],
  'run.exception.expired': ['warning', 'An exception ended before the period and is not applied.'],
  'run.division.zero': ['error', 'Something is divided by zero; whoever needs it is withheld.'],
  'run.table.category': ['error', 'A category is not in the table that pays it; the person is withheld.'],
  'run.rounding.finer': [
    'error',
    'The plan rounds to less than the smallest unit of the currency; the person is withheld.',
  ],
  'run.reconciliation': [
    'error',
    'People in are not paid + zero + not eligible + withheld: a fault of this library.',
  ],

  'leave.outside': ['error', 'Leave lies outside the employment; the person is withheld.'],

  ...rateCodes,
  ...poolCodes,
  ...decisionCodes,
  ...payrollCodes,
  ...accrualCodes,
  ...cycleCodes,

  ...retroCodes,

  ...verifyCodes,
  ...compareCodes,
  ...whatifCodes,
  ...lintCodes,
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;

/** A stable code of an issue: `stage.subject.fault`. */
export type IssueCode = keyof typeof issueCodes;

/** The codes of warnings. */
export type WarningCode = {
  [Code in IssueCode]: (typeof issueCodes)[Code][0] extends 'warning' ? Code : never;
}[IssueCode];
