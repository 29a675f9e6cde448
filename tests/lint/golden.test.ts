import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parsePlan } from '../../src/index.js';
import { lint } from '../../src/lint/index.js';
import { readDocument } from '../../src/node/index.js';
import { readRealCases } from '../cases/case-file.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/**
 * What speaks against every published plan and example, read one by one: each finding is so in the text of the plan. `jump`
 * is mostly the threshold that pays something at once; an error is a curve that is all or nothing, or nearly.
 */
const REVIEWED: Readonly<Record<string, string>> = {
  'adobe-2004': 'lint.curve.jump 1, lint.gate.cliff 2',
  'adobe-2006': 'lint.curve.jump 1, lint.gate.cliff 1',
  'adobe-2016': '',
  'air-liquide-2023': '',
  'ari-network-2012': 'lint.curve.jump 2, lint.curve.kink 1',
  'bpce-sa-2021': '',
  'bt-consumer-2020': '',
  'call-centre-helper-undated': 'lint.curve.jump 1',
  'carrefour-2024': '',
  'carrefour-market-2019': '',
  'cik1016466-2007': 'lint.curve.jump 1',
  'cik1080747-2013': 'lint.curve.jump 2, lint.gate.cliff 2',
  'cik1125920-2012': '',
  'cik1381325-2011': '',
  'cingular-2005': '',
  'customer-happiness': 'lint.curve.jump 2',
  'customer-metrics': 'lint.curve.jump 3, lint.curve.kink 2, plan.sample.noise 1',
  'education-realty-2010': 'lint.curve.cliff 1, lint.curve.jump 1',
  'elk-river-municipal-utilities-2020': 'lint.curve.cliff 1',
  'elk-river-municipal-utilities-2024': 'lint.gate.cliff 2',
  'everyone-in-the-game': 'lint.curve.jump 3, lint.gate.cliff 1',
  'forty-seven-2019': '',
  'half-commercial-half-recommendation': 'lint.curve.jump 2',
  'jea-2014': 'lint.curve.cliff 1, lint.gate.cliff 1',
  'met-pro-2010': 'lint.curve.jump 2',
  'national-penn-2008': 'lint.curve.jump 1, lint.gate.cliff 2',
  'national-penn-2010': '',
  'national-western-domestic-2010': 'lint.curve.jump 5',
  'ncc-group-2021': 'lint.curve.jump 2',
  'onvia-2009': '',
  'orange-2016': 'lint.curve.jump 2',
  'orange-2021': 'lint.curve.jump 3',
  'people-in-motion': 'lint.curve.jump 2',
  'pge-2018': 'lint.curve.jump 3, lint.curve.kink 2',
  'publicis-2023': '',
  'publicis-2024-policy': '',
  'real-plans/adobe-2006': 'lint.curve.jump 1, lint.gate.cliff 1',
  'real-plans/bt-consumer-2020': '',
  'real-plans/carrefour-market-2019': '',
  'real-plans/cik1080747-2013': 'lint.curve.jump 2, lint.gate.cliff 2',
  'real-plans/cik1381325-2011': '',
  'real-plans/leadership-scorecard': 'lint.curve.jump 3',
  'real-plans/national-western-2010': 'lint.curve.jump 5',
  'real-plans/onvia-2009': '',
  'real-plans/orange-2016': 'lint.curve.jump 2',
  'real-plans/participation': 'lint.curve.jump 3, lint.gate.cliff 1',
  'real-plans/sharpspring-2021': 'lint.curve.cliff 1, lint.curve.kink 1',
  'real-plans/sodexo-2023': 'lint.curve.cliff 1',
  'real-plans/surmodics-2006': '',
  'real-plans/united-airlines-2019': 'lint.gate.cliff 2',
  'sharpspring-2021': 'lint.curve.cliff 1, lint.curve.kink 1',
  'sodexo-2023': 'lint.curve.cliff 1',
  'sopra-steria-2022': '',
  starter: 'lint.curve.jump 3',
  'surmodics-2006': '',
  'united-airlines-2019': 'lint.gate.cliff 2',
  'urssaf-2010': '',
  'virtusa-2008': 'lint.curve.jump 2',
  'zappos-2015': 'lint.curve.jump 2',
};

/** How many findings of each code, in the order of codes. */
function counted(document: unknown): string {
  const parsed = parsePlan(document);
  if (!parsed.ok) return 'not a plan';
  const counts = new Map<string, number>();
  for (const { code } of lint(parsed.plan).findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .toSorted()
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

const folders = (path: string) =>
  readdirSync(`${EXAMPLES}${path}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}${name}`)
    .filter((folder) => readdirSync(`${EXAMPLES}${folder}`).some((name) => PLAN.test(name)));

const PLAN = /^plan\.(yaml|json)$/;

async function exampleOf(folder: string): Promise<unknown> {
  const file = readdirSync(`${EXAMPLES}${folder}`).find((name) => PLAN.test(name)) ?? '';
  return (await readDocument(`${EXAMPLES}${folder}/${file}`)).document;
}

test('published plans and examples give the findings that were read and found right', async () => {
  const examples = await Promise.all(
    [...folders(''), ...folders('real-plans/')].map(
      async (folder) => [folder, await exampleOf(folder)] as const,
    ),
  );
  const cases = readRealCases().map((one) => [one.case, one.plan] as const);
  const found = Object.fromEntries(
    [...cases, ...examples].map(([name, document]) => [name, counted(document)]),
  );
  expect(found).toEqual(REVIEWED);
});
