import { describe, expect, test } from 'vitest';
import type { Issue, IssueCode } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { checkFile, checkLines } from '../../src/payroll/check-files.js';
import { fileParts } from '../../src/payroll/file-parts.js';
import {
  type Layout,
  type PayMap,
  parsePayLayout,
  parsePayMap,
  payLines,
  renderPay,
} from '../../src/payroll/index.js';
import { settingReader } from '../../src/payroll/settings.js';
import { writeFile } from '../../src/payroll/write-file.js';
import { expectHelpful, expectIssue, type Where } from '../support/expect-issue.js';
import { award, layoutOf, line, pay, payDate, run, SETTINGS, threePeople, withPeople } from './support.js';

/** Something given, and the issue that keeps it from being paid. */
interface Case {
  readonly code: IssueCode;
  readonly when: string;
  readonly of: () => { readonly issues: readonly Issue[]; readonly files?: readonly unknown[] };
  readonly where: Where;
  readonly says: string;
}

const one = run([award('ann', '5.00')]);
const people = (row: Readonly<Record<string, string>>) =>
  withPeople(one, [{ id: 'ann', salary: '1', currency: 'EUR', ...row }]);
const settingsOf = (layout: string, more = {}) => ({ ...SETTINGS[layout], ...more });
const through = (layout: string, map: Partial<PayMap> = {}, made: Parameters<typeof pay>[0] = one) =>
  pay(made, layout, { codes: 'BONUS', settings: settingsOf(layout), ...map });
const lines = (layout: string, ...all: Parameters<typeof line>[]) =>
  renderPay(
    all.map((each) => line(...each)),
    layoutOf(layout),
    settingsOf(layout),
  );
const ours = (more: object): Layout =>
  ({
    layout: 'ours',
    title: 'Ours',
    files: [
      {
        name: 'pay.csv',
        encoding: 'utf-8',
        lineEnd: 'lf',
        sections: [{ header: true, columns: [{ title: 'a', field: 'amount' }] }],
      },
    ],
    ...more,
  }) as Layout;
const column = (more: object) =>
  ours({
    files: [
      {
        name: 'pay-{currency}.csv',
        encoding: 'ascii',
        lineEnd: 'lf',
        sections: [{ header: false, columns: [{ title: 'a', field: 'amount', ...more }] }],
      },
    ],
  });

