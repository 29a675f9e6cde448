import type { FieldDocument, MetricKindName } from '../../../src/index.js';

/** The units of numbers in random formulas; a rate is money per year. */
export type Unit = 'ratio' | 'money' | 'rate' | 'points' | 'count';

/** A metric of random plans. */
export interface Measure {
  readonly name: string;
  readonly kind: MetricKindName;
  readonly unit: Unit;
  readonly level: 'company' | 'team' | 'person';
  readonly each?: 'quarter';
  /** Named targets instead of one. */
  readonly named?: true;
  readonly lower?: true;
  readonly marks: readonly string[];
}

const SHARES = ['0%', '50%', '75%', '80%', '90%', '95%', '100%'];
const SCORES = ['-20', '0', '10', '20', '25', '30', '45', '60'];
const AMOUNTS = ['0', '100', '200', '250', '400', '500', '1000', '333.33'];
const NUMBERS = ['0', '1', '2', '3', '4', '6'];

/** Metrics of every unit and level, with and without parts. */
export const measures: readonly Measure[] = [
  { name: 'revenue', kind: 'money', unit: 'money', level: 'company', marks: AMOUNTS },
  {
    name: 'sales',
    kind: 'money',
    unit: 'money',
    level: 'team',
    each: 'quarter',
    named: true,
    marks: AMOUNTS,
  },
  { name: 'nps', kind: 'nps', unit: 'points', level: 'team', marks: SCORES },
  { name: 'retention', kind: 'retention', unit: 'ratio', level: 'company', each: 'quarter', marks: SHARES },
  { name: 'churn', kind: 'churn', unit: 'ratio', level: 'team', lower: true, marks: SHARES },
  { name: 'calls', kind: 'count', unit: 'count', level: 'person', each: 'quarter', marks: NUMBERS },
  { name: 'csat', kind: 'csat', unit: 'ratio', level: 'person', marks: SHARES },
  {
    name: 'board',
    kind: 'payout',
    unit: 'ratio',
    level: 'company',
    marks: ['0%', '50%', '100%', '120%', '4/3'],
  },
];

/** Columns of people that random plans declare. */
export const fields: Readonly<Record<string, FieldDocument>> = {
  allowance: { kind: 'money', per: 'year' },
  pot: { kind: 'money', per: 'period' },
  wages: { kind: 'money' },
  factor: { kind: 'ratio' },
  score: { kind: 'points' },
  visits: { kind: 'count', per: 'period' },
  items: { kind: 'count' },
  ready: { kind: 'yesNo' },
  grade: { kind: 'category' },
  mainShare: { kind: 'ratio' },
  otherShare: { kind: 'ratio' },
};

/** What columns hold: few values, so that people are equal now and then. */
export const cells: Readonly<Record<string, readonly string[]>> = {
  salary: ['1000', '1200', '2400', '3650', '4380.50', '0'],
  allowance: ['0', '100', '365', '1200'],
  pot: ['0', '100', '250', '365'],
  wages: ['0', '100', '250.55', '1000'],
  factor: ['0%', '50%', '100%', '120%', '1/3', '-10%'],
  score: ['-5', '0', '10', '20', '30'],
  visits: ['0', '1', '2', '3', '6'],
  items: ['0', '1', '2', '3', '6'],
  ready: ['true', 'false'],
  grade: ['A', 'B', 'C'],
  mainShare: ['60%', '60%', '60%', '50%'],
  otherShare: ['40%'],
  targetPercent: ['0%', '10%', '1/7', '25%'],
  targetAmount: ['0', '1000', '333.33'],
  role: ['ceo', 'agent', 'agent', 'lead'],
  team: ['North', 'South', 'West'],
};

/** Numbers that stand in formulas: they meet what is measured. */
export const marks: Readonly<Record<Unit, readonly string[]>> = {
  ratio: [
    '0%',
    '50%',
    '75%',
    '80%',
    '90%',
    '100%',
    '120%',
    '150%',
    '200%',
    '1/3',
    '2/3',
    '-10%',
    '5%',
    '12.5%',
  ],
  money: ['0', '1', '50', '100', '250', '333.33', '500', '1000', '-100', '12.3456'],
  rate: ['0', '100', '365', '1000', '1200', '2400', '3650'],
  points: ['-20', '-5', '0', '5', '10', '20', '30', '45', '60', '2.5'],
  count: ['0', '1', '2', '3', '4', '6', '1.5'],
};
