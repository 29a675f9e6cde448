import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { isCurrency } from '../num/currency.js';
import { dayFault } from './day-setting.js';
import { letterOutside } from './encode.js';
import { isOn, type Layout, type LayoutSetting, type When } from './layout.js';
import { inMap } from './pay-issues.js';
import type { PayLine } from './pay-line.js';
import type { PayMap, SettingValue } from './pay-map.js';
import { textFault } from './text-rule.js';

/** The settings of a layout as the pay map gives them. */
export type GivenSettings = NonNullable<PayMap['settings']>;

/** Whose setting it is, where it differs by legal employer or pay code. */
export type SettingOf = Pick<PayLine, 'legalEmployer' | 'payCode'>;

/** What a setting says for a line; undefined where nothing does. */
export type ReadSetting = (name: string, line: SettingOf) => string | undefined;

/**
 * Whether the settings are those of the layout, each as it must be written.
 *
 * Issues:   payroll.setting.missing, payroll.setting.unknown, payroll.setting.form
 */
export function settingIssues({ title, settings = {} }: Layout, given: GivenSettings): Issue[] {
  const known = Object.keys(settings);
  const strange = Object.keys(given).filter((name) => !known.includes(name));
  return [
    ...strange.map((name) => unknownSetting(name, title, known)),
    ...Object.entries(settings).flatMap(([name, setting]) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) return valueIssues(name, setting, value);
      return isOn(setting.optional) || setting.default !== undefined ? [] : [missing(name, setting, title)];
    }),
  ];
}

/** Reads settings: as given, or the default of the layout. */
export function settingReader({ settings = {} }: Layout, given: GivenSettings): ReadSetting {
  return (name, line) => {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const value = Object.hasOwn(given, name) ? given[name] : setting?.default;
    if (typeof value !== 'object') return value;
    const key = setting?.by === 'payCode' ? line.payCode : (line.legalEmployer ?? '');
    return Object.hasOwn(value, key) ? value[key] : undefined;
  };
}

/** Settings that say nothing for some of the lines. */
export function settingGaps(layout: Layout, given: GivenSettings, lines: readonly PayLine[]): Issue[] {
  const read = settingReader(layout, given);
  const several = Object.entries(layout.settings ?? {}).filter(([name]) => typeof given[name] === 'object');
  const gaps = new Map<string, Issue>();
  for (const [name, { by }] of several)
    for (const line of lines) {
      if (read(name, line) !== undefined) continue;
      const key = by === 'payCode' ? line.payCode : (line.legalEmployer ?? '');
      gaps.set(JSON.stringify([name, key]), noValue(name, by, key));
    }
  return [...gaps.values()];
}

/** Whether something stands in the file at all. */
export function holds(when: When | undefined, read: ReadSetting, line: SettingOf): boolean {
  if (when === undefined) return true;
  const value = read(when.setting, line);
  return when.is === undefined ? value !== undefined : value === when.is;
}

function valueIssues(name: string, setting: LayoutSetting, value: SettingValue): Issue[] {
  if (typeof value === 'string') return textIssues(name, setting, value, []);
  if (setting.by === undefined)
    return [wrong([name], 'There is one value for each', 'one text: it is the same for everybody')];
  return Object.entries(value).flatMap(([key, text]) => textIssues(name, setting, text, [key]));
}

function textIssues(name: string, setting: LayoutSetting, text: string, key: readonly string[]): Issue[] {
  const { options } = setting;
  const path = [name, ...key];
  if (options && !options.includes(text))
    return [wrong(path, `${quote(text)} is not one of them`, `one of ${options.join(', ')}`)];
  if (text.trim() !== text || text === '')
    return [wrong(path, `${quote(text)} begins or ends blank, or is blank`, setting.description)];
  if (name === 'currency' && !isCurrency(text))
    return [wrong(path, `${quote(text)} is not a currency`, 'a code of ISO 4217, such as EUR')];
  if (letterOutside(text, 'utf-8') !== undefined)
    return [wrong(path, `${quote(text)} has half a letter`, 'whole letters')];
  const fault = textFault(text, { maxLength: 200, ...setting }) ?? dayFault(text, setting);
  return fault ? [wrong(path, fault.message, fault.expected)] : [];
}

function wrong(path: readonly string[], message: string, expected: string): Issue {
  return issue({
    code: 'payroll.setting.form',
    path: inMap('settings', ...path),
    message: `The setting ${quote(path[0])} cannot be as written: ${message}`,
    expected,
    hint: 'Correct it in the pay map',
  });
}

function missing(name: string, { description, options }: LayoutSetting, title: string): Issue {
  return issue({
    code: 'payroll.setting.missing',
    path: inMap('settings', name),
    message: `${title} needs the setting ${quote(name)}`,
    expected: options ? `one of ${options.join(', ')}. ${description}` : description,
    hint: 'Add it under settings of the pay map; it is not guessed',
  });
}

function noValue(name: string, by: LayoutSetting['by'], key: string): Issue {
  const whose = by === 'payCode' ? 'the pay code' : 'the legal employer';
  return issue({
    code: 'payroll.setting.missing',
    path: inMap('settings', name, key),
    message:
      key === ''
        ? `The setting ${quote(name)} depends on the legal employer, and lines have none`
        : `The setting ${quote(name)} says nothing for ${whose} ${quote(key)}`,
    expected: 'a value for each',
    hint: key === '' ? 'Add legalEmployer to the pay map' : 'Add it under settings of the pay map',
  });
}

function unknownSetting(name: string, title: string, known: readonly string[]): Issue {
  const near = nearest(name, known);
  return issue({
    code: 'payroll.setting.unknown',
    path: inMap('settings', name),
    message: `${title} has no setting ${quote(name)}`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no settings',
    hint: near ? `Did you mean ${quote(near)}?` : 'Remove it; unknown settings are never ignored',
  });
}
