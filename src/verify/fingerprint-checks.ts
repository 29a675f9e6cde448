import type { Plan } from '../concepts/parse-plan.js';
import { plainText } from '../issue/issue.js';
import { fingerprintOf } from '../retro/fingerprint.js';
import {
  type FingerprintedFile,
  type Fingerprints,
  fileFingerprint,
  fingerprintedFiles,
  type PlanFingerprint,
  planFingerprint,
  resultFingerprint,
} from '../retro/fingerprints.js';
import type { Data } from '../run/calculate.js';
import { onlyPeople } from '../run/only.js';
import type { Run } from '../run/run.js';
import type { LooseRun } from './loose-run.js';
import type { StoredInputs } from './stored-inputs.js';
import type { FingerprintCheck, GivenCheck } from './verification.js';

/** The fingerprints of a run as its data are now; absent where they are not there or are no such data any more. */
export interface FoundFingerprints {
  readonly plans: readonly (Pick<PlanFingerprint, 'plan' | 'version'> & {
    readonly fingerprint: string | undefined;
  })[];
  readonly files: Readonly<Partial<Record<FingerprintedFile, string>>>;
  readonly result: string | undefined;
}

/** Makes the fingerprints once more, each of what is left of its data. */
export function foundFingerprints(run: LooseRun, { documents = [], files }: StoredInputs): FoundFingerprints {
  return {
    plans: documents.map((document) => ({
      plan: plainText(document.plan),
      version: plainText(document.version),
      fingerprint: attempt(() => planFingerprint(document)),
    })),
    files: filesFound(files),
    // Lists of records are all that is read of it; a value of another kind than stored has another fingerprint.
    result: attempt(() =>
      resultFingerprint(
        run as unknown as Run,
        typeof run['release'] === 'string' ? run['release'] : undefined,
      ),
    ),
  };
}

function filesFound(files: Partial<Data>): FoundFingerprints['files'] {
  const found = fingerprintedFiles.flatMap((file) => {
    const fingerprint = attempt(() => ofFile(files, file));
    return fingerprint === undefined ? [] : [[file, fingerprint]];
  });
  return Object.fromEntries(found);
}

function ofFile(files: Partial<Data>, file: FingerprintedFile): string | undefined {
  const { people, actuals, leave, earnings, exceptions, decisions, rates } = files;
  if (file === 'people') return people && fileFingerprint.people(people);
  if (file === 'actuals') return actuals && fileFingerprint.actuals(actuals);
  if (file === 'leave') return leave && fileFingerprint.leave(leave);
  if (file === 'earnings') return earnings && fileFingerprint.earnings(earnings);
  if (file === 'exceptions') return exceptions && fileFingerprint.exceptions(exceptions);
  if (file === 'decisions') return decisions && fileFingerprint.decisions(decisions);
  return rates && fileFingerprint.rates(rates);
}

/** Data nested deeper than any run have no fingerprint, and fit none. */
function attempt(make: () => string | undefined): string | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Compares the fingerprints a run was stored with to those of its data as they are now. */
export function fingerprintChecks(stored: Fingerprints, found: FoundFingerprints): FingerprintCheck[] {
  const most = Math.max(stored.plans.length, found.plans.length);
  const plans = Array.from({ length: most }, (_, index): FingerprintCheck => {
    const [before, now] = [stored.plans[index], found.plans[index]];
    const isSamePlan = before?.plan === now?.plan && before?.version === now?.version;
    const check = compared('plan', before?.fingerprint, now?.fingerprint);
    return { ...check, plan: before?.plan ?? now?.plan ?? '', ...(!isSamePlan && { verdict: 'differs' }) };
  });
  const files = fingerprintedFiles
    .filter((file) => stored[file] !== undefined || found.files[file] !== undefined)
    .map((file) => compared(file, stored[file], found.files[file]));
  return [...plans, ...files, compared('result', stored.result, found.result)];
}

function compared(
  of: FingerprintCheck['of'],
  stored: string | undefined,
  found: string | undefined,
): FingerprintCheck {
  return {
    of,
    verdict: stored !== undefined && stored === found ? 'holds' : 'differs',
    ...(stored !== undefined && { stored }),
    ...(found !== undefined && { found }),
  };
}

/** The caller's own plan and files, to be compared with those of the run. */
export type GivenInputs = Partial<Data> & { readonly plans?: readonly Plan[] };

/** Compares inputs given beside with those of the run; of a run limited to some people only their rows count. */
export function givenChecks(
  { plans = [], ...files }: GivenInputs,
  run: LooseRun,
  found: FoundFingerprints,
  stored: Fingerprints | undefined,
): GivenCheck[] {
  const ofPlans = plans.map(({ id, document }): GivenCheck => {
    const index = found.plans.findIndex(({ plan }) => plan === id);
    const before = stored?.plans[index]?.fingerprint;
    return {
      ...givenCheck('plan', fingerprintOf(document), found.plans[index]?.fingerprint, before),
      plan: id,
    };
  });
  const own = run.only === undefined ? files : onlyGiven(files, run.only);
  const ofFiles = fingerprintedFiles.flatMap((file) => {
    const fingerprint = ofFile(own, file);
    return fingerprint === undefined
      ? []
      : [givenCheck(file, fingerprint, found.files[file], stored?.[file])];
  });
  return [...ofPlans, ...ofFiles];
}

function givenCheck(
  of: GivenCheck['of'],
  fingerprint: string,
  found: string | undefined,
  stored: string | undefined,
): GivenCheck {
  if (found === undefined && stored === undefined) return { of, verdict: 'notInRun', fingerprint };
  const verdict = fingerprint === found ? 'same' : fingerprint === stored ? 'asStored' : 'other';
  return { of, verdict, fingerprint };
}

const NO_PEOPLE = { people: [], issues: [], decimal: '.' } as const;
const NO_ACTUALS = { actuals: [], issues: [], decimal: '.' } as const;

/** Rows of some people, of whatever files are given. */
function onlyGiven(files: Partial<Data>, only: readonly string[]): Partial<Data> {
  const { people = NO_PEOPLE, actuals = NO_ACTUALS } = files;
  const limited = onlyPeople({ ...files, people, actuals }, only);
  return Object.fromEntries(Object.entries(limited).filter(([file]) => Object.hasOwn(files, file)));
}
