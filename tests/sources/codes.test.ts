import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import type { Issue, IssueCode } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { readSources } from '../../src/sources/index.js';
import type { Writing } from '../support/base.js';
import { expectHelpful, expectIssue, type Where } from '../support/expect-issue.js';
import { csv, customers, movements, scores } from './support.js';

/** Something written, and the issue it brings. */
interface Case {
  readonly code: IssueCode;
  readonly when: string;
  readonly source: Writing;
  readonly text?: string;
  readonly opening?: string;
  readonly where: Where;
  readonly says: string;
  readonly hint?: string;
}

const SCORES = 'id,score,team\n1,10,North\n2,6,South';
const LIST = 'customer,start,end,group\nc1,100,130,North\nc2,200,0,South';
const OPENING = 'customer,value,group\nc1,100,North\nc2,200,South';
const MOVES = 'customer,on,kind,amount';
const dated = { columns: { id: 'id', score: 'score', day: 'on' }, from: '2026-01-01', until: '2026-12-31' };
const history = { opening: 'movements', from: '2026-01-01' };
const grouped = { customer: 'customer', day: 'on', kind: 'kind', amount: 'amount', group: 'group' };

const wrongScore = (written: string, says: string, more: Writing = {}): Case => ({
  code: 'sources.score.form',
  when: `the score is "${written}"`,
  source: scores(more),
  text: `id,score,team\n1,10,North\n2,"${written}",South`,
  where: { file: 'data.csv', row: 3, column: 'score' },
  says,
});

const wrongAmount = (written: string, says: string, more: Writing = {}): Case => ({
  code: 'sources.amount.form',
  when: `the value at the start is "${written}"`,
  source: customers(more),
  text: `customer,start,end,group\nc1,"${written}",130,North`,
  where: { file: 'data.csv', row: 2, column: 'start' },
  says,
});

const wrongMove = (code: IssueCode, when: string, rows: string, where: Where, says: string): Case => ({
  ...{ code, when, source: movements(), opening: OPENING, text: `${MOVES}\n${rows}` },
  ...{ where, says },
});

const form = (code: IssueCode, when: string, source: Writing, path: Where, says: string): Case => ({
  ...{ code, when, source, says },
  where: ['sources', '0', ...(path as string[])],
});

const documents: readonly Case[] = [
  form('sources.key.unknown', 'a misspelt key', scores({ colums: {} }), ['colums'], 'colums'),
  form('sources.key.missing', 'no status', scores({ status: undefined }), ['status'], 'status'),
  form('sources.value.form', 'a word nobody knows', scores({ counts: 'npss' }), ['counts'], 'npss'),
  form('sources.value.form', '30 February', scores({ from: '2026-02-30' }), ['from'], '2026-02-30'),
  form('sources.value.form', 'half a header row', scores({ headerRows: '1.5' }), ['headerRows'], '1.5'),
  form('sources.shape.form', 'movements for answers', scores({ layout: 'chartmogul' }), ['layout'], 'nps'),
  form('sources.shape.form', 'an opening of answers', scores({ opening: 'movements' }), ['opening'], 'nps'),
  form('sources.shape.form', 'signs of answers', scores({ amounts: 'signed' }), ['amounts'], 'amounts'),
  form('sources.shape.form', 'surveys to customers', customers({ invited: 'rows' }), ['invited'], 'invited'),
  form(
    'sources.shape.form',
    'movements without a start',
    customers({ layout: 'chartmogul' }),
    ['opening'],
    'start',
  ),
  form(
    'sources.shape.form',
    'neither company nor groups',
    scores({ company: false, columns: { id: 'id', score: 'score' } }),
    ['company'],
    'nothing is counted',
  ),
  form(
    'sources.shape.form',
    'half a survey',
    scores({ invited: { company: '1.5' } }),
    ['invited', 'company'],
    '1.5',
  ),
  form(
    'sources.columns.form',
    'no score',
    scores({ columns: { id: 'id' } }),
    ['columns', 'score'],
    'No column is named for score',
  ),
  form(
    'sources.columns.form',
    'an amount of answers',
    scores({ columns: { id: 'id', score: 'score', amount: 'x' } }),
    ['columns', 'amount'],
    'amount',
  ),
  form(
    'sources.columns.form',
    'groups of movements beside an opening file',
    movements({ columns: grouped }),
    ['columns', 'group'],
    'opening file',
  ),
  form('sources.scale.form', 'a scale of nps', scores({ scale: { from: 0, to: 10 } }), ['scale'], 'nps'),
  form('sources.scale.form', 'csat without a scale', scores({ counts: 'csat' }), ['scale'], 'csat'),
  form(
    'sources.scale.form',
    'csat without a good score',
    scores({ counts: 'csat', scale: { from: 1, to: 5 } }),
    ['scale', 'atLeast'],
    'good one',
  ),
  form(
    'sources.scale.form',
    'a scale upside down',
    scores({ counts: 'ces', scale: { from: 7, to: 1 } }),
    ['scale'],
    'order',
  ),
  form('sources.dates.form', 'days without a column', scores({ from: '2026-01-01' }), ['from'], 'column'),
  form(
    'sources.dates.form',
    'an end before the beginning',
    scores({ ...dated, until: '2025-12-31' }),
    ['until'],
    '2025-12-31',
  ),
  form(
    'sources.dates.form',
    'a start that nobody dates',
    movements({ opening: 'movements' }),
    ['from'],
    'when that is',
  ),
];

