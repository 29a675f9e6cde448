import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auditFile,
  checkAudit,
  type PseudonymisedRun,
  pseudonymise,
  receiptOf,
} from '../../src/cycle/index.js';
import { parseDecisions } from '../../src/data/index.js';
import { compare, explain, verify } from '../../src/explain/index.js';
import { calculate, parsePlan } from '../../src/index.js';
import { readStoredRun, type StoredRun, storeRun } from '../../src/retro/index.js';
import { dayPlan, draft, final, type Made, person, scores } from '../retro/support.js';
import type { Writing } from '../support/base.js';

const KEY = '0123456789abcdef0123456789abcdef';

/** The pseudonym of a text made by another program: HMAC-SHA-256 of Node (OpenSSL), its first 20 hexadecimal digits. */
const expected = (text: string, key = KEY) =>
  `p-${createHmac('sha256', key).update(JSON.stringify(text), 'utf8').digest('hex').slice(0, 20)}`;

/**
 * Whatever may name somebody: ids, names, managers by id and by name, e-mails, reasons, approvers, a team that is called
 * after its head, cells with notes where numbers belong. Paid: North 7,300.00, Rossi's team 10,950.00.
 */
const made: Made = {
  documents: [
    dayPlan({
      title: 'Daily incentive',
      source: 'Section 2',
      leave: { sick: { counts: '50%' } },
      leavers: { retirement: 'prorate' },
    }),
  ],
  people: [
    person('emp-2', {
      name: 'Zoë Åkesson',
      manager: 'emp-1',
      email: 'zoe@example.com',
      team: "Rossi's team",
    }),
    person('emp-1', {
      name: 'Ana Silva',
      manager: 'Bruno Rossi',
      email: 'ana@example.com',
      note: 'ask Ana Silva',
    }),
    person('emp-3', { name: 'Bruno Rossi', manager: 'emp-1', salary: 'see Ana Silva', team: "Rossi's team" }),
    person('emp-4', { name: 'Dee Dee', left: '2026-06-30', leftReason: 'joined Zoë Åkesson' }),
    person('emp-5', { name: 'Eve Moreau', left: '2026-06-30', leftReason: 'retirement', hired: 'Ana Silva' }),
    person('emp-6', { name: 'Kim Ito', left: '2026-06-30', leftReason: 'retirement' }),
  ],
  actuals: [
    { metric: 'score', group: 'North', value: 45, status: 'final' },
    { metric: 'score', group: "Rossi's team", value: 60, status: 'final' },
    { metric: 'score', group: 'Ana Silva', value: 'Ana Silva', status: 'final' },
  ],
  leave: [
    { id: 'emp-1', type: 'sick', from: '2026-03-01', to: '2026-03-31' },
    { id: 'emp-4', type: 'caring for Bruno Rossi', from: '2026-04-01', to: '2026-04-02' },
  ],
  exceptions: [
    {
      ...{
        id: 'emp-6',
        plan: 'daily',
        kind: 'guarantee',
        value: '8000',
        currency: 'EUR',
        until: '2026-12-31',
      },
      ...{ reason: 'agreed with Bruno Rossi', approver: 'emp-1' },
    },
  ],
  options: { steps: ['emp-1'] },
};
const run = final(made);

