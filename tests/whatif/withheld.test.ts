import { expect, test } from 'vitest';
import { seek, whatIf } from '../../src/whatif/index.js';
import { starter, starterActuals, twoPeople } from './support.js';

// Nobody in South has a score: e-3 is withheld, and all figures are those of e-1.
const withoutSouth = () => starter({ people: twoPeople, actuals: starterActuals.slice(0, 3) });
const unscored = {
  code: 'actuals.metric.missing',
  message: expect.stringContaining('recommendation'),
};

test('a scenario says how many people its totals are without, and why', () => {
  const [answer] = whatIf(withoutSouth(), {
    q: { actuals: { recommendation: { group: 'North', is: 60 } } },
  });
  expect(answer?.totals[0]?.now).toBe('9540.00');
  expect(answer?.withheld).toBe(1);
  expect(answer?.issues).toMatchObject([{ severity: 'error', ...unscored }]);
});

test('nobody is missing where nobody is withheld', () => {
  const [answer] = whatIf(starter(), { q: { actuals: { recommendation: 60 } } });
  expect(answer).not.toHaveProperty('withheld');
  expect(answer?.issues).toEqual([]);
});

// 126 million brings e-1 9,120, as README has it.
test('a total that is sought says whom it is without', () => {
  const found = seek(withoutSouth(), { input: { metric: 'revenue' }, wanted: { total: 9120 } });
  expect(found.solutions).toMatchObject([{ value: '126000000', figure: '9120.00' }]);
  expect(found.withheld).toBe(1);
  expect(found.issues).toMatchObject([unscored]);
  const own = seek(withoutSouth(), { input: { metric: 'revenue' }, wanted: { award: 9120, person: 'e-1' } });
  expect(own).not.toHaveProperty('withheld');
  expect(own.issues).toEqual([]);
});

test('where everybody is withheld nothing can be sought, and it is said why', () => {
  const prepared = starter({ people: twoPeople, actuals: starterActuals.slice(1) });
  const found = seek(prepared, { input: { column: 'salary' }, wanted: { total: 10000 } });
  expect(found.solutions).toEqual([]);
  expect(found).not.toHaveProperty('reachable');
  expect(found.withheld).toBe(2);
  expect(found.issues[0]).toMatchObject({
    code: 'whatif.seek.still',
    message: 'No award is known whatever "salary" is: 2 people are withheld',
  });
  expect(found.issues[1]?.message).toContain('revenue');
});
