import { afterAll, describe, expect, test } from 'vitest';
import { type RealCaseFile, readRealCase, readRealCases, realIds } from '../case-file.js';
import { testCase, testFiles } from '../test-case.js';
import { type Block, figureTable } from './figure-table.js';
import { figureFaults, figureRows } from './figures.js';

/** The published plans this folder must hold. */
const PLANS = [
  'adobe-2004',
  'adobe-2006',
  'adobe-2016',
  'air-liquide-2023',
  'ari-network-2012',
  'bpce-sa-2021',
  'bt-consumer-2020',
  'call-centre-helper-undated',
  'carrefour-2024',
  'carrefour-market-2019',
  'cik1016466-2007',
  'cik1080747-2013',
  'cik1125920-2012',
  'cik1381325-2011',
  'cingular-2005',
  'education-realty-2010',
  'elk-river-municipal-utilities-2020',
  'elk-river-municipal-utilities-2024',
  'forty-seven-2019',
  'jea-2014',
  'met-pro-2010',
  'national-penn-2008',
  'national-penn-2010',
  'national-western-domestic-2010',
  'ncc-group-2021',
  'onvia-2009',
  'orange-2016',
  'orange-2021',
  'pge-2018',
  'publicis-2023',
  'sharpspring-2021',
  'sodexo-2023',
  'sopra-steria-2022',
  'surmodics-2006',
  'united-airlines-2019',
  'urssaf-2010',
  'virtusa-2008',
  'zappos-2015',
] as const;

const cases = readRealCases();
const table: Block[] = [];

for (const one of cases) {
  describe(one.case, () => {
    testCase(one);

    test(`${one.case}: every published figure comes out`, () => {
      const rows = figureRows(one);
      table.push({ real: one.real, rows });
      expect(figureFaults(one, rows)).toEqual([]);
    });
  });
}

// printed even where a figure fails: that is when it is read
afterAll(() => console.log(figureTable(table)));

testFiles(cases);

describe('the folder', () => {
  test('holds every published plan', () => {
    const found = new Set(realIds());
    expect(PLANS.filter((id) => !found.has(id))).toEqual([]);
  });

  test('a source that closes has figures, and every source has an address', () => {
    const empty = cases.filter(({ real }) => real.closure === 'full' || real.closure === 'table');
    expect(empty.filter(({ real }) => real.figures.length === 0).map((one) => one.case)).toEqual([]);
    expect(cases.filter(({ source }) => !source.url).map((one) => one.case)).toEqual([]);
  });
});

describe('negative control: the comparison of figures can fail', () => {
  const one = readRealCase('sodexo-2023');
  const [award] = one.real.figures as [RealCaseFile['real']['figures'][0]];
  const faults = (change: object, closure: RealCaseFile['real']['closure'] = 'full') =>
    figureFaults({ ...one, traps: [], real: { ...one.real, closure, figures: [{ ...award, ...change }] } });

  test('the true figure is not reported', () => {
    expect(faults({})).toEqual([]);
  });

  test('a figure that is one euro off is reported, with the difference', () => {
    const wrong = [`${award.what}: published 966196, ours 966195, difference -1`];
    expect(faults({ published: '966196' })).toEqual(wrong);
    expect(faults({ published: '966196' }, 'partial')).toEqual(wrong);
  });

  test('no excuse is taken where the source closes, nor without saying by how much', () => {
    const differs = 'the source contradicts itself';
    expect(faults({ published: '966196', differs, by: '-1' })).toEqual([
      `${award.what}: the source closes, so nothing may differ`,
    ]);
    expect(faults({ published: '966196', differs }, 'partial')).toEqual([
      `${award.what}: differs, and does not say by how much`,
    ]);
    expect(faults({ differs, by: '0' }, 'partial')).toEqual([`${award.what}: said to differ by nothing`]);
    expect(faults({ published: '966196', differs, by: '-1' }, 'partial')).toEqual([]);
  });

  test('a trap that gives the published money, or another difference than stated, is reported', () => {
    const what = 'printed 123 % and 113 % fed back do not give the published money';
    const [trap] = one.traps?.filter((found) => found.what === what) ?? [];
    const figure = { ...award, ours: { ...award.ours, trap: what }, differs: 'printed', by: '-495' };
    const trapped = (change: object) =>
      figureFaults({
        ...one,
        traps: trap ? [trap] : [],
        real: { ...one.real, figures: [{ ...figure, ...change }] },
      });
    expect(trapped({})).toEqual([]);
    expect(trapped({ published: '965700' })).toEqual([
      `${award.what}: published 965700, ours 965700, difference 0, expected -495`,
    ]);
    expect(trapped({ differs: undefined })).toEqual([
      `${award.what}: a trap must say why it differs, and by how much`,
    ]);
  });

  test('a trap whose wrong money no figure shows is reported', () => {
    const hidden = figureFaults({ ...one, real: { ...one.real, figures: [award] } });
    expect(hidden).toContain(
      'printed 123 % and 113 % fed back do not give the published money: no figure shows the money of this trap',
    );
  });

  test('a value that the run does not have is an error of the case', () => {
    expect(() => faults({ ours: { person: 'ceo', value: 'part:No such goal' } })).toThrow('ceo has no part');
    expect(() => faults({ ours: { ...award.ours, variant: 'no such' } })).toThrow('no variant or trap');
  });

  test('printed rounding: half up and cut off', () => {
    const margin = { person: 'ceo', value: 'step:Operating margin' };
    const printed = (published: string, mode: 'halfUp' | 'down') =>
      faults({ published, ours: margin, times: '100', round: { to: '0.01', mode } });
    expect(printed('123.38', 'halfUp')).toEqual([]);
    expect(printed('123.37', 'down')).toEqual([]);
    expect(printed('123.37', 'halfUp')).toHaveLength(1);
  });
});
