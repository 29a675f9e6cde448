import type { Layout, LayoutColumn } from '../layout.js';
import { ONE_CURRENCY, ROW } from './shared.js';

/** A column of the specification that a bonus leaves blank. */
function blank(title: string): LayoutColumn {
  return { title, constant: '' };
}

/**
 * Paychex Flex, import of pay (SPI): all columns in their order, those of hours and overrides blank.
 *
 * The specification is public up to Medicare Amt; what follows on the sheet of a client must be named.
 *
 * Source:   Paychex, SPI specification sheet (order and lengths up to Amount)
 */
export const paychexSpi: Layout = {
  layout: 'paychex-spi',
  title: 'Paychex Flex SPI',
  settings: {
    currency: ONE_CURRENCY,
    clientId: { description: 'The client id.', maxLength: 8, by: 'legalEmployer' },
    firstTitle: {
      description: 'What the first column is called on the specification sheet.',
      options: ['Client ID', 'Company ID'],
    },
    moreColumns: {
      description:
        'The columns that follow Medicare Amt on the specification sheet, separated by commas; none where there are none.',
      maxLength: 2000,
    },
  },
  row: ROW,
  files: [
    {
      name: 'paychex-{clientId}.csv',
      delimiter: ',',
      quotes: 'minimal',
      encoding: 'ascii',
      lineEnd: 'crlf',
      sections: [
        {
          header: true,
          columns: [
            { title: 'Client ID', setting: 'clientId', when: { setting: 'firstTitle', is: 'Client ID' } },
            { title: 'Company ID', setting: 'clientId', when: { setting: 'firstTitle', is: 'Company ID' } },
            { title: 'Worker ID', field: 'employeeId', maxLength: 10, required: true },
            ...['Org', 'Job Number'].map(blank),
            { title: 'Pay Component', field: 'payCode', maxLength: 20 },
            ...['Rate', 'Rate Number', 'Hours', 'Units', 'Line Date'].map(blank),
            { title: 'Amount', field: 'amount', decimals: 2 },
            ...['Check Seq Number', 'Override State', 'Override Local'].map(blank),
            ...['Override Local Jurisdiction', 'Labor Override', 'Check Template', 'Output Type'].map(blank),
            ...['Net Pay', 'Check Number', 'FIT Amt', 'SS Amt', 'Medicare Amt'].map(blank),
            { title: '', repeat: 'moreColumns' },
          ],
        },
      ],
    },
  ],
};
