import { expect, test } from 'vitest';
import { readSources } from '../../src/sources/index.js';
import { byGroup, csv, readOne, told } from './support.js';

// Every export here is invented; the counts beside them are made by hand.

test('delighted: scores with Unix seconds, one kind of question, by a column of the survey', async () => {
  const table = await csv(
    `
id,survey_type,score,created_at,Team
1001,nps,10,1767225600,Care East
1002,nps,9,1767225601,Care East
1003,nps,8,1769904000,Care East
1004,nps,6,1769904000,Care West
1005,csat,5,1769904000,Care West
1006,nps,0,1767225599,Care West`,
    'delighted.csv',
  );
  const read = readSources(
    {
      sources: [
        {
          metric: 'recommendation',
          file: 'delighted.csv',
          layout: 'delighted',
          columns: { group: 'Team' },
          counts: 'nps',
          where: { survey_type: ['nps'] },
          ...{ from: '2026-01-01', until: '2026-12-31' },
          ...{ status: 'final', measuredOn: '2027-01-12', period: 'Q1' },
        },
      ],
    },
    { 'delighted.csv': table },
  );
  // 1767225600 is 2026-01-01T00:00:00Z; a second earlier does not count.
  const same = {
    status: 'final',
    measuredOn: '2027-01-12',
    metric: 'recommendation',
    kind: 'nps',
    period: 'Q1',
    value: '',
  };
  expect(read.rows).toEqual([
    { ...same, promoters: '2', passives: '1', detractors: '1', tens: '1', responses: '4' },
    {
      ...same,
      group: 'Care East',
      ...{ promoters: '2', passives: '1', detractors: '0', tens: '1', responses: '3' },
    },
    {
      ...same,
      group: 'Care West',
      ...{ promoters: '0', passives: '0', detractors: '1', tens: '0', responses: '1' },
    },
  ]);
  expect(read.tallies).toEqual([
    {
      ...{ metric: 'recommendation', file: 'delighted.csv', rows: 6, counted: 4, blank: 0, filtered: 1 },
      ...{ outside: 1, duplicates: 0, unanswered: 0, faulty: 0, unattributed: 0 },
    },
  ]);
  expect(told(read)).toEqual(['sources.rows.outside 7']);
});

const QUALTRICS = `
StartDate,EndDate,Finished,ResponseId,Q1,Region
Start Date,End Date,Finished,Response ID,"How likely are you, to recommend us?",Region
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""Region""}"
2026-03-01 08:00:00,2026-03-01 08:02:00,True,R_1,10,North
2026-03-01 08:00:00,2026-03-01 08:03:00,True,R_2,7,North
2026-03-02 08:00:00,2026-03-02 08:02:00,False,R_3,2,North
2026-03-02 08:00:00,2026-03-02 08:02:00,True,R_4,3,South`;

test('qualtrics: two rows below the names are header, unfinished answers are filtered', async () => {
  const source = {
    ...{ metric: 'recommendation', file: 'q.csv', layout: 'qualtrics', counts: 'nps', status: 'provisional' },
    columns: { score: 'Q1', group: 'Region' },
    where: { Finished: ['True', 'true', '1'] },
  };
  const read = readOne(source, { 'q.csv': await csv(QUALTRICS, 'q.csv') });
  expect(byGroup(read.rows)).toEqual({
    company: { value: '', promoters: '1', passives: '1', detractors: '1', tens: '1', responses: '3' },
    North: { value: '', promoters: '1', passives: '1', detractors: '0', tens: '1', responses: '2' },
    South: { value: '', promoters: '0', passives: '0', detractors: '1', tens: '0', responses: '1' },
  });
  expect(read.issues).toEqual([]);
  expect(read.tallies[0]).toMatchObject({ rows: 4, counted: 3, filtered: 1 });
});

test('qualtrics: rows of the header that somebody removed do not swallow two answers', async () => {
  const lines = QUALTRICS.trim().split('\n');
  const removed = [lines[0], ...lines.slice(3)].join('\n');
  const source = {
    ...{ metric: 'recommendation', file: 'q.csv', layout: 'qualtrics', counts: 'nps', status: 'final' },
    columns: { score: 'Q1' },
  };
  const read = readOne(source, { 'q.csv': await csv(removed, 'q.csv') });
  expect(read.rows).toEqual([]);
  expect(told(read)).toEqual(['sources.header.rows 2', 'sources.header.rows 3']);
  const again = readOne({ ...source, headerRows: 1 }, { 'q.csv': await csv(removed, 'q.csv') });
  expect(byGroup(again.rows)['company']).toMatchObject({ responses: '4', promoters: '1', detractors: '2' });
});

test('qualtrics: a text export read as one header row is not counted in silence', async () => {
  const source = {
    ...{ metric: 'recommendation', file: 'q.csv', counts: 'nps', status: 'final' },
    columns: { id: 'ResponseId', score: 'Q1' },
  };
  const read = readOne(source, { 'q.csv': await csv(QUALTRICS, 'q.csv') });
  expect(told(read)).toEqual([
    'sources.score.form 2 Q1',
    'sources.score.form 3 Q1',
    'sources.value.unknown 2 Q1',
  ]);
});

