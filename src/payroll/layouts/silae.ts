import type { Layout } from '../layout.js';
import { ONE_CURRENCY, ROW } from './shared.js';

/** Types of a bonus in block S21.G00.52 of the DSN. */
const DSN_TYPES = ['026', '027', '028', '031'];
const NO_PERIOD = { setting: 'dsnType', is: ['028'] };
const OF_PERIOD = { setting: 'dates', is: 'period' };
const OF_DAY = { setting: 'dates', is: 'payDate' };

/**
 * Silae, import of variable elements, and beside it a hint: the DSN type of each line and the period it is attached to,
 * which types 026, 027 and 031 need and 028 does not. The first line is never imported, so it is the header.
 *
 * Source:   five public writers and the help of shyfter (columns, first line, dates, encoding); DSN technical
 *           handbook, block S21.G00.52, controls CCH-12 and CCH-13
 */
export const silae: Layout = {
  layout: 'silae',
  title: 'Silae with DSN hint',
  settings: {
    currency: ONE_CURRENCY,
    dates: {
      description:
        'What Date debut and Date fin are: the period of the award, the day of payment, or none in the form of three columns.',
      options: ['period', 'payDate', 'none'],
    },
    dsnType: {
      description: 'The type of bonus in the DSN, by pay code: 026, 027, 028 or 031.',
      options: DSN_TYPES,
      by: 'payCode',
    },
    decimalSign: { description: 'The decimal sign of amounts.', options: [',', '.'], default: ',' },
  },
  row: ROW,
  zeros: 'refused',
  files: [
    {
      name: 'silae.csv',
      delimiter: ';',
      quotes: 'never',
      encoding: 'windows-1252',
      lineEnd: 'crlf',
      decimal: { setting: 'decimalSign' },
      dates: 'DD/MM/YYYY',
      sections: [
        {
          header: true,
          columns: [
            { title: 'Matricule', field: 'employeeId', required: true },
            { title: 'Code', field: 'payCode', letters: 'withoutBlanks' },
            { title: 'Valeur', field: 'amount', decimals: 2 },
            { title: 'Date debut', field: 'periodStart', when: OF_PERIOD },
            { title: 'Date fin', field: 'periodEnd', when: OF_PERIOD },
            { title: 'Date debut', field: 'payDate', when: OF_DAY },
            { title: 'Date fin', field: 'payDate', when: OF_DAY },
          ],
        },
      ],
    },
    {
      name: 'silae-dsn.csv',
      delimiter: ';',
      quotes: 'never',
      encoding: 'windows-1252',
      lineEnd: 'crlf',
      decimal: '.',
      dates: 'DDMMYYYY',
      sections: [
        {
          header: true,
          columns: [
            { title: 'Matricule', field: 'employeeId' },
            { title: 'Code', field: 'payCode', letters: 'withoutBlanks' },
            { title: 'S21.G00.52.001', setting: 'dsnType' },
            { title: 'S21.G00.52.002', field: 'amount', decimals: 2 },
            { title: 'S21.G00.52.003', field: 'periodStart', blankWhen: NO_PERIOD },
            { title: 'S21.G00.52.004', field: 'periodEnd', blankWhen: NO_PERIOD },
          ],
        },
      ],
    },
  ],
};
