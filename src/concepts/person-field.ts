import type { Path } from '../issue/issue.js';
import type { FieldDocument } from '../plan/document.js';
import type { FieldType, PersonNode } from '../plan/formula.js';
import {
  COUNT,
  combineUnits,
  MONEY,
  MONEY_PER_YEAR,
  POINTS,
  RATIO,
  type Unit,
  YEAR,
} from '../program/unit.js';
import { type Compiled, type Compiler, type Concept, compiled } from './concept.js';
import { checkColumn } from './reading.js';

const UNITS: Record<FieldType, Unit> = {
  ratio: RATIO,
  percent: RATIO,
  number: 'any',
  points: POINTS,
  count: COUNT,
  money: MONEY,
  'money per year': MONEY_PER_YEAR,
  'count per year': combineUnits(COUNT, YEAR, -1),
  category: 'category',
  yesNo: 'category',
};

/**
 * A field of the person in the assignment at hand: target percent, rating, individual factor.
 *
 * Units:    as the plan declares it under `fields`; money per year or per period is a rate until it is prorated, other
 *           money an amount of the person, such as wages paid, which is never prorated; so with counts; `salary` is the yearly salary
 * Issues:   people.field.missing, people.field.number, people.field.percent, plan.field.undeclared
 */
export const personField: Concept<PersonNode> = {
  role: 'person',
  compile(node, compiler) {
    if (node.as !== undefined) return fieldOf(node, node.as, compiler);
    if (node.person === 'salary') return compiler.compile({ salary: 'share' });
    reportStructure(node.person, compiler.at(node, 'person'), compiler);
    const declared = fieldIn(node.person, compiler);
    const isCounted = declared?.kind === 'money' || declared?.kind === 'count';
    if (isCounted && declared?.per === undefined) return amountOf(node, declared, compiler);
    const field = fieldOf({ ...title(declared), ...node }, typeOf(declared), compiler);
    return declared === undefined ? { ...field, undeclared: node } : field;
  },
  say: ({ operand }, { words, origin }) => origin(operand) ?? words.from.people,
};

/** Columns that say who and when are no fields. */
export function reportStructure(column: string, path: Path, compiler: Compiler): void {
  compiler.checked((check) => {
    checkColumn(check, column, path);
  });
}

function fieldIn(name: string, { document }: Compiler): FieldDocument | undefined {
  return Object.hasOwn(document.fields ?? {}, name) ? document.fields?.[name] : undefined;
}

function title(declared: FieldDocument | undefined): { readonly name?: string } {
  return declared?.title === undefined ? {} : { name: declared.title };
}

/** What a field's text is read as; one that is not declared can only be compared as text. */
function typeOf(declared: FieldDocument | undefined): FieldType {
  if (declared === undefined) return 'category';
  const { kind, per } = declared;
  if (kind !== 'money' && kind !== 'count') return kind;
  return per === 'year' ? `${kind} per year` : kind;
}

function fieldOf(node: PersonNode, type: FieldType, compiler: Compiler): Compiled {
  const unit = UNITS[type];
  const input = { from: 'person', field: node.person, type } as const;
  const operand = compiler.add({ op: 'input', input }, unit, 'segment');
  const rate = type === 'money' || type === 'count';
  return compiled('person', { name: node.person, ...node }, { operand, unit, scope: 'segment', rate });
}

/** An amount stands for the person as a whole: there is nothing in it to prorate. */
function amountOf(node: PersonNode, declared: FieldDocument, compiler: Compiler): Compiled {
  const type = declared.kind === 'money' ? 'money' : 'count';
  const unit = UNITS[type];
  const input = { from: 'amount', field: node.person, type } as const;
  const operand = compiler.add({ op: 'input', input }, unit, 'person');
  const named = { name: node.person, ...title(declared), ...node };
  return compiled('person', named, { operand, unit, scope: 'person', amount: true, counted: true });
}
