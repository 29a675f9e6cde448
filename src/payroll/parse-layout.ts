import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { readOtherDocument } from '../plan/other-document.js';
import type { Parsed } from '../plan/read-plan.js';
import { SLOT, SLOT_FIELDS } from './file-parts.js';
import { dateForms, isOn, type Layout, type LayoutColumn, type LayoutFile } from './layout.js';
import { kindOfColumn } from './pay-cell.js';
import { payLayoutSchema } from './schema-pay-layout.js';
import { textFault } from './text-rule.js';

/**
 * Reads unknown data as a layout of a payroll system: the same type that the layouts known by name have. All issues
 * are collected, each with its path.
 *
 * Issues:   payroll.key.unknown, payroll.key.missing, payroll.value.form, payroll.layout.form
 * @example  parsePayLayout({ layout: 'ours', title: 'Ours', files: [] }).ok // false
 */
export function parsePayLayout(data: unknown): Parsed<'layout', Layout> {
  const told = { stage: 'payroll', name: 'layout', schema: 'pay-layout' } as const;
  const read = readOtherDocument(data, payLayoutSchema, told);
  if (!read.ok) return read;
  const layout = read.document as Layout;
  const issues = layoutIssues(layout);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, layout, issues: [] };
}

/**
 * Where a layout contradicts itself.
 *
 * Issues:   payroll.layout.form
 */
export function layoutIssues(layout: Layout): Issue[] {
  return [
    ...settingUses(layout).flatMap((use) => useIssues(use, layout)),
    ...SLOT_FIELDS.filter((name) => name !== 'currency' && Object.hasOwn(layout.settings ?? {}, name)).map(
      (name) =>
        contrary(
          ['settings', name],
          `A setting cannot be called ${quote(name)}: that is a field of the line`,
          'another name',
          'Rename it',
        ),
    ),
    ...optionIssues(layout),
    ...layout.files.flatMap((file, index) => fileIssues(file, ['files', index])),
  ];
}

/** A setting that is named, where, and whether it must say the same for all rows of a file. */
type Use = readonly [name: string, path: Path, isOfFile: boolean];

/** Every setting that is named somewhere, with the place. */
function settingUses({ sequence, files }: Layout): Use[] {
  return [
    ...(sequence === undefined ? [] : [[sequence, ['sequence'], true] as const]),
    ...files.flatMap((file, index) => usesOfFile(file, ['files', index])),
  ];
}

function usesOfFile(file: LayoutFile, path: Path): Use[] {
  const slots = (text: string, at: Path): Use[] =>
    [...text.matchAll(SLOT)]
      .map(([, name = '']) => name)
      .filter((name) => !SLOT_FIELDS.includes(name))
      .map((name) => [name, at, true]);
  const words = (['decimal', 'dates'] as const).flatMap((key): Use[] => {
    const said = file[key];
    return typeof said === 'object' ? [[said.setting, [...path, key], true]] : [];
  });
  return [
    ...slots(file.name, [...path, 'name']),
    ...words,
    ...file.sections.flatMap(({ before = [], columns }, index) => [
      ...before.flatMap((line, place): Use[] => {
        const at = [...path, 'sections', index, 'before', place];
        return typeof line === 'string'
          ? slots(line, at)
          : [...slots(line.text, at), [line.when.setting, at, true]];
      }),
      ...columns.flatMap((column, place) =>
        usesOfColumn(column, [...path, 'sections', index, 'columns', place]),
      ),
    ]),
  ];
}

function usesOfColumn({ setting, repeat, when, blankWhen }: LayoutColumn, path: Path): Use[] {
  const ofRow = [setting, blankWhen?.setting].filter((name) => name !== undefined);
  const ofFile = [repeat, when?.setting].filter((name) => name !== undefined);
  return [...ofRow.map((name): Use => [name, path, false]), ...ofFile.map((name): Use => [name, path, true])];
}

