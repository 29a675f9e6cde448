import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/data/changes.js';
import { parseEarnings } from '../../../src/data/earnings.js';
import { parseExceptions } from '../../../src/data/exceptions.js';
import { parseLeave } from '../../../src/data/leave.js';
import { type PersonRecord, unknownIds } from '../../../src/data/records.js';
import type { Row, TableInput } from '../../../src/data/table.js';
import type { Issue } from '../../../src/issue/issue.js';
import { basePeople, peopleOf } from '../../support/base.js';
import { expectHelpful } from '../../support/expect-issue.js';

const guarantee = {
  id: 'ben',
  kind: 'guarantee',
  value: '8000',
  currency: 'USD',
  until: '2026-12-31',
  reason: 'first year',
  approver: 'CFO',
};

describe('leave', () => {
  test('is read as written; a blank end lasts', () => {
    const { leaves, issues } = parseLeave({
      file: 'leave.csv',
      rows: [
        { id: ' 007 ', type: 'sick', from: '2026-01-30', to: '2026-02-02' },
        { id: 8, type: 'parental', from: '2025-11-01', to: '' },
      ],
      numbers: [2, 3],
    });
    expect(issues).toEqual([]);
    expect(leaves).toEqual([
      {
        person: '007',
        type: 'sick',
        from: '2026-01-30',
        to: '2026-02-02',
        at: { file: 'leave.csv', row: 2 },
        faults: [],
      },
      { person: '8', type: 'parental', from: '2025-11-01', at: { file: 'leave.csv', row: 3 }, faults: [] },
    ]);
  });

  test('of two people, or day after day, does not meet', () => {
    const sick = (id: string, from: string, to: string) => ({ id, type: 'sick', from, to });
    const { issues } = parseLeave([
      sick('7', '2026-01-01', '2026-01-31'),
      sick('8', '2026-01-01', '2026-01-31'),
      sick('7', '2026-02-01', '2026-02-28'),
    ]);
    expect(issues).toEqual([]);
  });

  test('every leave that meets another has a fault, exactly', () => {
    const day = (offset: number) => `2026-01-${String(offset + 1).padStart(2, '0')}`;
    const span = fc.record({ from: fc.nat(15), length: fc.nat(8), id: fc.constantFrom('7', '8') });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 7 }), (spans) => {
        const rows = spans.map(({ id, from, length }, index) => ({
          id,
          type: `type ${index}`,
          from: day(from),
          to: day(from + length),
        }));
        const expected = spans.map((a, index) =>
          spans.some(
            (b, other) =>
              other !== index && a.id === b.id && a.from <= b.from + b.length && b.from <= a.from + a.length,
          ),
        );
        expect(parseLeave(rows).leaves.map(({ faults }) => faults.length > 0)).toEqual(expected);
      }),
      { numRuns: 400, seed: 81 },
    );
  });
});