const cases: readonly Case[] = [
  {
    ...{
      code: 'payroll.date.form',
      when: 'the pay date does not exist',
      where: [],
      says: '"2027-02-30" is not a day',
    },
    of: () => pay(one, 'csv', { codes: 'BONUS' }, { payDate: '2027-02-30' }),
  },
  {
    ...{
      code: 'payroll.date.form',
      when: 'a line made by hand has a bad day',
      where: ['lines', '0', 'periodEnd'],
      says: '"31.12.2026"',
    },
    of: () => lines('csv', ['ann', '5.00', { periodEnd: '31.12.2026' }]),
  },
  {
    ...{
      code: 'payroll.cell.form',
      when: 'a line made by hand has a float',
      where: ['lines', '0', 'amount'],
      says: '"5.0"',
    },
    of: () => lines('csv', ['ann', '5.0']),
  },
  {
    ...{
      code: 'payroll.code.form',
      when: 'a plan has no code',
      where: ['map', 'codes', 'a'],
      says: 'There is no pay code for "a"',
    },
    of: () => through('csv', { codes: { b: 'BONUS' } }),
  },
  {
    ...{
      code: 'payroll.code.form',
      when: 'a legal employer has none',
      where: ['map', 'codes', 'a', 'Acme SAS'],
      says: '"a" at "Acme SAS"',
    },
    of: () => through('csv', { codes: { a: { 'Acme GmbH': '2000' } }, legalEmployer: 'Acme SAS' }),
  },
  {
    ...{
      code: 'payroll.cell.missing',
      when: 'codes depend on an employer nobody names',
      where: ['map', 'legalEmployer'],
      says: 'legal employer of "ann"',
    },
    of: () => through('csv', { codes: { a: { 'Acme GmbH': '2000' } } }),
  },
  {
    ...{
      code: 'payroll.code.unknown',
      when: 'Gusto has no such column',
      where: ['map', 'codes'],
      says: 'no pay code "Bonus"',
    },
    of: () => through('gusto', { codes: 'Bonus' }),
  },
  {
    ...{
      code: 'payroll.person.missing',
      when: 'a run has no people',
      where: [],
      says: '"ann" is to be paid',
    },
    of: () => through('csv', { employeeId: { column: 'file' } }),
  },
  {
    ...{
      code: 'payroll.person.column',
      when: 'a person has no id of payroll',
      where: { file: 'people.csv', row: 1, column: 'file' },
      says: '"ann" has no "file"',
    },
    of: () => through('csv', { employeeId: { column: 'file' } }, people({ file: ' ' })),
  },
  {
    ...{
      code: 'payroll.person.column',
      when: 'a column is misspelt',
      where: { row: 1, column: 'payrolId' },
      says: 'has no "payrolId"',
    },
    of: () => through('csv', { costCentre: { column: 'payrolId' } }, people({ payrollId: '7' })),
  },
  {
    ...{
      code: 'payroll.person.column',
      when: 'two assignments at once say two things',
      where: { row: 1, column: 'file' },
      says: '"1" and "2" as "file"',
    },
    of: () =>
      through(
        'csv',
        { employeeId: { column: 'file' } },
        withPeople(one, [
          { id: 'ann', salary: '1', currency: 'EUR', share: '60%', file: '1' },
          { id: 'ann', salary: '1', currency: 'EUR', share: '40%', file: '2' },
        ]),
      ),
  },
  {
    ...{
      code: 'payroll.employee.twice',
      when: 'two people have one id of payroll',
      where: ['map', 'employeeId'],
      says: '"ann" and "ben" have "7"',
    },
    of: () =>
      through(
        'csv',
        { employeeId: { column: 'file' } },
        withPeople(run([award('ann', '1.00'), award('ben', '1.00')]), [
          { id: 'ann', salary: '1', currency: 'EUR', file: '7' },
          { id: 'ben', salary: '1', currency: 'EUR', file: '7' },
        ]),
      ),
  },
  {
    ...{
      code: 'payroll.line.mixed',
      when: 'plans under one code differ in a flag',
      where: ['map', 'flags', 'pensionable'],
      says: '"yes", nothing',
    },
    of: () => through('csv', { flags: { pensionable: { plans: { a: 'yes' } } } }, threePeople('EUR')),
  },
  {
    ...{
      code: 'payroll.line.mixed',
      when: 'lines of one row differ in what it says',
      where: { file: 'additional-salary-EUR.csv', row: 2, column: 'x' },
      says: '"K1" and "K2"',
    },
    of: () => {
      const [file] = layoutOf('frappe-hrms').files;
      const [section] = file?.sections ?? [];
      const columns = [...(section?.columns ?? []), { title: 'x', field: 'costCentre' }];
      const mixed = {
        ...layoutOf('frappe-hrms'),
        files: [{ ...file, sections: [{ header: true, columns }] }],
      } as Layout;
      const more = { legalEmployer: 'Acme' };
      return renderPay(
        [
          line('ann', '1.00', { ...more, costCentre: 'K1' }),
          line('ann', '2.00', { ...more, lineId: 'b', costCentre: 'K2' }),
        ],
        mixed,
      );
    },
  },
  {
    ...{
      code: 'payroll.line.negative',
      when: 'negatives were not asked for',
      where: [],
      says: 'award of "ann" is -5.00 EUR',
    },
    of: () => through('csv', {}, run([award('ann', '-5.00')])),
  },
  {
    ...{
      code: 'payroll.line.negative',
      when: 'the system takes none',
      where: [],
      says: 'Frappe HRMS Additional Salary takes none that is negative',
    },
    of: () =>
      through('frappe-hrms', { negatives: 'allow', legalEmployer: 'Acme' }, run([award('ann', '-5.00')])),
  },
  {
    ...{
      code: 'payroll.line.zero',
      when: 'Silae would be told zero',
      where: [],
      says: 'Silae with DSN hint takes none that is zero',
    },
    of: () => through('silae', { zeros: 'keep' }, run([award('ann', '0.00')])),
  },
  {
    ...{
      code: 'payroll.line.zero',
      when: 'an amount is too small in the other currency',
      where: ['map', 'convert'],
      says: 'The 1.00 IDR of "ann" would be 0.00 EUR',
    },
    of: () =>
      pay(
        run([award('ann', '1.00', { currency: 'IDR' })]),
        'csv',
        { codes: 'B', convert: { to: 'EUR', rounding: 'halfUp' } },
        {
          rates: { rates: [{ from: 'IDR', to: 'EUR', day: payDate, until: payDate, rate: '0.00005' }] },
        },
      ),
  },
  {
    ...{
      code: 'rates.rate.missing',
      when: 'there is no rate on the pay date',
      where: ['map', 'convert'],
      says: 'no rate from EUR to USD on 2027-02-26',
    },
    of: () =>
      pay(
        one,
        'csv',
        { codes: 'B', convert: { to: 'USD', rounding: 'halfUp' } },
        {
          rates: { rates: [{ from: 'EUR', to: 'USD', day: '2027-02-25', until: '2027-02-25', rate: '1.1' }] },
        },
      ),
  },
  {
    ...{
      code: 'payroll.line.twice',
      when: 'two lines have one id',
      where: ['lines', line('ann', '1').lineId],
      says: 'have the line id "a:ann:',
    },
    of: () => lines('csv', ['ann', '1.00'], ['ann', '2.00']),
  },
  {
    ...{
      code: 'payroll.line.twice',
      when: 'a second line would replace the first',
      where: ['lines', 'b'],
      says: 'would keep the last only',
    },
    of: () => lines('successfactors', ['ann', '1.00'], ['ann', '2.00', { lineId: 'b', currency: 'USD' }]),
  },
  {
    ...{
      code: 'payroll.run.whole',
      when: 'most of it was paid already',
      where: ['after'],
      says: 'follows 1 final run',
    },
    of: () => through('csv', {}, { ...one, after: 1 }),
  },
  {
    ...{
      code: 'payroll.run.draft',
      when: 'the run is a draft',
      where: ['status'],
      says: 'The run is a draft',
    },
    of: () => through('csv', {}, { ...one, status: 'draft' }),
  },
  {
    ...{
      code: 'payroll.currency.mixed',
      when: 'a line is in another currency than the payroll',
      where: ['map', 'settings', 'currency'],
      says: '1 of the lines are in USD',
    },
    of: () =>
      through('datev-lodas', {}, run([award('ann', '1.00'), award('ben', '1.00', { currency: 'USD' })])),
  },
  {
    ...{
      code: 'payroll.currency.mixed',
      when: 'a file would hold two currencies',
      where: ['files', 'pay.csv'],
      says: 'EUR and USD would go into "pay.csv"',
    },
    of: () => renderPay([line('ann', '1.00'), line('ben', '1.00', { currency: 'USD' })], ours({})),
  },
  {
    ...{
      code: 'payroll.file.same',
      when: 'two files would have one name',
      where: ['files', 'pay.csv'],
      says: '2 files would be called "pay.csv"',
    },
    of: () =>
      renderPay(
        [line('ann', '1.00', { legalEmployer: 'A' }), line('ben', '1.00', { legalEmployer: 'B' })],
        ours({ perFile: ['legalEmployer'] }),
      ),
  },
  {
    ...{
      code: 'payroll.setting.missing',
      when: 'the company code is not given',
      where: ['map', 'settings', 'companyCode'],
      says: 'needs the setting "companyCode"',
    },
    of: () => through('adp-paydata', { settings: { currency: 'EUR', batchId: '1' } }),
  },
  {
    ...{
      code: 'payroll.setting.missing',
      when: 'a pay code has no DSN type',
      where: ['map', 'settings', 'dsnType', 'BONUS'],
      says: 'nothing for the pay code "BONUS"',
    },
    of: () => through('silae', { settings: settingsOf('silae', { dsnType: { OTHER: '026' } }) }),
  },
  {
    ...{
      code: 'payroll.setting.missing',
      when: 'codes depend on an employer lines do not have',
      where: ['map', 'settings', 'companyCode', ''],
      says: 'lines have none',
    },
    of: () =>
      through('adp-paydata', { settings: settingsOf('adp-paydata', { companyCode: { Acme: 'AB' } }) }),
  },
  {
    ...{
      code: 'payroll.setting.unknown',
      when: 'a setting is misspelt',
      where: ['map', 'settings', 'clientNo'],
      says: 'no setting "clientNo"',
    },
    of: () => through('datev-lodas', { settings: settingsOf('datev-lodas', { clientNo: '1' }) }),
  },
  ...(
    [
      ['companyCode', 'A', 'has 1 letters'],
      ['companyCode', 'A-1', 'other letters'],
      ['batchId', 'a\nb', 'a control character'],
      ['batchId', ' ', 'begins or ends blank'],
      ['batchId', '\ud800', 'half a letter'],
      ['currency', 'ABC', '"ABC" is not a currency'],
      ['currency', { Acme: 'EUR' }, 'one value for each'],
    ] as const
  ).map(
    ([name, value, says]): Case => ({
      ...{ code: 'payroll.setting.form', when: `${name} is ${JSON.stringify(value)}`, says },
      where: ['map', 'settings', name],
      of: () => through('adp-paydata', { settings: settingsOf('adp-paydata', { [name]: value }) }),
    }),
  ),
  {
    ...{
      code: 'payroll.setting.form',
      when: 'a DSN type does not exist',
      where: ['map', 'settings', 'dsnType', 'BONUS'],
      says: '"99" is not one of them',
    },
    of: () => through('silae', { settings: settingsOf('silae', { dsnType: { BONUS: '99' } }) }),
  },
  {
    ...{
      code: 'payroll.cell.missing',
      when: 'Frappe needs the company',
      where: { file: 'additional-salary-EUR.csv', row: 2, column: 'company' },
      says: 'employee "ann"',
    },
    of: () => through('frappe-hrms'),
  },
  {
    ...{
      code: 'payroll.cell.form',
      when: 'File # is no number',
      where: { file: 'PRAB_EPI.csv', row: 2, column: 'File #' },
      says: '"ann" has other letters',
    },
    of: () => through('adp-paydata'),
  },
  {
    ...{
      code: 'payroll.cell.length',
      when: 'File # has seven digits',
      where: { file: 'PRAB_EPI.csv', row: 3, column: 'File #' },
      says: '"1234567" has 7 letters',
    },
    of: () => lines('adp-paydata', ['1', '1.00'], ['1234567', '1.00']),
  },
  {
    ...{
      code: 'payroll.cell.length',
      when: 'a Gusto id has five',
      where: { file: 'gusto.csv', row: 2, column: 'gusto_employee_id' },
      says: '"a1b2c" has 5 letters',
    },
    of: () =>
      lines('gusto', ['a1b2c', '1.00', { payCode: 'bonus', flags: { last_name: 'A', first_name: 'B' } }]),
  },
  ...(
    [
      ['a;b', '";"'],
      ['a"b', '"""'],
      ['a\nb', 'a line end'],
      ['a\u0000b', 'a control character'],
      ['a\u2028b', 'a line end'],
    ] as const
  ).map(
    ([id, says]): Case => ({
      ...{ code: 'payroll.cell.form', when: `LODAS has no quotes for ${JSON.stringify(id)}`, says },
      where: { file: 'lodas-54321.txt', row: 11, column: 'pnr' },
      of: () => lines('datev-lodas', [id, '1.00']),
    }),
  ),
  {
    ...{
      code: 'payroll.cell.form',
      when: 'Oracle reads a backslash',
      where: { file: 'ElementEntry.dat', row: 2, column: 'AssignmentNumber' },
      says: '"\\"',
    },
    of: () => lines('oracle-hdl', ['a\\b', '1.00']),
  },
  {
    ...{
      code: 'payroll.cell.form',
      when: 'fils would be lost',
      where: { file: 'PRAB_EPI.csv', row: 2, column: 'Earnings 3 Amount' },
      says: 'The amount 1.005 has more decimals',
    },
    of: () =>
      renderPay(
        [line('1', '1.005', { currency: 'KWD' })],
        layoutOf('adp-paydata'),
        settingsOf('adp-paydata', { currency: 'KWD' }),
      ),
  },
  {
    ...{
      code: 'payroll.cell.form',
      when: 'an employer cannot be the name of a file',
      where: ['files', 'pay-../x.csv'],
      says: '"pay-../x.csv" cannot be the name',
    },
    of: () => {
      const [file] = ours({}).files;
      return renderPay(
        [line('ann', '1.00', { legalEmployer: '../x' })],
        ours({ perFile: ['legalEmployer'], files: [{ ...file, name: 'pay-{legalEmployer}.csv' }] }),
      );
    },
  },
  {
    ...{
      code: 'payroll.cell.encoding',
      when: 'windows-1252 has no ł',
      where: { file: 'silae.csv', row: 2, column: 'Matricule' },
      says: '"ł" (U+0142), which windows-1252',
    },
    of: () => lines('silae', ['Paweł', '1.00']),
  },
  {
    ...{
      code: 'payroll.cell.encoding',
      when: 'a line before the rows has ł',
      where: { file: 'pay.csv', row: 1 },
      says: '"ł", which ascii',
    },
    of: () => {
      const layout = ours({ settings: { who: { description: 'x' } } });
      const [section] = layout.files[0]?.sections ?? [];
      const file = {
        ...layout.files[0],
        encoding: 'ascii',
        sections: [{ ...section, before: ['by {who}'] }],
      };
      return renderPay([line('ann', '1.00')], { ...layout, files: [file] } as Layout, { who: 'Paweł' });
    },
  },
  {
    ...{
      code: 'payroll.cell.encoding',
      when: 'half a letter is in no encoding',
      where: { file: 'pay-EUR.csv', row: 2, column: 'employeeId' },
      says: 'which utf-8 does not have',
    },
    of: () => renderPay([line('x', '1.00', { employeeId: 'a\ud83d' })], layoutOf('csv')),
  },
  {
    ...{
      code: 'payroll.cell.formula',
      when: 'a spreadsheet would run an id',
      where: { file: 'pay-EUR.csv', row: 2, column: 'employeeId' },
      says: '"=1+1" begins as a formula',
    },
    of: () => lines('csv', ['=1+1', '1.00']),
  },
  {
    ...{
      code: 'payroll.key.unknown',
      when: 'a key of the map is misspelt',
      where: ['emploeeId'],
      says: '"emploeeId" is not known',
    },
    of: () => parsePayMap({ codes: 'B', emploeeId: { column: 'x' } }),
  },
  {
    code: 'payroll.key.missing',
    when: 'a map has no codes',
    where: ['codes'],
    says: '"codes" is missing',
    of: () => parsePayMap({}),
  },
  {
    ...{
      code: 'payroll.value.form',
      when: 'a mode does not exist',
      where: ['convert', 'rounding'],
      says: '"bankers" is not one of the words',
    },
    of: () => parsePayMap({ codes: 'B', convert: { to: 'EUR', rounding: 'bankers' } }),
  },
  {
    ...{
      code: 'payroll.value.form',
      when: 'a map has a key of JavaScript',
      where: ['codes', '__proto__'],
      says: 'cannot be used',
    },
    of: () => parsePayMap(JSON.parse('{"codes": {"__proto__": "B"}}')),
  },
  {
    ...{
      code: 'payroll.value.form',
      when: 'a length is no count',
      where: ['files', '0', 'sections', '0', 'columns', '0', 'maxLength'],
      says: 'not a count',
    },
    of: () => parsePayLayout(column({ maxLength: '1e3' })),
  },
  ...(
    [
      [
        ['files', '0', 'sections', '0', 'columns', '0'],
        'names the setting "code"',
        column({ when: { setting: 'code' } }),
      ],
      [['files', '0', 'sections', '0', 'columns', '0'], 'says 2 things', column({ constant: 'x' })],
      [['files', '0', 'sections', '0', 'columns', '0'], 'control character', column({ title: 'a\nb' })],
      [['files', '0'], 'no column with the amount', column({ field: 'payCode' })],
      [
        ['files', '0', 'sections', '0', 'columns', '0', 'code'],
        'Only amounts',
        column({ field: 'payCode', code: 'x' }),
      ],
      [['sequence'], 'names the setting "from"', ours({ sequence: 'from' })],
      [
        ['files', '0', 'decimal'],
        'something else than what belongs here',
        ours({
          settings: { sign: { description: 'x' } },
          files: [{ ...ours({}).files[0], decimal: { setting: 'sign' } }],
        }),
      ],
      [
        ['files', '0', 'sections', '1'],
        'second block from the first',
        ours({
          files: [
            {
              ...ours({}).files[0],
              sections: [column({}).files[0]?.sections[0], column({}).files[0]?.sections[0]],
            },
          ],
        }),
      ],
    ] as const
  ).map(
    ([where, says, layout]): Case => ({
      code: 'payroll.layout.form',
      when: says,
      where,
      says,
      of: () => parsePayLayout(layout),
    }),
  ),
  {
    ...{
      code: 'payroll.line.mixed',
      when: 'two people of two employers may be one row',
      where: ['lines', 'x'],
      says: 'that may be two people',
    },
    of: () =>
      renderPay(
        [
          line('7', '1.00', { lineId: 'x', legalEmployer: 'A' }),
          line('7', '2.00', { lineId: 'y', legalEmployer: 'B' }),
        ],
        layoutOf('datev-lodas'),
        settingsOf('datev-lodas'),
      ),
  },
  ...(
    [
      [['files', '0'], 'no number', column({ suffix: ' EUR' })],
      [['files', '0'], 'no number', column({ padStart: { to: 9, with: ' ' } })],
      [
        ['settings', 'payCode'],
        'cannot be called "payCode"',
        ours({ settings: { payCode: { description: 'x' } } }),
      ],
      [
        ['files', '0', 'name'],
        'may differ by pay code',
        ours({
          settings: { kind: { description: 'x', by: 'payCode' } },
          files: [{ ...ours({}).files[0], name: '{kind}.csv' }],
        }),
      ],
      [
        ['files', '0', 'bom'],
        'Only UTF-8',
        ours({ files: [{ ...ours({}).files[0], encoding: 'ascii', bom: true }] }),
      ],
      [
        ['files', '0'],
        'has the delimiter in it',
        ours({
          files: [
            {
              ...ours({}).files[0],
              quotes: 'never',
              sections: [{ header: true, columns: [{ title: 'a,b', field: 'amount' }] }],
            },
          ],
        }),
      ],
      [
        ['files', '0'],
        'Two columns have one title',
        ours({
          files: [
            {
              ...ours({}).files[0],
              form: 'ndjson',
              sections: [
                {
                  header: false,
                  columns: [
                    { title: 'a', field: 'amount' },
                    { title: 'a', field: 'payCode' },
                  ],
                },
              ],
            },
          ],
        }),
      ],
    ] as const
  ).map(
    ([where, says, layout]): Case => ({
      ...{ code: 'payroll.layout.form', when: `${says}, ${JSON.stringify(layout).length}`, says },
      where: says === 'no number' ? ['files', '0', 'sections', '0', 'columns', '0'] : where,
      of: () => parsePayLayout(layout),
    }),
  ),
  ...(['adp-paydata', 'datev-lodas'] as const).map(
    (layout): Case => ({
      ...{ code: 'payroll.employee.twice', when: `${layout} reads two ids as one number` },
      where: ['map', 'employeeId'],
      says: '"0010" and "00010" are one number',
      of: () => lines(layout, ['0010', '1.00'], ['00010', '2.00'], ['100', '3.00']),
    }),
  ),
  ...(
    [
      ['31.02.2027', 'is not a day'],
      ['2027-02-28', 'is not a day'],
      ['2027/02/29', 'is not a day'],
      ['2027/2/28', 'is not a day'],
      ['2027/02/25', 'is before 2027-02-26'],
      ['2020/01/01', 'is before 2027-02-26'],
    ] as const
  ).map(
    ([day, says]): Case => ({
      ...{ code: 'payroll.setting.form', when: `entries end on ${day}`, says: `"${day}" ${says}` },
      where: ['map', 'settings', 'effectiveEndDate'],
      of: () => through('oracle-hdl', { settings: settingsOf('oracle-hdl', { effectiveEndDate: day }) }),
    }),
  ),
  {
    ...{
      code: 'payroll.award.not-final',
      when: 'actuals are provisional',
      where: [],
      says: '1 of the lines rest on provisional',
    },
    of: () =>
      payLines(run([award('ann', '1.00', { restsOn: 'provisional' })]), { payDate, map: { codes: 'B' } }),
  },
  {
    ...{
      code: 'payroll.award.withheld',
      when: 'somebody is withheld',
      where: [],
      says: 'such as that of "ben"',
    },
    of: () => ({
      issues: through('csv', {}, run([award('ann', '1.00'), { ...award('ben', '1'), status: 'withheld' }]))
        .issues,
    }),
  },
  {
    ...{ code: 'payroll.lines.none', when: 'nobody is paid', where: [], says: 'Nobody is paid anything' },
    of: () => through('csv', {}, run([award('ann', '0.00')])),
  },
  {
    ...{
      code: 'payroll.control.failed',
      when: 'lines do not pay the awards',
      where: ['files', 'EUR'],
      says: 'the lines sum to 4.99',
    },
    of: () => ({ issues: checkLines(one, [line('ann', '4.99')]) }),
  },
];

