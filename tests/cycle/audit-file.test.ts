import { describe, expect, test } from 'vitest';
import {
  type AuditFile,
  auditFile,
  checkAudit,
  receiptOf,
  type Sample,
  sampled,
} from '../../src/cycle/index.js';
import { verify } from '../../src/explain/index.js';
import { fingerprintsOf } from '../../src/retro/fingerprints.js';
import type { StoredRun } from '../../src/retro/index.js';
import { everyKind } from '../package/every-kind.js';
import { placesIn, withValue } from '../package/support.js';
import { draft, final, person, scores } from '../retro/support.js';
import type { Writing } from '../support/base.js';

/**
 * A score of 45 pays 100 %, of 60 it pays 150 %. Ann: 10 % of 73,000, 7,300.00. Ben: 10 % of 87,600 at 150 %, 13,140.00.
 * Cy: 10 % of 36,500 at 150 %, 5,475.00. Dee's salary cannot be read.
 */
const run = final({
  people: [
    person('ann', { name: 'Ana Silva' }),
    person('ben', { name: 'Ben Okoro', team: 'South', salary: '87600' }),
    person('cy', { team: 'South', salary: '36500' }),
    person('dee', { salary: 'n/a' }),
  ],
  actuals: scores(45, 60),
});

function audit(of: StoredRun = run, sample: Sample = 'everybody'): AuditFile {
  const made = auditFile(of, { sample });
  if (!made.ok) throw new Error(made.issues.map(({ message }) => message).join('\n'));
  return made.audit;
}