describe('earnings', () => {
  test('are read as written; a blank end is one day, and corrections are negative', () => {
    const { earnings, issues, decimal } = parseEarnings(
      [
        { id: '7', code: 'base', amount: '5.000,00', currency: 'EUR', from: '2026-01-01', to: '2026-01-31' },
        { id: '7', code: 'base', amount: -12.5, currency: 'EUR', from: '2026-01-15' },
        { id: '7', code: 'base', amount: '1,500', currency: 'KWD', from: '2026-01-15' },
      ],
      { decimal: ',' },
    );
    expect([issues, decimal]).toEqual([[], ',']);
    expect(earnings.map(({ amount, from, to }) => [amount, from, to])).toEqual([
      ['5.000,00', '2026-01-01', '2026-01-31'],
      [-12.5, '2026-01-15', '2026-01-15'],
      ['1,500', '2026-01-15', '2026-01-15'],
    ]);
  });

  test('two rows that are told apart by a column of their own are two amounts', () => {
    const row = { id: '7', code: 'overtime', amount: 50, currency: 'EUR', from: '2026-01-15' };
    const { earnings, issues } = parseEarnings([
      { ...row, receipt: 'A1' },
      { ...row, receipt: 'A2' },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['rows.column.unknown']);
    expect(earnings.map(({ faults }) => faults.length)).toEqual([0, 0]);
  });
});

describe('exceptions', () => {
  const kept = (changes: Row) => {
    const { exceptions, issues } = parseExceptions([{ ...guarantee, ...changes }]);
    expect(issues).toEqual([]);
    return exceptions[0];
  };

  test('are read as written; blank cells are left out', () => {
    expect(kept({ plan: '', from: null })).toEqual({
      person: 'ben',
      kind: 'guarantee',
      value: '8000',
      currency: 'USD',
      until: '2026-12-31',
      reason: 'first year',
      approver: 'CFO',
      at: { row: 1 },
      faults: [],
    });
    expect(kept({ plan: 'sales', from: '2026-07-01' })).toMatchObject({ plan: 'sales', from: '2026-07-01' });
  });

  test.each([
    ['targetPercent', '15%'],
    ['targetPercent', '0.15'],
    ['targetPercent', '120%'],
    ['targetPercent', '0%'],
    ['targetAmount', 6000],
    ['proration', '75%'],
    ['proration', '2/3'],
    ['proration', 1],
    ['proration', '0%'],
    ['guarantee', 0],
    ['treatment', 'payTarget'],
  ])('%s of %s', (kind, value) => expect(kept({ kind, value })?.value).toBe(value));

  test('of two kinds, two plans or two people, or one after the other, do not meet', () => {
    const { issues } = parseExceptions([
      { ...guarantee, plan: 'a', until: '2026-06-30' },
      { ...guarantee, plan: 'b' },
      { ...guarantee, plan: 'a', from: '2026-07-01' },
      { ...guarantee, plan: 'a', kind: 'targetAmount' },
      { ...guarantee, id: 'ann' },
    ]);
    expect(issues).toEqual([]);
  });

  test('one for every plan meets those of each, whichever comes first', () => {
    const all = { ...guarantee, from: '2026-03-01' };
    const some = ['a', 'b'].map((plan) => ({ ...guarantee, plan, until: '2026-03-01' }));
    for (const rows of [
      [all, ...some],
      [...some, all],
    ]) {
      const { exceptions } = parseExceptions(rows);
      expect(exceptions.map(({ faults }) => faults.map(({ code }) => code)).toSorted()).toEqual([
        ['exceptions.overlap'],
        ['exceptions.overlap'],
        ['exceptions.overlap', 'exceptions.overlap'],
      ]);
    }
  });
});

test('an unknown id is told once, however many rows it has', () => {
  const rows = [1, 2, 3].map((month) => ({
    id: 'Ben',
    type: 'sick',
    from: `2026-0${month}-01`,
    to: `2026-0${month}-02`,
  }));
  const found = unknownIds(parseLeave(rows).leaves, peopleOf(basePeople()));
  expect(found.map(({ code, at }) => [code, at])).toEqual([['rows.id.unknown', { row: 1, column: 'id' }]]);
});

describe('random garbage never throws, and nobody is lost', () => {
  const anything = fc.anything({
    withDate: true,
    withSparseArray: true,
    withNullPrototype: true,
    withBigInt: true,
  });
  const column = fc.constantFrom(
    ...['id', 'type', 'from', 'to', 'code', 'amount', 'currency', 'plan', 'kind', 'value', 'until', 'reason'],
    ...['approver', 'hired', 'left', 'leftReason', 'share', 'plans', 'assignments', 'salary', '__proto__'],
  );
  const cell = fc.oneof(
    anything,
    fc.constantFrom<unknown>(
      '',
      ' ',
      'ben',
      '2026-02-30',
      '2026-06-30',
      '1e9',
      '50%',
      'guarantee',
      Number.NaN,
      -0,
    ),
  );
  const record = fc
    .array(fc.tuple(column, cell), { maxLength: 9 })
    .map((cells) => Object.fromEntries([['id', 'ben'], ...cells]) as Row);
  const table = fc.oneof(
    anything,
    fc.array(fc.oneof(anything, record), { maxLength: 6 }),
    fc.record({ file: anything, rows: fc.array(record, { maxLength: 4 }), numbers: fc.array(fc.nat()) }),
  );
  const told = (issues: readonly Issue[]) => {
    for (const one of issues) expectHelpful(one);
  };
  const sound = (input: unknown, records: readonly PersonRecord[], issues: readonly Issue[]) => {
    told(issues);
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
    for (const one of records.flatMap(({ faults }) => faults)) expect(issues).toContain(one);
    const rows = Array.isArray(input) ? input : [];
    const named = rows.filter((row) => typeof row?.id === 'string' && row.id.trim() !== '');
    expect(records.length).toBeGreaterThanOrEqual(named.length);
  };

  test.each(['.', ','] as const)('leave, earnings and exceptions, decimal %s', (decimal) => {
    fc.assert(
      fc.property(table, (data) => {
        const input = data as TableInput;
        const leave = parseLeave(input);
        sound(data, leave.leaves, leave.issues);
        const earned = parseEarnings(input, { decimal });
        sound(data, earned.earnings, earned.issues);
        const except = parseExceptions(input, { decimal });
        sound(data, except.exceptions, except.issues);
      }),
      { numRuns: 600, seed: 82 },
    );
  });

  test('changes, merged once and twice', () => {
    fc.assert(
      fc.property(table, (data) => {
        const people = peopleOf(basePeople());
        const once = applyChanges(people, data as TableInput);
        told(once.issues);
        expect(once.people.slice(0, 2).map(({ id }) => id)).toEqual(['ann', 'ben']);
        expect(applyChanges(once, data as TableInput)).toEqual(once);
      }),
      { numRuns: 800, seed: 83 },
    );
  });

  test('a column called __proto__ is told of, and pollutes nothing', () => {
    const rows = JSON.parse('[{"id":"ben","__proto__":{"type":"sick"},"from":"2026-01-01"}]') as Row[];
    const { leaves, issues } = parseLeave(rows);
    expect(issues.map(({ code }) => code)).toEqual(['rows.column.unknown', 'rows.cell.missing']);
    expect(leaves[0]?.type).toBe('');
  });
});
