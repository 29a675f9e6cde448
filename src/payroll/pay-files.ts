import { groupBy } from '../data/group.js';
import { hasErrors, type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Run } from '../run/run.js';
import { beforeConversion, checkFile, checkLines, totalOf } from './check-files.js';
import { givenLineIssues } from './check-given-lines.js';
import { earlyDays } from './day-setting.js';
import { type FilePart, fileNameOf, fileParts, replacedRows, sharedRows } from './file-parts.js';
import type { Layout } from './layout.js';
import { layoutIssues } from './parse-layout.js';
import { inMap } from './pay-issues.js';
import { type ControlTotal, isZero, type PayLine } from './pay-line.js';
import { controlsOf, type MappedPayOptions, type PayableRun, payLines } from './pay-lines.js';
import { sameNumbers } from './same-numbers.js';
import {
  type GivenSettings,
  type ReadSetting,
  settingGaps,
  settingIssues,
  settingReader,
} from './settings.js';
import { writeFile } from './write-file.js';

/** How a run is paid, and through which system. */
export interface PayFilesOptions extends MappedPayOptions {
  readonly layout: Layout;
  /** Pay a draft, too: it may change after it was paid. */
  readonly drafts?: boolean;
}

/** A file for payroll: exactly these bytes. */
export interface PayFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly currency: string;
  readonly rows: number;
  /** The sum of its amounts, as read again from its bytes. */
  readonly amount: string;
}

/** Files, the lines in them and their control totals; or why there are none. */
export interface PayFiles {
  readonly files: readonly PayFile[];
  readonly lines: readonly PayLine[];
  /** What the lines come to, in the currency they are paid in. */
  readonly controls: readonly ControlTotal[];
  /** What they come to in the currencies of the plans: the totals of the run's awards. */
  readonly ofRun: readonly ControlTotal[];
  readonly issues: readonly Issue[];
}

/**
 * The files a payroll system imports to pay a run. Each is read again from its bytes, and its total must be that of the
 * run's awards. With an error anywhere there are no files at all. The same run, map and day give the same bytes.
 *
 * Rounds:   never; amounts that the map converts once, as it says
 * Issues:   payroll.*, rates.rate.missing
 * @example  payFiles(run, { layout, map, payDate: '2027-02-26' }).files[0]?.name // 'pay-EUR.csv'
 */
export function payFiles(run: PayableRun, options: PayFilesOptions): PayFiles {
  const { layout, map, drafts = false } = options;
  const { lines, controls, issues: ofLines } = payLines(run, options);
  const before = [...(run.status === 'draft' && !drafts ? [draft()] : []), ...withheld(run), ...ofLines];
  const made = hasErrors(ofLines)
    ? { files: [], issues: settingIssues(layout, map.settings ?? {}) }
    : renderPay(lines, layout, map.settings);
  const checked = hasErrors(ofLines) ? [] : checkLines(run, lines);
  const none = lines.length === 0 && !hasErrors([...before, ...made.issues]) ? [nobody()] : [];
  const issues = [...before, ...made.issues, ...checked, ...none];
  return hasErrors(issues)
    ? { files: [], lines: [], controls: [], ofRun: [], issues }
    : { files: made.files, lines, controls, ofRun: controlsOf(lines.map(beforeConversion)), issues };
}

/**
 * Pay lines as the files of a layout.
 *
 * Issues:   payroll.layout.form, payroll.setting.*, payroll.cell.*, payroll.code.unknown, payroll.line.*, payroll.currency.mixed,
 *           payroll.file.same, payroll.control.failed
 * @example  renderPay(lines, layout, { companyCode: 'AB', batchId: 'Q4', currency: 'USD' }).files[0]?.name // 'PRAB_EPI.csv'
 */
export function renderPay(
  lines: readonly PayLine[],
  layout: Layout,
  settings: GivenSettings = {},
): Pick<PayFiles, 'files' | 'issues'> {
  const unsound = givenLineIssues(lines);
  if (unsound.length > 0) return { files: [], issues: unsound };
  const found = [
    ...layoutIssues(layout),
    ...settingIssues(layout, settings),
    ...settingGaps(layout, settings, lines),
    ...earlyDays(layout, settingReader(layout, settings), lines),
    ...lineIssues(lines, layout, settings),
  ];
  if (hasErrors(found)) return { files: [], issues: found };
  const read = settingReader(layout, settings);
  const parts = fileParts(lines, layout, read);
  const replaced = [
    ...replacedRows(parts, layout, read),
    ...sharedRows(parts),
    ...sameNumbers(parts, layout),
  ];
  const made = parts.flatMap((part) => layout.files.map((file) => filed(file, part, { read, layout })));
  const issues = [
    ...replaced,
    ...sameNames(made.map(({ file }) => file)),
    ...made.flatMap((one) => one.issues),
  ];
  return hasErrors(issues) ? { files: [], issues } : { files: made.map(({ file }) => file), issues };
}

function filed(
  file: Layout['files'][number],
  part: FilePart,
  { read, layout: { sequence = '' } }: { readonly read: ReadSetting; readonly layout: Layout },
): { readonly file: PayFile; readonly issues: readonly Issue[] } {
  const { name, issues: ofName } = fileNameOf(file, part, read);
  const written = writeFile(file, part, { name, read, sequence });
  const found = [...ofName, ...written.issues];
  // A file with faults is not written, and its cells need not be read again.
  const issues = hasErrors(found) ? found : checkFile(written, part);
  const { content } = written;
  return {
    file: { name, content, currency: part.currency, rows: part.rows.length, amount: totalOf(part) },
    issues,
  };
}