const files: readonly Case[] = [
  {
    ...{ code: 'sources.table.missing', when: 'a slip in the name', source: scores({ file: 'dta.csv' }) },
    where: { file: 'dta.csv' },
    says: 'dta.csv',
    hint: 'data.csv',
  },
  {
    ...{ code: 'sources.column.missing', when: 'a slip in a column' },
    source: scores({ columns: { id: 'id', score: 'scroe' } }),
    where: ['sources', '0', 'columns', 'score'],
    says: 'scroe',
    hint: 'score',
  },
  {
    ...{
      code: 'sources.column.missing',
      when: 'a filter of no column',
      source: scores({ where: { Kind: ['nps'] } }),
    },
    where: ['sources', '0', 'where', 'Kind'],
    says: 'Kind',
  },
  {
    ...{ code: 'sources.column.missing', when: 'a column of the opening', source: movements() },
    ...{ text: `${MOVES}\nc1,2026-01-01,churn,-1`, opening: 'customer,mrr,group\nc1,1,North' },
    where: ['sources', '0', 'opening', 'columns', 'value'],
    says: 'value',
  },
  {
    ...{ code: 'sources.header.rows', when: 'two header rows, one of them an answer' },
    source: scores({ headerRows: 2 }),
    where: { row: 2 },
    says: 'looks like data',
  },
  {
    ...{
      code: 'sources.rows.none',
      when: 'a filter nobody passes',
      source: scores({ where: { team: ['West'] } }),
    },
    where: ['sources', '0'],
    says: 'recommendation',
  },
  {
    ...{ code: 'sources.rows.none', when: 'an empty file', source: scores(), text: 'id,score,team' },
    where: ['sources', '0'],
    says: 'recommendation',
  },
  {
    ...{ code: 'sources.rows.outside', when: 'an answer of last year', source: scores(dated) },
    text: 'id,score,on\n1,10,2026-05-01\n2,10,2025-12-31',
    where: { row: 3 },
    says: 'rows 3',
  },
  {
    ...{ code: 'sources.rows.left-out', when: 'a word for a score', source: scores({ faulty: 'leaveOut' }) },
    text: `${SCORES}\n3,good,South\n4,bad,South`,
    where: { row: 4, column: 'score' },
    says: 'rows 4, 5. The first: "good"',
  },
  {
    ...{ code: 'sources.group.missing', when: 'an answer without a team', source: scores() },
    text: `${SCORES}\n3,9,"  "`,
    where: { row: 4 },
    says: 'Rows 4 name no group and count for the company only (1 in all)',
  },
  {
    ...{
      code: 'sources.group.unused',
      when: 'a slip in a group',
      source: scores({ groups: { Nroth: 'N' } }),
    },
    where: ['sources', '0', 'groups', 'Nroth'],
    says: 'Nroth',
    hint: 'North',
  },
  {
    ...{ code: 'sources.group.unused', when: 'surveys of no group' },
    source: scores({ invited: { groups: { Sout: 3 } } }),
    where: ['sources', '0', 'invited', 'groups', 'Sout'],
    says: 'Sout',
    hint: 'South',
  },
  {
    ...{ code: 'sources.invited.below', when: 'more answers than surveys' },
    source: scores({ invited: { company: 1 } }),
    where: ['sources', '0', 'invited'],
    says: '2 answered for the company, and 1 surveys',
  },
  {
    ...{ code: 'sources.value.unknown', when: 'amounts too long to divide', source: customers() },
    text: 'customer,start,end,group\nc1,123456789012345678.1,987654321098765432.7,North',
    where: ['sources', '0'],
    says: 'more digits',
  },
];

