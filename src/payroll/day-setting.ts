import { type Issue, issue, quote } from '../issue/issue.js';
import type { Layout, LayoutSetting } from './layout.js';
import { inMap } from './pay-issues.js';
import type { PayLine } from './pay-line.js';
import type { ReadSetting } from './settings.js';
import { dayWrittenAs } from './written-day.js';

/** What is wrong with a text that must be a day. */
export function dayFault(text: string, { day }: LayoutSetting) {
  if (day === undefined || dayWrittenAs(text, day.form) !== undefined) return undefined;
  return { message: `${quote(text)} is not a day`, expected: `a day that exists, as ${day.form}` };
}

/**
 * Days of settings that are before the day of a line they cannot precede, each told once.
 *
 * Issues:   payroll.setting.form
 */
export function earlyDays(
  { settings = {} }: Layout,
  read: ReadSetting,
  lines: readonly PayLine[],
): readonly Issue[] {
  const early = new Map<string, Issue>();
  for (const [name, { day }] of Object.entries(settings)) {
    if (day?.notBefore === undefined) continue;
    for (const line of lines) {
      const text = read(name, line) ?? '';
      const first = line[day.notBefore];
      const said = dayWrittenAs(text, day.form);
      if (said !== undefined && said < first)
        early.set(JSON.stringify([name, text, first]), tooEarly(name, text, first));
    }
  }
  return [...early.values()];
}

function tooEarly(name: string, text: string, first: string): Issue {
  return issue({
    code: 'payroll.setting.form',
    path: inMap('settings', name),
    message: `The setting ${quote(name)} cannot be as written: ${quote(text)} is before ${first}`,
    expected: `${first}, or a later day`,
    hint: 'Correct it in the pay map, or the day of payment',
  });
}
