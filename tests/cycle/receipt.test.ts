import { describe, expect, test } from 'vitest';
import { checkReceipt, type Receipt, receiptOf, receiptText } from '../../src/cycle/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { faultsOf, placesIn, withValue } from '../package/support.js';
import { dayPlan, draft, final, type Made, person, scores } from '../retro/support.js';
import type { Writing } from '../support/base.js';

/**
 * 10 % of 73,000 is 7,300. North has a score of 45, which pays 100 %: Ann is paid 7,300.00. South has 60, which pays 150 %:
 * Ben is paid 10,950.00, together 18,250.00. Cy's salary cannot be read; Dee was hired in 2027; Eve is guaranteed 8,000.
 */
const made: Made = {
  people: [
    person('ann', { name: 'Ana Silva' }),
    person('ben', { team: 'South' }),
    person('cy', { salary: 'n/a' }),
    person('dee', { hired: '2027-01-01' }),
    person('eve'),
  ],
  actuals: scores(45, 60),
  exceptions: [
    {
      ...{ id: 'eve', plan: 'daily', kind: 'guarantee', value: '8000', currency: 'EUR' },
      ...{ until: '2026-12-31', reason: 'first year', approver: 'CFO' },
    },
  ],
};
const run = final(made);

const CONTROLS = [{ currency: 'EUR', lines: 3, amount: '26250.00' }];
const FILE = { layout: 'canonical', name: 'pay-EUR.csv', controls: CONTROLS, content: 'abc' };
/** SHA-256 of the three bytes abc. Source: FIPS 180-4 examples of the Secure Hash Standard. */
const ABC = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

function receipt(of: StoredRun = run, files = [FILE]): Receipt {
  const read = receiptOf(of, files);
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('\n'));
  return read.receipt;
}

describe('a receipt', () => {
  const one = receipt();

  test('says what made the run, what it came to, and what was found and excepted', () => {
    expect(one).toMatchObject({
      ...{ format: 'variable-pay/receipt', formatVersion: 1, release: '0.1.0' },
      ...{ status: 'final', asOf: '2027-01-31' },
      plans: [{ plan: 'daily', version: '1', period: { start: '2026-01-01', end: '2026-12-31' } }],
      // 7,300.00 + 10,950.00 + 8,000.00
      totals: [{ plan: 'daily', currency: 'EUR', people: 3, amount: '26250.00' }],
      reconciliation: { people: { in: 5, paid: 3, zero: 0, notEligible: 1, withheld: 1 }, holds: true },
      issues: [{ code: 'people.field.number', severity: 'error', count: 1 }],
      exceptions: [
        { person: 'eve', kind: 'guarantee', value: '8000', approver: 'CFO', reason: 'first year' },
      ],
      decisions: [],
      files: [{ layout: 'canonical', name: 'pay-EUR.csv', controls: CONTROLS, fingerprint: ABC }],
    });
    const { plans, result, ...inputs } = run.fingerprints ?? { plans: [], result: '' };
    expect(one.inputs).toEqual(inputs);
    expect(one.result).toBe(result);
    expect(one.plans.map(({ fingerprint }) => fingerprint)).toEqual(
      plans.map(({ fingerprint }) => fingerprint),
    );
    expect(JSON.stringify(one)).not.toContain('abc"');
  });

  test('is plain data, fits its schema, and is the same for the same run', () => {
    expect(JSON.parse(JSON.stringify(one))).toStrictEqual(one);
    expect(faultsOf('receipt')(one)).toEqual([]);
    expect(receipt(JSON.parse(JSON.stringify(run)) as StoredRun)).toEqual(one);
    const bytes = new TextEncoder().encode('abc');
    expect(receipt(run, [{ ...FILE, content: bytes } as never])).toEqual(one);
  });

  test('holds decisions where a run has them', () => {
    const decided = { formula: '7300.00', by: 'm-1', on: '2027-01-20', reason: 'took over South' };
    const [first, ...others] = run.awards;
    const awards = [{ ...first, decided } as never, ...others];
    const { fingerprints: _, ...rest } = run;
    expect(receipt({ ...rest, awards }).decisions).toEqual([
      { person: 'ann', plan: 'daily', amount: '7300.00', currency: 'EUR', ...decided },
    ]);
  });

  test('says that only differences are paid, of how many people, and that nobody is named', () => {
    const after = final({ ...made, paid: [run] });
    expect(receipt(after).after).toBe(1);
    expect(receiptText(receipt(after))).toContain('after 1 final run: the totals are whole awards');
    expect(receipt(final({ ...made, options: { only: ['ann'] } })).only).toBe(1);
  });
});