describe('an audit file', () => {
  const one = audit();

  test('holds the run, its receipt, what to do, and every award of the sample with steps and clauses', () => {
    expect(one.run).toBe(run);
    const receipt = receiptOf(run);
    expect(receipt.ok && one.receipt).toEqual(receipt.ok && receipt.receipt);
    expect(one.explanations.map(({ award }) => [award.person, award.amount])).toEqual([
      ['ann', '7300.00'],
      ['ben', '13140.00'],
      ['cy', '5475.00'],
      ['dee', undefined],
    ]);
    expect(one.instructions.join('\n')).toContain(one.receipt.fingerprint);
    expect(one.instructions.join('\n')).toContain('verify audit.json');
    expect(JSON.parse(JSON.stringify(one))).toStrictEqual(one);
  });

  test('parts of each award of the sample sum to it, in cents, and the awards to the total', () => {
    const cents = (amount = '') => Number(amount.replace('.', ''));
    const paid = one.explanations.filter(({ award }) => award.status === 'paid');
    for (const { award } of paid)
      expect(award.parts?.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(cents(award.amount));
    // 7,300.00 + 13,140.00 + 5,475.00
    expect(paid.reduce((sum, { award }) => sum + cents(award.amount), 0)).toBe(2_591_500);
    expect(one.receipt.totals[0]?.amount).toBe('25915.00');
  });

  test("nobody's figures, id or name stand in the explanation of another", () => {
    const own = {
      ann: ['"ann"', 'Ana Silva'],
      ben: ['"ben"', 'Ben Okoro', '13140', '87600'],
      cy: ['"cy"', '36500', '5475'],
    };
    for (const explanation of one.explanations) {
      const text = JSON.stringify(explanation);
      for (const [id, secrets] of Object.entries(own))
        for (const secret of secrets)
          expect(text.includes(secret), `${secret} in that of ${explanation.award.person}`).toBe(
            id === explanation.award.person,
          );
    }
  });

  test('in French', () => {
    const made = auditFile(run, { language: 'fr' });
    expect(made.ok && made.audit.instructions[2]).toContain('Refaites le calcul');
    expect(made.ok && made.audit.explanations[0]?.language).toBe('fr');
    expect(made.ok && checkAudit(JSON.parse(JSON.stringify(made.audit)))).toEqual([]);
  });

  test('of a run with everything in it, of one after others, of some people', () => {
    for (const of of [
      draft(everyKind),
      final({ people: [person('ann')], paid: [run] }),
      draft({ people: [person('ann'), person('ben')], options: { only: ['ben'] } }),
    ])
      expect(checkAudit(JSON.parse(JSON.stringify(audit(of))))).toEqual([]);
  });
});

describe('a sample', () => {
  const ids = (sample: Sample, of: StoredRun = run) => {
    const drawn = sampled(of, sample);
    return drawn.ok ? drawn.people : drawn.issues.map(({ code }) => code);
  };

  test('is everybody, the people named, the largest of each currency, or every so-manieth by id', () => {
    expect(ids('everybody')).toEqual(['ann', 'ben', 'cy', 'dee']);
    expect(ids({ people: ['cy', 'ann', 'cy'] })).toEqual(['ann', 'cy']);
    expect(ids({ largest: 1 })).toEqual(['ben']);
    expect(ids({ largest: 2 })).toEqual(['ann', 'ben']);
    expect(ids({ largest: 99 })).toEqual(['ann', 'ben', 'cy']);
    expect(ids({ every: 2 })).toEqual(['ann', 'cy']);
    expect(ids({ every: 3 })).toEqual(['ann', 'dee']);
    const two = draft({
      people: [person('z'), person('b', { currency: 'USD' }), person('a'), person('c', { salary: '146000' })],
    });
    expect(ids({ largest: 1 }, two)).toEqual(['b', 'c']);
    expect(ids({ every: 3 }, two)).toEqual(['z', 'a']);
  });

  test('of what is no number, strangers or nobody is refused', () => {
    for (const count of [0, -1, 1.5, Number.NaN, '3' as never, undefined as never]) {
      expect(ids({ largest: count })).toEqual(['cycle.sample.count']);
      expect(ids({ every: count })).toEqual(['cycle.sample.count']);
    }
    expect(ids({ people: [] })).toEqual(['cycle.sample.person']);
    expect(ids({ people: ['ann', 'Ann', '__proto__'] })).toEqual([
      'cycle.sample.person',
      'cycle.sample.person',
    ]);
    expect(auditFile(run, { sample: { people: ['x'] } }).ok).toBe(false);
  });
});

/** A copy to be changed freely, as a file gives it back. */
type Edited = Writing & {
  receipt: Writing & { totals: Writing[] };
  sample: Writing;
  explanations: { award: Writing & { steps: Writing[]; parts: Writing[] } }[];
  run: StoredRun & { awards: Writing[]; totals: Writing[]; exceptions: Writing[]; reconciliation: Writing };
};

/** Makes all fingerprints of the run once more, and the receipt, as somebody would who wants a change not to show. */
function refit(edited: Edited): void {
  const { run: changed } = edited;
  Object.assign(changed, { fingerprints: fingerprintsOf(changed, changed.inputs, changed.release) });
  const made = receiptOf(changed);
  if (made.ok) Object.assign(edited, { receipt: made.receipt });
}

const first = (list: unknown) => (list as Writing[])[0] as Writing;
const inputsOf = (edited: Edited) => edited.run.inputs as unknown as Record<string, Writing>;

const tamperings: Readonly<Record<string, (edited: Edited) => void>> = {
  'an award': (edited) => Object.assign(first(edited.run.awards), { amount: '9300.00' }),
  'an award, with its total and all fingerprints': (edited) => {
    Object.assign(first(edited.run.awards), { amount: '9300.00' });
    Object.assign(first(edited.run.totals), { amount: '27915.00' });
    refit(edited);
  },
  'a total of the receipt': (edited) => Object.assign(first(edited.receipt.totals), { amount: '99.00' }),
  'the fingerprint of the receipt': (edited) =>
    Object.assign(edited.receipt, { fingerprint: `sha256:${'0'.repeat(64)}` }),
  'a salary': (edited) => {
    const assignment = first(first(inputsOf(edited)['people']?.['people'])['assignments']);
    Object.assign(assignment['fields'] as Writing, { salary: '99999' });
  },
  'a score, with all fingerprints': (edited) => {
    Object.assign(first(inputsOf(edited)['actuals']?.['actuals']), { value: 60 });
    refit(edited);
  },
  'the plan': (edited) => {
    Object.assign(first(edited.run.inputs.plans), {
      target: { percent: '12%', of: 'salary', prorate: 'calendarDays' },
    });
  },
  'a person who was taken out, with all fingerprints': (edited) => {
    edited.run.awards.shift();
    refit(edited);
  },
  'somebody who was withheld and is paid': (edited) =>
    Object.assign(edited.run.awards[3] as Writing, { status: 'paid', amount: '1.00', currency: 'EUR' }),
  'the count of people': (edited) => Object.assign(edited.run.reconciliation, { holds: false }),
  'an exception that nobody approved': (edited) => {
    edited.run.exceptions.push({
      ...{ person: 'ann', plan: 'daily', kind: 'guarantee', value: '1', until: '2026-12-31' },
      ...{ reason: 'x', approver: 'x', status: 'applied' },
    });
    refit(edited);
  },
  'a step of an explanation': (edited) =>
    Object.assign(first(edited.explanations[0]?.award.steps), { value: '1' }),
  'a part of an explanation': (edited) =>
    Object.assign(first(edited.explanations[1]?.award.parts), { amount: '1.00' }),
  'an explanation that was taken out': (edited) => {
    edited.explanations.pop();
  },
  'who is in the sample': (edited) => Object.assign(edited.sample, { people: ['ann'] }),
  'how the sample was drawn': (edited) => Object.assign(edited.sample, { by: { largest: 1 } }),
  'the instructions': (edited) => Object.assign(edited, { instructions: ['Trust me.'] }),
  'draft instead of final': (edited) => Object.assign(edited.run, { status: 'draft' }),
  'the day': (edited) => Object.assign(edited.run, { asOf: '2027-02-28' }),
};

describe('tampering is found: what was changed is', () => {
  test('nothing, which holds', () => {
    const one = JSON.parse(JSON.stringify(audit())) as Edited;
    expect([verify(one.run).holds, checkAudit(one)]).toEqual([true, []]);
  });

  test.each(Object.entries(tamperings))('%s', (_, tamper) => {
    const edited = JSON.parse(JSON.stringify(audit())) as Edited;
    tamper(edited);
    expect(verify(edited.run).holds && checkAudit(edited).length === 0).toBe(false);
  });

  test('any value of receipt, sample or explanation', () => {
    const one = JSON.parse(JSON.stringify(audit(run, { largest: 1 }))) as AuditFile;
    for (const part of [
      'receipt',
      'sample',
      'explanations',
      'instructions',
      'formatVersion',
      'language',
    ] as const)
      for (const place of placesIn(one[part], [part]))
        expect(checkAudit(withValue(one, place, '5')).length, place.join('/')).toBeGreaterThan(0);
  });

  test('what is no audit file', () => {
    const one = audit();
    for (const no of [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { format: 'variable-pay/run' },
      { ...one, run: undefined },
    ])
      expect(checkAudit(no).map(({ code }) => code)).toContain('cycle.audit.form');
    expect(checkAudit({ ...one, run: {} }).map(({ code }) => code)).toContain('cycle.run.form');
    expect(checkAudit({ ...one, sample: { by: { people: 5 }, people: [] } })[0]?.code).toBe(
      'cycle.audit.form',
    );
    expect(checkAudit({ ...one, sample: { by: { every: -1 }, people: [] } })[0]?.code).toBe(
      'cycle.sample.count',
    );
  });
});