function hidden(
  of: StoredRun = run,
  key: string | Uint8Array = KEY,
  keep?: readonly string[],
): PseudonymisedRun {
  const read = pseudonymise(of, { key, ...(keep && { keep }) });
  if (!read.ok) throw new Error(read.issues.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return read.run;
}

const SECRETS = [
  'emp-',
  'Ana',
  'Silva',
  'Zoë',
  'Åkesson',
  'Bruno',
  'Rossi',
  'Dee',
  'Eve',
  'Moreau',
  'Kim',
  'Ito',
];
const OTHERS = ['example.com', 'North', 'agreed', 'ask', 'caring', 'joined', 'see '];

describe('a run with pseudonyms', () => {
  const one = hidden();
  const text = JSON.stringify(one);

  test('names nobody, in no text of it', () => {
    for (const secret of [...SECRETS, ...OTHERS]) expect(text, secret).not.toContain(secret);
    expect(text).not.toContain(KEY);
  });

  test('and nor does what is made of it: receipt, explanations, audit file', () => {
    const receipt = receiptOf(one);
    const audit = auditFile(one);
    expect(audit.ok && receipt.ok && checkAudit(JSON.parse(JSON.stringify(audit.audit)))).toEqual([]);
    const all = JSON.stringify([receipt, audit]);
    for (const secret of [...SECRETS, ...OTHERS]) expect(all, secret).not.toContain(secret);
    expect(receipt.ok && receipt.receipt.pseudonymised).toBe(true);
  });

  test('has the same awards: amounts, statuses, totals, counts', () => {
    const amounts = (of: StoredRun, idOf: (id: string) => string) =>
      of.awards
        .map(({ person: id, status, amount = '-', target = '-' }) =>
          [idOf(id), status, amount, target].join(' '),
        )
        .toSorted();
    expect(amounts(one, (id) => id)).toEqual(amounts(run, expected));
    expect(one.totals).toEqual(run.totals);
    expect(one.reconciliation).toEqual(run.reconciliation);
    expect(one.awards.find(({ person: id }) => id === expected('emp-2'))?.amount).toBe('10950.00');
    expect(one.awards.filter(({ steps }) => steps).map(({ person: id }) => id)).toEqual([expected('emp-1')]);
  });

  test('pseudonyms are the HMAC of the text, the same wherever it stands', () => {
    const ana = one.inputs.people.people.find(({ id }) => id === expected('emp-1'));
    expect(ana?.name).toBe(expected('Ana Silva'));
    expect(ana?.assignments[0]?.fields).toEqual({ salary: '73000', team: expected('North') });
    expect(one.inputs.actuals.actuals.map(({ group }) => group)).toContain(expected('North'));
    expect(one.exceptions[0]).toMatchObject({ approver: expected('emp-1'), reason: '(not shown)' });
    expect(one.pseudonymised).toEqual({ by: 'HMAC-SHA-256', columns: ['salary', 'team'] });
  });

  test('holds when it is verified after it was written and read, and can be read, compared and explained', () => {
    const written = JSON.parse(JSON.stringify(one)) as StoredRun;
    expect(written).toStrictEqual(one);
    expect(verify(written)).toMatchObject({ holds: true, differences: [] });
    expect(readStoredRun(written).ok).toBe(true);
    expect(explain(written, expected('emp-2')).explanations[0]?.award.amount).toBe('10950.00');
    const other = hidden(final({ ...made, actuals: [...scores(60, 45), ...(made.actuals ?? []).slice(1)] }));
    const moved = compare(one, other).people.find(({ person: id }) => id === expected('emp-1'));
    expect([moved?.status, moved?.inputs[0]?.inputs[0]?.kind]).toEqual(['moved', 'actual']);
  });

  test('stands in no order that tells something, and its rows say nothing of their file', () => {
    const ids = one.inputs.people.people.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    const turned = hidden(final({ ...made, people: made.people.toReversed() }));
    expect(turned.inputs).toEqual(one.inputs);
    expect(turned.fingerprints).toEqual(one.fingerprints);
  });

  test('another key gives others, the same key the same; bytes and text are one key', () => {
    const bytes = new TextEncoder().encode(KEY);
    expect(hidden(run, bytes)).toEqual(one);
    const other = hidden(run, 'another key of thirty-two bytes!');
    const ids = (of: StoredRun) => new Set(of.awards.map(({ person: id }) => id));
    expect([...ids(other)].filter((id) => ids(one).has(id))).toEqual([]);
  });
});

describe('columns to keep', () => {
  const people = (country: (at: number) => string) =>
    Array.from({ length: 7 }, (_, at) =>
      person(`emp-${at}`, { country: country(at), name: `Person Number${at}` }),
    );

  test('are kept as they are; what names somebody as a whole is a pseudonym all the same', () => {
    const of = draft({ people: people((at) => (at < 4 ? 'France' : at === 4 ? 'emp-1' : 'x@example.com')) });
    const kept = hidden(of, KEY, ['country']).inputs.people.people.map(
      ({ assignments }) => assignments[0]?.fields['country'],
    );
    expect(new Set(kept)).toEqual(new Set(['France', expected('emp-1'), expected('x@example.com')]));
  });

  test('a text that names somebody within is refused, and so is a column nobody has', () => {
    const of = draft({ people: people(() => 'with Person  NUMBER3') });
    expect(pseudonymise(of, { key: KEY, keep: ['country'] }).issues.map(({ code }) => code)).toEqual([
      'cycle.pseudonyms.left',
    ]);
    expect(pseudonymise(of, { key: KEY, keep: ['land'] }).issues.map(({ code }) => code)).toEqual([
      'cycle.keep.unknown',
    ]);
  });

  test('groups of fewer than three people are told by column', () => {
    const of = draft({ people: people((at) => (at < 5 ? 'France' : 'Malta')) });
    const { issues } = pseudonymise(of, { key: KEY, keep: ['country'] });
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['cycle.group.small', 'Of 2 values of the column "country", 1 is shared by fewer than 3 people'],
    ]);
  });
});

