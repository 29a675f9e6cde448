import { describe, expect, test } from 'vitest';
import { documentFromText } from '../../src/node/index.js';
import {
  type Layout,
  type PayMap,
  parsePayLayout,
  parsePayMap,
  payLines,
  renderPay,
} from '../../src/payroll/index.js';
import { award, layoutOf, line, pay, payDate, period, run, SETTINGS, withPeople } from './support.js';

const textOf = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString('latin1');
const ann = { id: 'ann', salary: '1', currency: 'EUR' };
const map: PayMap = { codes: 'BONUS', employeeId: { column: 'no' }, costCentre: { column: 'centre' } };
const linesOf = (
  rows: readonly Readonly<Record<string, string>>[],
  more: Partial<PayMap> = {},
  made = run([award('ann', '5.00')]),
) => payLines(withPeople(made, rows), { payDate, map: { ...map, ...more } });

describe('columns of people', () => {
  test('are read on the last day that counts, the end of the period', () => {
    const { lines, issues } = linesOf([
      { ...ann, from: '2025-01-01', no: '1', centre: 'old' },
      { ...ann, from: '2026-12-31', no: '2', centre: 'last day' },
      { ...ann, from: '2027-01-01', no: '3', centre: 'after' },
    ]);
    expect(issues).toEqual([]);
    expect(lines[0]).toMatchObject({ employeeId: '2', costCentre: 'last day' });
  });

  test('of a leaver on the day somebody left', () => {
    const gone = { ...ann, hired: '2020-01-01', left: '2026-06-30' };
    const { lines } = linesOf([
      { ...gone, from: '2020-01-01', no: '1', centre: 'old' },
      { ...gone, from: '2026-06-30', no: '2', centre: 'last day' },
    ]);
    expect(lines[0]).toMatchObject({ employeeId: '2', costCentre: 'last day' });
  });

  test('of the assignment in the plan, where others are in another', () => {
    const { lines } = linesOf([
      { ...ann, from: '2026-01-01', to: '2026-09-30', plans: 'a', no: '1', centre: 'in plan' },
      { ...ann, from: '2026-10-01', plans: 'z', no: '2', centre: 'in another' },
    ]);
    expect(lines[0]).toMatchObject({ employeeId: '1', costCentre: 'in plan' });
  });

  test('ids stay text: leading zeros, long digits', () => {
    const { lines } = linesOf([{ ...ann, no: '000123456789012345678', centre: '007' }]);
    expect(lines[0]).toMatchObject({ employeeId: '000123456789012345678', costCentre: '007' });
  });

  test('a long number that JSON cut short is not the id somebody wrote', () => {
    const made = withPeople(run([award('ann', '5.00')]), [
      { ...ann, no: Number('12345678901234567890') as unknown as string, centre: '1' },
    ]);
    expect(payLines(made, { payDate, map }).issues.map(({ code }) => code)).toEqual([
      'payroll.person.column',
    ]);
  });
});

