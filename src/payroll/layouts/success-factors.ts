import { dateForms, type Layout } from '../layout.js';
import { ROW } from './shared.js';

/**
 * SAP SuccessFactors, one-time payments (EmpPayCompNonRecurring). Its key is user, component and date: a second line
 * replaces the first, unless sequence numbers are configured.
 *
 * Source:   SAP knowledge base 2756701 and 2531780
 */
export const successFactors: Layout = {
  layout: 'successfactors',
  title: 'SuccessFactors one-time payments',
  settings: {
    dateFormat: {
      description: 'How days are written in imports of this company: its locale says so.',
      options: dateForms,
    },
    sequenceFrom: {
      description: 'The first sequence number, where sequence numbers are configured.',
      letters: 'digits',
      maxLength: 9,
      optional: true,
    },
  },
  row: ROW,
  unique: ROW,
  sequence: 'sequenceFrom',
  files: [
    {
      name: 'EmpPayCompNonRecurring-{currency}.csv',
      delimiter: ',',
      quotes: 'minimal',
      encoding: 'utf-8',
      lineEnd: 'crlf',
      dates: { setting: 'dateFormat' },
      sections: [
        {
          header: true,
          columns: [
            { title: 'userId', field: 'employeeId', required: true },
            { title: 'payComponentCode', field: 'payCode', letters: 'withoutBlanks' },
            { title: 'payDate', field: 'payDate' },
            { title: 'value', field: 'amount' },
            { title: 'currencyCode', field: 'currency' },
            { title: 'sequenceNumber', field: 'sequence', when: { setting: 'sequenceFrom' } },
          ],
        },
      ],
    },
  ],
};
