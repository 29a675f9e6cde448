import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PayAmount,
  type PayColumns,
  type PayReconciliation,
  type PaySide,
  payStatuses,
  readPayTable,
  reconcilePay,
} from '../../src/cycle/index.js';
import { payLines } from '../../src/payroll/index.js';
import { draft, final, person, scores } from '../retro/support.js';

const side = (...lines: readonly (readonly [string, string, string?, string?])[]): PaySide => ({
  lines: lines.map(([id, amount, code = 'BONUS', currency = 'EUR']) => ({ id, amount, code, currency })),
  codes: 'payCode',
});

/** Each line that does not agree: `ann differs 100.00 90.00 -10.00`. */
function told({ matches }: PayReconciliation): string[] {
  return matches.map(({ id, status, before, now, difference }) =>
    [id, status, before?.amount ?? '-', now?.amount ?? '-', difference].join(' '),
  );
}

describe('two sides by hand', () => {
  const before = side(['ann', '100.00'], ['ben', '50.00'], ['cy', '0.00'], ['dee', '7.00'], ['eve', '20.00']);
  const now = side(['ann', '90.00'], ['ben', '50.00'], ['eve', '20.00'], ['eve', '20.00'], ['fay', '3.50']);
  const made = reconcilePay(before, now);

  test('same, differing, on one side only, zero against missing, more lines', () => {
    expect(made.agrees).toBe(false);
    expect(told(made)).toEqual([
      'ann differs 100.00 90.00 -10.00',
      'cy zero 0.00 - 0.00',
      'dee onlyBefore 7.00 - -7.00',
      'eve twice 20.00 40.00 20.00',
      'fay onlyNow - 3.50 3.50',
    ]);
    expect(made.counts).toEqual({ same: 1, differs: 1, twice: 1, onlyBefore: 1, onlyNow: 1, zero: 1 });
    expect(made.issues.map(({ code, path }) => [code, path[0]])).toEqual([['cycle.line.twice', 'now']]);
  });

  test('the totals and the bridge between them', () => {
    // 100 + 50 + 0 + 7 + 20 = 177; 90 + 50 + 20 + 20 + 3.50 = 183.50; -10 + 20 - 7 + 3.50 = 6.50
    expect(made.bridges).toEqual([
      {
        currency: 'EUR',
        before: { lines: 5, people: 5, amount: '177.00' },
        now: { lines: 5, people: 4, amount: '183.50' },
        difference: '6.50',
        moves: [
          { status: 'differs', matches: 1, amount: '-10.00' },
          { status: 'twice', matches: 1, amount: '20.00' },
          { status: 'onlyBefore', matches: 1, amount: '-7.00' },
          { status: 'onlyNow', matches: 1, amount: '3.50' },
        ],
      },
    ]);
  });

  test('codes and currencies are apart; zero against missing agrees', () => {
    const two = reconcilePay(
      side(['ann', '5.00', 'A'], ['ann', '5.00', 'B', 'USD']),
      side(['ann', '10.00', 'A']),
    );
    expect(told(two)).toEqual(['ann differs 5.00 10.00 5.00', 'ann onlyBefore 5.00 - -5.00']);
    expect(two.bridges.map(({ currency, difference }) => `${currency} ${difference}`)).toEqual([
      'EUR 5.00',
      'USD -5.00',
    ]);
    expect(reconcilePay(side(['ann', '0', 'A', 'JPY']), side()).agrees).toBe(true);
    expect(reconcilePay(side(['ann', '-0.01']), side()).agrees).toBe(false);
  });
});

