import type { Layout } from '../layout.js';
import { ONE_CURRENCY, ROW } from './shared.js';

/**
 * ADP Workforce Now, Paydata import: a row per employee and code, in Earnings 3.
 *
 * Source:   ADP, Automated Paydata Integration (columns, the first three fixed) and Importing Paydata (file name, File
 *           #); a company code of two letters is filled up with _ in the name of the file
 */
export const adpPaydata: Layout = {
  layout: 'adp-paydata',
  title: 'ADP Workforce Now Paydata',
  settings: {
    currency: ONE_CURRENCY,
    companyCode: {
      description: 'The company code: 2 or 3 letters or digits.',
      letters: 'lettersAndDigits',
      minLength: 2,
      maxLength: 3,
      by: 'legalEmployer',
    },
    batchId: { description: 'The batch id, another one for each import.', by: 'legalEmployer' },
  },
  row: ROW,
  numericIds: true,
  files: [
    {
      name: 'PR{companyCode:_3}EPI.csv',
      delimiter: ',',
      quotes: 'minimal',
      encoding: 'ascii',
      lineEnd: 'crlf',
      sections: [
        {
          header: true,
          columns: [
            { title: 'Co Code', setting: 'companyCode' },
            { title: 'Batch ID', setting: 'batchId' },
            { title: 'File #', field: 'employeeId', letters: 'digits', maxLength: 6, required: true },
            { title: 'Earnings 3 Code', field: 'payCode', letters: 'withoutBlanks' },
            { title: 'Earnings 3 Amount', field: 'amount', decimals: 2 },
          ],
        },
      ],
    },
  ],
};