test('medallia: stars by employee, as a share of 4 and 5', async () => {
  const table = await csv(
    `
request_id,response_received_at,star_rating,employee_email,employee_custom_id,tags
r1,2026-05-01T10:00:00Z,5,ann@example.test,007,
r2,2026-05-01T10:00:00Z,4,ann@example.test,007,late
r3,2026-05-01T10:00:00Z,3,ben@example.test,008,
r4,2026-05-01T10:00:00Z,5,ben@example.test,008,`,
    'stars.csv',
  );
  const source = {
    ...{ metric: 'stars', file: 'stars.csv', layout: 'medallia', counts: 'csat', status: 'final' },
    scale: { from: 1, to: 5, atLeast: 4 },
  };
  const read = readOne({ ...source, company: false }, { 'stars.csv': table });
  expect(byGroup(read.rows)).toEqual({
    '007': { value: '', count: '2', responses: '2' },
    '008': { value: '', count: '1', responses: '2' },
  });
  expect(read.issues).toEqual([]);
});

test('chartmogul: every movement since the first customer makes the values at the start', async () => {
  const table = await csv(
    `
uuid,date,type,activity-mrr-movement,customer-external-id,Region
m1,2025-03-01T00:00:00Z,new_biz,100,c1,North
m2,2025-06-01T00:00:00Z,new_biz,200,c2,South
m3,2026-02-01T00:00:00Z,expansion,30,c1,North
m4,2026-03-01T00:00:00Z,churn,-200,c2,South
m5,2026-04-01T00:00:00Z,new_biz,500,c3,South
m6,2027-01-01T00:00:00Z,churn,-130,c1,North`,
    'moves.csv',
  );
  const source = {
    ...{ metric: 'revenueKept', file: 'moves.csv', layout: 'chartmogul', opening: 'movements' },
    ...{ columns: { group: 'Region' }, counts: 'netRevenueRetention', status: 'final' },
    ...{ from: '2026-01-01', until: '2026-12-31' },
  };
  const read = readOne(source, { 'moves.csv': table });
  // At the start 100 + 200; at the end 130 + 0. c3 came later, and m6 is of the next year.
  expect(byGroup(read.rows)).toEqual({
    company: { value: '13/30', responses: '2' },
    North: { value: '13/10', responses: '1' },
    South: { value: '0/1', responses: '1' },
  });
  expect(told(read)).toEqual(['sources.rows.outside 7']);
  expect(read.tallies[0]).toMatchObject({ rows: 6, counted: 5, outside: 1, customers: 2, newCustomers: 1 });
});

test('a mean effort score, exact, and a share of the same answers', async () => {
  const table = await csv('id,score,team\n1,5,North\n2,7,North\n3,5,North');
  const source = {
    ...{ metric: 'effort', file: 'data.csv', counts: 'ces', status: 'final', company: false },
    columns: { id: 'id', score: 'score', group: 'team' },
  };
  const mean = readOne({ ...source, scale: { from: 1, to: 7 } }, { 'data.csv': table });
  expect(byGroup(mean.rows)).toEqual({ North: { value: '17/3', responses: '3' } });
  const share = readOne({ ...source, scale: { from: 1, to: 7, atLeast: 6 } }, { 'data.csv': table });
  expect(byGroup(share.rows)).toEqual({ North: { value: '', count: '1', responses: '3' } });
});

test('surveys sent: a row for each, or numbers by group', async () => {
  const table = await csv('id,score,team\n1,10,North\n2,,North\n3,9,South\n4,,');
  const sent = readOne(
    {
      ...{ metric: 'recommendation', file: 'data.csv', counts: 'nps', status: 'final' },
      columns: { id: 'id', score: 'score', group: 'team' },
      ...{ blankScores: 'notAnswered', invited: 'rows' },
    },
    { 'data.csv': table },
  );
  expect(sent.rows.map((row) => [row['group'], row['responses'], row['invited']])).toEqual([
    [undefined, '2', '4'],
    ['North', '1', '2'],
    ['South', '1', '1'],
  ]);
  expect(sent.tallies[0]).toMatchObject({ rows: 4, counted: 2, unanswered: 2 });
  const said = readOne(
    {
      ...{ metric: 'recommendation', file: 'data.csv', counts: 'nps', status: 'final' },
      columns: { id: 'id', score: 'score', group: 'team' },
      ...{ blankScores: 'notAnswered', invited: { company: '900', groups: { North: 400 } } },
    },
    { 'data.csv': table },
  );
  expect(said.rows.map((row) => row['invited'])).toEqual(['900', '400', undefined]);
});

test('a group that nobody answered for has a row of none, not a missing one', async () => {
  const table = await csv('id,score,team\n1,5,North\n2,,South\n3,,South');
  const source = {
    ...{ metric: 'effort', file: 'data.csv', counts: 'ces', scale: { from: 1, to: 7 }, status: 'final' },
    columns: { id: 'id', score: 'score', group: 'team' },
    ...{ blankScores: 'notAnswered', company: false },
  };
  const rows = readOne({ ...source, invited: 'rows' }, { 'data.csv': table });
  expect(byGroup(rows.rows)).toEqual({
    North: { value: '5', responses: '1', invited: '1' },
    South: { value: '', responses: '0', invited: '2' },
  });
  const said = readOne({ ...source, invited: { groups: { East: 7 } } }, { 'data.csv': table });
  expect(byGroup(said.rows)).toEqual({
    East: { value: '', responses: '0', invited: '7' },
    North: { value: '5', responses: '1' },
    South: { value: '', responses: '0' },
  });
  expect(told(said)).toEqual(['sources.group.unused']);
});