describe('runs and what payroll has', () => {
  // 7,300.00 each at a score of 45, 10,950.00 at 60; Cy is withheld, Dee was hired in 2027, Zed has a score of 20: nothing.
  const people = [
    person('ann'),
    person('ben', { team: 'South' }),
    person('cy', { salary: 'n/a' }),
    person('dee', { hired: '2027-01-01' }),
    person('zed', { team: 'West' }),
  ];
  const actuals = [...scores(45, 60), { metric: 'score', group: 'West', value: 20, status: 'final' }];
  const run = final({ people, actuals });
  const { lines } = payLines(run, { payDate: '2027-02-26', payCode: 'BONUS' });

  test('a run and its pay lines agree, whatever plans and codes are called', () => {
    const made = reconcilePay(run, lines);
    expect(made).toMatchObject({ agrees: true, matchedBy: ['id'] });
    expect(told(made)).toEqual(['zed zero 0.00 - 0.00']);
    expect(made.notPaid).toEqual({
      before: { withheld: 1, notEligible: 1 },
      now: { withheld: 0, notEligible: 0 },
    });
    expect(made.bridges[0]?.before.amount).toBe('18250.00');
  });

  test('two runs; whoever is withheld in one of them is told so', () => {
    const mended = final({ people: [...people.slice(0, 2), person('cy'), ...people.slice(3)], actuals });
    const made = reconcilePay(run, mended);
    expect(made.matchedBy).toEqual(['id', 'code']);
    expect(made.matches).toEqual([
      {
        ...{ id: 'cy', code: 'daily', currency: 'EUR', status: 'onlyNow' },
        ...{ now: { amount: '7300.00', lines: 1 }, difference: '7300.00', why: 'withheld' },
      },
    ]);
  });

  test('a run of whole awards that was paid by differences agrees with all its pay lines together', () => {
    const raised = final({ people, actuals: [...scores(60, 60), ...actuals.slice(2)], paid: [run] });
    const alone = reconcilePay(raised, lines);
    expect(alone.issues.map(({ code }) => code)).toEqual(['cycle.run.after']);
    expect(told(alone)[0]).toBe('ann differs 10950.00 7300.00 -3650.00');
    const more = [...lines, { ...(lines[0] as (typeof lines)[0]), lineId: 'other', amount: '3650.00' }];
    expect(reconcilePay(raised, more)).toMatchObject({ agrees: true });
    expect(reconcilePay(raised, more).issues.map(({ code }) => code)).toEqual(['cycle.run.after']);
  });

  test('a draft without anybody, and no lines at all', () => {
    expect(reconcilePay(draft({ people: [person('cy', { salary: 'n/a' })] }), [])).toMatchObject({
      ...{ agrees: true, bridges: [] },
    });
  });
});

/** Lines with few ids, codes and currencies, so that they meet; amounts in the smallest unit. */
const amounts = fc.integer({ min: -99_999, max: 99_999 });
const line = fc.record({
  id: fc.constantFrom('a', 'b', '__proto__', 'constructor', '00123', '\ud800'),
  code: fc.constantFrom('X', 'Y'),
  currency: fc.constantFrom('EUR', 'USD'),
  units: amounts,
});
type Units = typeof line extends fc.Arbitrary<infer T> ? T : never;
const textOf = (units: number) => {
  const text = String(Math.abs(units)).padStart(3, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
};
const sideOf = (lines: readonly Units[]): PaySide => ({
  lines: lines.map(({ units, ...one }): PayAmount => ({ ...one, amount: textOf(units) })),
  codes: 'payCode',
});
/** Units of an amount, read in a way of its own. */
const unitsOf = (amount: string) => Math.round(Number(amount) * 100);

describe('whatever the lines', () => {
  test('a side agrees with itself, in any order', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const made = reconcilePay(sideOf(lines), sideOf(lines.toReversed()));
        expect([made.agrees, made.matches]).toEqual([true, []]);
      }),
    );
  });

  test('the moves sum to the difference of the totals, and every line is in one match', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (left, right) => {
        const made = reconcilePay(sideOf(left), sideOf(right));
        for (const { currency, before, now, difference, moves } of made.bridges) {
          const sum = (lines: readonly Units[]) =>
            lines.filter((one) => one.currency === currency).reduce((all, { units }) => all + units, 0);
          expect([before.amount, now.amount].map(unitsOf)).toEqual([sum(left), sum(right)]);
          expect(unitsOf(difference)).toBe(sum(right) - sum(left));
          expect(moves.reduce((all, { amount }) => all + unitsOf(amount), 0)).toBe(sum(right) - sum(left));
          const own = (lines: readonly Units[]) => lines.filter((one) => one.currency === currency).length;
          expect([before.lines, now.lines]).toEqual([own(left), own(right)]);
        }
        const keys = new Set(
          [...left, ...right].map(({ id, code, currency }) => `${id} ${code} ${currency}`),
        );
        const counted = payStatuses.reduce((all, status) => all + made.counts[status], 0);
        expect(counted).toBe(keys.size);
        expect(made.matches.length + made.counts.same).toBe(keys.size);
      }),
    );
  });

  test('the other way round every difference has the other sign', () => {
    const mirrored = { onlyBefore: 'onlyNow', onlyNow: 'onlyBefore' } as const;
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (left, right) => {
        const one = reconcilePay(sideOf(left), sideOf(right));
        const other = reconcilePay(sideOf(right), sideOf(left));
        const key = ({ id, code, currency }: PayReconciliation['matches'][number]) =>
          JSON.stringify([id, code, currency]);
        const found = new Map(other.matches.map((match) => [key(match), match]));
        expect(found.size).toBe(one.matches.length);
        for (const match of one.matches) {
          const back = found.get(key(match));
          expect(unitsOf(back?.difference ?? '')).toBe(0 - unitsOf(match.difference));
          const status = match.status as keyof typeof mirrored;
          expect(back?.status).toBe(mirrored[status] ?? match.status);
        }
      }),
    );
  });
});

