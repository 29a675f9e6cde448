import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assignment, type Person, parsePeople } from '../../../src/data/people.js';
import type { Row } from '../../../src/data/table.js';
import { shift } from '../../support/calendar.js';

/** The one person of rows without ids. */
function personOf(rows: readonly Row[]): Person {
  const { people } = parsePeople(rows.map((row) => ({ id: '7', ...row })));
  expect(people.length).toBe(1);
  return people[0] as Person;
}

const days = ({ assignments }: Person) => assignments.map(({ from = '', to = '' }) => `${from}..${to}`);
const codes = ({ faults, warnings }: Person) => [...faults, ...warnings].map((one) => one.code);

describe('one row per change', () => {
  test('each lasts until the day before the next, the last is open', () => {
    const person = personOf([
      { team: 'A' },
      { from: '2026-10-01', team: 'C' },
      { from: '2026-03-01', team: 'B' },
    ]);
    expect(codes(person)).toEqual([]);
    expect(days(person)).toEqual(['..2026-02-28', '2026-03-01..2026-09-30', '2026-10-01..']);
    expect(person.assignments.map(({ fields }) => fields['team'])).toEqual(['A', 'B', 'C']);
  });

  test('an end that is written counts, and a gap after it is told', () => {
    const person = personOf([{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-03-01' }]);
    expect(days(person)).toEqual(['2026-01-01..2026-01-31', '2026-03-01..']);
    expect(codes(person)).toEqual(['people.assignment.gap']);
  });

  test('what is the same in all rows may stand in one of them', () => {
    const person = personOf([
      { from: '2026-01-01' },
      { from: '2026-07-01', name: 'Ana', hired: '2019-01-01', left: '2026-09-30', leftReason: 'retirement' },
    ]);
    expect(codes(person)).toEqual([]);
    expect(person).toMatchObject({
      name: 'Ana',
      hired: '2019-01-01',
      left: '2026-09-30',
      leftReason: 'retirement',
    });
  });

  test('reasons of leaving that differ contradict each other', () => {
    const rows = [{ leftReason: 'retirement' }, { leftReason: 'resignation', from: '2026-07-01' }];
    expect(codes(personOf(rows.map((row) => ({ left: '2026-09-30', ...row }))))).toEqual([
      'people.id.duplicate',
    ]);
  });

  test('the last day in one row and the hire in another are compared', () => {
    const rows = [{ hired: '2026-05-01' }, { from: '2026-04-01', left: '2026-04-30' }];
    expect(codes(personOf(rows))).toContain('people.date.order');
  });

  test('rows of days before the hire in another row contradict it', () => {
    const rows = [{ to: '2026-01-31' }, { from: '2026-07-01', hired: '2026-07-01' }];
    expect(codes(personOf(rows))).toEqual(['people.id.duplicate']);
  });
});

describe('gaps', () => {
  const gap = [{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-03-01' }];
  const with_ = (employment: Row) => codes(personOf(gap.map((row) => ({ ...row, ...employment }))));

  test.each([
    ['left before it', { left: '2026-01-31' }],
    ['hired after it', { hired: '2026-03-01' }],
  ])('%s: nobody is employed on these days', (_when, employment) => {
    expect(with_(employment)).toEqual([]);
  });

  test.each([
    ['left on its first day', { left: '2026-02-01' }],
    ['hired on its last day', { hired: '2026-02-28' }],
  ])('%s: a day is missing', (_when, employment) => {
    expect(with_(employment)).toEqual(['people.assignment.gap']);
  });

  test('a plan that lost its assignment for a while, beside another that goes on', () => {
    const person = personOf([
      { plans: 'a', from: '2026-01-01', to: '2026-03-31' },
      { plans: 'b', from: '2026-01-01', to: '2026-12-31' },
      { plans: 'a', from: '2026-07-01', to: '2026-12-31' },
    ]);
    expect(person.warnings.map((one) => one.message)).toEqual([
      '"7" has no assignment in a between 2026-03-31 and 2026-07-01',
    ]);
  });

  test('days between two assignments in different plans', () => {
    const rows = [
      { plans: 'a', from: '2026-01-01', to: '2026-03-31' },
      { plans: 'b', from: '2026-07-01' },
    ];
    expect(codes(personOf(rows))).toEqual(['people.assignment.gap']);
  });
});

describe('plans', () => {
  test('rows of different plans are on the same days', () => {
    const person = personOf([
      { plans: 'a', team: 'A' },
      { plans: 'b', team: 'B' },
    ]);
    expect(codes(person)).toEqual([]);
    expect(days(person)).toEqual(['..', '..']);
  });

  test('each plan has its own changes', () => {
    const person = personOf([
      { plans: 'a', from: '2026-01-01' },
      { plans: 'b', from: '2026-01-01' },
      { plans: 'b', from: '2026-04-01' },
      { plans: 'a', from: '2026-07-01' },
    ]);
    expect(person.faults).toEqual([]);
    expect(days(person)).toEqual([
      '2026-01-01..2026-06-30',
      '2026-01-01..2026-03-31',
      '2026-04-01..',
      '2026-07-01..',
    ]);
  });

  test('a row for every plan ends those of each', () => {
    const person = personOf([
      { plans: 'a', from: '2026-01-01' },
      { plans: 'b', from: '2026-02-01' },
      { from: '2026-07-01' },
    ]);
    expect(days(person)).toEqual(['2026-01-01..2026-06-30', '2026-02-01..2026-06-30', '2026-07-01..']);
  });

  test('no plan at all ends what was before: it is said of all plans', () => {
    const person = personOf([{ from: '2026-01-01' }, { from: '2026-07-01', plans: [] }]);
    expect(codes(person)).toEqual([]);
    expect(days(person)).toEqual(['2026-01-01..2026-06-30', '2026-07-01..']);
  });

  test('one plan in common is enough to meet', () => {
    const person = personOf([
      { plans: 'a b', from: '2026-01-01', to: '2026-12-31' },
      { plans: 'b c', from: '2026-12-31' },
    ]);
    expect(codes(person)).toEqual(['people.assignment.overlap']);
  });
});

describe('shares', () => {
  const at = (share: string | number, more: Row = {}) => ({ from: '2026-01-01', share, ...more });

  test.each([
    ['60 % and 40 %', ['60%', '40%']],
    ['thirds', ['1/3', '1/3', '1/3']],
    ['decimals and percent', [0.1, '70%', '0.2']],
    ['all of it', [1]],
  ])('%s are 100 %%, exactly', (_title, shares) => {
    expect(codes(personOf(shares.map((share) => at(share))))).toEqual([]);
  });

  test.each([
    ['0.333', 'people.share.below', '99.9 %'],
    ['33.34%', 'people.share.above', '100.02 %'],
    ['2/7', 'people.share.below', '600/7 %'],
  ])('%s three times', (share, code, sum) => {
    const { faults, warnings } = personOf([at(share), at(share), at(share)]);
    expect([...faults, ...warnings].map((one) => one.code)).toEqual([code]);
    expect([...faults, ...warnings][0]?.message).toContain(`rows 1, 2, 3 sum to ${sum} on 2026-01-01`);
  });

  test('as written, in a file of decimal commas', () => {
    const rows = ['33,5%', '66,5%'].map((share) => ({ id: '7', share }));
    const { people, issues } = parsePeople(rows, { decimal: ',' });
    expect(issues).toEqual([]);
    expect(people[0]?.assignments.map(({ share }) => share)).toEqual(['33,5%', '66,5%']);
  });

  test('a change of both on one day', () => {
    const person = personOf([
      at('60%'),
      at('40%'),
      at('50%', { from: '2026-07-01' }),
      at('50%', { from: '2026-07-01' }),
    ]);
    expect(codes(person)).toEqual([]);
    expect(days(person)).toEqual([
      '2026-01-01..2026-06-30',
      '2026-01-01..2026-06-30',
      '2026-07-01..',
      '2026-07-01..',
    ]);
  });

  test('a day too many in the middle', () => {
    const person = personOf([
      at('50%', { to: '2026-06-30' }),
      at('50%', { to: '2026-07-01' }),
      at('50%', { from: '2026-07-01' }),
      at('50%', { from: '2026-07-01' }),
    ]);
    expect(codes(person)).toEqual(['people.share.above']);
    expect(person.faults[0]?.message).toContain('sum to 150 % on 2026-07-01');
  });

  test('a row with a share and one without cannot be at once', () => {
    expect(codes(personOf([at('50%'), { from: '2026-01-01' }]))).toContain('people.assignment.overlap');
  });

  test('in different plans each has its own 100 %', () => {
    const person = personOf([
      at('100%', { plans: 'a' }),
      at('60%', { plans: 'b' }),
      at('40%', { plans: 'b' }),
    ]);
    expect(codes(person)).toEqual([]);
  });

  test('days outside the employment do not count', () => {
    const rows = [
      at('60%'),
      at('40%', { to: '2026-06-30' }),
      at('60%', { from: '2026-12-01', to: '2026-12-31' }),
    ];
    const until = (left: string) => codes(personOf(rows.map((row) => ({ ...row, left }))));
    expect(until('2026-06-30')).toEqual(['people.id.duplicate'].slice(1));
    expect(until('2026-07-01')).toEqual(['people.share.below']);
  });
});

describe('rules that hold for any rows', () => {
  const START = '2026-01-01';
  const states = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
  const rowsOf = (offsets: readonly number[]) =>
    offsets.map((offset, index) => ({ from: shift(START, offset), team: `T${index}` }));
  const teamOn = ({ assignments }: Person, day: string) =>
    assignments
      .filter(({ from = '', to = '~' }: Assignment) => from <= day && day <= to)
      .map(({ fields }) => fields['team']);

  test('on every day the row with the latest day counts, and no other', () => {
    fc.assert(
      fc.property(states, (offsets) => {
        const person = personOf(rowsOf(offsets));
        expect(codes(person)).toEqual([]);
        for (let day = 0; day < 310; day += 1) {
          const begun = offsets.filter((offset) => offset <= day);
          const expected = begun.length === 0 ? [] : [`T${offsets.indexOf(Math.max(...begun))}`];
          expect(teamOn(person, shift(START, day))).toEqual(expected);
        }
      }),
      { numRuns: 60, seed: 71 },
    );
  });

  const part = fc.record(
    {
      from: fc.integer({ min: 0, max: 60 }).map((offset) => shift(START, offset)),
      to: fc.integer({ min: 0, max: 60 }).map((offset) => shift(START, offset)),
      share: fc.constantFrom('1/3', '50%', '20%'),
      plans: fc.constantFrom('a', 'b', 'a b'),
      left: fc.constant('2026-02-15'),
    },
    { requiredKeys: [] },
  );
  const content = ({ assignments }: Person) =>
    assignments.map(({ at: _, ...rest }) => JSON.stringify(rest)).toSorted();

  test('the order of rows is irrelevant', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        (parts, keys) => {
          const order = parts.map((row) => ({ row, key: keys.next().value as number }));
          const mixed = order.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
          const [one, two] = [personOf(parts), personOf(mixed)];
          expect(codes(two).toSorted()).toEqual(codes(one).toSorted());
          if (!codes(one).includes('people.id.duplicate')) expect(content(two)).toEqual(content(one));
        },
      ),
      { numRuns: 400, seed: 72 },
    );
  });

  test('a row cut in two with the same content gives the same days', () => {
    fc.assert(
      fc.property(states, fc.nat(5), fc.integer({ min: 1, max: 40 }), (offsets, which, later) => {
        const rows = rowsOf(offsets);
        const chosen = rows[which % rows.length] as (typeof rows)[number];
        const cut = { ...chosen, from: shift(chosen.from, later) };
        const next = rows.map(({ from }) => from).filter((from) => from > chosen.from);
        if (next.some((from) => from <= cut.from)) return;
        const [whole, halves] = [personOf(rows), personOf([...rows, cut])];
        expect(codes(halves)).toEqual([]);
        for (let day = 0; day < 345; day += 1)
          expect(teamOn(halves, shift(START, day))).toEqual(teamOn(whole, shift(START, day)));
      }),
      { numRuns: 60, seed: 73 },
    );
  });

  test('shares are right exactly when no day has more than 100 %', () => {
    const timed = fc.record({
      from: fc.nat(20),
      length: fc.nat(20),
      share: fc.constantFrom(['1/3', 2], ['50%', 3], ['1/6', 1], ['100%', 6]) as fc.Arbitrary<
        [string, number]
      >,
    });
    fc.assert(
      fc.property(fc.array(timed, { minLength: 1, maxLength: 5 }), (parts) => {
        const person = personOf(
          parts.map(({ from, length, share }) => ({
            from: shift(START, from),
            to: shift(START, from + length),
            share: share[0],
          })),
        );
        const sums = Array.from({ length: 41 }, (_, day) =>
          parts
            .filter(({ from, length }) => from <= day && day <= from + length)
            .reduce((sum, { share }) => sum + share[1], 0),
        );
        expect(codes(person).includes('people.share.above')).toBe(sums.some((sum) => sum > 6));
        expect(codes(person).includes('people.share.below')).toBe(sums.some((sum) => sum > 0 && sum < 6));
      }),
      { numRuns: 300, seed: 74 },
    );
  });
});

test('ten thousand rows of one id are read in a moment', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    from: shift('1950-01-01', index),
    share: '100%',
  }));
  expect(codes(personOf(rows))).toEqual([]);
});
