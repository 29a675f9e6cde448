import type { Layout } from '../layout.js';
import { ONE_CURRENCY } from './shared.js';

/** The columns of amounts there are: a pay code is one of them, and no other can be imported. */
const CODES = ['bonus', 'commission', 'paycheck_tips', 'cash_tips', 'correction_payment', 'reimbursement'];

/**
 * Gusto, CSV of a payroll: a row per employee, an amount per column. Blank leaves what was entered, zero overwrites it.
 *
 * Source:   support.gusto.com, articles 999914471 and 999946501
 */
export const gusto: Layout = {
  layout: 'gusto',
  title: 'Gusto CSV',
  settings: { currency: ONE_CURRENCY },
  codes: CODES,
  row: ['employeeId', 'payDate'],
  zeros: 'refused',
  files: [
    {
      name: 'gusto.csv',
      delimiter: ',',
      quotes: 'minimal',
      encoding: 'utf-8',
      lineEnd: 'lf',
      sections: [
        {
          header: true,
          columns: [
            { title: 'last_name', flag: 'last_name', required: true },
            { title: 'first_name', flag: 'first_name', required: true },
            {
              title: 'gusto_employee_id',
              field: 'employeeId',
              letters: 'lettersAndDigits',
              minLength: 6,
              maxLength: 6,
            },
            ...CODES.map((code) => ({ title: code, field: 'amount' as const, code, decimals: 2 })),
          ],
        },
      ],
    },
  ],
};
