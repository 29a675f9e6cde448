/**
 * What awards are calculated on beside people and actuals: leave, pay earned, exceptions, decisions, dated changes;
 * and the makers of periods. In an entry of its own, as many plans need none of it.
 */
export { cutPeriod, type SubPeriodMaker, type WeekYear, weekYear } from '../time/sub-periods.js';
export { applyChanges } from './changes.js';
export { type Decision, type Decisions, mergeDecisions, parseDecisions } from './decisions.js';
export { type Earning, type Earnings, parseEarnings } from './earnings.js';
export { type ExceptionKind, type Exceptions, type PayException, parseExceptions } from './exceptions.js';
export { type Leave, type Leaves, parseLeave } from './leave.js';
export { type Conversion, type Converted, convertMoney, parseRates, type Rate, type Rates } from './rates.js';
