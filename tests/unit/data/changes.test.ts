import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/data/changes.js';
import { type People, type Person, parsePeople } from '../../../src/data/people.js';
import type { Row } from '../../../src/data/table.js';
import { shift } from '../../support/calendar.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const BASE = [
  { id: '7', name: 'Ana', hired: '2019-01-01', salary: '80000', team: 'A', currency: 'EUR' },
  { id: '8', hired: '2020-01-01', salary: '50000', team: 'B', currency: 'EUR' },
];

const baseOf = (rows: readonly Row[] = BASE): People => parsePeople({ file: 'people.csv', rows });
const changed = (changes: readonly Row[], rows?: readonly Row[]): People =>
  applyChanges(baseOf(rows), { file: 'changes.csv', rows: changes });
const person = ({ people }: People, id = '7') => people.find((one) => one.id === id) as Person;
const lines = ({ assignments }: Person, column = 'salary') =>
  assignments.map(({ from = '', to = '', fields }) => `${from}..${to} ${fields[column]}`);
const codes = ({ issues }: People) => issues.map(({ code }) => code);

describe('a change', () => {
  test('cuts the assignment in force, and copies what does not change', () => {
    const people = changed([{ id: '7', from: '2026-04-01', salary: '82000' }]);
    expect(people.issues).toEqual([]);
    expect(person(people).assignments).toEqual([
      {
        to: '2026-03-31',
        currency: 'EUR',
        fields: { salary: '80000', team: 'A' },
        at: { file: 'people.csv', row: 1 },
      },
      {
        from: '2026-04-01',
        currency: 'EUR',
        fields: { salary: '82000', team: 'A' },
        at: { file: 'changes.csv', row: 1 },
      },
    ]);
    expect(person(people, '8')).toEqual(person(baseOf(), '8'));
  });

  test('holds until the next dated row of the people, and is told to end there', () => {
    const rows = [...BASE, { ...BASE[0], from: '2026-10-01', salary: '85000' }];
    const people = changed([{ id: '7', from: '2026-04-01', salary: '82000', team: 'C' }], rows);
    expect(lines(person(people))).toEqual([
      '..2026-03-31 80000',
      '2026-04-01..2026-09-30 82000',
      '2026-10-01.. 85000',
    ]);
    expect(people.issues.map(({ code, at }) => [code, at?.column])).toEqual([
      ['changes.row.later', 'salary'],
      ['changes.row.later', 'team'],
    ]);
  });

  test('is not told to end where a later change of the column comes first', () => {
    const rows = [...BASE, { ...BASE[0], from: '2026-10-01' }];
    const changes = [
      { id: '7', from: '2026-10-01', salary: '85000' },
      { id: '7', from: '2026-04-01', salary: '82000' },
    ];
    const people = changed(changes, rows);
    expect(codes(people)).toEqual([]);
    expect(lines(person(people))).toEqual([
      '..2026-03-31 80000',
      '2026-04-01..2026-09-30 82000',
      '2026-10-01.. 85000',
    ]);
  });

  test('of another column goes on from the one before', () => {
    const people = changed([
      { id: '7', from: '2026-07-01', team: 'C' },
      { id: '7', from: '2026-04-01', salary: '82000' },
    ]);
    expect(lines(person(people))).toEqual([
      '..2026-03-31 80000',
      '2026-04-01..2026-06-30 82000',
      '2026-07-01.. 82000',
    ]);
    expect(lines(person(people), 'team')).toEqual([
      '..2026-03-31 A',
      '2026-04-01..2026-06-30 A',
      '2026-07-01.. C',
    ]);
  });

  test('that says what is so already cuts nothing', () => {
    const people = changed([{ id: '7', from: '2026-04-01', salary: '80000', team: 'A' }]);
    expect(people).toEqual(baseOf());
  });

  test('of plans, currency and share', () => {
    const people = changed([{ id: '7', from: '2026-04-01', plans: 'a b', currency: 'USD', share: '100%' }]);
    expect(person(people).assignments[1]).toMatchObject({
      plans: ['a', 'b'],
      currency: 'USD',
      share: '100%',
      fields: { salary: '80000', team: 'A' },
    });
  });

  test('on the day the employment ends, and not on the day after', () => {
    const on = (from: string) =>
      codes(
        changed([
          { id: '7', from, salary: '1' },
          { id: '7', left: '2026-06-30', leftReason: 'x' },
        ]),
      );
    expect(on('2026-06-30')).toEqual([]);
    expect(on('2026-07-01')).toEqual(['changes.from.outside']);
  });

  test('of the employment needs no day', () => {
    const people = changed([{ id: '7', left: '2026-06-30', leftReason: 'retirement', name: 'Ana Silva' }]);
    expect(people.issues).toEqual([]);
    expect(person(people)).toMatchObject({
      name: 'Ana Silva',
      hired: '2019-01-01',
      left: '2026-06-30',
      leftReason: 'retirement',
    });
  });

  test('of somebody with a fault in the people leaves the person withheld, and as before', () => {
    const rows = [{ ...BASE[0], left: '2026-02-30' }];
    const people = changed([{ id: '7', from: '2026-04-01', salary: '82000' }], rows);
    expect(person(people)).toEqual(person(baseOf(rows)));
  });

  test('that cannot be made leaves the assignments as before, and the person withheld', () => {
    const people = changed([
      { id: '7', from: '2026-04-01', salary: '82000' },
      { id: '7', team: 'C' },
    ]);
    expect(lines(person(people))).toEqual(['.. 80000']);
    expect(person(people).faults.map(({ code }) => code)).toEqual(['changes.from.missing']);
    expect(person(people, '8').faults).toEqual([]);
  });

  test('that makes two assignments meet is found', () => {
    const rows = [
      { id: '7', plans: 'a', from: '2026-01-01', to: '2026-12-31' },
      { id: '7', plans: 'b', from: '2026-09-01', to: '2026-12-31' },
    ];
    const people = changed([{ id: '7', from: '2026-06-01', plans: 'b' }], rows);
    expect(person(people).faults.map(({ code }) => code)).toEqual(['people.assignment.overlap']);
  });
});

