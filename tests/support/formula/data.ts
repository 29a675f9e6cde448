import type { PlanDocument } from '../../../src/index.js';
import type { Writing } from '../base.js';
import { countDays, shift } from '../calendar.js';
import { type Chance, chosen } from './chance.js';
import { partsNamed } from './parts.js';
import { planBy } from './plans.js';
import { cells, type Measure, measures } from './vocabulary.js';
import type { FormulaWorld } from './world.js';

/** Random plans of formulas with people and actuals that fit them. */
export const formulaWorlds = chosen(worldBy);

export function worldBy(chance: Chance): FormulaWorld {
  const document = planBy(chance);
  const people = chance.list(1, 4, (index) => personBy(chance, document, `e-${index + 1}`));
  return { document, people, actuals: actualsBy(chance, document, people) };
}

/** Somebody with one to three assignments, hired or leaving within the period or not. */
function personBy(chance: Chance, document: PlanDocument, id: string): Writing {
  const { start, end } = document.period;
  const length = countDays(start, end);
  const offsets = chance.list(0, chance.once(2) ? 2 : 0, () => chance.below(length + 20) - 10);
  const starts = [...new Set(offsets)].toSorted((a, b) => a - b);
  const gap = chance.once(5) ? 9 : 0;
  const hired = chance.once(3) ? chance.below(length + 30) - 30 : undefined;
  const stays = chance.once(4) ? chance.below(length) : undefined;
  const assignments = [0, ...starts].map((offset, index) => {
    const next = starts[index];
    return {
      ...fieldsBy(chance),
      from: index === 0 ? '1990-01-01' : shift(start, offset),
      ...(next !== undefined && { to: shift(start, next - 1 - gap) }),
    };
  });
  const kept = assignments.filter(({ from, to }) => to === undefined || from <= to);
  return {
    id,
    ...(hired !== undefined && { hired: shift(start, hired) }),
    ...(stays !== undefined && { left: shift(start, (hired ?? 0) + stays) }),
    assignments: kept,
  };
}

/** One value of each column, now and then one that is blank. */
function fieldsBy(chance: Chance): Writing {
  const grouped = ['team', 'grade', 'role'];
  const filled = Object.entries(cells).map(([name, values]) => {
    const blank = !grouped.includes(name) && chance.once(400);
    return [name, blank ? '' : chance.pick(values)];
  });
  return { ...Object.fromEntries(filled), currency: 'USD' };
}

/** Rows of every metric that the plan has, for every part it may read; now and then one is missing. */
function actualsBy(chance: Chance, document: PlanDocument, people: readonly Writing[]): Writing[] {
  const used = measures.filter(({ name }) => Object.hasOwn(document.metrics, name));
  return used.flatMap((one) =>
    groupsOf(one, people).flatMap((group) =>
      periodsOf(document, one)
        .filter(() => !chance.once(150))
        .map((period) => rowBy(chance, document, one, group, period)),
    ),
  );
}

function groupsOf({ level }: Measure, people: readonly Writing[]): (string | undefined)[] {
  if (level === 'person') return people.map((row) => String(row['id']));
  return level === 'company' ? [undefined] : [undefined, ...(cells['team'] ?? [])];
}

/** The whole, the parts, and what came before. */
function periodsOf(document: PlanDocument, { each }: Measure): (string | undefined)[] {
  const text = JSON.stringify(document);
  const kinds = (['month', 'quarter', 'half', 'part'] as const).filter(
    (kind) => kind === each || (each === undefined && (kind === 'part' || text.includes(`"each":"${kind}"`))),
  );
  const parts = kinds.flatMap((kind) => partsNamed(document, kind).map(({ name }) => name));
  const before = text.includes('"since"')
    ? ['previous', 'previous-2', 'previous-3', 'lastYear', ...parts.map((part) => `lastYear-${part}`)]
    : [];
  return [...(each === undefined ? [undefined] : []), ...parts, ...before];
}

function rowBy(
  chance: Chance,
  { metrics }: PlanDocument,
  one: Measure,
  group: string | undefined,
  period: string | undefined,
): Writing {
  const { target: planned, targets: named } = metrics[one.name] ?? {};
  const open = planned === undefined && named === undefined && one.kind !== 'payout';
  const targets = one.marks.filter((mark) => /^[1-9]/.test(mark));
  const target = () => (chance.once(60) ? '0' : chance.pick(targets));
  return {
    metric: one.name,
    ...(group !== undefined && { group }),
    ...(period !== undefined && { period }),
    value: chance.pick(one.marks),
    ...(open && !one.named && { target: target() }),
    ...(open && one.named && { 'target.board': target(), 'target.plan': target() }),
    status: 'final',
  };
}
