import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePeople } from '../../src/data/people.js';
import {
  type Layout,
  type PayFilesOptions,
  type PayLine,
  type PayMap,
  payFiles,
  payLayout,
} from '../../src/payroll/index.js';
import type { Award, Run } from '../../src/run/run.js';

export const period = { start: '2026-01-01', end: '2026-12-31' };

/** An award as a run has it. */
export function award(person: string, amount: string, more: Partial<Award> = {}): Award {
  const status = /^-?[0.]+$/.test(amount) ? 'zero' : 'paid';
  return {
    ...{
      person,
      plan: 'a',
      version: '1',
      period,
      status,
      reasons: [],
      currency: 'EUR',
      amount,
      restsOn: 'final',
    },
    ...more,
  };
}

/** A final run of these awards. */
export function run(awards: readonly Award[], more: Partial<Run> = {}): Run {
  const none = { in: 0, paid: 0, zero: 0, notEligible: 0, withheld: 0 };
  return {
    status: 'final',
    asOf: '2027-01-31',
    plans: [...new Set(awards.map(({ plan }) => plan))].map((plan) => ({ plan, version: '1', period })),
    awards,
    totals: [],
    reconciliation: { people: none, plans: [], holds: true },
    exceptions: [],
    issues: [],
    ...more,
  };
}

/** Rows of people as the inputs of a stored run. */
export function withPeople(made: Run, rows: readonly Readonly<Record<string, string>>[]) {
  return { ...made, inputs: { people: parsePeople({ file: 'people.csv', rows }) } };
}

export const payDate = '2027-02-26';

/**
 * Ann is paid by two plans under one code, 1,234.50 and 0.55; Ben 2,000.00 by one; Cy nothing. In all 3,235.05.
 */
export const TOTAL = '3235.05';
export function threePeople(currency: string) {
  const more = { currency };
  const awards = [
    award('ann', '1234.50', more),
    award('ann', '0.55', { ...more, plan: 'b' }),
    award('ben', '2000.00', more),
    award('cy', '0.00', more),
  ];
  const common = { salary: '50000', currency, company: 'Acme', centre: 'K 7' };
  return withPeople(run(awards), [
    {
      id: 'ann',
      ...common,
      first: 'Zoë',
      last: 'Müller, M.',
      file: '001234',
      gusto: 'a1B2c3',
      matricule: '00042',
    },
    { id: 'ben', ...common, first: 'Ben', last: 'O"Neil', file: '51', gusto: '000007', matricule: '00007' },
    { id: 'cy', ...common, first: 'Cy', last: 'Grant', file: '52', gusto: '000008', matricule: '00008' },
  ]);
}

/** A layout that is known by name. */
export function layoutOf(name: string): Layout {
  const found = payLayout(name);
  if (!found) throw new Error(`There is no layout ${name}.`);
  return found;
}

/** Pays a run through a layout. */
export function pay(
  made: Parameters<typeof payFiles>[0],
  name: string | Layout,
  map: PayMap,
  more: Partial<PayFilesOptions> = {},
) {
  return payFiles(made, { layout: typeof name === 'string' ? layoutOf(name) : name, map, payDate, ...more });
}

/** The bytes of a file written by hand. */
export function golden(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../golden/payroll', name));
}

/** A canonical line. */
export function line(employeeId: string, amount: string, more: Partial<PayLine> = {}): PayLine {
  return {
    lineId: `a:${encodeURIComponent(employeeId.replace(/\p{Surrogate}/gu, '\ufffd'))}:${payDate}:BONUS:EUR`,
    employeeId,
    payCode: 'BONUS',
    amount,
    currency: 'EUR',
    payDate,
    periodStart: period.start,
    periodEnd: period.end,
    planId: 'a',
    planVersion: '1',
    ...more,
  };
}

/** What every layout needs to be told. */
export const SETTINGS: Readonly<Record<string, NonNullable<PayMap['settings']>>> = {
  'adp-paydata': { currency: 'EUR', companyCode: 'AB', batchId: 'Q4BONUS' },
  'paychex-spi': {
    currency: 'EUR',
    clientId: '12345678',
    firstTitle: 'Client ID',
    moreColumns: 'State Wages, Local Wages',
  },
  gusto: { currency: 'EUR' },
  successfactors: { dateFormat: 'MM/DD/YYYY' },
  'oracle-hdl': {
    ...{ currency: 'EUR', sourceSystemOwner: 'VP', legislativeDataGroup: 'US LDG', creatorType: 'H' },
    ...{ multipleEntryCount: '1', effectiveEndDate: '2027/02/28', inputValueName: 'Amount' },
  },
  'datev-lodas': { currency: 'EUR', adviserNumber: '1234567', clientNumber: '54321' },
  silae: { currency: 'EUR', dates: 'period', dsnType: { BONUS: '027' } },
  'frappe-hrms': {},
  csv: {},
  ndjson: {},
};