describe('nothing is written when', () => {
  test.each(cases)('$code: $when', ({ code, of, where, says }) => {
    const { issues, files = [] } = of();
    const found = expectIssue(issues, code, where);
    expectHelpful(found);
    expect(found.message).toContain(says);
    expect(files).toEqual([]);
  });
});

describe('a file is read again from its bytes: payroll.control.failed', () => {
  const all = [line('ann', '1234.50'), line('ben', '2.00')];
  const written = (name: string) => {
    const layout = layoutOf(name);
    const read = settingReader(layout, settingsOf(name));
    const [part] = fileParts(all, layout, read);
    const [file] = layout.files;
    if (!part || !file) throw new Error('There is no file.');
    return { part, file: writeFile(file, part, { name: 'x', read, sequence: '' }) };
  };
  const changed = (name: string, from: string, to: string) => {
    const { part, file } = written(name);
    const text = Buffer.from(file.content).toString('latin1');
    expect(text).toContain(from);
    return checkFile(file, part, Buffer.from(text.replace(from, to), 'latin1')).map(({ message }) => message);
  };

  test.each([
    ['csv', '1234.50', '1234.51', 'sum to 1236.51'],
    ['csv', 'ben,BONUS', 'ben,"BONUS', 'cannot be read again'],
    ['csv', '1234.50', '1,234.50', 'cannot be read again'],
    ['ndjson', '"2.00"', '"2.01"', 'sum to 1236.51'],
    ['ndjson', '{', '', 'cannot be read again'],
    ['datev-lodas', '1234,50', '1234,5', ''],
    ['datev-lodas', '1234,50', '1.234,50', 'cannot be read again'],
    ['datev-lodas', '\r\n', '\n', 'cannot be read again'],
    ['datev-lodas', 'Ziel=LODAS', 'Ziel=LUG', 'cannot be read again'],
    ['oracle-hdl', '|2.00\n', '|3.00\n', 'sum to 1237.5'],
    ['silae', 'ben;BONUS;2,00;01/01/2026;31/12/2026\r\n', '', 'it has 1 rows'],
    ['silae', 'ann', 'a\x81n', 'cannot be read again'],
  ])('%s: %j becomes %j', (name, from, to, says) => {
    const messages = changed(name, from, to);
    expect(messages.length > 0).toBe(says !== '');
    expect(messages.join()).toContain(says);
  });
});

test('every code of pay files is produced by a case', () => {
  const codes = Object.keys(issueCodes).filter((code) => code.startsWith('payroll.'));
  const produced = new Set<string>(cases.map(({ code }) => code));
  expect(codes.filter((code) => !produced.has(code))).toEqual([]);
});