describe('refused', () => {
  const codesOf = (of: unknown, key: string = KEY) =>
    pseudonymise(of as never, { key }).issues.map(({ code }) => code);

  test('a key that can be guessed, what is no run, differences', () => {
    expect(codesOf(run, 'x'.repeat(31))).toEqual(['cycle.key.form']);
    for (const no of [null, 1, [], {}, { ...run, inputs: {} }])
      expect(codesOf(no)).toContain('cycle.run.form');
    expect(codesOf({ ...run, follows: 1 })).toEqual(['cycle.run.differences']);
  });

  test.each([
    ['by name in its title', { title: 'The plan of ana  SILVA' }],
    ['by id in a clause', { source: 'agreed with emp-3 on Monday' }],
  ])('a plan that names somebody %s', (_, change) => {
    const read = pseudonymise(final({ ...made, documents: [dayPlan(change)] }), { key: KEY });
    expect(read.issues.map(({ code, path }) => [code, path.slice(0, 3)])).toEqual([
      ['cycle.pseudonyms.plan', ['inputs', 'plans', 0]],
    ]);
  });

  test('a run whose awards do not come out as it states them', () => {
    const [first, ...others] = run.awards;
    const changed = { ...run, awards: [{ ...first, amount: '1.00' }, ...others] };
    expect(codesOf(changed)).toEqual(['cycle.pseudonyms.differs']);
    const broken = { ...run, inputs: { ...run.inputs, plans: [{ plan: 'daily' }] } };
    expect(pseudonymise(broken as never, { key: KEY }).ok).toBe(false);
  });
});