describe('line ids', () => {
  test("stay when the amount, the cost centre, the employer or payroll's own id becomes another", () => {
    const other = { legalEmployer: { column: 'company' } };
    const before = linesOf([{ ...ann, no: '1', centre: 'K1', company: 'A' }], other);
    const after = linesOf(
      [{ ...ann, no: '9', centre: 'K2', company: 'B' }],
      other,
      run([award('ann', '7.50')]),
    );
    expect(before.lines[0]?.lineId).toBe('a:ann:2027-02-26:BONUS:EUR');
    expect(after.lines[0]?.lineId).toBe(before.lines[0]?.lineId);
  });

  test('a cost centre does not part the awards of a person, also when it changed between two plans', () => {
    const early = { plan: 'b', period: { start: '2026-01-01', end: '2026-06-30' } };
    const two = run([award('ann', '5.00'), award('ann', '1.00', early)]);
    const { lines } = linesOf(
      [
        { ...ann, from: '2020-01-01', no: '1', centre: 'K1' },
        { ...ann, from: '2026-07-01', no: '1', centre: 'K2' },
      ],
      {},
      two,
    );
    expect(lines.map(({ lineId, amount, costCentre }) => [lineId, amount, costCentre])).toEqual([
      ['a%2Bb:ann:2027-02-26:BONUS:EUR', '6.00', 'K2'],
    ]);
  });

  test('stay when zeros are kept, also those of an amended version or of differences that come first', () => {
    const early = { start: '2026-01-01', end: '2026-06-30' };
    const late = { start: '2026-07-01', end: '2026-12-31' };
    const amended = { plans: [{ plan: 'a', version: '1', period, amended: true as const }] };
    const cases = [
      run([award('ann', '5.00'), award('ann', '0.00', { plan: 'b' })]),
      run([award('ann', '0.00'), award('ann', '-5.00', { plan: 'b' })], { follows: 1 }),
      run([award('ann', '0.00', { period: early }), award('ann', '5.00', { period: late })], amended),
    ];
    const idsOf = (made: (typeof cases)[number], zeros: Partial<PayMap>) =>
      payLines(made, { payDate, map: { codes: 'BONUS', negatives: 'allow', ...zeros } }).lines.map(
        ({ lineId }) => lineId,
      );
    expect(cases.map((made) => idsOf(made, { zeros: 'keep' }))).toEqual([
      ['a:ann:2027-02-26:BONUS:EUR'],
      ['b:ann:2027-02-26:BONUS:EUR:2'],
      ['a:ann:2027-02-26:BONUS:EUR:2026-07-01'],
    ]);
    for (const made of cases) expect(idsOf(made, {})).toEqual(idsOf(made, { zeros: 'keep' }));
  });

  test('a line of nothing but zeros has an id of all its plans', () => {
    const { lines } = payLines(run([award('ann', '0.00'), award('ann', '0.00', { plan: 'b' })]), {
      payDate,
      map: { codes: 'BONUS', zeros: 'keep' },
    });
    expect(lines.map(({ lineId }) => lineId)).toEqual(['a%2Bb:ann:2027-02-26:BONUS:EUR']);
  });

  test('two legal employers pay lines of their own', () => {
    const early = { plan: 'b', period: { start: '2026-01-01', end: '2026-06-30' } };
    const two = run([award('ann', '5.00'), award('ann', '1.00', early)]);
    const rows = [
      { ...ann, from: '2020-01-01', no: '1', centre: 'K', company: 'A' },
      { ...ann, from: '2026-07-01', no: '1', centre: 'K', company: 'B' },
    ];
    const { lines } = linesOf(rows, { legalEmployer: { column: 'company' } }, two);
    expect(lines.map(({ legalEmployer, amount, lineId }) => [legalEmployer, amount, lineId])).toEqual([
      ['B', '5.00', 'a:ann:2027-02-26:BONUS:EUR'],
      ['A', '1.00', 'b:ann:2027-02-26:BONUS:EUR'],
    ]);
  });
});

test('codes by legal employer, flags of all kinds, what is said of every line', () => {
  const { lines, issues } = linesOf([{ ...ann, no: '1', centre: 'K', company: 'Acme SAS', union: 'CGT' }], {
    codes: { a: { 'Acme SAS': 'EV-A01', 'Acme GmbH': '2000' } },
    legalEmployer: { column: 'company' },
    offCycleReason: 'late',
    note: 'n',
    flags: {
      pensionable: 'yes',
      union: { column: 'union' },
      kind: { plans: { a: 'annual' } },
      taxable: { codes: { 'EV-A01': 'no' } },
      other: { plans: { z: 'x' } },
    },
  });
  expect(issues).toEqual([]);
  expect(lines[0]).toMatchObject({
    ...{ payCode: 'EV-A01', legalEmployer: 'Acme SAS', offCycleReason: 'late', note: 'n' },
    flags: { pensionable: 'yes', union: 'CGT', kind: 'annual', taxable: 'no' },
  });
});

