import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../../src/retro/fingerprints.js';
import { correct, type StoredRun, storeRun } from '../../src/retro/index.js';
import { RELEASE } from '../../src/retro/release.js';
import { type GivenInputs, verify } from '../../src/verify/index.js';
import { dayPlan, draft, final, person, scores } from '../retro/support.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';
import { codesIn, differencesIn, type Edited, unfitting, verdictsOf, verifyEdited } from './support.js';

/**
 * Ann and Ben have 73,000 a year, of which 10 % is target: 7,300 for the whole of 2026. A score of 45 pays 100 %: both
 * are paid 7,300.00. Cy's salary cannot be read, Dee was hired in 2027.
 */
const people = [
  person('ann'),
  person('ben', { team: 'South' }),
  person('cy', { salary: 'n/a' }),
  person('dee', { hired: '2027-01-01' }),
];
const stored = final({ people });
const sound = [
  'fingerprints holds',
  'plans holds',
  'awards holds',
  'explanations holds',
  'totals holds',
  'reconciliation holds',
  'exceptions holds',
];

/** Makes all fingerprints once more, as somebody would who wants a change not to show. */
function refit(run: Edited): void {
  const edited = run as unknown as StoredRun;
  Object.assign(run, { fingerprints: fingerprintsOf(edited, edited.inputs, edited.release) });
}

/** The first record of a list in a record. */
function firstOf(record: Writing | undefined, key: string): Writing {
  return (record?.[key] as Writing[] | undefined)?.[0] ?? {};
}

describe('a run as it was stored', () => {
  test('holds, also after it was written and read', () => {
    const made = verifyEdited(stored, () => undefined);
    expect(made).toMatchObject({ holds: true, differences: [], issues: [], given: [] });
    expect(verdictsOf(made)).toEqual(sound);
    expect(made.checks.map(({ compared }) => compared)).toEqual([4, 1, 4, 4, 1, 2, 0]);
    expect(made.run).toEqual({
      asOf: '2027-01-31',
      status: 'final',
      release: RELEASE,
      awards: 4,
      fingerprint: stored.fingerprints?.result,
    });
    expect(verify(stored)).toEqual(made);
  });

  test('with the plan and the files it was made on', () => {
    const given: GivenInputs = {
      plans: [planOf(dayPlan())],
      people: peopleOf(people),
      actuals: actualsOf(scores()),
    };
    const made = verify(stored, given);
    expect([made.holds, made.given.map(({ verdict }) => verdict)]).toEqual([true, ['same', 'same', 'same']]);
  });

  test('with steps, exceptions, leave and two plans', () => {
    const until = { until: '2026-12-31', reason: 'agreed', approver: 'CFO' };
    const made = verify(
      draft({
        people,
        documents: [dayPlan({ leave: { sick: { counts: '0%' } } }), dayPlan({ plan: 'second' })],
        leave: [{ id: 'ann', type: 'sick', from: '2026-03-01', to: '2026-03-31' }],
        exceptions: [
          { id: 'ben', kind: 'guarantee', plan: 'daily', value: '9000', currency: 'EUR', ...until },
        ],
        options: { steps: ['ann'] },
      }),
    );
    expect(made.holds, JSON.stringify(made)).toBe(true);
  });

  test('limited to some people, beside the files of everybody', () => {
    const one = final({ people, options: { only: ['ben'] } });
    const made = verify(one, { people: peopleOf(people), actuals: actualsOf(scores()) });
    expect([made.holds, made.run?.only, made.run?.awards]).toEqual([true, 1, 1]);
  });
});

/** Ben's award of 7,300.00 changed, with totals to fit it. */
function payBen(amount: string, sum: string): (run: Edited) => void {
  return (run) => {
    Object.assign(run.awards[1] as object, { amount });
    Object.assign(run.totals[0] as object, { amount: sum });
  };
}