describe('a receipt is another one when anything is', () => {
  const { fingerprint } = receipt();
  const others: Readonly<Record<string, () => Receipt>> = {
    'a salary': () =>
      receipt(final({ ...made, people: [person('ann', { salary: '73001' }), ...made.people.slice(1)] })),
    'a name': () =>
      receipt(final({ ...made, people: [person('ann', { name: 'Ana' }), ...made.people.slice(1)] })),
    'a column no plan reads': () =>
      receipt(
        final({ ...made, people: [person('ann', { name: 'Ana Silva', floor: 3 }), ...made.people.slice(1)] }),
      ),
    'a score': () => receipt(final({ ...made, actuals: scores(46, 60) })),
    'how sure a score is': () =>
      receipt(final({ ...made, actuals: scores(45, 60, { status: 'provisional' }) })),
    'a title of the plan': () => receipt(final({ ...made, documents: [dayPlan({ title: 'A' })] })),
    'a clause of the plan': () => receipt(final({ ...made, documents: [dayPlan({ source: 'Section 1' })] })),
    'who approved': () =>
      receipt(final({ ...made, exceptions: [{ ...(made.exceptions?.[0] as Writing), approver: 'CEO' }] })),
    'draft or final': () => receipt(draft(made)),
    'the day': () => receipt(final({ ...made, options: { asOf: '2027-02-01' } })),
    'leave that changes nothing': () =>
      receipt(final({ ...made, leave: [{ id: 'ann', type: 'sick', from: '2026-03-01', to: '2026-03-02' }] })),
    'a byte of a pay file': () => receipt(run, [{ ...FILE, content: 'abd' }]),
    'a control total': () =>
      receipt(run, [{ ...FILE, controls: [{ currency: 'EUR', lines: 3, amount: '26250.01' }] }]),
    'no pay file': () => receipt(run, []),
  };
  test.each(Object.entries(others))('%s', (_, other) => {
    expect(other().fingerprint).not.toBe(fingerprint);
  });

  test('of a run that was changed after it was stored there is none', () => {
    const changes: readonly StoredRun[] = [
      { ...run, asOf: '2027-02-01' },
      { ...run, totals: [] },
      { ...run, awards: run.awards.slice(1) },
      { ...run, inputs: { ...run.inputs, people: { ...run.inputs.people, people: [] } } },
    ];
    for (const changed of changes)
      expect(receiptOf(changed).issues.map(({ code }) => code)).toEqual(['cycle.run.changed']);
  });
});

describe('checking a receipt', () => {
  const one = JSON.parse(JSON.stringify(receipt())) as Receipt;
  const codesOf = (given: unknown, of = run) => checkReceipt(given, of).map(({ code }) => code);

  test('the receipt of the run, with its files', () => {
    expect(checkReceipt(one, run, [{ name: 'pay-EUR.csv', content: 'abc' }])).toEqual([]);
    expect(codesOf(one, final({ ...made, actuals: scores(46, 60) }))).toContain('cycle.receipt.differs');
    const other = checkReceipt(one, run, [{ name: 'pay-EUR.csv', content: 'abd' }]);
    expect(other.map(({ code, at }) => [code, at?.file])).toEqual([['cycle.receipt.file', 'pay-EUR.csv']]);
    expect(checkReceipt(one, run, [{ name: 'pay-USD.csv', content: 'abc' }])).toHaveLength(1);
  });

  test('whatever value of it is changed is found', () => {
    const places = placesIn(one);
    expect(places.length).toBeGreaterThan(60);
    for (const place of places) expect(codesOf(withValue(one, place, 'x')), place.join('/')).not.toEqual([]);
  });

  test('a receipt that was made anew with a changed total says something else than the run', () => {
    const { fingerprint: _, ...rest } = one;
    const changed = { ...rest, asOf: '2026-12-31' };
    const again = receiptOf(storeRun({ ...run, asOf: '2026-12-31' }, { ...run.inputs, plans: [] }));
    expect(again.ok).toBe(true);
    expect(codesOf({ ...changed, fingerprint: again.ok ? again.receipt.fingerprint : '' })).toContain(
      'cycle.receipt.differs',
    );
  });

  test('what is no receipt, and no run', () => {
    let deep: unknown = [];
    for (let level = 0; level < 600; level += 1) deep = [deep];
    for (const given of [undefined, null, 1, 'x', [], {}, { ...one, files: 1 }, { ...one, files: [null] }])
      expect(codesOf(given)).toContain('cycle.receipt.form');
    expect(codesOf({ ...one, extra: deep })).not.toEqual([]);
    for (const no of [null, 1, [], {}, { ...run, inputs: undefined }, { ...run, awards: [1] }])
      expect(codesOf(one, no as never)).toContain('cycle.run.form');
    const plans = [{ ...dayPlan(), source: deep }] as never;
    expect(codesOf(one, { ...run, inputs: { ...run.inputs, plans } })).toEqual(['cycle.run.changed']);
  });
});

describe('a receipt as text', () => {
  test('in English, line by line', () => {
    expect(receiptText(receipt()).split('\n').slice(0, 12)).toEqual([
      'Receipt',
      'Final run as of 2027-01-31, made by release 0.1.0',
      'Plan daily version 1, 2026-01-01 to 2026-12-31',
      '- daily, 3 people: 26,250.00 EUR',
      'People: 5 in = 3 paid + 0 zero + 1 not eligible + 1 withheld',
      'Findings: 1',
      '- 1 × people.field.number (error)',
      'Exceptions applied: 1',
      '- eve, guarantee 8000, approved by CFO',
      'Decisions: none',
      'Pay files: 1',
      '- pay-EUR.csv (canonical): 3 lines, 26,250.00 EUR',
    ]);
  });

  test('in French', () => {
    const text = receiptText(receipt(), 'fr');
    expect(text).toContain('Calcul définitif au 2027-01-31, établi avec la version 0.1.0');
    expect(text).toContain('- daily, 3 personnes\u00a0: 26\u202f250,00 EUR');
  });

  test('fits a screen whatever is in it, without control characters', () => {
    const documents = Array.from({ length: 30 }, (_, index) => dayPlan({ plan: `p${index}` }));
    const people = [
      person('\u001b[31mred', { name: 'x' }),
      ...Array.from({ length: 40 }, (_, at) => person(`e${at}`)),
    ];
    const exceptions = people.map(({ id }) => ({
      ...{ id, kind: 'guarantee', value: '9000', currency: 'EUR', until: '2026-12-31' },
      ...{ reason: 'r', approver: 'A very long name '.repeat(50) },
    }));
    const text = receiptText(receipt(draft({ people, documents, exceptions })));
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(200);
    expect(text).toContain('… and 26 more; receipt.json has all');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f]/);
  });
});
