import { formatIssue, printable } from '../issue/issue.js';
import { groupThousands } from '../words/grouped.js';
import type {
  Check,
  Difference,
  FieldDifference,
  FingerprintCheck,
  Verification,
  VerifiedRun,
} from './verification.js';
import { type Phrases, phrases, type VerificationLanguage } from './words.js';

/** More than this nobody reads; the JSON has all. */
const MOST = 100;

/**
 * A verification as text: whether the result holds, what was looked at and what could not be, and everything that
 * differs. Findings (issues) stay English, as everywhere.
 *
 * @example  verificationText(verify(run), 'fr') // 'Le résultat conservé est confirmé.\n…'
 */
export function verificationText(verification: Verification, language: VerificationLanguage = 'en'): string {
  const words = phrases[language];
  const { run, holds, differences, issues, release } = verification;
  const head = run === undefined ? words.noRun : holds ? words.holds : words.holdsNot;
  const print =
    run?.fingerprint === undefined ? [] : [`${words.fingerprint}${words.colon} ${run.fingerprint}`];
  return [
    head,
    ...(run ? [runText(run, release, words)] : []),
    ...verification.checks.flatMap((check) => checkLines(check, verification, words)),
    ...listed(words.differences(differences.length), differences, words, (one) => differenceText(one, words)),
    ...listed(words.issues(issues.length), issues, words, formatIssue),
    ...print,
  ]
    .map(printable)
    .join('\n');
}

function runText({ status, asOf, awards, only, release }: VerifiedRun, own: string, words: Phrases): string {
  const limited = only === undefined ? '' : `, ${words.only(only)}`;
  return `${words.run(status, asOf, awards)}${limited}${words.semicolon} ${words.made(release, own)}`;
}

/** What was looked at, with the fingerprints and given inputs that are worth a line. */
function checkLines(check: Check, { fingerprints, given }: Verification, words: Phrases): string[] {
  const line = `- ${words.checks[check.of]}${words.colon} ${verdictText(check, words)}`;
  if (check.of === 'fingerprints')
    return [
      line,
      ...fingerprints
        .filter(({ verdict }) => verdict === 'differs')
        .map((one) => inputLine(one, whyNot(one, words), words)),
    ];
  if (check.of === 'given')
    return [line, ...given.map((one) => inputLine(one, words.given[one.verdict], words))];
  return [line];
}

function verdictText({ verdict, compared, note }: Check, words: Phrases): string {
  const said =
    verdict === 'notVerified'
      ? words.notVerified
      : verdict === 'holds'
        ? compared === 0
          ? words.nothing
          : words.checked(compared)
        : words.differs(compared);
  return note === undefined ? said : `${said} (${words.notes[note]})`;
}

function inputLine(
  { of, plan }: Pick<FingerprintCheck, 'of' | 'plan'>,
  said: string,
  words: Phrases,
): string {
  return `  - ${words.inputs[of]}${plan === undefined ? '' : ` ${plan}`}${words.colon} ${said}`;
}

function whyNot({ stored, found }: FingerprintCheck, words: Phrases): string {
  if (stored === undefined) return words.notFingerprinted;
  return found === undefined ? words.noSuchData : words.changedSince;
}

function listed<T>(title: string, list: readonly T[], words: Phrases, text: (one: T) => string): string[] {
  if (list.length === 0) return [];
  const rest = list.length > MOST ? [`  ${words.more(list.length - MOST)}`] : [];
  return [`${title}${words.colon}`, ...list.slice(0, MOST).map((one) => `  - ${text(one)}`), ...rest];
}

function differenceText(difference: Difference, words: Phrases): string {
  const { of, kind, plan, person, currency, fields } = difference;
  const where =
    person === undefined ? (plan ?? words.everybody) : words.within(person, plan ?? words.everybody);
  const what = `${words.of[of]} ${[where, currency].filter(Boolean).join(' ')}`;
  const said =
    kind === 'changed' ? fields.map((one) => fieldText(one, words)).join(`${words.semicolon} `) : words[kind];
  return `${what}${words.colon} ${said}`;
}

const AMOUNTS: readonly string[] = ['amount', 'target', 'safe', 'atRisk'];

function fieldText({ field, stored, derived }: FieldDifference, words: Phrases): string {
  const name = Object.hasOwn(words.fields, field) ? (words.fields[field] as string) : field;
  const show = (value: string | undefined) => value && valueText(field, value, words);
  return words.field(name, show(stored), show(derived));
}

function valueText(field: string, value: string, words: Phrases): string {
  if (field === 'status')
    return Object.hasOwn(words.statuses, value) ? (words.statuses[value] as string) : value;
  if (!AMOUNTS.includes(field) || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const [whole = '', decimals] = groupThousands(value).split('.');
  const grouped = whole.replaceAll(',', words.thousands);
  return decimals === undefined ? grouped : `${grouped}${words.point}${decimals}`;
}