describe('awkward runs', () => {
  test('ids that are numbers, half characters, keys of JavaScript; a column of each name', () => {
    const ids = ['1', '2', '00123', '\ud800', '\ud801', '__proto__', 'constructor', '=1+1', 'p-1', 'North'];
    const of = draft({
      people: ids.map((id) => person(id, JSON.parse('{"__proto__": "emp", "constructor": 5}') as Writing)),
    });
    const one = hidden(of);
    expect(new Set(one.awards.map(({ person: id }) => id)).size).toBe(ids.length);
    expect(verify(JSON.parse(JSON.stringify(one))).holds).toBe(true);
  });

  test('an id that is also a number of the plan is hidden wherever it stands', () => {
    const curve = [
      [10000, '50%'],
      [20000, '100%'],
    ];
    const documents = [
      dayPlan({
        metrics: { sold: { kind: 'count', level: 'person', target: 20000 } },
        goals: [{ metric: 'sold', weight: 1, reads: 'value', curve }],
        eligibility: { where: [{ person: 'manager', isNot: 'nobody' }] },
      }),
    ];
    const people = [person('10000', { manager: '20000' }), person('20000', { manager: '10000' })];
    const actuals = people.map(({ id }) => ({ metric: 'sold', group: id, value: 20000, status: 'final' }));
    const one = hidden(draft({ documents, people, actuals }));
    const managers = one.inputs.people.people.map(({ assignments }) => assignments[0]?.fields['manager']);
    expect(managers.toSorted()).toEqual(['10000', '20000'].map((id) => expected(id)).toSorted());
    expect(one.awards.map(({ amount }) => amount)).toEqual(['7300.00', '7300.00']);
    expect(one.inputs.actuals.actuals.map(({ group }) => group).toSorted()).toEqual(managers.toSorted());
  });

  test('categories that the plan writes stay, others do not', () => {
    const table = { values: { gold: '100%', silver: '50%' } };
    const goals = [{ person: 'rating', weight: 1, table }];
    const documents = [dayPlan({ goals, metrics: {}, fields: { rating: { kind: 'category' } } })];
    const of = draft({
      documents,
      people: [person('emp-1', { rating: 'gold' }), person('emp-2', { rating: 'Ana' })],
      actuals: [],
    });
    const one = hidden(of);
    const ratings = one.inputs.people.people.map(({ assignments }) => assignments[0]?.fields['rating']);
    expect(new Set(ratings)).toEqual(new Set(['gold', expected('Ana')]));
    expect(one.totals[0]?.amount).toBe('7300.00');
  });

  test('decisions: who decided is a pseudonym, why is left out, the rest stays and holds', () => {
    const rules = { by: 'manager', range: { from: '50%', to: '200%' }, reason: 'required' };
    const people = [person('emp-1', { manager: 'emp-2' }), person('emp-2', { manager: 'emp-1' })];
    const { plans: documents, ...inputs } = draft({
      documents: [dayPlan({ decisions: rules })],
      people,
    }).inputs;
    const parsed = parsePlan(documents[0]);
    if (!parsed.ok) throw new Error('not a plan');
    const row = { id: 'emp-1', plan: 'daily', amount: '8000', currency: 'EUR', by: 'emp-2' };
    const decisions = parseDecisions([{ ...row, on: '2027-01-20', reason: 'for Ana' }]);
    const data = { ...inputs, decisions };
    const decided = storeRun(calculate([parsed.plan], data, { asOf: '2027-01-31' }), {
      plans: [parsed.plan],
      ...data,
    });
    const one = hidden(decided);
    expect(one.inputs.decisions?.decisions[0]).toMatchObject({ by: expected('emp-2'), amount: '8000.00' });
    expect(one.awards.find(({ person: id }) => id === expected('emp-1'))?.decided).toMatchObject({
      by: expected('emp-2'),
      on: '2027-01-20',
    });
    expect(JSON.stringify(one)).not.toContain('Ana');
    expect(verify(one).holds).toBe(true);
    const receipt = receiptOf(decided);
    expect(receipt.ok && receipt.receipt.decisions).toMatchObject([
      { person: 'emp-1', amount: '8000.00', by: 'emp-2' },
    ]);
  });

  test('of random people in random teams: every award is as before, nobody is left', () => {
    const some = fc.record({
      team: fc.constantFrom('North', 'South'),
      salary: fc.constantFrom('73000', '36500', 'n/a', ''),
      name: fc.constantFrom('Person One', 'Person Two', ''),
      manager: fc.constantFrom('who-0', 'who-1', 'Person One'),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (all) => {
        const of = draft({ people: all.map((one, at) => person(`who-${at}`, one)), actuals: scores(52, 33) });
        const one = hidden(of);
        expect(JSON.stringify(one)).not.toMatch(/who-|Person (One|Two)|North|South/);
        expect(one.totals.map(({ amount }) => amount)).toEqual(of.totals.map(({ amount }) => amount));
        expect(verify(one).holds).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