describe('what was changed by hand is told', () => {
  test('an amount, with totals to fit it', () => {
    const made = verifyEdited(stored, payBen('9300.00', '16600.00'));
    expect(made.holds).toBe(false);
    expect(differencesIn(made)).toEqual([
      'award ben daily amount 9300.00 7300.00',
      'total daily EUR amount 16600.00 14600.00',
    ]);
    expect(unfitting(made)).toEqual(['result']);
  });

  test('an amount whose fingerprint was made to fit, too', () => {
    const made = verifyEdited(stored, (run) => {
      payBen('9300.00', '16600.00')(run);
      refit(run);
    });
    expect([made.holds, unfitting(made), differencesIn(made).length]).toEqual([false, [], 2]);
  });

  test.each<readonly [string, (award: Record<string, unknown>) => void, string]>([
    ['a status', (award) => Object.assign(award, { status: 'zero' }), 'status zero paid'],
    ['the target', (award) => Object.assign(award, { target: '9000.00' }), 'target 9000.00 7300.00'],
    ['the safe part', (award) => Object.assign(award, { safe: '1.00' }), 'safe 1.00 0.00'],
    ['the part at risk', (award) => Object.assign(award, { atRisk: '1.00' }), 'atRisk 1.00 7300.00'],
    ['the currency', (award) => Object.assign(award, { currency: 'USD' }), 'currency USD EUR'],
    ['the version', (award) => Object.assign(award, { version: '2' }), 'version 2 1'],
    ['how sure it is', (award) => Object.assign(award, { restsOn: 'forecast' }), 'restsOn forecast final'],
    [
      'an amount that is none',
      (award) => Object.assign(award, { amount: { a: 1 } }),
      'amount {"a":1} 7300.00',
    ],
    ['an amount taken out', (award) => delete award['amount'], 'amount - 7300.00'],
    [
      'a reason',
      (award) => Object.assign(award, { reasons: [{ code: 'forfeited', message: 'left' }] }),
      'reasons forfeited -',
    ],
  ])('%s', (_what, edit, line) => {
    const made = verifyEdited(stored, (run) => edit(run.awards[0] as Record<string, unknown>));
    expect([made.holds, unfitting(made)]).toEqual([false, ['result']]);
    expect(differencesIn(made)).toContain(`award ann daily ${line}`);
  });

  test('why somebody is withheld, by the code and by the words', () => {
    const reasons = (changes: object) => (run: Edited) =>
      Object.assign(firstOf(run.awards[2], 'reasons'), changes);
    const code = verifyEdited(stored, reasons({ code: 'forfeited' }));
    expect(differencesIn(code)[0]).toBe('award cy daily reasons forfeited withheld');
    const words = verifyEdited(stored, reasons({ message: 'on holiday' }));
    expect([words.holds, differencesIn(words)]).toEqual([false, ['award cy daily wording - -']]);
  });

  test('a salary in the inputs', () => {
    const raise = (run: Edited) =>
      Object.assign(run.inputs.people.people[1]?.assignments[0]?.fields as object, { salary: '93000' });
    const made = verifyEdited(stored, raise);
    expect(unfitting(made)).toEqual(['people']);
    // 10 % of 93,000 is 9,300.
    expect(differencesIn(made)).toContain('award ben daily amount 7300.00 9300.00');
    expect(differencesIn(made).filter((line) => line.includes(' ann '))).toEqual([]);
    // With awards that follow from the changed salary only the fingerprint tells, and the file given beside.
    const fitted = final({ people: [people[0], person('ben', { team: 'South', salary: '93000' })] as never });
    const given = { people: peopleOf(people.slice(0, 2)) };
    const known = final({ people: people.slice(0, 2) });
    const both = verifyEdited(
      fitted,
      (run) => Object.assign(run, { fingerprints: known.fingerprints }),
      given,
    );
    expect(differencesIn(both)).toEqual([]);
    expect([both.holds, unfitting(both)]).toEqual([false, ['people', 'result']]);
    expect(both.given).toMatchObject([{ of: 'people', verdict: 'asStored' }]);
    // Whoever makes the fingerprints fit as well is found by the file alone.
    const made2 = verify(fitted, given);
    expect([made2.holds, made2.given[0]?.verdict, unfitting(made2)]).toEqual([false, 'other', []]);
  });

  test('an actual', () => {
    const made = verifyEdited(stored, (run) =>
      Object.assign(run.inputs.actuals.actuals[1] as object, { value: 60 }),
    );
    expect(unfitting(made)).toEqual(['actuals']);
    // A score of 60 pays 150 %: 10,950 for Ben in South, nothing else for Ann in North.
    expect(differencesIn(made)).toEqual([
      'award ben daily amount 7300.00 10950.00',
      'total daily EUR amount 14600.00 18250.00',
    ]);
  });

  test("the plan's weight", () => {
    const made = verifyEdited(stored, (run) =>
      Object.assign(firstOf(run.inputs.plans[0], 'goals'), { weight: '50%' }),
    );
    // Weights that do not sum to 100 % are no plan: nothing is derived, and that is said.
    expect([made.holds, unfitting(made), codesIn(made)]).toEqual([false, ['plan'], ['verify.plan.faults']]);
    expect(verdictsOf(made)).toContain('awards notVerified brokenInputs');
    expect(verdictsOf(made)).toContain('totals holds ownAwards');
    const curve = verifyEdited(stored, (run) =>
      Object.assign(firstOf(run.inputs.plans[0], 'goals'), {
        curve: [
          [30, '50%'],
          [45, '110%'],
        ],
      }),
    );
    expect(unfitting(curve)).toEqual(['plan']);
    expect(differencesIn(curve)).toContain('award ann daily amount 7300.00 8030.00');
  });

  test('somebody removed from the awards, with totals and counts to fit', () => {
    const made = verifyEdited(stored, (run) => {
      run.awards.splice(1, 1);
      Object.assign(run.totals[0] as object, {
        people: 1,
        target: '7300.00',
        safe: '0.00',
        atRisk: '7300.00',
        amount: '7300.00',
      });
      for (const count of [run.reconciliation.people, run.reconciliation.plans[0]])
        Object.assign(count as object, { in: 3, paid: 1 });
    });
    expect(differencesIn(made)).toContain('award ben daily missing');
    expect(differencesIn(made)).toContain('headcount in 3 4');
    expect(differencesIn(made)).toContain('headcount daily in 3 4');
  });

  test('somebody removed from the people and the awards', () => {
    const made = verifyEdited(stored, (run) => {
      run.awards.splice(1, 1);
      run.inputs.people.people.splice(1, 1);
    });
    expect(unfitting(made)).toEqual(['people', 'result']);
    expect(differencesIn(made)).toContain('total daily EUR amount 14600.00 7300.00');
  });

  test('somebody added, and somebody twice', () => {
    const added = verifyEdited(stored, (run) => run.awards.push({ ...run.awards[0], person: 'zoe' }));
    expect(differencesIn(added)).toEqual(['award zoe daily extra']);
    const twice = verifyEdited(stored, (run) => run.awards.push({ ...run.awards[0] }));
    expect(differencesIn(twice)).toEqual(['award ann daily extra']);
    const inPeople = verifyEdited(stored, (run) =>
      run.inputs.people.people.push({
        ...(run.inputs.people.people[0] as never as object),
        id: 'zoe',
      } as never),
    );
    expect(differencesIn(inPeople)).toContain('award zoe daily missing');
  });

  test('the order of awards', () => {
    const made = verifyEdited(stored, (run) => {
      run.awards.reverse();
    });
    expect([made.holds, made.differences]).toEqual([false, []]);
    expect(verdictsOf(made)).toContain('awards differs order');
    expect(unfitting(made)).toEqual(['result']);
  });

  test('a fingerprint itself', () => {
    const other = `sha256:${'0'.repeat(64)}`;
    const people_ = verifyEdited(stored, (run) => Object.assign(run.fingerprints, { people: other }));
    expect([people_.holds, unfitting(people_), differencesIn(people_)]).toEqual([false, ['people'], []]);
    const plan = verifyEdited(stored, (run) =>
      Object.assign(run.fingerprints.plans[0] as object, { fingerprint: other }),
    );
    expect([plan.holds, unfitting(plan)]).toEqual([false, ['plan']]);
    const leave = verifyEdited(stored, (run) => Object.assign(run.fingerprints, { leave: other }));
    expect(leave.fingerprints.find(({ of }) => of === 'leave')).toEqual({
      of: 'leave',
      verdict: 'differs',
      stored: other,
    });
  });

  test('a file that was added later', () => {
    const made = verifyEdited(stored, (run) =>
      Object.assign(run.inputs, {
        leave: {
          leaves: [{ person: 'zoe', type: 'sick', from: '2026-01-01', at: {}, faults: [] }],
          issues: [],
        },
      }),
    );
    expect([made.holds, unfitting(made)]).toEqual([false, ['leave']]);
  });

  test('an explanation', () => {
    const explained = draft({ people, options: { steps: ['ann'] } });
    const made = verifyEdited(explained, (run) => {
      Object.assign(firstOf(run.awards[0], 'parts'), { name: 'a present' });
    });
    expect([made.holds, differencesIn(made), unfitting(made)]).toEqual([
      false,
      ['award ann daily parts - -'],
      [],
    ]);
  });

  test('what is said of one person names nobody else', () => {
    const made = verifyEdited(stored, payBen('9300.00', '16600.00'));
    const ann = made.differences.filter((one) => one.person === 'ann');
    expect([ann, JSON.stringify(made.differences[0]).includes('ann')]).toEqual([[], false]);
  });
});

