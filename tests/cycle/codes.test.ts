import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherTables } from '../../src/cli/audit-files.js';
import { usedFolder } from '../../src/cli/output-folder.js';
import {
  auditFile,
  checkAudit,
  checkReceipt,
  pseudonymise,
  readPayTable,
  receiptOf,
  reconcilePay,
} from '../../src/cycle/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { dayPlan, draft, final, person } from '../retro/support.js';
import { type CodeCalls, testEveryCode } from '../support/every-code.js';

const run = final({ people: [person('emp-1'), person('emp-2')] });
const KEY = 'a key of at least thirty-two bytes';
const receipt = receiptOf(run);
const audit = auditFile(run);
if (!receipt.ok || !audit.ok) throw new Error('The run has faults');
const line = { id: 'a', amount: '1.00', currency: 'EUR' };
const columns = { id: 'id', amount: 'amount', currency: 'currency' };
const table = (row: unknown) => readPayTable([row] as never, { columns }).issues;
const changed = (of: object) => ({ ...run, ...of }) as StoredRun;

function folderWith(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'variable-pay-cycle-'));
  writeFileSync(join(folder, name), 'x');
  return folder;
}

/** A column in which somebody is named within a longer text. */
const country = [person('emp-1', { country: 'with emp-1 there' }), person('emp-2', { country: 'x' })];

/** A call for each code of receipts, reconciliations, audit files and pseudonyms. */
const calls: CodeCalls = {
  'cycle.run.form': () => receiptOf({} as never).issues,
  'cycle.run.differences': () => receiptOf(changed({ follows: 1 })).issues,
  'cycle.run.changed': () => receiptOf(changed({ asOf: '2027-02-01' })).issues,
  'cycle.receipt.form': () => checkReceipt({}, run),
  'cycle.receipt.fingerprint': () => checkReceipt({ ...receipt.receipt, asOf: '2027-02-01' }, run),
  'cycle.receipt.differs': () => checkReceipt(receipt.receipt, final({ people: [person('emp-1')] })),
  'cycle.receipt.file': () => checkReceipt(receipt.receipt, run, [{ name: 'pay-EUR.csv', content: '' }]),
  'cycle.table.none': () => readPayTable([]).issues,
  'cycle.table.column': () => readPayTable([{ id: 'a' }]).issues,
  'cycle.row.form': () => readPayTable([line, 5] as never, { columns }).issues,
  'cycle.row.id': () => table({ ...line, id: '' }),
  'cycle.row.amount': () => table({ ...line, amount: 'x' }),
  'cycle.row.currency': () => table({ ...line, currency: 'x' }),
  'cycle.line.form': () => reconcilePay({ lines: [{ ...line, amount: '1' }] }, { lines: [] }).issues,
  'cycle.line.twice': () => reconcilePay({ lines: [line, line] }, { lines: [] }).issues,
  'cycle.run.after': () => reconcilePay(final({ people: [person('emp-1')], paid: [run] }), []).issues,
  'cycle.sample.count': () => auditFile(run, { sample: { largest: 0 } }).issues,
  'cycle.sample.person': () => auditFile(run, { sample: { people: ['x'] } }).issues,
  'cycle.audit.form': () => checkAudit({}),
  'cycle.audit.differs': () => checkAudit({ ...audit.audit, instructions: [] }),
  'cycle.audit.file': () => otherTables(join(folderWith('awards.csv'), 'audit.json'), audit.audit),
  'cycle.folder.used': () => usedFolder(folderWith('x.csv')),
  'cycle.key.form': () => pseudonymise(run, { key: 'short' }).issues,
  'cycle.keep.unknown': () => pseudonymise(run, { key: KEY, keep: ['x'] }).issues,
  'cycle.pseudonyms.plan': () =>
    pseudonymise(draft({ people: [person('emp-1')], documents: [dayPlan({ title: 'of emp-1' })] }), {
      key: KEY,
    }).issues,
  'cycle.pseudonyms.left': () =>
    pseudonymise(draft({ people: country }), { key: KEY, keep: ['country'] }).issues,
  'cycle.pseudonyms.differs': () =>
    pseudonymise(changed({ awards: run.awards.slice(1) }), { key: KEY }).issues,
  'cycle.group.small': () => pseudonymise(run, { key: KEY }).issues,
};

testEveryCode('cycle', calls);
