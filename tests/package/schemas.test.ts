import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActuals } from '../../src/data/actuals.js';
import { parseEarnings } from '../../src/data/earnings.js';
import { parseExceptions } from '../../src/data/exceptions.js';
import { parseLeave } from '../../src/data/leave.js';
import { parsePeople } from '../../src/data/people.js';
import { readPlanDocument } from '../../src/plan/read-plan.js';
import { type JsonSchema, jsonSchema, publishedSchemas, schemaKinds } from '../../src/schemas/published.js';
import { accepts, drafts, validatorOf } from './support.js';

const folder = resolve(import.meta.dirname, '../../schema');
const all = schemaKinds.flatMap((kind) => drafts.map((draft) => ({ kind, draft })));

interface Node {
  readonly at: string;
  readonly schema: JsonSchema;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema that stands as a property somewhere; `examples` hold data, not schemas. */
function propertiesOf(schema: unknown, at = '#'): Node[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => propertiesOf(one, `${at}/${index}`));
  if (!isObject(schema)) return [];
  const named = isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  // `true` only says that a property may be there; its words stand where it is defined.
  const own = named.filter(([, value]) => value !== true);
  const found = own.map(([key, value]) => ({ at: `${at}/properties/${key}`, schema: value as JsonSchema }));
  const below = Object.entries(schema).filter(([key]) => key !== 'examples');
  return [...found, ...below.flatMap(([key, value]) => propertiesOf(value, `${at}/${key}`))];
}

const plan = {
  plan: 'service',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: { nps: { kind: 'nps', level: 'company' } },
  goals: [
    {
      metric: 'nps',
      weight: '100%',
      curve: [
        [30, '50%'],
        ['45', '100%'],
      ],
    },
  ],
};

