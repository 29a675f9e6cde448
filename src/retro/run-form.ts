import { actualStatuses } from '../data/actuals.js';
import { exceptionKinds } from '../data/exceptions.js';
import { isRecord } from '../data/table.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import { awardStatuses, runStatuses } from '../run/run.js';
import { isDay } from '../time/day.js';
import { FINGERPRINT } from './fingerprint.js';
import { anyText, both, count, type Form, flag, listOf, objectWith, oneOf, that } from './form.js';

/** A name or id: text that is not blank. */
export const name: Form = that('text', (value) => typeof value === 'string' && value.trim() !== '');
export const day: Form = that('a day as YYYY-MM-DD', isDay);
/** A cell as written. */
export const literal: Form = that(
  'text or a number',
  (value) => typeof value === 'string' || Number.isFinite(value),
);

export const period: Form = objectWith({ start: day, end: day });

/** Where something stands in a file. */
export const place: Form = objectWith({}, { file: anyText, row: count, column: anyText });

/** Something that was found. */
export const finding: Form = objectWith(
  {
    code: name,
    severity: oneOf(['error', 'warning']),
    path: listOf(literal),
    message: anyText,
  },
  { at: place, expected: anyText, received: anyText, hint: anyText, source: anyText },
);

/** An amount as a decimal numeral; longer ones nobody is paid. */
export function isMoney(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,30}(\.\d{1,4})?$/.test(value);
}

/** An amount with just the decimals of its currency. */
export function isMoneyIn(currency: string, value: unknown): value is string {
  const digits = minorDigits(currency) ?? 2;
  return isMoney(value) && (value.split('.')[1]?.length ?? 0) === digits;
}

const AMOUNTS = ['amount', 'target', 'safe', 'atRisk'] as const;

/** Somebody paid, or paid nothing, has amounts in a currency; nobody else has. */
const amounts: Form = (award, path, misfits) => {
  if (!isRecord(award)) return;
  const { status, currency } = award;
  const pays = status === 'paid' || status === 'zero';
  if (pays && !(typeof currency === 'string' && isCurrency(currency))) {
    misfits.push({ path: [...path, 'currency'], value: currency, expected: 'a currency of ISO 4217' });
    return;
  }
  for (const key of AMOUNTS) {
    const value = award[key];
    // A plan that states the award itself may have no target.
    const isBare = key !== 'amount' && AMOUNTS.slice(1).every((one) => award[one] === undefined);
    const fits = pays && !isBare ? isMoneyIn(String(currency), value) : value === undefined;
    const expected = pays ? `an amount with the decimals of ${currency}` : `no amount beside ${status}`;
    if (!fits) misfits.push({ path: [...path, key], value, expected });
  }
  const { decided } = award;
  const formula = isRecord(decided) ? decided['formula'] : undefined;
  if (decided !== undefined && !(pays && isMoneyIn(String(currency), formula)))
    misfits.push({
      path: [...path, 'decided'],
      value: formula,
      expected: 'what the formula gave, beside an amount',
    });
  const isZero = typeof award['amount'] === 'string' && /^-?[0.]+$/.test(award['amount']);
  if (pays && isZero !== (status === 'zero'))
    misfits.push({
      path: [...path, 'status'],
      value: status,
      expected: isZero ? 'zero beside an amount of zero' : 'paid beside an amount',
    });
};

const reason: Form = objectWith({ code: name, message: anyText });

const award: Form = both(
  objectWith(
    {
      person: name,
      plan: name,
      version: anyText,
      period,
      status: oneOf(awardStatuses),
      reasons: listOf(reason),
    },
    {
      name: anyText,
      currency: anyText,
      amount: that('an amount', isMoney),
      target: that('an amount', isMoney),
      safe: that('an amount', isMoney),
      atRisk: that('an amount', isMoney),
      decided: objectWith({ formula: that('an amount', isMoney), by: anyText, on: day }, { reason: anyText }),
      restsOn: oneOf(actualStatuses),
      notes: listOf(anyText),
      parts: listOf(objectWith({ stage: anyText, name: anyText, amount: anyText })),
      segments: listOf(objectWith({ from: day, to: day, days: count }, { leave: anyText })),
      steps: listOf(objectWith({ name: anyText, shown: anyText, how: anyText })),
    },
  ),
  amounts,
);

const total: Form = objectWith(
  {
    plan: name,
    currency: that('a currency of ISO 4217', (value) => typeof value === 'string' && isCurrency(value)),
    people: count,
    amount: that('an amount', isMoney),
  },
  {
    target: that('an amount', isMoney),
    safe: that('an amount', isMoney),
    atRisk: that('an amount', isMoney),
    formula: that('an amount', isMoney),
  },
);

const HEADCOUNT = { in: count, paid: count, zero: count, notEligible: count, withheld: count };

const reconciliation: Form = objectWith({
  people: objectWith(HEADCOUNT),
  plans: listOf(objectWith({ plan: name, ...HEADCOUNT })),
  holds: flag,
});

const use: Form = objectWith(
  {
    person: name,
    plan: name,
    kind: oneOf(exceptionKinds),
    value: literal,
    until: day,
    reason: anyText,
    approver: anyText,
    status: oneOf(['applied', 'expired', 'notYet', 'notUsed']),
  },
  { currency: anyText, from: day },
);

const POOL = {
  people: count,
  fund: that('an amount', isMoney),
  paid: that('an amount', isMoney),
  left: that('an amount', isMoney),
};

const pool: Form = objectWith(
  { plan: name, currency: anyText, ...POOL },
  { groups: listOf(objectWith({ level: name, group: name, ...POOL })) },
);

/** A fingerprint as it is written. */
const fingerprint: Form = that(
  'a fingerprint: sha256: and 64 hexadecimal digits',
  (value) => typeof value === 'string' && FINGERPRINT.test(value),
);

/** The fingerprints of a run; older runs have none. */
export const fingerprintsForm: Form = objectWith(
  {
    plans: listOf(objectWith({ plan: name, version: anyText, fingerprint })),
    people: fingerprint,
    actuals: fingerprint,
    result: fingerprint,
  },
  {
    leave: fingerprint,
    earnings: fingerprint,
    exceptions: fingerprint,
    decisions: fingerprint,
    rates: fingerprint,
  },
);

/** A release of this library, such as 1.4.0 or 2.0.0-rc.1. */
export const releaseForm: Form = that(
  'a release such as 1.4.0',
  (value) => typeof value === 'string' && RELEASE_FORM.test(value),
);

const RELEASE_FORM = /^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9A-Za-z.-]{1,64})?$/;

/** What a run says, whatever it was calculated on. */
export const runForm: Form = objectWith(
  {
    status: oneOf(runStatuses),
    asOf: day,
    plans: listOf(objectWith({ plan: name, version: anyText, period }, { title: anyText, amended: flag })),
    awards: listOf(award),
    totals: listOf(total),
    reconciliation,
    exceptions: listOf(use),
    issues: listOf(finding),
  },
  {
    pools: listOf(pool),
    only: listOf(anyText),
    follows: count,
    after: count,
    release: releaseForm,
    fingerprints: fingerprintsForm,
  },
);
