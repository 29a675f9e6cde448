import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { calculate, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { jsonSchema } from '../../src/schemas/published.js';
import { parseSources } from '../../src/sources/index.js';
import { csv, customers, movements, readOne, scores } from './support.js';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchema('sources', 'draft-7'));

describe('the schema and parseSources agree', () => {
  test.each([
    ['scores', scores()],
    ['customers', customers()],
    ['movements', movements()],
    ['a layout and a column', scores({ layout: 'delighted', columns: { score: 'Score' } })],
    ['a scale in text', scores({ counts: 'csat', scale: { from: '1', to: '5', atLeast: '4' } })],
    ['a filter of truth values', scores({ where: { Finished: [true, 'True', 1] } })],
    ['no company, as YAML has it', scores({ company: 'false' })],
    ['surveys by group', scores({ invited: { company: 12, groups: { 'Care East': '4' } } })],
  ])('on %s: good', (_, source) => {
    const document = { $schema: './sources.schema.json', sources: [source] };
    expect(parseSources(document).issues).toEqual([]);
    expect(validate(document)).toBe(true);
  });

  test.each([
    ['no sources', []],
    ['a misspelt key', [scores({ colums: {} })]],
    ['a misspelt role', [scores({ columns: { id: 'id', scoer: 'Score' } })]],
    ['a word nobody knows', [scores({ counts: 'promoters' })]],
    ['a day that is none', [scores({ from: '31.12.2026' })]],
    ['a metric that cannot be a name', [scores({ metric: 'net score' })]],
    ['a filter of nothing', [scores({ where: { team: [] } })]],
    ['no header row', [scores({ headerRows: 'one' })]],
  ])('on %s: bad', (_, sources) => {
    expect(parseSources({ sources }).ok).toBe(false);
    expect(validate({ sources })).toBe(false);
  });
});

test('faults of form speak of this document and its schema', () => {
  const { issues } = parseSources({ sources: [scores({ colums: {}, columns: 'Score' })] });
  expect(issues.map((one) => [one.code, one.path.join('/')])).toEqual([
    ['sources.value.form', 'sources/0/columns'],
    ['sources.key.unknown', 'sources/0/colums'],
  ]);
  expect(issues.map((one) => one.hint).join(' ')).toContain('variable-pay schema sources');
  expect(issues[1]?.hint).toBe('Did you mean "columns"?');
  expect(parseSources(JSON.parse('{"sources": [], "__proto__": 1}')).ok).toBe(false);
});

test('a net revenue retention of 110 % goes from customers to an award', async () => {
  // 100 → 120 and 100 → 100: 220 of 200. The curve pays 100 % at 100 % and 150 % at 120 %: 125 % of 10,000.
  const read = readOne(customers(), {
    'data.csv': await csv('customer,start,end,group\na,100,120,N\nb,100,100,N'),
  });
  const parsed = parsePlan({
    ...{ plan: 'kept', version: 1, period: { start: '2026-01-01', end: '2026-12-31' } },
    target: { percent: '10%', of: 'salary', prorate: 'none' },
    metrics: { revenueKept: { kind: 'ratio', level: 'team' } },
    goals: [
      {
        ...{ metric: 'revenueKept', weight: '100%', reads: 'value' },
        curve: [
          ['100%', '100%'],
          ['120%', '150%'],
        ],
      },
    ],
  });
  if (!parsed.ok) throw new Error('The plan has faults.');
  const people = parsePeople([{ id: 'ann', salary: '100000', currency: 'EUR', team: 'N' }]);
  const run = calculate([parsed.plan], { people, actuals: parseActuals(read) }, { asOf: '2027-01-31' });
  expect(run.awards.map((one) => one.amount)).toEqual(['12500.00']);
});