describe('tables of pay', () => {
  const columns: PayColumns = { id: 'No.', amount: 'Gross', currency: 'EUR' };
  const rows = [
    { 'No.': '00123', Gross: '1200', Name: 'x' },
    { 'No.': 'b', Gross: 7300.5 },
  ];

  test('any register whose columns are named, with one currency for all', () => {
    const read = readPayTable({ file: 'register.csv', rows, numbers: [2, 3] }, { columns });
    expect(read.ok && read.pay).toEqual({
      lines: [
        { id: '00123', amount: '1200.00', currency: 'EUR', at: { file: 'register.csv', row: 2 } },
        { id: 'b', amount: '7300.50', currency: 'EUR', at: { file: 'register.csv', row: 3 } },
      ],
    });
    const comma = readPayTable([{ 'No.': 'a', Gross: '1.200,50' }], { columns, decimal: ',' });
    expect(comma.ok && comma.pay.lines[0]?.amount).toBe('1200.50');
  });

  test('a code of its own is matched with plans or pay codes', () => {
    const run = final({ people: [person('ann')] });
    const table = [{ id: 'ann', plan: 'daily', pay: '7300.00', currency: 'EUR' }];
    const read = readPayTable(table, {
      columns: { id: 'id', code: 'plan', amount: 'pay', currency: 'currency' },
    });
    expect(read.ok && reconcilePay(run, read.pay)).toMatchObject({ agrees: true, matchedBy: ['id', 'code'] });
  });

  test.each([
    ['no id, as a row of totals', { 'No.': '', Gross: '8500.50' }, 'cycle.row.id', 'No.'],
    ['an id that lost digits', { 'No.': Number('12345678901234567890'), Gross: '1' }, 'cycle.row.id', 'No.'],
    ['no amount', { 'No.': 'a' }, 'cycle.row.amount', 'Gross'],
    ['a word', { 'No.': 'a', Gross: '=1+1' }, 'cycle.row.amount', 'Gross'],
    ['a percentage', { 'No.': 'a', Gross: '5%' }, 'cycle.row.amount', 'Gross'],
    ['a fraction', { 'No.': 'a', Gross: '1/2' }, 'cycle.row.amount', 'Gross'],
    ['a third decimal', { 'No.': 'a', Gross: '1.005' }, 'cycle.row.amount', 'Gross'],
    ['what could be thousands', { 'No.': 'a', Gross: '58.400' }, 'cycle.row.amount', 'Gross'],
  ])('refused with row and field: %s', (_, row, code, column) => {
    const read = readPayTable({ file: 'f.csv', rows: [...rows, row], numbers: [2, 3, 9] }, { columns });
    expect(read.ok).toBe(false);
    expect(read.issues.map((one) => [one.code, one.at])).toEqual([[code, { file: 'f.csv', row: 9, column }]]);
  });

  test('all that is wrong is told, up to what anybody reads; nothing is summed', () => {
    const many = Array.from({ length: 1000 }, () => ({ 'No.': '', Gross: 'x' }));
    expect(readPayTable(many, { columns }).issues.length).toBeLessThan(210);
    const named = { ...columns, currency: 'Currency' };
    const codes = (input: unknown, more = columns) =>
      readPayTable(input as never, { columns: more }).issues.map(({ code }) => code);
    expect(codes(rows, named)).toEqual(['cycle.table.column']);
    expect(codes([{ ...rows[0], Currency: 'euro' }], named)).toEqual(['cycle.row.currency']);
    expect(codes([])).toEqual(['cycle.table.none']);
    expect(codes(undefined)).toEqual(['cycle.table.none']);
    expect(codes([...rows, 5, null])).toEqual(['cycle.row.form', 'cycle.row.form']);
    expect(codes([{ 'No.': 'a', Gross: '1', constructor: 'x' }], { ...columns, code: 'toString' })).toEqual([
      'cycle.table.column',
    ]);
  });

  test('lines and runs that are none', () => {
    const nothing = [undefined, null, 5, 'x', {}, { lines: 5 }, [5], { lines: [null] }, { awards: 'x' }];
    for (const given of nothing) {
      const made = reconcilePay(given as never, side(['a', '1.00']));
      expect([made.agrees, made.issues[0]?.code, made.bridges]).toEqual([false, 'cycle.line.form', []]);
    }
    const wrong = side(['', '1.00'], ['a', '1'], ['a', '1e3'], ['a', 'NaN'], ['a', '1.00', 'X', 'XXX']);
    expect(reconcilePay(wrong, side()).issues.map(({ path }) => path.at(-1))).toEqual([
      ...['id', 'amount', 'amount', 'amount', 'currency'],
    ]);
  });
});
