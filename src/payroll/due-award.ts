import type { Issue } from '../issue/issue.js';
import type { Award } from '../run/run.js';
import { noEmployer, wrongCode } from './pay-issues.js';
import type { PayMap } from './pay-map.js';
import type { PersonCell, ReadPerson } from './person-cells.js';

/** An award with the code it is paid under, and who is paid by whom. */
export interface DueAward {
  readonly award: Award;
  readonly payCode: string;
  readonly employeeId: string;
  readonly legalEmployer?: string;
}

/** Awards to be paid, and what keeps others from it. */
export interface Due {
  readonly due: readonly DueAward[];
  readonly issues: readonly Issue[];
}

/** Finds for each award the ids of payroll and its code. */
export function dueAwards(awards: readonly Award[], map: PayMap, read: ReadPerson): Due {
  const issues = new Map<string, Issue>();
  const due = awards.flatMap((award): DueAward[] => {
    const id = map.employeeId === undefined ? { text: award.person } : read(award, map.employeeId);
    const employer = employerOf(award, map, read);
    const code = codeFor(award, map, employer);
    const found = [id, employer, code].flatMap((one) => (one && 'issue' in one ? [one.issue] : []));
    // What is wrong with a plan is told once, not for everybody.
    for (const one of found) issues.set(JSON.stringify([one.code, one.path, one.at, one.message]), one);
    if (!('text' in id && 'text' in code) || (employer && 'issue' in employer)) return [];
    return [
      {
        award,
        payCode: code.text,
        employeeId: id.text,
        ...(employer && { legalEmployer: employer.text }),
      },
    ];
  });
  return { due, issues: [...issues.values()] };
}

function employerOf(award: Award, { legalEmployer }: PayMap, read: ReadPerson): PersonCell | undefined {
  return typeof legalEmployer === 'object'
    ? read(award, legalEmployer)
    : legalEmployer === undefined
      ? undefined
      : { text: legalEmployer };
}

/**
 * Words with single blanks between them, as elements and components of pay are called; nothing that parts cells, and
 * nothing a spreadsheet takes for the start of a formula.
 */
const CODE = /^(?=.{1,40}$)(?!-)[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)*$/u;

/** The pay code of a plan where it is one for all; nothing where it depends on the legal employer. */
export function planCode(plan: string, { codes }: Pick<PayMap, 'codes'>): string | undefined {
  if (typeof codes === 'string') return codes;
  const own = Object.hasOwn(codes, plan) ? codes[plan] : '';
  return typeof own === 'object' ? undefined : (own ?? '');
}

/** What is wrong with the codes of plans; those by legal employer are looked at with the people. */
export function planCodeIssues(plans: readonly { readonly plan: string }[], map: PayMap): Issue[] {
  const known = typeof map.codes === 'string' ? [] : Object.keys(map.codes);
  return plans.flatMap(({ plan }) => {
    const code = planCode(plan, map);
    return code === undefined || CODE.test(code) ? [] : [wrongCode(code, { plan, known })];
  });
}

function codeFor({ plan, ...award }: Award, map: PayMap, employer: PersonCell | undefined): PersonCell {
  const code = planCode(plan, map);
  // Told once for the plan.
  if (code !== undefined) return { text: code };
  if (employer === undefined) return { issue: noEmployer({ plan, ...award }) };
  if ('issue' in employer) return employer;
  const byEmployer = (map.codes as Readonly<Record<string, Readonly<Record<string, string>>>>)[plan] ?? {};
  const own = Object.hasOwn(byEmployer, employer.text) ? (byEmployer[employer.text] ?? '') : '';
  if (CODE.test(own)) return { text: own };
  return { issue: wrongCode(own, { plan, employer: employer.text, known: Object.keys(byEmployer) }) };
}