const answers: readonly Case[] = [
  wrongScore('11', '"11"'),
  wrongScore('-1', '"-1"'),
  wrongScore('7.5', '"7.5"'),
  wrongScore('10/10', '"10/10"'),
  wrongScore('90%', '"90%"'),
  wrongScore('100%', '"100%"'),
  wrongScore('10 - Extremely likely', 'Extremely'),
  wrongScore('', 'no score'),
  wrongScore('6', '"6"', { counts: 'csat', scale: { from: 1, to: 5, atLeast: 4 } }),
  {
    ...{ code: 'sources.row.duplicate', when: 'a row exported twice', source: scores() },
    text: `${SCORES}\n1,10,North`,
    where: { row: 4 },
    says: 'Rows 2, 4',
  },
  {
    ...{ code: 'sources.id.twice', when: 'two scores of one answer', source: scores() },
    text: `${SCORES}\n1,9,North`,
    where: { row: 2 },
    says: 'Rows 2, 4 all have the id "1"',
  },
  {
    ...{ code: 'sources.id.form', when: 'no id', source: scores(), text: `${SCORES}\n,9,North` },
    where: { row: 4, column: 'id' },
    says: 'no id',
  },
  {
    ...{ code: 'sources.id.form', when: 'an id a workbook has cut', source: scores() },
    text: `${SCORES}\n#MORE-THAN-15-DIGITS,9,North`,
    where: { row: 4, column: 'id' },
    says: '#MORE',
  },
  {
    ...{ code: 'sources.day.form', when: 'a day that may be March or April', source: scores(dated) },
    text: 'id,score,on\n1,10,03/04/2026',
    where: { row: 2, column: 'on' },
    says: '03/04/2026',
  },
  {
    ...{
      code: 'sources.day.form',
      when: 'no day',
      source: scores(dated),
      text: 'id,score,on\n1,10,\n2,9,2026-01-01',
    },
    where: { row: 2, column: 'on' },
    says: 'no day',
  },
];