describe('inputs given beside', () => {
  test('others than those of the run are told', () => {
    const made = verify(stored, {
      plans: [planOf(dayPlan({ version: 2 })), planOf(dayPlan({ plan: 'other' }))],
      people: peopleOf(people.slice(1)),
      actuals: actualsOf(scores(45, 60)),
      exceptions: { exceptions: [], issues: [], decimal: '.' },
    });
    expect(made.given.map(({ of, plan, verdict }) => [of, plan, verdict])).toEqual([
      ['plan', 'daily', 'other'],
      ['plan', 'other', 'notInRun'],
      ['people', undefined, 'other'],
      ['actuals', undefined, 'other'],
      ['exceptions', undefined, 'notInRun'],
    ]);
    expect([made.holds, differencesIn(made)]).toEqual([false, []]);
  });
});

describe('runs of other kinds', () => {
  test('an older run without fingerprints: what can be verified is, and the rest is said', () => {
    const older = (edit: (run: Edited) => void) =>
      verifyEdited(stored, (run) => {
        Reflect.deleteProperty(run, 'release');
        Reflect.deleteProperty(run, 'fingerprints');
        edit(run);
      });
    const made = older(() => undefined);
    expect([made.holds, codesIn(made), made.run?.release]).toEqual([
      true,
      ['verify.fingerprints.none'],
      undefined,
    ]);
    expect(verdictsOf(made).slice(0, 4)).toEqual([
      'fingerprints notVerified noFingerprints',
      'plans holds',
      'awards holds',
      'explanations notVerified otherRelease',
    ]);
    const changed = older(payBen('9300.00', '16600.00'));
    expect([changed.holds, differencesIn(changed).length]).toEqual([false, 2]);
  });

  test.each([
    ['0.0.9', 'verify.release.older'],
    [`${RELEASE}-rc.1`, 'verify.release.older'],
    ['0.1.1', 'verify.release.newer'],
    ['0.10.0', 'verify.release.newer'],
    ['12.0.0-beta.2', 'verify.release.newer'],
  ])('a run of release %s', (release, code) => {
    const made = verifyEdited(stored, (run) => {
      Object.assign(run, { release });
      refit(run);
    });
    expect([made.holds, codesIn(made), made.run?.release]).toEqual([true, [code], release]);
    // The release belongs to the result: changed alone it shows.
    expect(verifyEdited(stored, (run) => void Object.assign(run, { release })).holds).toBe(false);
    expect(verdictsOf(made)).toContain('explanations notVerified otherRelease');
  });

  test('a run whose fingerprints were taken out, or its release', () => {
    for (const key of ['fingerprints', 'release']) {
      const made = verifyEdited(stored, (run) => void Reflect.deleteProperty(run, key));
      expect([made.holds, codesIn(made)]).toEqual([false, ['verify.fingerprints.form']]);
      expect(verdictsOf(made)).toContain('awards holds');
    }
  });

  test('a run of differences: only its sums can be verified, and that is said', () => {
    const now = draft({ people, actuals: scores(60, 45), paid: [stored] });
    const { run } = correct([stored], now);
    const made = verify(run);
    expect([made.holds, made.run?.follows]).toEqual([false, 1]);
    expect(codesIn(made)).toContain('verify.run.differences');
    expect(verdictsOf(made)).toContain('awards notVerified differencesOnly');
    expect(verdictsOf(made)).toContain('totals holds ownAwards');
    // Stored with the inputs of the new calculation, its fingerprints can be, too.
    const kept = storeRun(run, { ...now.inputs, plans: [planOf(dayPlan())] });
    expect(verdictsOf(verify(kept))[0]).toBe('fingerprints holds');
    expect(codesIn(verify(kept))).toEqual(['verify.run.differences']);
  });

  test('a final run stored after others: its whole awards are verified, not what was paid', () => {
    const now = final({ people, actuals: scores(60, 45), paid: [stored] });
    const made = verify(now);
    expect([made.holds, made.run?.after]).toEqual([true, 1]);
    expect(verdictsOf(made).at(-1)).toBe('payments notVerified paidAfter');
  });

  test('a run without inputs', () => {
    const made = verifyEdited(stored, (run) => void Reflect.deleteProperty(run, 'inputs'));
    expect([made.holds, codesIn(made)]).toEqual([false, ['verify.inputs.form']]);
    expect(verdictsOf(made)).toContain('awards notVerified noInputs');
    expect(unfitting(made)).toEqual(['plan', 'people', 'actuals']);
  });

  test('inputs of which a part is broken: the others are still looked at', () => {
    const made = verifyEdited(stored, (run) => Object.assign(run.inputs.people, { people: [{ id: 7 }] }));
    expect([made.holds, unfitting(made)]).toEqual([false, ['people']]);
    expect(codesIn(made)).toContain('verify.inputs.form');
    expect(verdictsOf(made)).toContain('awards notVerified brokenInputs');
  });
});