describe('conversion', () => {
  const rates = { rates: [{ from: 'USD', to: 'EUR', day: '2027-02-26', until: '2027-02-26', rate: '0.9' }] };
  const two = run([award('ann', '10.05', { currency: 'USD' }), award('ben', '1.00')]);
  const paid = (rounding: 'halfUp' | 'halfEven') =>
    payLines(two, { payDate, rates, map: { codes: 'BONUS', convert: { to: 'EUR', rounding } } });

  // 10.05 × 0.9 = 9.045, a true tie.
  test('at the rate of the pay date, at the stated rounding, with what it was before; the id stays', () => {
    expect(paid('halfUp').lines[0]).toMatchObject({
      ...{ lineId: 'a:ann:2027-02-26:BONUS:USD', amount: '9.05', currency: 'EUR' },
      ...{ originalAmount: '10.05', originalCurrency: 'USD', rate: '0.9' },
    });
    expect(paid('halfEven').lines[0]?.amount).toBe('9.04');
    expect(paid('halfUp').lines[1]).not.toHaveProperty('rate');
    expect(paid('halfUp').controls).toEqual([{ currency: 'EUR', lines: 2, amount: '10.05' }]);
  });

  test("a person's awards in two currencies are one row where payroll must see one", () => {
    const both = run([award('ann', '10.05', { currency: 'USD' }), award('ann', '1.00', { plan: 'b' })]);
    const convert = { to: 'EUR', rounding: 'halfUp' } as const;
    const { files, issues } = pay(
      both,
      'silae',
      { codes: 'BONUS', convert, settings: SETTINGS['silae'] ?? {} },
      { rates },
    );
    expect(issues).toEqual([]);
    // 9.05 + 1.00
    expect(textOf(files[0]?.content).split('\r\n')[1]).toBe('ann;BONUS;10,05;01/01/2026;31/12/2026');
  });
});

describe('zeros and negatives', () => {
  const three = run([award('ann', '0.00'), award('ben', '-5.00'), award('cy', '7.00')]);

  test('zeros are left out, or kept when asked for', () => {
    expect(payLines(three, { payDate, map: { codes: 'B', negatives: 'allow' } }).lines).toHaveLength(2);
    expect(
      payLines(three, { payDate, map: { codes: 'B', negatives: 'allow', zeros: 'keep' } }).lines,
    ).toHaveLength(3);
  });

  test('a negative amount is a number in every file, with the sign in front', () => {
    const layout = layoutOf('csv');
    const { files } = pay(three, layout, { codes: 'B', negatives: 'allow' });
    expect(textOf(files[0]?.content)).toContain(',-5.00,EUR,');
    expect(files[0]?.amount).toBe('2.00');
    const lodas = pay(three, 'datev-lodas', {
      codes: 'B',
      negatives: 'allow',
      settings: SETTINGS['datev-lodas'] ?? {},
    });
    expect(textOf(lodas.files[0]?.content)).toContain(';-5,00;2;B;ben;');
  });
});

describe('pay codes with blanks inside', () => {
  const paidAs = (code: string, layout: string) =>
    pay(run([award('1', '5.00')]), layout, {
      codes: code,
      legalEmployer: 'Acme',
      settings: { ...SETTINGS[layout], ...(layout === 'silae' && { dsnType: '027' }) },
    });

  test.each(['oracle-hdl', 'frappe-hrms', 'paychex-spi', 'csv', 'ndjson'])(
    'stand in %s as the payroll calls them',
    (layout) => {
      const { files, issues, lines } = paidAs('Prime d annee 2', layout);
      expect(issues).toEqual([]);
      expect(lines.map(({ lineId }) => lineId)).toEqual(['a:1:2027-02-26:Prime%20d%20annee%202:EUR']);
      expect(textOf(files[0]?.content)).toContain('Prime d annee 2');
    },
  );

  test.each(['adp-paydata', 'datev-lodas', 'silae', 'successfactors'])(
    'are refused by %s, whose codes are no names',
    (layout) => {
      const { files, issues } = paidAs('Bonus El', layout);
      expect(files).toEqual([]);
      expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['payroll.cell.form']));
      expect(issues[0]?.message).toContain('"Bonus El"');
      expect(paidAs('B', layout).issues).toEqual([]);
    },
  );

  test.each([
    ...[' B', 'B ', 'B  C', 'B\tC', 'B\nC', 'B\u00a0C', 'B\u2028C', 'B;C', 'B|C', 'B,C', 'B"C', ' '],
    ...['=B', '+B', '-B', '@B', '= B', 'a'.repeat(41), `a ${'b'.repeat(39)}`],
  ])('%j is no pay code', (code) => {
    for (const layout of ['csv', 'ndjson', 'oracle-hdl'])
      expect(paidAs(code, layout)).toMatchObject({ files: [], issues: [{ code: 'payroll.code.form' }] });
  });

  test('line ids of codes with blanks, dots and lines are told apart', () => {
    const codes = ['B C', 'B_C', 'B-C', 'B.C', 'BC', 'B -C'];
    const ids = codes.map((code) => paidAs(code, 'csv').lines[0]?.lineId);
    expect(new Set(ids).size).toBe(codes.length);
  });
});

