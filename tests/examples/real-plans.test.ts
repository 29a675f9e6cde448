import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { calculate, type Plan, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { command } from '../cli/support.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pathOf = (...parts: readonly string[]) => `examples/real-plans/${parts.join('/')}`;
const textOf = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const folders = readdirSync(`${root}${pathOf()}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const validate = new Ajv({ strict: false }).compile(JSON.parse(textOf('schema/plan.schema.json')));

/** A table as a user reads it; a file of an example must be without any issue. */
async function rowsOf(folder: string, file: string) {
  const { table, issues } = await readTable(`${root}${pathOf(folder, file)}`);
  expect(issues).toEqual([]);
  return table;
}

async function documentOf(folder: string): Promise<unknown> {
  const { document, issues } = await readDocument(`${root}${pathOf(folder, 'plan.yaml')}`);
  expect(issues).toEqual([]);
  return document;
}

async function planOf(folder: string): Promise<Plan> {
  const parsed = parsePlan(await documentOf(folder));
  expect(parsed.issues).toEqual([]);
  if (!parsed.ok) throw new Error('The plan of the example has errors.');
  return parsed.plan;
}

/** Every award of an example, as its file of expected awards writes them. */
async function awardsOf(folder: string) {
  const plan = await planOf(folder);
  const data = {
    people: parsePeople(await rowsOf(folder, 'people.csv')),
    actuals: parseActuals(await rowsOf(folder, 'actuals.csv')),
  };
  const run = calculate([plan], data, { asOf: plan.document.period.end });
  expect(run.issues).toEqual([]);
  return run.awards;
}

async function expectedOf(folder: string) {
  return (await rowsOf(folder, 'expected.csv')).rows as readonly Record<
    'person' | 'amount' | 'from',
    string
  >[];
}

describe.each(folders)('%s', (folder) => {
  test('pays every award in expected.csv, and nobody else', async () => {
    const paid = await awardsOf(folder);
    const shown = paid.map(({ person, status, amount }) => ({
      person,
      amount: status === 'notEligible' ? 'not eligible' : amount,
    }));
    const expected = await expectedOf(folder);
    expect(shown).toEqual(expected.map(({ person, amount }) => ({ person, amount })));
  });

  test('says of every expected award where it comes from', async () => {
    for (const { from } of await expectedOf(folder)) expect(from).toMatch(/^(published|by hand)\b.*: /);
  });

  test('fits the published schema and names its source', async () => {
    const document = await documentOf(folder);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(document).toMatchObject({ plan: folder, source: expect.stringMatching(/\S/) });
  });

  test('can be read: the schema first, short lines, a comment on the first idea, no anchors', () => {
    const [first, second, ...lines] = textOf(pathOf(folder, 'plan.yaml')).split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../../../schema/plan.schema.json');
    expect(second).toMatch(/^# .+\.$/);
    expect(lines.filter((line) => line.length >= 120)).toEqual([]);
    expect(lines.filter((line) => /(^|[\s[{:,])[&*][A-Za-z]/.test(line.replace(/#.*/, '')))).toEqual([]);
  });
});

describe('the examples together', () => {
  test('there are twelve published plans and two designs', () => {
    expect(folders).toHaveLength(14);
  });

  test('the command finds nothing in any of them', () => {
    const { status, stdout, stderr } = command(
      'check',
      ...folders.map((folder) => pathOf(folder, 'plan.yaml')),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/ is fine: /g)).toHaveLength(folders.length);
  });

  test('the README lists every folder, each with an award that is expected', async () => {
    const listed = [
      ...textOf(pathOf('README.md')).matchAll(
        /^\| \[([^\]]+)\]\(\1\/plan\.yaml\) \| .+ \| (.+): (.+) ([A-Z]{3}) \|$/gm,
      ),
    ];
    expect(listed.map(([, folder]) => folder).toSorted()).toEqual(folders.toSorted());
    for (const [, folder, person, amount, currency] of listed) {
      const award = (await awardsOf(folder as string)).find((one) => one.person === person);
      expect(award).toMatchObject({ amount: amount?.replaceAll(',', ''), currency });
    }
  });

  test('the README says how to run one', () => {
    const [, shell = ''] = /```sh\nnpx variable-pay ([^`]+)```/.exec(textOf(pathOf('README.md'))) ?? [];
    const { status, stdout } = command(...shell.replaceAll('\\\n', ' ').trim().split(/\s+/));
    expect(status).toBe(0);
    expect(stdout).toContain('Steps of svp-sales');
  });
});
