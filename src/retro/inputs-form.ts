import { actualStatuses } from '../data/actuals.js';
import { countColumns } from '../data/counts.js';
import { exceptionKinds } from '../data/exceptions.js';
import { isRecord } from '../data/table.js';
import { treatmentWords } from '../plan/people-rules.js';
import { isDay } from '../time/day.js';
import type { FingerprintedFile } from './fingerprints.js';
import { anyText, both, type Form, listOf, objectWith, oneOf, that, valuesOf } from './form.js';
import { day, finding, isMoneyIn, literal, name, place } from './run-form.js';

const decimal: Form = oneOf(['.', ',']);
const issues: Form = listOf(finding);

/** An assignment may be ended by one that begins on the first day there is. */
const lastDay: Form = that('a day as YYYY-MM-DD', (value) => isDay(value) || value === '1899-12-31');

const assignment: Form = objectWith(
  { fields: valuesOf(literal), at: place },
  { from: day, to: lastDay, currency: anyText, plans: listOf(anyText), share: literal },
);

const person: Form = objectWith(
  { id: name, assignments: listOf(assignment), at: place, faults: issues, warnings: issues },
  { name: anyText, hired: day, left: day, leftReason: anyText },
);

const actual: Form = objectWith(
  { metric: anyText, value: literal, status: oneOf(actualStatuses), at: place, faults: issues },
  {
    group: anyText,
    period: anyText,
    kind: anyText,
    target: literal,
    targets: valuesOf(literal),
    currency: anyText,
    measuredOn: day,
    ...Object.fromEntries(countColumns.map((column) => [column, literal])),
  },
);

const leave: Form = objectWith(
  { person: name, type: anyText, from: anyText, at: place, faults: issues },
  { to: day },
);

const earning: Form = objectWith({
  person: name,
  code: anyText,
  amount: literal,
  currency: anyText,
  from: anyText,
  to: anyText,
  at: place,
  faults: issues,
});

const exception: Form = objectWith(
  {
    person: name,
    kind: oneOf(exceptionKinds),
    value: literal,
    until: anyText,
    reason: anyText,
    approver: anyText,
    at: place,
    faults: issues,
  },
  { plan: anyText, currency: anyText, from: day },
);

const decision: Form = objectWith(
  {
    person: name,
    plan: anyText,
    amount: anyText,
    currency: anyText,
    by: anyText,
    on: anyText,
    at: place,
    faults: issues,
  },
  { reason: anyText, formula: anyText },
);

/** Rows with a fault are believed by nobody; of others these cells must be sound. */
function sound(cells: Readonly<Record<string, Form>>): Form {
  return (row, path, misfits) => {
    const faults = isRecord(row) ? row['faults'] : undefined;
    if (Array.isArray(faults) && faults.length === 0) objectWith(cells)(row, path, misfits);
  };
}

/** The word of a treatment is looked up; other values are read as numbers. */
const treatment: Form = (row, path, misfits) => {
  if (isRecord(row) && row['kind'] === 'treatment')
    sound({ value: oneOf(treatmentWords) })(row, path, misfits);
};

/** An amount is compared as it stands, so it has the decimals of its currency. */
const decidedAmount: Form = (row, path, misfits) => {
  const currency = isRecord(row) ? row['currency'] : undefined;
  const fits = (value: unknown) => typeof currency === 'string' && isMoneyIn(currency, value);
  sound({ amount: that('an amount with the decimals of its currency', fits) })(row, path, misfits);
};

/** The plans of a run: what is in them is looked at when they are parsed. */
export const planDocumentsForm: Form = listOf(that('an object', isRecord));

/** The files of a run beside its plans, each by itself. */
export const fileForms: Readonly<Record<FingerprintedFile, Form>> = {
  people: objectWith({ people: listOf(person), issues, decimal }),
  actuals: objectWith({ actuals: listOf(actual), issues, decimal }),
  leave: objectWith({ leaves: listOf(both(leave, sound({ from: day }))), issues }),
  earnings: objectWith({
    earnings: listOf(both(earning, sound({ from: day, to: day }))),
    issues,
    decimal,
  }),
  exceptions: objectWith({
    exceptions: listOf(both(exception, both(sound({ until: day }), treatment))),
    issues,
    decimal,
  }),
  rates: objectWith({
    rates: listOf(objectWith({ from: name, to: name, day, until: day, rate: name })),
    issues,
  }),
  decisions: objectWith({
    decisions: listOf(both(decision, both(sound({ on: day, plan: name, by: name }), decidedAmount))),
    issues,
  }),
};

/** Everything a run was calculated on. */
export const inputsForm: Form = objectWith(
  { plans: planDocumentsForm, people: fileForms.people, actuals: fileForms.actuals },
  {
    leave: fileForms.leave,
    earnings: fileForms.earnings,
    exceptions: fileForms.exceptions,
    decisions: fileForms.decisions,
    rates: fileForms.rates,
  },
);
