import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import { calculate, formatIssue, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { checkSampling, scores } from '../../src/scores/index.js';

const pathOf = (name: string) =>
  fileURLToPath(new URL(`../../examples/customer-metrics/${name}`, import.meta.url));
const AS_OF = '2027-01-31';

const parsed = parsePlan((await readDocument(pathOf('plan.yaml'))).document);
if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
const { plan } = parsed;
const people = parsePeople((await readTable(pathOf('people.csv'))).table);
const { loaded, issues } = await loadSources(pathOf('sources.yaml'));
if (!loaded) throw new Error(issues.map(formatIssue).join('\n'));
const actuals = parseActuals(loaded);

describe('the exported files', () => {
  test('are counted: nothing is lost', () => {
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
      ['sources.row.duplicate', 94],
      ['sources.group.missing', 10],
    ]);
    const [answers] = loaded.tallies;
    // 94 rows: 92 answers to the question, one of another survey, one exported twice; two of the 92 without a team.
    expect(answers).toMatchObject({ rows: 94, counted: 92, filtered: 1, duplicates: 1, unattributed: 2 });
  });

  // Counted by hand in the file: 46 of 92 gave 9 or 10, 19 gave 0 to 6; 56 of 60 customers of the start stayed.
  test('give the scores that were counted by hand', () => {
    const all = scores([plan], { actuals, people }, { asOf: AS_OF }).scores;
    const shown = all.map(({ metric, group, responses, measured }) => [metric, group, responses, measured]);
    expect(shown).toEqual([
      ['recommendation', undefined, 92, '675/23'],
      ['recommendation', 'East', 9, '500/9'],
      ['recommendation', 'North', 48, '37.5'],
      ['recommendation', 'South', 33, '400/33'],
      ['recommendation', 'West', 0, undefined],
      ['retention', undefined, 60, '14/15'],
      ['revenueKept', undefined, 60, expect.stringMatching(/^\d+\/\d+$/)],
    ]);
  });
});

// By hand (and once more in Python with fractions): recommendation pays 1/2 + score/80, of North 37.5, of South 400/33 and,
// for teams with too few answers, of the company 2700/92; retention pays 1/2 + 17.9/40 on its lower bound of 87.9 %;
// revenue kept is 0.8959545580… and pays 1/2 + (0.8959545580… − 0.8)/0.3. Weights 40, 30, 30 %; targets 10 % of salary.
test('the awards are those calculated by hand', () => {
  const run = calculate([plan], { people, actuals }, { asOf: AS_OF });
  expect(run.awards.map(({ person, amount }) => [person, amount])).toEqual([
    ['e-1', '5506.23'],
    ['e-2', '4586.70'],
    ['e-3', '4560.11'],
    ['e-4', '4384.72'],
  ]);
  expect(run.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the plan is told that twenty answers are few', () => {
  expect(checkSampling(plan).map(({ code, path }) => [code, path])).toEqual([
    ['plan.sample.noise', ['goals', 0]],
  ]);
});