function useIssues([name, path, isOfFile]: Use, { settings = {} }: Layout): Issue[] {
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (setting?.by === 'payCode' && isOfFile)
    return [
      contrary(
        path,
        `The setting ${quote(name)} may differ by pay code, and rows of a file have several`,
        'a setting that is the same for all rows',
        'Remove by: payCode',
      ),
    ];
  if (setting) return [];
  const near = nearest(name, Object.keys(settings));
  const hint = near ? `Did you mean ${quote(near)}?` : 'Add it under settings, with a description';
  return [
    contrary(
      path,
      `The layout names the setting ${quote(name)} and does not have it`,
      'a setting of the layout',
      hint,
    ),
  ];
}

/** A setting that says a decimal sign or the form of days must name what it can be. */
function optionIssues({ settings = {}, files }: Layout): Issue[] {
  const allowed = { decimal: ['.', ','], dates: dateForms } as const;
  return files.flatMap((file, index) =>
    (['decimal', 'dates'] as const).flatMap((key) => {
      const said = file[key];
      const options = typeof said === 'object' ? settings[said.setting]?.options : [];
      const known: readonly string[] = allowed[key];
      if (options?.every((one) => known.includes(one))) return [];
      return [
        contrary(
          ['files', index, key],
          'The setting may be something else than what belongs here',
          `options of ${known.join(' ')}`,
          'Give the setting such options',
        ),
      ];
    }),
  );
}

function fileIssues(file: LayoutFile, path: Path): Issue[] {
  const columns = file.sections.flatMap(({ columns }, section) =>
    columns.map((column, index) => ({ column, at: [...path, 'sections', section, 'columns', index] })),
  );
  const unopened = file.sections.flatMap(({ header, before = [] }, index) =>
    index > 0 && !isOn(header) && !before.some((line) => typeof line === 'string') ? [index] : [],
  );
  const titles = columns.map(({ column }) => column.title);
  const isTwice = file.form === 'ndjson' && new Set(titles).size < titles.length;
  const marked = isOn(file.bom) && file.encoding !== 'utf-8';
  const parting =
    file.quotes === 'never' ? titles.filter((title) => title.includes(file.delimiter ?? ',')) : [];
  return [
    ...(isTwice
      ? [
          contrary(
            path,
            'Two columns have one title, and an object has each once',
            'titles of their own',
            'Rename one',
          ),
        ]
      : []),
    ...(marked
      ? [contrary([...path, 'bom'], 'Only UTF-8 has a byte order mark', 'encoding: utf-8', 'Remove bom')]
      : []),
    ...parting.map((title) =>
      contrary(
        path,
        `The title ${quote(title)} has the delimiter in it, and there are no quotes`,
        'a title without it',
        'Rename it',
      ),
    ),
    ...columns.flatMap(({ column, at }) => columnIssues(column, at)),
    ...unopened.map((index) =>
      contrary(
        [...path, 'sections', index],
        'Nothing tells the second block from the first',
        'a header, or a line before it',
        'Add one',
      ),
    ),
    ...(columns.some(({ column }) => column.field === 'amount')
      ? []
      : [contrary(path, 'The file has no column with the amount', 'a column with field: amount', 'Add it')]),
  ];
}

function columnIssues({ title, constant, ...column }: LayoutColumn, path: Path): Issue[] {
  const { field, flag, setting, repeat } = column;
  const said = [field, flag, constant, setting, repeat].filter((one) => one !== undefined);
  const faults = [title, constant ?? '']
    .map((text) => textFault(text, {}))
    .filter((one) => one !== undefined);
  const one = 'one of field, flag, constant, setting and repeat';
  return [
    ...(said.length === 1
      ? []
      : [contrary(path, `The column says ${said.length} things`, one, 'Keep one of them')]),
    ...(column.code !== undefined && field !== 'amount'
      ? [
          contrary(
            [...path, 'code'],
            'Only amounts have a pay code of their own',
            'field: amount',
            'Remove code',
          ),
        ]
      : []),
    ...(kindOfColumn(column) === 'amount' &&
    (column.suffix !== undefined || (column.padStart?.with ?? '0') !== '0')
      ? [
          contrary(
            path,
            'An amount with other signs around it is no number',
            'no suffix, and padStart with 0',
            'Remove it',
          ),
        ]
      : []),
    ...faults.map(({ message, expected }) => contrary(path, message, expected, 'Correct the text')),
  ];
}

function contrary(path: Path, message: string, expected: string, hint: string): Issue {
  return issue({ code: 'payroll.layout.form', path, message, expected, hint });
}
