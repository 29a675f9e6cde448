import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.js';
import { explain, explanationText } from '../../src/explain/index.js';
import { correct, readStoredRun, type StoredRun } from '../../src/retro/index.js';
import { verificationText, verify } from '../../src/verify/index.js';
import { planOf } from '../support/base.js';
import { dataOf, decidedPlan, decision, report, storedOf } from './support.js';

const decided = storedOf({
  decisions: [decision('ann', '8000'), decision('ben', '6600', { reason: 'Fewer calls' })],
  options: { status: 'final', steps: 'everyone' },
});
const formulas = storedOf({ options: { status: 'final', steps: 'everyone' } });
const copy = (run: StoredRun) => JSON.parse(JSON.stringify(run)) as StoredRun;

describe('a stored run with decisions', () => {
  test('is read back, and derived once more to the cent', () => {
    const read = readStoredRun(copy(decided));
    expect(read).toMatchObject({ ok: true });
    expect(verify(copy(decided))).toMatchObject({ holds: true, differences: [] });
    expect(
      verify(copy(decided), { decisions: dataOf({ decisions: [] }).decisions as never }).given,
    ).toMatchObject([{ of: 'decisions', verdict: 'other' }]);
  });

  test('has a fingerprint of the decisions, and one without has none', () => {
    expect(decided.fingerprints?.decisions).toMatch(/^sha256:/);
    expect(formulas.fingerprints).not.toHaveProperty('decisions');
    expect(formulas.inputs).not.toHaveProperty('decisions');
    expect(JSON.stringify(formulas)).not.toContain('decided');
  });

  test('does not hold when an award, its formula or a decision was changed', () => {
    const changed = (
      change: (run: {
        awards: { amount: string; decided: { formula: string; by: string } }[];
        inputs: { decisions: { decisions: { amount: string }[] } };
      }) => void,
    ) => {
      const run = copy(decided);
      change(run as never);
      return verify(run);
    };
    const differing = (verification: ReturnType<typeof verify>) =>
      verification.differences.flatMap(({ fields }) => fields.map(({ field }) => field));
    const amount = changed((run) => Object.assign(run.awards[0] ?? {}, { amount: '8000.01' }));
    expect(differing(amount)).toContain('amount');
    const formula = changed((run) => Object.assign(run.awards[0]?.decided ?? {}, { formula: '7300.01' }));
    expect(differing(formula)).toContain('decided');
    expect(verificationText(formula)).toContain('decision');
    const input = changed((run) =>
      Object.assign(run.inputs.decisions.decisions[0] ?? {}, { amount: '8000.01' }),
    );
    expect(input.holds).toBe(false);
    expect(input.fingerprints.find(({ of }) => of === 'decisions')?.verdict).toBe('differs');
  });

  test('with decisions that are no decisions is refused', () => {
    for (const decisions of [[], {}, { decisions: [{}], issues: [] }, { decisions: 'x', issues: [] }]) {
      const run = { ...copy(decided), inputs: { ...decided.inputs, decisions } };
      expect(readStoredRun(run).ok).toBe(false);
      expect(verify(run).holds).toBe(false);
    }
    const [award] = copy(decided).awards;
    for (const wrong of [{ formula: 'x', by: 'm-1', on: '2027-01-20' }, { by: 'm-1' }, 1])
      expect(readStoredRun({ ...copy(decided), awards: [{ ...award, decided: wrong }] }).ok).toBe(false);
  });
});

describe('a comparison', () => {
  test('gives the decision what it brought', () => {
    const { people, totals } = compare(formulas, decided);
    const [ann] = people;
    expect(ann).toMatchObject({
      ...{ before: '7300.00', now: '8000.00', difference: '700.00', attribution: 'each' },
      decided: { now: { formula: '7300.00', by: 'm-1' } },
      inputs: [{ inputs: [{ kind: 'decision' }], amount: '700.00', causes: [{ now: '8000.00 EUR' }] }],
    });
    expect(ann?.decided).not.toHaveProperty('before');
    expect(totals[0]?.moves).toMatchObject([{ inputs: [{ kind: 'decision' }], people: 2, amount: '0.00' }]);
  });

  test('tells decision and score apart, on average over both orders', () => {
    // Before: 45 pays 7,300. Now: 60 pays 150 %, 10,950, and 9,000 was decided. The score moved 7,300 to 10,950 when it came
    // first, and nothing after the decision: 1,825. The decision: 1,700 first, −1,950 after the score: −125.
    const now = storedOf({
      people: [report('ann')],
      actuals: [{ metric: 'score', group: 'North', value: 60, status: 'final' }],
      decisions: [decision('ann', '9000')],
    });
    const [ann] = compare(storedOf({ people: [report('ann')] }), now).people;
    expect(ann).toMatchObject({ difference: '1700.00', attribution: 'each' });
    expect(ann?.inputs.map(({ inputs, amount }) => [inputs[0]?.kind, amount])).toEqual([
      ['actual', '1825.00'],
      ['decision', '-125.00'],
    ]);
  });

  test('of two decisions has the decision alone, whatever else moved', () => {
    const now = storedOf({
      people: [report('ann', { salary: 80000 })],
      decisions: [decision('ann', '8100')],
    });
    const before = storedOf({ people: [report('ann')], decisions: [decision('ann', '7000')] });
    const [ann] = compare(before, now).people;
    const amounts = ann?.inputs.map(({ inputs, amount }) => [inputs[0]?.kind, amount]);
    expect(amounts).toEqual([
      ['person', '0.00'],
      ['decision', '1100.00'],
    ]);
    expect(compare(before, before).people[0]?.status).toBe('same');
  });
});

