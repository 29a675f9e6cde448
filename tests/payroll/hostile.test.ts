import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type PayMap,
  parsePayLayout,
  parsePayMap,
  payFiles,
  payLayouts,
  renderPay,
} from '../../src/payroll/index.js';
import { dateForms, type Layout, lineFields } from '../../src/payroll/layout.js';
import { award, layoutOf, line, payDate, run, SETTINGS, withPeople } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const odd = fc.oneof(
  fc.string(),
  fc.constantFrom('', '__proto__', '=1+1', '\ud800', 'a\r\nb', ';', '"', '{currency}', '张', '-'),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const column = fc.record(
  {
    title: fc.string({ maxLength: 5 }),
    field: fc.constantFrom(...lineFields),
    constant: odd,
    flag: odd,
    decimals: fc.integer({ min: 0, max: 4 }),
    decimal: fc.constantFrom('.' as const, ',' as const),
    dates: fc.constantFrom(...dateForms),
    firstOfMonth: fc.boolean(),
    maxLength: fc.integer({ min: 0, max: 30 }),
    padStart: fc.record({ to: fc.integer({ min: 0, max: 20 }), with: fc.constantFrom('0', ' ', 'x') }),
    suffix: odd,
    required: fc.boolean(),
  },
  { requiredKeys: ['title'] },
);
const layout = fc.record({
  layout: fc.constant('x'),
  title: fc.constant('X'),
  files: fc.array(
    fc.record(
      {
        name: fc.constantFrom('a-{currency}.csv', 'a.csv'),
        form: fc.constantFrom('delimited', 'ndjson'),
        delimiter: fc.constantFrom(',', ';', '|', '\t'),
        quotes: fc.constantFrom('minimal', 'always', 'never'),
        encoding: fc.constantFrom('utf-8', 'ascii', 'windows-1252'),
        bom: fc.boolean(),
        lineEnd: fc.constantFrom('crlf', 'lf'),
        decimal: fc.constantFrom('.', ','),
        sections: fc.array(
          fc.record({
            header: fc.boolean(),
            columns: fc
              .array(column, { maxLength: 4 })
              .map((columns) => [...columns, { title: 'amount', field: 'amount' }]),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      },
      { requiredKeys: ['name', 'encoding', 'lineEnd', 'sections'] },
    ),
    { minLength: 1, maxLength: 1 },
  ),
});

describe('nothing throws', () => {
  test('whatever a pay map or layout is', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        for (const parsed of [
          parsePayMap(data),
          parsePayLayout(data),
          parsePayMap({ codes: data }),
          parsePayLayout({ layout: 'x', title: 'X', files: data }),
        ])
          expect(parsed.ok || parsed.issues.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever ids, columns and settings hold; with an error there is no file', () => {
    const words = fc.record({ id: odd, column: odd, note: odd, setting: odd });
    fc.assert(
      fc.property(words, fc.constantFrom(...payLayouts), ({ id, column, note, setting }, chosen) => {
        const person = id.trim() === '' ? 'x' : id.trim();
        const made = withPeople(run([award(person, '5.00')]), [
          { id: person, salary: '1', currency: 'EUR', no: column },
        ]);
        const settings = Object.fromEntries(
          Object.entries(SETTINGS[chosen.layout] ?? {}).map(([key, value], index) => [
            key,
            index === 1 ? setting : value,
          ]),
        );
        const map: PayMap = {
          codes: 'bonus',
          employeeId: { column: 'no' },
          note,
          flags: { last_name: note },
          settings,
        };
        const { files, issues } = payFiles(made, { layout: chosen, map, payDate });
        expect(files.length === 0).toBe(issues.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

test('no layout that can be read writes a file that it cannot read again', () => {
  let written = 0;
  fc.assert(
    fc.property(layout, maybe(odd), fc.constantFrom('5.00', '-5.00', '1234567.89'), (data, id, amount) => {
      const parsed = parsePayLayout(JSON.parse(JSON.stringify(data)));
      if (!parsed.ok) return;
      const { files, issues } = renderPay(
        [line(id ?? 'ann', amount), line('ben', '1.10')],
        parsed.layout as Layout,
      );
      expect(issues.filter(({ code }) => code === 'payroll.control.failed')).toEqual([]);
      written += files.length;
    }),
    { numRuns: 2000 },
  );
  expect(written).toBeGreaterThan(50);
});

test('ten thousand people are paid in good time', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => line(String(index), '1.01'));
  const { files } = renderPay(lines, layoutOf('datev-lodas'), SETTINGS['datev-lodas']);
  expect(files[0]).toMatchObject({ rows: 10_000, amount: '10100.00' });
}, 20_000);
