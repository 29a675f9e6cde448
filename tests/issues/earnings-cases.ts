import type { IssueCode } from '../../src/index.js';
import type { Writing } from '../support/base.js';
import type { RowsCase } from './case.js';

const pay: Writing = {
  id: 'ben',
  code: 'base',
  amount: '5000.00',
  currency: 'USD',
  from: '2026-01-01',
  to: '2026-01-31',
};

/** Ben's pay is wrong in some way, in the column named. */
const one = (code: IssueCode, column: string, written: unknown, says: string): RowsCase => ({
  code,
  file: 'earnings',
  when: `${column} is ${JSON.stringify(written)}`,
  rows: [{ ...pay, [column]: written }],
  where: { row: 1, column },
  says,
  withheld: ['ben'],
});

/** Rows of earnings. */
export const earningsCases: readonly RowsCase[] = [
  one('rows.cell.missing', 'code', '', 'no code'),
  one('rows.cell.missing', 'amount', ' ', 'no amount'),
  one('rows.cell.missing', 'currency', null, 'no currency'),
  one('rows.cell.missing', 'from', undefined, 'no from'),
  one('rows.currency.unknown', 'currency', 'UDS', 'UDS'),
  one('rows.date.order', 'to', '2025-12-31', '2025-12-31 lies before 2026-01-01'),
  one('rows.number.form', 'amount', 'n/a', 'n/a'),
  one('rows.number.form', 'amount', '5,000.00', '5,000.00'),
  one('rows.number.form', 'amount', 0.1 + 0.2, '0.30000000000000004'),
  one('rows.number.form', 'amount', '50%', 'a percentage where an amount belongs'),
  one('rows.number.form', 'amount', '58.400', 'could mean 58400 or 58.400'),
  {
    ...one('rows.number.form', 'amount', '58.400', '58.400'),
    when: 'thousands or a slipped point, in a file of decimal commas',
    decimal: ',',
    hint: '58400,00',
  },
  {
    ...one('rows.number.form', 'amount', '58,400', 'could mean 58400 or 58,400'),
    when: 'three decimals after a comma',
    decimal: ',',
  },
];