describe('settings', () => {
  test('by legal employer: a file for each company code, padded in its name', () => {
    const lines = ['1', '2', '3'].map((id, index) =>
      line(id, `${index + 1}.00`, { legalEmployer: index < 2 ? 'Acme Inc' : 'Acme LLC' }),
    );
    const settings = { currency: 'EUR', companyCode: { 'Acme Inc': 'AB', 'Acme LLC': 'XYZ' }, batchId: '7' };
    const { files, issues } = renderPay(lines, layoutOf('adp-paydata'), settings);
    expect(issues).toEqual([]);
    expect(files.map(({ name, rows, amount }) => [name, rows, amount])).toEqual([
      ['PRAB_EPI.csv', 2, '3.00'],
      ['PRXYZEPI.csv', 1, '3.00'],
    ]);
  });

  test('an end date may be the day of payment, or as far away as an open end is written', () => {
    for (const effectiveEndDate of ['2027/02/26', '2028/02/29', '4712/12/31']) {
      const settings = { ...SETTINGS['oracle-hdl'], effectiveEndDate };
      const { files, issues } = renderPay([line('1', '1.00')], layoutOf('oracle-hdl'), settings);
      expect(issues).toEqual([]);
      expect(textOf(files[0]?.content)).toContain(`|2027/02/26|${effectiveEndDate}|`);
    }
  });

  test('ids that are one number are two people in files of their own, and where ids are no numbers', () => {
    const lines = [
      line('0010', '1.00', { legalEmployer: 'A' }),
      line('00010', '2.00', { legalEmployer: 'B' }),
    ];
    const apart = { ...SETTINGS['datev-lodas'], clientNumber: { A: '1', B: '2' } };
    expect(renderPay(lines, layoutOf('datev-lodas'), apart).files.map(({ rows }) => rows)).toEqual([1, 1]);
    expect(renderPay(lines, layoutOf('silae'), SETTINGS['silae']).files[0]?.rows).toBe(2);
  });

  test('DSN types by pay code: 028 needs no period, 026 does', () => {
    const lines = [line('1', '1.00'), line('2', '2.00', { payCode: 'ACTIVITY' })];
    const dsnType = { BONUS: '028', ACTIVITY: '026' };
    const { files } = renderPay(lines, layoutOf('silae'), {
      ...SETTINGS['silae'],
      dsnType,
      dates: 'none',
      decimalSign: '.',
    });
    expect(textOf(files[0]?.content)).toBe('Matricule;Code;Valeur\r\n1;BONUS;1.00\r\n2;ACTIVITY;2.00\r\n');
    expect(textOf(files[1]?.content).split('\r\n').slice(1, 3)).toEqual([
      '1;BONUS;028;1.00;;',
      '2;ACTIVITY;026;2.00;01012026;31122026',
    ]);
  });

  test('sequence numbers only where they are configured, and only a second line has a second', () => {
    const lines = [
      line('ann', '1.00'),
      line('ann', '2.00', { lineId: 'b', currency: 'USD' }),
      line('ben', '3.00'),
    ];
    const { files, issues } = renderPay(lines, layoutOf('successfactors'), {
      dateFormat: 'YYYY-MM-DD',
      sequenceFrom: '5',
    });
    expect(issues).toEqual([]);
    expect(files.map(({ name, content }) => [name, textOf(content).split('\r\n').slice(1, -1)])).toEqual([
      [
        'EmpPayCompNonRecurring-EUR.csv',
        ['ann,BONUS,2027-02-26,1.00,EUR,5', 'ben,BONUS,2027-02-26,3.00,EUR,5'],
      ],
      ['EmpPayCompNonRecurring-USD.csv', ['ann,BONUS,2027-02-26,2.00,USD,6']],
    ]);
  });
});

