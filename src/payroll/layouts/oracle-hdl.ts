import type { Layout, LayoutColumn } from '../layout.js';
import { ONE_CURRENCY, ROW } from './shared.js';

/** What both blocks say of an entry. */
const ENTRY: readonly LayoutColumn[] = [
  { title: 'EffectiveStartDate', field: 'payDate' },
  { title: 'EffectiveEndDate', setting: 'effectiveEndDate' },
  { title: 'ElementName', field: 'payCode' },
  { title: 'LegislativeDataGroupName', setting: 'legislativeDataGroup' },
  { title: 'AssignmentNumber', field: 'employeeId', required: true },
  { title: 'MultipleEntryCount', setting: 'multipleEntryCount' },
];

/**
 * Oracle HCM Cloud, HCM Data Loader: ElementEntry.dat with its two blocks. The id of the source system is the line id,
 * so that loading twice changes nothing.
 *
 * Source:   docs.oracle.com, Overview of Loading Element Entries
 */
export const oracleHdl: Layout = {
  layout: 'oracle-hdl',
  title: 'Oracle HCM HDL ElementEntry.dat',
  settings: {
    currency: ONE_CURRENCY,
    sourceSystemOwner: { description: 'The source system owner, as set up in Oracle.' },
    legislativeDataGroup: { description: 'The name of the legislative data group.' },
    creatorType: { description: 'The creator type of the entries, such as H.', maxLength: 30 },
    multipleEntryCount: {
      description: 'Which entry of an element on one day it is: 1, unless there was one before.',
      letters: 'digits',
      maxLength: 9,
    },
    effectiveEndDate: {
      description: 'The last day of the entries as YYYY/MM/DD, not before the day of payment.',
      day: { form: 'YYYY/MM/DD', notBefore: 'payDate' },
    },
    inputValueName: { description: 'The input value of the element that holds the amount.' },
  },
  row: ROW,
  files: [
    {
      name: 'ElementEntry.dat',
      delimiter: '|',
      quotes: 'never',
      forbidden: '\\',
      encoding: 'utf-8',
      lineEnd: 'lf',
      dates: 'YYYY/MM/DD',
      sections: [
        {
          header: true,
          columns: [
            { title: 'METADATA', constant: 'MERGE' },
            { title: 'ElementEntry', constant: 'ElementEntry' },
            { title: 'SourceSystemOwner', setting: 'sourceSystemOwner' },
            { title: 'SourceSystemId', field: 'lineId' },
            ...ENTRY,
            { title: 'EntryType', constant: 'E' },
            { title: 'CreatorType', setting: 'creatorType' },
          ],
        },
        {
          header: true,
          columns: [
            { title: 'METADATA', constant: 'MERGE' },
            { title: 'ElementEntryValue', constant: 'ElementEntryValue' },
            { title: 'SourceSystemOwner', setting: 'sourceSystemOwner' },
            { title: 'SourceSystemId', field: 'lineId', suffix: ':value' },
            { title: 'ElementEntryId(SourceSystemId)', field: 'lineId' },
            ...ENTRY,
            { title: 'InputValueName', setting: 'inputValueName' },
            { title: 'ScreenEntryValue', field: 'amount' },
          ],
        },
      ],
    },
  ],
};