describe('the published schemas', () => {
  it('are up to date: npm run schemas writes them', () => {
    expect(readdirSync(folder).sort()).toEqual([...publishedSchemas().keys()].sort());
    for (const [file, text] of publishedSchemas())
      expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  });

  it('have names of their own that need no network', () => {
    const ids = all.map(({ kind, draft }) => jsonSchema(kind, draft)['$id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('urn:variable-pay:schema:plan:1');
    expect(ids).toContain('urn:variable-pay:schema:plan:1:2020-12');
  });

  it.each(all)(
    '$kind, $draft: every property has a description and an example that fits',
    ({ kind, draft }) => {
      const schema = jsonSchema(kind, draft);
      const properties = propertiesOf(schema);
      expect(properties.length).toBeGreaterThan(5);
      const ajv = validatorOf(draft);
      ajv.addSchema(schema);
      for (const { at, schema: property } of properties) {
        expect(property['description'], at).toMatch(/\S/);
        expect(property['examples'], at).not.toHaveLength(0);
        // Compiled where it stands, so that what it refers to is compiled once.
        const validate = ajv.getSchema(`${schema['$id']}${at}`);
        for (const example of property['examples'] as unknown[]) expect(validate?.(example), at).toBe(true);
      }
    },
  );
});

describe('the plan schema and parsePlan agree', () => {
  const accepted = accepts('plan');
  const agree = (document: unknown) => {
    expect(accepted(document)).toBe(readPlanDocument(document).ok);
    return accepted(document);
  };
  const [goal] = plan.goals;

  it.each([
    ['the smallest plan', plan],
    ['percentages and fractions', { ...plan, risk: { paidAnyway: '1/3', survives: { closedGate: 'true' } } }],
    ['an amount of money', { ...plan, limits: { award: { cap: { money: 20000, currency: 'USD' } } } }],
    [
      'bands',
      {
        ...plan,
        goals: [
          {
            ...goal,
            curve: {
              bands: [
                { to: 30, pays: 0 },
                { from: 30, pays: '1' },
              ],
            },
          },
        ],
      },
    ],
    ['the address of the schema', { ...plan, $schema: './plan.schema.json' }],
  ])('on %s: good', (_, document) => expect(agree(document)).toBe(true));

  it.each([
    ['no document', null],
    ['a missing key', { ...plan, goals: undefined }],
    ['a misspelt key', { ...plan, gaols: [] }],
    ['a misspelt word', { ...plan, target: { ...plan.target, prorate: 'calenderDays' } }],
    ['no goals', { ...plan, goals: [] }],
    ['a number with a thousands separator', { ...plan, goals: [{ ...goal, weight: '1,000' }] }],
    ['an exponent', { ...plan, goals: [{ ...goal, weight: '1e2' }] }],
    ['a division by zero', { ...plan, goals: [{ ...goal, weight: '1/0' }] }],
    ['a day the other way round', { ...plan, period: { start: '01-01-2026', end: '2026-12-31' } }],
    ['a currency in words', { ...plan, currency: 'dollars' }],
    ['a name with a blank', { ...plan, metrics: { 'net score': { kind: 'nps', level: 'company' } } }],
    ['a reserved name', { ...plan, goals: [{ ...goal, metric: 'company' }] }],
    ['a point of three numbers', { ...plan, goals: [{ ...goal, curve: [[1, 2, 3]] }] }],
  ])('on %s: bad', (_, document) => {
    // JSON has no undefined: what editors see is the document as JSON.
    expect(agree(JSON.parse(JSON.stringify(document)))).toBe(false);
  });

  it('on every text that may stand for a number, and the schema refuses nothing that is read', () => {
    const digits = fc.stringMatching(/^ ?-?[0-9]{0,19}[./,e]?[0-9]{0,19} ?%?$/);
    const text = fc.oneof(digits, fc.string());
    fc.assert(
      fc.property(text, (version) => void agree({ ...plan, version })),
      { numRuns: 500 },
    );
  });

  it('on names and ids', () => {
    const text = fc.oneof(fc.stringMatching(/^[A-Za-z0-9._-]{0,66}$/), fc.string());
    fc.assert(
      fc.property(text, (id) => void agree({ ...plan, plan: id })),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(text, (metric) => void agree({ ...plan, goals: [{ ...goal, metric }] })),
      { numRuns: 300 },
    );
  });
});

describe('the schemas of people and actuals', () => {
  const people = accepts('people');
  const actuals = accepts('actuals');
  const person = { id: '7', hired: '2024-03-15', salary: '85000.00', currency: 'USD', team: 'North' };
  const actual = { metric: 'nps', value: 52, status: 'final' };

  it.each([
    ['plain columns', [person]],
    ['blank cells', [{ ...person, name: null, left: '', targetPercent: null, rating: '' }]],
    ['JSON numbers', [{ id: 7, salary: 85000, targetPercent: '10%', plans: 'a b' }]],
    ['who left', [{ ...person, left: '2026-09-30', leftReason: 'retirement' }]],
    [
      'two jobs',
      [
        { ...person, share: '60%' },
        { ...person, share: 0.4, hoursShare: '50%', salaryIs: 'actual', salaryTimes: 13 },
      ],
    ],
    ['assignments', [{ id: 7, assignments: [{ from: '2026-01-01', plans: ['a'], team: 'North' }] }]],
    ['a list under its name', { $schema: './people.schema.json', people: [person] }],
  ])('accept people with %s, as parsePeople does', (_, document) => {
    expect(people(document)).toBe(true);
    const rows = Array.isArray(document) ? document : document.people;
    expect(parsePeople(rows).issues).toEqual([]);
  });

  it.each([
    ['no id', { ...person, id: undefined }, 'people.id.missing'],
    ['a day that is not one', { ...person, left: '30/09/2026' }, 'people.date.form'],
    ['a share in words', { ...person, share: 'half' }, 'people.share.form'],
    ['assignments that are not a list of records', { ...person, assignments: ['North'] }, 'people.row.form'],
  ])('refuse people with %s, as parsePeople does', (_, row, code) => {
    const rows = [{ id: '8' }, row];
    expect(people(JSON.parse(JSON.stringify(rows)))).toBe(false);
    expect(parsePeople(rows).issues.map((one) => one.code)).toContain(code);
  });

  it('accept what parseActuals accepts', () => {
    const full = { ...actual, group: 'North', target: '45', measuredOn: '2027-01-12', responses: '412' };
    for (const document of [[actual], [full], { actuals: [full] }, [{ ...full, group: null, target: '' }]]) {
      expect(actuals(document)).toBe(true);
      expect(parseActuals(Array.isArray(document) ? document : document.actuals).issues).toEqual([]);
    }
  });

  it.each([
    ['no value', { ...actual, value: undefined }, 'actuals.value.missing'],
    ['a value that is no number', { ...actual, value: 'n/a' }, 'actuals.value.number'],
    ['no status', { ...actual, status: undefined }, 'actuals.status.unknown'],
    ['a status nobody knows', { ...actual, status: 'estimate' }, 'actuals.status.unknown'],
    ['a column nobody knows', { ...actual, measured_on: '2027-01-12' }, 'actuals.column.unknown'],
  ])('refuse actuals with %s, which parseActuals reports', (_, row, code) => {
    expect(actuals([JSON.parse(JSON.stringify(row))])).toBe(false);
    expect(parseActuals([row]).issues.map((one) => one.code)).toContain(code);
  });
});

describe('the schemas of leave, earnings and exceptions', () => {
  const files = {
    leave: { accepted: accepts('leave'), parse: parseLeave },
    earnings: { accepted: accepts('earnings'), parse: parseEarnings },
    exceptions: { accepted: accepts('exceptions'), parse: parseExceptions },
  };
  const leave = { id: '7', type: 'sick', from: '2026-01-01' };
  const earning = { id: 7, code: 'base', amount: '-12.50', currency: 'USD', from: '2026-01-01', to: null };
  const exception = {
    ...{ id: '7', kind: 'guarantee', value: 8000, currency: 'USD' },
    ...{ until: '2026-12-31', reason: 'first year', approver: 'CFO' },
  };

  it.each([
    ['leave', leave],
    ['leave', { ...leave, to: '2026-01-31' }],
    ['earnings', earning],
    ['earnings', { ...earning, amount: 12.5, to: '2026-01-31' }],
    ['exceptions', exception],
    ['exceptions', { ...exception, plan: 'a', from: '2026-01-01' }],
    ['exceptions', { ...exception, kind: 'treatment', value: 'payTarget', currency: '', plan: null }],
  ] as const)('%s: accept %j, as reading does', (file, row) => {
    const { accepted, parse } = files[file];
    for (const document of [[row], { [file]: [row] }]) expect(accepted(document)).toBe(true);
    expect(parse([row]).issues).toEqual([]);
  });

  it.each([
    ['leave', { ...leave, type: undefined }, 'rows.cell.missing'],
    ['leave', { ...leave, id: undefined }, 'rows.id.missing'],
    ['leave', { ...leave, to: 'open' }, 'rows.date.form'],
    ['leave', { ...leave, days: 3 }, 'rows.column.unknown'],
    ['earnings', { ...earning, amount: '5,000.00' }, 'rows.number.form'],
    ['earnings', { ...earning, currency: '$' }, 'rows.currency.unknown'],
    ['exceptions', { ...exception, kind: 'guaranty' }, 'rows.cell.option'],
    ['exceptions', { ...exception, approver: undefined }, 'rows.cell.missing'],
  ] as const)('%s: refuse %j, which reading reports', (file, row, code) => {
    const { accepted, parse } = files[file];
    expect(accepted([JSON.parse(JSON.stringify(row))])).toBe(false);
    expect(parse([row]).issues.map((one) => one.code)).toContain(code);
  });
});