describe('a layout of your own', () => {
  // Sage Payroll (IE), as published: no header; 2, employee no, payment no, department, cost centre, value, rate.
  const SAGE = `
layout: sage-ie
title: Sage Payroll (IE)
settings:
  paymentNo: { description: The number of the payment., letters: digits }
row: [employeeId, payCode, payDate]
files:
  - name: 'sage-{currency}.csv'
    encoding: ascii
    lineEnd: crlf
    quotes: always
    decimal: ','
    dates: YYYYMMDD
    sections:
      - header: false
        columns:
          - { title: type, constant: '2' }
          - { title: employee, field: employeeId, letters: digits, padStart: { to: '8', with: '0' } }
          - { title: payment, setting: paymentNo }
          - { title: department, constant: '' }
          - { title: cost centre, field: costCentre }
          - { title: value, field: amount, decimals: '2' }
          - { title: paid, field: payDate, dates: DDMMYYYY }
          - { title: flag, flag: pensionable }
`;

  test('is read strictly, and writes what it says', () => {
    const { document, issues } = documentFromText(SAGE, 'sage.yaml');
    expect(issues).toEqual([]);
    const parsed = parsePayLayout(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const lines = [line('42', '-1234.5'.concat('0'), { costCentre: 'K "7"', flags: { pensionable: 'yes' } })];
    const { files, issues: found } = renderPay(lines, parsed.layout, { paymentNo: '1' });
    expect(found).toEqual([]);
    expect(textOf(files[0]?.content)).toBe('"2","00000042","1","","K ""7""","-1234,50","26022027","yes"\r\n');
  });

  test('a byte order mark, yen in two decimals, and Windows letters', () => {
    const columns = [{ title: 'Größe €', field: 'amount', decimals: 2 }] as const;
    const file = {
      name: 'x.csv',
      encoding: 'utf-8',
      bom: true,
      lineEnd: 'lf',
      sections: [{ header: true, columns }],
    } as const;
    const ours: Layout = { layout: 'x', title: 'X', files: [file] };
    const yen = [line('1', '7', { currency: 'JPY' })];
    expect(Buffer.from(renderPay(yen, ours).files[0]?.content ?? []).toString('hex')).toBe(
      Buffer.from('\ufeffGröße €\n7.00\n').toString('hex'),
    );
    const windows = { ...ours, files: [{ ...file, bom: false, encoding: 'windows-1252' as const }] };
    // ö f6, ß df, € 80 in windows-1252.
    expect(Buffer.from(renderPay(yen, windows).files[0]?.content ?? []).toString('hex')).toBe(
      `4772f6df652080${'0a'}372e30300a`,
    );
  });
});

test('a pay map in YAML is read as it is written', () => {
  const { document } = documentFromText(
    "codes: { a: '2000' }\nconvert: { to: EUR, rounding: halfEven }\nsettings: { batchId: '007' }\n",
    'm.yaml',
  );
  expect(parsePayMap(document)).toEqual({
    ok: true,
    issues: [],
    map: { codes: { a: '2000' }, convert: { to: 'EUR', rounding: 'halfEven' }, settings: { batchId: '007' } },
  });
});