describe('somebody new', () => {
  test('is hired, and has everything from then', () => {
    const people = changed([{ id: '9', hired: '2026-05-01', salary: '60000', team: 'A', currency: 'EUR' }]);
    expect(people.issues).toEqual([]);
    expect(person(people, '9')).toEqual({
      id: '9',
      hired: '2026-05-01',
      assignments: [
        {
          from: '2026-05-01',
          currency: 'EUR',
          fields: { salary: '60000', team: 'A' },
          at: { file: 'changes.csv', row: 1 },
        },
      ],
      at: { file: 'changes.csv', row: 1 },
      faults: [],
      warnings: [],
    });
  });

  test('may change later', () => {
    const people = changed([
      { id: '9', from: '2026-08-01', salary: '62000' },
      { id: '9', hired: '2026-05-01', salary: '60000', team: 'A' },
    ]);
    expect(people.issues).toEqual([]);
    expect(lines(person(people, '9'))).toEqual(['2026-05-01..2026-07-31 60000', '2026-08-01.. 62000']);
  });

  test('without anything but a name is there all the same', () => {
    const people = changed([{ id: '9', hired: '2026-05-01', name: 'Bo' }]);
    expect(person(people, '9').assignments.length).toBe(1);
  });

  test('whose day of hire cannot be read is withheld for that', () => {
    const people = changed([{ id: '9', hired: '2026-02-30', salary: '60000' }]);
    expect(person(people, '9').faults.map(({ code }) => code)).toEqual(['rows.date.form']);
  });
});

describe('rules that hold for any changes', () => {
  const change = fc.record(
    {
      from: fc.integer({ min: 0, max: 40 }).map((offset) => shift('2026-01-01', offset)),
      salary: fc.constantFrom('1', '2', '3'),
      team: fc.constantFrom('A', 'B'),
      plans: fc.constantFrom('a', 'b', 'a b'),
      share: fc.constantFrom('50%', '100%'),
      left: fc.constantFrom('2026-01-20', '2026-12-31'),
      leftReason: fc.constant('retirement'),
      hired: fc.constantFrom('2019-01-01', '2026-01-05'),
    },
    { requiredKeys: [] },
  );
  const changes = fc.array(
    fc.tuple(fc.constantFrom('7', '7', '8', '9'), change).map(([id, rest]) => ({ id, ...rest })),
    { maxLength: 6 },
  );
  const bases = fc.constantFrom<readonly Row[]>(
    BASE,
    [...BASE, { ...BASE[0], from: '2026-01-15', salary: '3' }, { ...BASE[1], from: '2026-01-20', team: 'A' }],
    [{ id: '7', plans: 'a' }, { id: '7', plans: 'b', from: '2026-01-10', to: '2026-01-30' }, { id: '8' }],
  );

  test('once more changes nothing', () => {
    fc.assert(
      fc.property(bases, changes, (base, rows) => {
        const once = changed(rows, base);
        expect(applyChanges(once, { file: 'changes.csv', rows })).toEqual(once);
      }),
      { numRuns: 1500, seed: 91 },
    );
  });

  test('the order of rows is irrelevant', () => {
    const content = (people: People) =>
      people.people
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, hired, left, assignments, faults }) => ({
          ...{ id, hired, left },
          assignments: faults.length === 0 ? assignments.map(({ at: _, ...rest }) => rest) : [],
          faults: faults.map(({ code }) => code).toSorted(),
        }));
    fc.assert(
      fc.property(bases, changes, (base, rows) => {
        expect(content(changed(rows.toReversed(), base))).toEqual(content(changed(rows, base)));
      }),
      { numRuns: 800, seed: 92 },
    );
  });

  test('on every day the latest change of a column counts, unless a later row of the people has begun', () => {
    const salaryOn = (people: People, day: string) =>
      person(people).assignments.find(({ from = '', to = '~' }) => from <= day && day <= to)?.fields[
        'salary'
      ];
    const raises = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(raises, fc.integer({ min: 1, max: 60 }), (days, next) => {
        const day = (offset: number) => shift('2026-01-01', offset);
        const base = [...BASE, { ...BASE[0], from: day(next), salary: 'later' }];
        const people = changed(
          days.map((offset) => ({ id: '7', from: day(offset), salary: `from ${offset}` })),
          base,
        );
        for (let offset = 0; offset < 70; offset += 1) {
          const begins = offset >= next ? next : -1;
          const begun = days.filter((one) => one <= offset && one >= begins);
          const written = offset >= next ? 'later' : '80000';
          const expected = begun.length > 0 ? `from ${Math.max(...begun)}` : written;
          expect(salaryOn(people, day(offset))).toBe(expected);
        }
      }),
      { numRuns: 200, seed: 93 },
    );
  });

  test('the people before are not touched', () => {
    const base = deepFreeze(baseOf());
    const rows = deepFreeze([
      { id: '7', from: '2026-04-01', salary: '82000' },
      { id: '9', hired: '2026-05-01' },
    ]);
    expect(applyChanges(base, rows).people.length).toBe(3);
    expect(base).toEqual(baseOf());
  });
});
