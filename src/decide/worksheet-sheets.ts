import { decisionColumns } from '../data/decisions.js';
import type { Sheet, SheetCell } from '../data/sheet.js';
import { minorDigits } from '../num/currency.js';
import type { DecisionBudget } from '../run/decider.js';
import type { Worksheet, WorksheetRow } from './worksheet.js';

const WIDTHS: Readonly<Record<string, number>> = { name: 24, plan: 18, reason: 40, currency: 9 };

/**
 * A worksheet as two sheets: the awards to decide on, as they are read back, and the budget. What is left of the budget
 * is a formula there, of the amounts as they are filled in: where none is, the formula of the plan stands.
 *
 * @example  await toXlsx(worksheetSheets(worksheet))
 */
export function worksheetSheets({ decider, run, budgets, rows }: Worksheet): readonly Sheet[] {
  const places = new Map(budgets.map((one, index) => [keyOf(one), index]));
  const columns = decisionColumns.map((name) => ({ name, width: WIDTHS[name] ?? 14 }));
  const body = rows.map((row) => {
    const place = places.get(keyOf(row));
    const budget = place === undefined ? undefined : budgets[place];
    return cellsOf(row, budget, {
      formula: `budget!${cell('left', (place ?? 0) + 2)}`,
      decimals: digitsOf(row),
    });
  });
  const head = { decider, asOf: run.asOf, count: rows.length };
  const own = budgets.map((one, index) => budgetCells(one, { ...head, row: index + 2 }));
  return [
    { name: 'decisions', columns, rows: body },
    { name: 'budget', columns: BUDGET_COLUMNS, rows: own },
  ];
}

/** The rows of a worksheet for a text file: without formulas, what is left of the budget is as it stands now. */
export function worksheetRows({ budgets, rows }: Worksheet): readonly (readonly SheetCell[])[] {
  const known = new Map(budgets.map((one) => [keyOf(one), one]));
  return rows.map((row) => {
    const budget = known.get(keyOf(row));
    return cellsOf(row, budget, amount(budget?.left, digitsOf(row)));
  });
}

function keyOf({ plan, currency }: Pick<DecisionBudget, 'plan' | 'currency'>): string {
  return `${plan} ${currency}`;
}

function digitsOf({ currency }: Pick<WorksheetRow, 'currency'>): number {
  return minorDigits(currency) ?? 2;
}

const text = (said: string | undefined): SheetCell => (said === undefined ? undefined : { text: said });
const amount = (money: string | undefined, decimals: number): SheetCell =>
  money === undefined ? undefined : { number: money, decimals };

/** What is not limited, or not controlled, is said. */
function cellsOf(row: WorksheetRow, budget: DecisionBudget | undefined, left: SheetCell): SheetCell[] {
  const money = (value: string | undefined) => amount(value, digitsOf(row));
  const isControlled = budget?.budget !== undefined;
  return [
    ...[text(row.id), text(row.name), text(row.plan), money(row.target)],
    ...[money(row.formula), text(row.currency), money(row.lowest), money(row.highest) ?? text('unlimited')],
    ...[money(row.amount), text(row.reason), text(row.by), text(row.on)],
    ...(isControlled ? [money(budget.budget), left] : [text('not controlled'), undefined]),
  ];
}

const BUDGET_NAMES = [
  ...(['decider', 'asOf', 'plan', 'version', 'currency', 'people'] as const),
  ...(['formula', 'budget', 'awards', 'left'] as const),
];
const BUDGET_COLUMNS = BUDGET_NAMES.map((name) => ({ name, width: name === 'plan' ? 18 : 14 }));

/** A cell of the sheet of budgets, as formulas name it. */
function cell(name: (typeof BUDGET_NAMES)[number], row: number): string {
  return `$${letter(BUDGET_NAMES.indexOf(name))}$${row}`;
}

/** The cells of a column of the awards, as formulas name them. */
function range(name: (typeof decisionColumns)[number], count: number): string {
  const column = letter(decisionColumns.indexOf(name));
  return `decisions!$${column}$2:$${column}$${count + 1}`;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function budgetCells(
  { plan, version, currency, people, formula, budget }: DecisionBudget,
  { row, count, decider, asOf }: { row: number; count: number; decider: string; asOf: string },
): SheetCell[] {
  const decimals = minorDigits(currency) ?? 2;
  const left = `${cell('budget', row)}-${cell('awards', row)}`;
  return [
    ...[text(decider), text(asOf), text(plan), text(version), text(currency)],
    ...[
      amount(String(people), 0),
      amount(formula, decimals),
      amount(budget, decimals) ?? text('not controlled'),
    ],
    { formula: awardsFormula(row, count), decimals },
    budget === undefined ? undefined : { formula: left, decimals },
  ];
}

/** The amounts that were filled in, and what the formula of the plan gives where none was, of a plan and a currency. */
function awardsFormula(row: number, count: number): string {
  const own = `(${range('plan', count)}=${cell('plan', row)})*(${range('currency', count)}=${cell('currency', row)})`;
  const amounts = range('amount', count);
  return `SUMPRODUCT(${own}*(${amounts}=""),${range('formula', count)})+SUMPRODUCT(${own},${amounts})`;
}
