import { describe, expect, test } from 'vitest';
import { controlsOf } from '../../src/accrual/controls.js';
import type { Accrual } from '../../src/accrual/index.js';
import { accrued, quarters } from './support.js';

const runs = quarters([45, 51]);
const sound = accrued(runs, { onCosts: [{ name: 'levy', rate: '10%' }] });

/** The controls that do not hold of what was given out, after somebody changed it. */
function broken(edit: (accrual: Writable) => void): string[] {
  const copy = JSON.parse(JSON.stringify(sound)) as Writable;
  edit(copy);
  const { closings, journal } = copy as unknown as Accrual;
  const failed = controlsOf({ closings, journal, runs }).filter(({ holds }) => !holds);
  return failed.map(({ control, closing, currency }) => `${control} ${closing} ${currency}`);
}

type Line = Record<string, string>;
interface Writable {
  closings: { lines: Line[]; totals: Line[] }[];
  journal: Line[];
}

describe('controls', () => {
  test('hold of what is given out', () => {
    expect(sound.controls.map(({ control, closing }) => `${control} ${closing}`)).toEqual([
      'estimate and run 2026-03-31',
      'lines and totals 2026-03-31',
      'expenses and liability 2026-03-31',
      'estimate and run 2026-06-30',
      'lines and totals 2026-06-30',
      'expenses and liability 2026-06-30',
      'debits and credits 2026-03-31',
      'debits and credits 2026-06-30',
    ]);
    expect(broken(() => undefined)).toEqual([]);
  });

  test('a cent more on a debit', () => {
    const edit = ({ journal }: Writable) => Object.assign(journal[0] ?? {}, { debit: '24657.54' });
    expect(sound.journal[0]?.debit).toBe('24657.53');
    expect(broken(edit)).toEqual(['debits and credits 2026-03-31 EUR']);
  });

  test('a journal line that is lost', () => {
    expect(broken(({ journal }) => void journal.pop())).toEqual(['debits and credits 2026-06-30 EUR']);
  });

  test('a line that is lost: nothing sums any more', () => {
    expect(broken(({ closings }) => void closings[1]?.lines.shift())).toEqual([
      'lines and totals 2026-06-30 EUR',
      'expenses and liability 2026-06-30 EUR',
    ]);
  });

  test('an expense that is not the change of the liability', () => {
    const edit = ({ closings }: Writable) => Object.assign(closings[0]?.lines[0] ?? {}, { expense: '0.00' });
    expect(broken(edit)).toEqual([
      'expenses and liability 2026-03-31 EUR',
      'expenses and liability 2026-06-30 EUR',
    ]);
  });

  test('an estimate that is not the total of the run, also where a currency is lost altogether', () => {
    const edit = ({ closings }: Writable) =>
      Object.assign(closings[0]?.totals[0] ?? {}, { estimate: '1.00' });
    expect(broken(edit)).toEqual(['estimate and run 2026-03-31 EUR']);
    const lose = ({ closings }: Writable) => Object.assign(closings[1] ?? {}, { lines: [], totals: [] });
    expect(broken(lose)).toEqual(['estimate and run 2026-06-30 EUR']);
  });
});
