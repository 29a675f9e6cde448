import { payLineColumns } from './pay-line.js';

/** What a column of a pay file can hold of a pay line; `sequence` numbers rows that payroll would take for one. */
export const lineFields = [
  ...payLineColumns,
  'legalEmployer',
  'costCentre',
  'offCycleReason',
  'note',
  'originalAmount',
  'originalCurrency',
  'rate',
  'sequence',
  'flags',
] as const;
export type LineField = (typeof lineFields)[number];

/** How days are written. */
export const dateForms = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'DDMMYYYY',
  'MM/DD/YYYY',
] as const;
export type DateForm = (typeof dateForms)[number];

/** The letters a text may have; without it every letter of the encoding but control characters. */
export const letterKinds = ['digits', 'letters', 'lettersAndDigits', 'withoutBlanks'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const payEncodings = ['utf-8', 'windows-1252', 'ascii'] as const;
export type PayEncoding = (typeof payEncodings)[number];

/** A word of the layout, or the setting that says it. */
export type OrSetting<Word extends string> = Word | { readonly setting: string };

/** Only where a setting is given, or is this. */
export interface When {
  readonly setting: string;
  readonly is?: string;
}

/** What a text may be: refused otherwise, never cut, padded only where the layout says so. */
export interface TextRule {
  readonly letters?: LetterKind;
  readonly minLength?: number | string;
  readonly maxLength?: number | string;
}

/** A column: one of field, flag, constant, setting or repeat says what stands in it. */
export interface LayoutColumn extends TextRule {
  readonly title: string;
  readonly field?: LineField;
  /** A flag of the pay map. */
  readonly flag?: string;
  readonly constant?: string;
  readonly setting?: string;
  /** As many blank columns as a setting names, separated by commas; their titles are those names. */
  readonly repeat?: string;
  /** Text put behind the field, such as what tells the id of a value from that of its entry. */
  readonly suffix?: string;
  /** Amounts: only of lines with this pay code. */
  readonly code?: string;
  /** Amounts: exactly so many decimals; those of the currency unless written. */
  readonly decimals?: number | string;
  /** Amounts and days, where they differ from those of the file. */
  readonly decimal?: '.' | ',';
  readonly dates?: DateForm;
  /** Days: the first day of its month. */
  readonly firstOfMonth?: boolean | 'true' | 'false';
  readonly padStart?: { readonly to: number | string; readonly with: string };
  readonly required?: boolean | 'true' | 'false';
  readonly when?: When;
  /** Blank where a setting says one of these. */
  readonly blankWhen?: { readonly setting: string; readonly is: readonly string[] };
}

/** A line of text that stands before the rows: `{name}` is a setting. */
export type LayoutLine = string | { readonly text: string; readonly when: When };

/** A block of rows. */
export interface LayoutSection {
  readonly before?: readonly LayoutLine[];
  /** Whether a line with the titles of the columns stands above the rows. */
  readonly header: boolean | 'true' | 'false';
  readonly columns: readonly LayoutColumn[];
}

/** A file: its name, its bytes, its blocks. */
export interface LayoutFile {
  /** `{currency}` and `{name}` of a setting stand in it; `{name:_3}` is filled up with _ to three letters. */
  readonly name: string;
  readonly form?: 'delimited' | 'ndjson';
  readonly delimiter?: ',' | ';' | '|' | '\t';
  /** Never: a text with a delimiter or a quote is refused. */
  readonly quotes?: 'minimal' | 'always' | 'never';
  /** Signs that mean something to the reader of the file and cannot stand in a text. */
  readonly forbidden?: string;
  readonly encoding: PayEncoding;
  readonly bom?: boolean | 'true' | 'false';
  readonly lineEnd: 'crlf' | 'lf';
  readonly decimal?: OrSetting<'.' | ','>;
  readonly dates?: OrSetting<DateForm>;
  readonly sections: readonly LayoutSection[];
}

/** Something only the payroll's own installation knows. It must be given, unless it is optional or has a default. */
export interface LayoutSetting extends TextRule {
  readonly description: string;
  readonly options?: readonly string[];
  readonly default?: string;
  readonly optional?: boolean | 'true' | 'false';
  /** A day in this form, and not before this day of a line. */
  readonly day?: { readonly form: DateForm; readonly notBefore?: 'payDate' | 'periodStart' | 'periodEnd' };
  /** May differ by legal employer, each with files of its own, or by pay code. */
  readonly by?: 'legalEmployer' | 'payCode';
}

/** How a payroll system reads pay: columns, bytes and rules, as data. */
export interface Layout {
  readonly $schema?: string;
  readonly layout: string;
  readonly title: string;
  readonly settings?: Readonly<Record<string, LayoutSetting>>;
  /** The pay codes there are, where the system has a closed list of them. */
  readonly codes?: readonly string[];
  /** Lines that agree in these fields are one row, with the sum of their amounts; without it each line is a row. */
  readonly row?: readonly LineField[];
  /** Rows of all files that agree in these fields would replace each other; a sequence number tells them apart. */
  readonly unique?: readonly LineField[];
  /** The setting with the number of the first of such rows. */
  readonly sequence?: string;
  /** A file for each of these, beside one for each currency. */
  readonly perFile?: readonly ('legalEmployer' | 'costCentre' | 'payCode')[];
  /** Ids of employees are read as numbers: 0010 and 10 are one person. */
  readonly numericIds?: boolean | 'true' | 'false';
  readonly zeros?: 'refused';
  readonly negatives?: 'refused';
  readonly files: readonly LayoutFile[];
}

/** Whether a switch of a layout is on; YAML readers give true as text. */
export function isOn(flag: boolean | 'true' | 'false' | undefined): boolean {
  return flag === true || flag === 'true';
}