/** What is wrong with lines for this layout, before they are written. */
function lineIssues(lines: readonly PayLine[], layout: Layout, settings: GivenSettings): Issue[] {
  const { title, codes, zeros, negatives } = layout;
  const again = [...groupBy(lines, ({ lineId }) => lineId).values()].filter(({ length }) => length > 1);
  const strange = new Set(
    lines.map(({ payCode }) => payCode).filter((code) => codes && !codes.includes(code)),
  );
  return [
    ...again.map(([line]) => sameLine(line as PayLine)),
    ...[...strange].map((code) => unknownCode(code, title, codes ?? [])),
    ...lines.filter(({ amount }) => zeros && isZero(amount)).map((line) => refusedLine(line, title, 'zero')),
    ...lines
      .filter(({ amount }) => negatives && amount.startsWith('-'))
      .map((line) => refusedLine(line, title, 'negative')),
    ...otherCurrencies(lines, layout, settings),
  ];
}

/** A file that does not say its currency is read in that of the payroll. */
function otherCurrencies(lines: readonly PayLine[], { title }: Layout, { currency }: GivenSettings): Issue[] {
  if (typeof currency !== 'string') return [];
  const others = groupBy(
    lines.filter((line) => line.currency !== currency),
    (line) => line.currency,
  );
  return [...others].map(([other, own]) =>
    issue({
      code: 'payroll.currency.mixed',
      path: inMap('settings', 'currency'),
      message: `${own.length} of the lines are in ${other}, such as that of ${quote(own[0]?.employeeId)}, and ${title} would pay them as ${currency}`,
      expected: `lines in ${currency} only`,
      hint: `Convert in the pay map (convert: { to: ${currency}, rounding: halfUp }), or pay the others through another layout`,
    }),
  );
}

function sameNames(files: readonly PayFile[]): Issue[] {
  const byName = [...groupBy(files, ({ name }) => name.toLowerCase())].filter(([, own]) => own.length > 1);
  return byName.map(([, own]) => {
    const currencies = [...new Set(own.map(({ currency }) => currency))];
    const isMixed = currencies.length > 1;
    return issue({
      code: isMixed ? 'payroll.currency.mixed' : 'payroll.file.same',
      path: ['files', own[0]?.name ?? ''],
      message: isMixed
        ? `Lines in ${currencies.join(' and ')} would go into ${quote(own[0]?.name)}, which takes one currency`
        : `${own.length} files would be called ${quote(own[0]?.name)}`,
      expected: isMixed ? 'lines in one currency' : 'a name of its own for each file',
      hint: isMixed
        ? 'Convert in the pay map'
        : 'Let the name of the file say what differs, such as the legal employer',
    });
  });
}

function sameLine({ lineId, employeeId }: PayLine): Issue {
  return issue({
    code: 'payroll.line.twice',
    path: ['lines', lineId],
    message: `Two lines of ${quote(employeeId)} have the line id ${quote(lineId)}`,
    expected: 'a line id of its own for each line',
    hint: 'Give each line once',
  });
}

function unknownCode(code: string, title: string, codes: readonly string[]): Issue {
  const near = nearest(code, codes);
  return issue({
    code: 'payroll.code.unknown',
    path: inMap('codes'),
    message: `${title} has no pay code ${quote(code)}`,
    expected: `one of ${codes.join(', ')}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Correct the codes of the pay map',
  });
}

function refusedLine(
  { employeeId, amount, currency }: PayLine,
  title: string,
  what: 'zero' | 'negative',
): Issue {
  return issue({
    code: `payroll.line.${what}`,
    message: `The line of ${quote(employeeId)} is ${amount} ${currency}, and ${title} takes none that is ${what}`,
    expected: what === 'zero' ? 'amounts other than zero' : 'amounts of zero or more',
    hint: what === 'zero' ? 'Remove zeros: keep from the pay map' : 'Recover what is owed in another way',
  });
}

function draft(): Issue {
  return issue({
    code: 'payroll.run.draft',
    path: ['status'],
    message: 'The run is a draft: nothing keeps it from being calculated otherwise after it was paid',
    expected: 'a final run',
    hint: 'Calculate it with --final, or pay the draft all the same: --draft, or { drafts: true }',
  });
}

/** People who are withheld are in no file; nobody is left out without a word. */
function withheld({ awards }: Run): Issue[] {
  const open = awards.filter(({ status }) => status === 'withheld');
  if (open.length === 0) return [];
  return [
    issue({
      code: 'payroll.award.withheld',
      message: `${open.length} award${open.length === 1 ? ' is' : 's are'} withheld and not paid, such as that of ${quote(open[0]?.person)} in ${quote(open[0]?.plan)}`,
      expected: 'nobody withheld',
      hint: 'Correct their data and pay the differences later, or calculate once more before paying',
    }),
  ];
}

function nobody(): Issue {
  return issue({
    code: 'payroll.lines.none',
    message: 'Nobody is paid anything, so there is no file',
    expected: 'an award or difference that is not zero',
    hint: 'Check that this is the run that was meant',
  });
}
