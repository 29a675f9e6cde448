import type { PlanDocument } from '../../../src/index.js';
import type { Formula } from '../../../src/plan/formula.js';
import type { Writing } from '../base.js';

/** What `prorated` makes of a value: an amount of the year, an amount of the period, or neither. */
export type Rate = 'year' | 'period' | 'none';

/** The node as it is written: one naming key, its other keys are options. */
export function asNode(formula: Formula): Writing {
  return typeof formula === 'object' ? (formula as unknown as Writing) : {};
}

/** The formulas whose unit a value has. */
function heirs(node: Writing): readonly unknown[] {
  const lists = ['sum', 'product', 'difference', 'highest', 'lowest', 'mean'].flatMap(
    (key) => (node[key] ?? []) as unknown[],
  );
  const single = ['limit', 'floor', 'cap', 'round', 'give', 'value', 'then', 'otherwise'];
  const own = single.flatMap((key) => (node[key] === undefined ? [] : [node[key]]));
  const curve = node['curve'] as { points: unknown[][]; shape?: string; of: unknown } | undefined;
  const points = curve?.points.map(([, y]) => y) ?? [];
  const table = node['table'] as { values: Record<string, unknown>; otherwise?: unknown } | undefined;
  const matrix = node['matrix'] as { values: unknown[][] } | undefined;
  const weighted = (node['weighted'] ?? []) as { payout: unknown }[];
  return [
    ...lists,
    ...own,
    ...points,
    ...(curve?.shape === 'slices' ? [curve.of] : []),
    ...Object.values(table?.values ?? {}),
    ...(table?.otherwise === undefined ? [] : [table.otherwise]),
    ...(matrix?.values.flat() ?? []),
    ...weighted.map(({ payout }) => payout),
  ];
}

/** Whether a value is money of a year or of the period, which days have a share in. */
export function rateOf(document: PlanDocument, formula: Formula): Rate {
  const node = asNode(formula);
  if (node['person'] !== undefined) return rateOfField(document, String(node['person']));
  if (node['term'] === 'target') return rateOfTarget(document);
  if (node['term'] !== undefined) return rateOf(document, document.terms?.[String(node['term'])] as Formula);
  const [over, under] = (node['quotient'] ?? []) as Formula[];
  if (over !== undefined && under !== undefined) {
    // Money by money is no longer money, and a year by a year is no longer of the year.
    const [above, below] = [rateOf(document, over), rateOf(document, under)];
    return above === 'year' && below === 'none' ? 'year' : 'none';
  }
  // Limits that are shares of target say nothing of the unit of what they limit.
  const { floor, cap, ...unlimited } = node;
  const parts = heirs(node['of'] === 'target' ? unlimited : { ...unlimited, floor, cap });
  const rates = parts.map((part) => rateOf(document, part as Formula));
  return rates.find((rate) => rate === 'year') ?? rates.find((rate) => rate === 'period') ?? 'none';
}

function rateOfField({ fields = {} }: PlanDocument, name: string): Rate {
  if (name === 'salary') return 'year';
  return (Object.hasOwn(fields, name) ? fields[name]?.per : undefined) ?? 'none';
}

function rateOfTarget({ target }: PlanDocument): Rate {
  return target && 'of' in target && target.of === 'salary' ? 'year' : 'period';
}

/** Whether a field is an amount, which no days have a share in. */
export function isAmount({ fields = {} }: PlanDocument, name: string): boolean {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return (field?.kind === 'money' || field?.kind === 'count') && field.per === undefined;
}

/** Whether a value is made of amounts or is prorated already: then it is one of the person, not of stretches. */
export function isOfPerson(document: PlanDocument, formula: Formula): boolean {
  if (typeof formula !== 'object') return false;
  const node = asNode(formula);
  if (node['prorated'] !== undefined) return true;
  if (typeof node['person'] === 'string') return isAmount(document, node['person']);
  if (node['term'] === 'target') return false;
  if (typeof node['term'] === 'string')
    return isOfPerson(document, document.terms?.[node['term']] as Formula);
  const quotient = (node['quotient'] ?? []) as unknown[];
  return [...heirs(node), ...quotient].some((part) => isOfPerson(document, part as Formula));
}
