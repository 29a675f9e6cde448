import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesLeft, finalRunIn } from '../../src/cli/output-folder.js';
import { correct, readStoredRun } from '../../src/retro/index.js';
import { decision, storedOf } from '../decide/support.js';
import { type CodeCalls, testEveryCode } from '../support/every-code.js';
import { dayPlan, draft, final, person } from './support.js';

const ann = person('ann');
const ben = person('ben');
const paid = final({ people: [ann, ben] });
const [award] = paid.awards;

function folderWith(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'variable-pay-codes-'));
  writeFileSync(join(folder, name), content);
  return folder;
}

/** A call for each code of runs that were paid. */
const calls: CodeCalls = {
  'retro.run.form': () => readStoredRun({}).issues,
  'retro.run.draft': () => correct([draft({ people: [ann] })], paid).issues,
  'retro.run.order': () => correct([final({ people: [ann], paid: [paid] })], paid).issues,
  'retro.run.twice': () => correct([paid, paid], paid).issues,
  'retro.run.decisions': () => {
    const { decisions } = storedOf({ decisions: [decision('ann', '8000')] }).inputs;
    return correct([{ ...paid, inputs: { ...paid.inputs, ...(decisions && { decisions }) } }], paid).issues;
  },
  'retro.run.kept': () => finalRunIn(folderWith('run.json', '{"status": "final"}')),
  'retro.file.left': () => filesLeft(folderWith('pay-EUR.csv', ''), ['run.json']),
  'retro.plan.period': () =>
    correct(
      [paid],
      draft({ people: [ann], documents: [dayPlan({ period: { start: '2026-01-01', end: '2026-03-31' } })] }),
    ).issues,
  'retro.plan.new': () =>
    correct([paid], draft({ people: [ann], documents: [dayPlan({ plan: 'renamed' })] })).issues,
  'retro.person.never-paid': () => correct([], paid).issues,
  'retro.person.withheld': () =>
    correct([paid], draft({ people: [ann, person('ben', { salary: '' })] })).issues,
  'retro.person.missing': () => correct([paid], draft({ people: [ann] })).issues,
  'retro.cause.unknown': () =>
    correct([{ ...paid, awards: award ? [{ ...award, amount: '1.00' }] : [] }], paid).issues,
  'retro.reconciliation': () => correct([paid], { ...paid, awards: [] }).issues,
};

testEveryCode('retro', calls);