describe('a correction', () => {
  test('names the decision as the cause, with both formulas beside the amounts', () => {
    const later = storedOf({ decisions: [decision('ann', '8100'), decision('ben', '6500')] });
    const { differences, run } = correct([decided], later);
    expect(differences).toMatchObject([
      {
        ...{ person: 'ann', before: '8000.00', now: '8100.00', amount: '100.00' },
        causes: [{ kind: 'decision', before: '8000.00 EUR', now: '8100.00 EUR' }],
        decided: { before: { formula: '7300.00' }, now: { formula: '7300.00' } },
      },
      { person: 'ben', amount: '-100.00' },
    ]);
    expect(run.awards[0]).toMatchObject({ amount: '100.00', notes: ['decision 8000.00 EUR → 8100.00 EUR'] });
  });

  test('of decisions that still stand is none, though they were made for other reasons', () => {
    const same = storedOf({
      decisions: [decision('ann', '8000', { reason: 'Other' }), decision('ben', '6600.00')],
    });
    expect(correct([decided], same)).toMatchObject({ differences: [], unchanged: 2, issues: [] });
  });

  test('of rules that only let others decide names nothing for whom nothing was decided', () => {
    const documents = [decidedPlan({ budget: undefined })];
    const now = storedOf({ documents, people: [report('ann', { salary: 80000 }), report('ben')] });
    const [difference] = correct([formulas], now).differences;
    expect(difference?.causes.map(({ input }) => input)).toEqual(['salary']);
  });
});

describe('an explanation', () => {
  const [why] = explain(decided, 'ann').explanations;

  test('has the decision as its last line, and what is at risk is of the formula', () => {
    expect(why?.award).toMatchObject({ amount: '8000.00', decided: { formula: '7300.00' } });
    expect(why?.outcome).toMatchObject({ target: '7300.00', award: '8000.00', amount: '700.00' });
    expect(why?.outcome?.lines.at(-1)).toEqual({
      ...{ stage: 'decision', name: 'decision' },
      ...{ atTarget: '0.00', brought: '700.00', amount: '700.00' },
    });
    // 150 % of 7,300 at most: the curve holds beyond its end.
    expect(why).toMatchObject({ riskOf: 'formula', risk: { maximum: { amount: '10950.00' } } });
    expect(explain(decided, 'ann').issues).toEqual([]);
  });

  test('says so in words, in both languages', () => {
    const text = why ? explanationText(why, { full: true }) : '';
    expect(text).toContain('decided by m-1 on 2027-01-20 instead of 7,300.00 EUR: Led the launch');
    expect(text).toContain('The award was decided; what follows is of what the formula gives.');
    const [french] = explain(decided, 'ann', { language: 'fr' }).explanations;
    const said = french ? explanationText(french, { full: true }) : '';
    expect(said).toContain('décidé par m-1 le 2027-01-20 au lieu de 7');
    expect(said).toContain('Le montant a été décidé');
    expect(french?.award.parts?.at(-1)).toMatchObject({
      stage: 'decision',
      name: 'décision',
      amount: '700.00',
    });
  });

  test('of an award nobody decided says nothing of it', () => {
    const [plain] = explain(formulas, 'ann').explanations;
    expect(plain).not.toHaveProperty('riskOf');
    expect(plain ? explanationText(plain, { full: true }) : '').not.toMatch(/deci/);
  });

  test('of attribution is of the formula: it sums to 7,300', () => {
    const [attributed] = explain(decided, 'ann', { attribution: true }).explanations;
    expect(attributed?.attribution).toMatchObject({ award: '7300.00' });
  });
});

test('plans of decisions differ in words', async () => {
  const { planDifferences } = await import('../../src/versions/index.js');
  const [before, after] = [
    decidedPlan(),
    decidedPlan({ range: { from: '80%', to: 'unlimited' }, budget: '105%' }),
  ];
  const words = planDifferences(planOf(before).document, planOf(after).document).map((one) => one.words);
  expect(words.join('\n')).toContain('120% becomes unlimited');
  expect(words.join('\n')).toContain('100% becomes 105%');
});