const cohort: readonly Case[] = [
  wrongAmount('-5', 'below zero'),
  wrongAmount('', 'no start'),
  wrongAmount('1/2', '"1/2"'),
  wrongAmount('12%', 'percentage'),
  wrongAmount('1.234', 'could mean 1234 or 1.234'),
  wrongAmount('1,234.50', '1,234.50'),
  wrongAmount('1234.50', '1234.50', { decimal: ',' }),
  {
    ...{ code: 'sources.id.twice', when: 'a customer listed twice', source: customers() },
    text: `${LIST}\nc1,100,90,North`,
    where: { row: 2 },
    says: 'Rows 2, 4',
  },
  wrongMove(
    'sources.amount.form',
    'a churn above zero',
    'c1,2026-01-01,churn,100',
    { row: 2, column: 'amount' },
    'wrong sign',
  ),
  wrongMove(
    'sources.amount.form',
    'an expansion below zero',
    'c1,2026-01-01,expansion,-1',
    { row: 2, column: 'amount' },
    'wrong sign',
  ),
  wrongMove(
    'sources.kind.unknown',
    'a kind nobody knows',
    'c1,2026-01-01,upgrade,1',
    { row: 2, column: 'kind' },
    'upgrade',
  ),
  wrongMove('sources.day.form', 'a movement on no day', 'c1,,churn,-100', { row: 2, column: 'on' }, 'no day'),
  wrongMove(
    'sources.id.form',
    'a movement of nobody',
    ',2026-01-01,churn,-100',
    { row: 2, column: 'customer' },
    'no customer',
  ),
  wrongMove(
    'sources.row.twice',
    'two like movements without an id',
    'c1,2026-01-01,expansion,5\nc1,2026-01-01,expansion,5',
    { row: 2 },
    'Rows 2, 3',
  ),
  wrongMove(
    'sources.customer.below-zero',
    'more taken than there was',
    'c1,2026-01-01,contraction,-101',
    { row: 2 },
    '"c1" is worth less than zero on 2026-01-01',
  ),
  wrongMove(
    'sources.customer.lost',
    'a customer lost twice',
    'c1,2026-01-01,churn,-100\nc1,2026-02-01,churn,0',
    { row: 3 },
    'lost without having been there on 2026-02-01',
  ),
  wrongMove(
    'sources.customer.lost',
    'a customer new who is there',
    'c1,2026-01-01,new,5',
    { row: 2 },
    'without having been lost',
  ),
  wrongMove(
    'sources.customer.lost',
    'a rest after the loss',
    'c1,2026-01-01,churn,-60',
    { row: 2 },
    'worth something',
  ),
  wrongMove(
    'sources.customer.lost',
    'an expansion of nobody known',
    'c9,2026-01-01,expansion,60',
    { row: 2 },
    'worth something',
  ),
  {
    ...{ code: 'sources.customer.groups', when: 'a customer who changes teams' },
    source: movements({ ...history, columns: grouped }),
    text: `${MOVES},group\nc1,2025-01-01,new,10,North\nc1,2026-02-01,expansion,5,South`,
    where: { row: 2 },
    says: '"c1" is in "North" and "South"',
  },
];

const all = [...documents, ...files, ...answers, ...cohort];

test.each(all.map((one) => [`${one.code}: ${one.when}`, one] as const))('%s', async (_name, one) => {
  const text = one.text ?? (one.source['metric'] === 'revenueKept' ? LIST : SCORES);
  const tables = {
    'data.csv': await csv(text),
    ...(one.opening !== undefined && { 'opening.csv': await csv(one.opening, 'opening.csv') }),
  };
  const document = JSON.parse(JSON.stringify({ sources: [one.source] }));
  const found = expectIssue(readSources(document, tables).issues, one.code, one.where);
  expectHelpful(found);
  expect(found.message).toContain(one.says);
  expect(found.message).not.toMatch(/undefined|\[object|NaN-/);
  expect(found.severity).toBe(issueCodes[one.code][0]);
  if (one.hint) expect(found.hint).toContain(one.hint);
});

/** Codes that only a call or a file produces. */
const calls: Readonly<Record<string, () => readonly Issue[] | Promise<readonly Issue[]>>> = {
  'sources.row.form': () =>
    readSources({ sources: [scores()] }, { 'data.csv': [{ id: '1', score: 9, team: 'N' }, 'total' as never] })
      .issues,
  'sources.file.outside': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variable-pay-sources-'));
    const document = join(folder, 'sources.json');
    writeFileSync(document, JSON.stringify({ sources: [scores({ file: '../data.csv' })] }));
    return (await loadSources(document)).issues;
  },
};

test.each(Object.entries(calls))('%s', async (code, call) => {
  const found = (await call()).filter((one) => one.code === code);
  expect(found).toHaveLength(1);
  for (const one of found) expectHelpful(one);
});

test('every code of sources is produced', () => {
  const codes = Object.keys(issueCodes).filter((code) => code.startsWith('sources.'));
  const produced = new Set([...all.map((one) => one.code as string), ...Object.keys(calls)]);
  expect([...produced].toSorted()).toEqual(codes.toSorted());
});
