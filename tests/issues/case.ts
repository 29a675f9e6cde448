import type { IssueCode } from '../../src/index.js';
import type { Setting } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';

/** One input as a person would write it, and the issue it must bring. */
export interface IssueCase extends Setting {
  readonly code: IssueCode;
  /** What was written. */
  readonly when: string;
  readonly where: Where;
  /** What the message must name. */
  readonly says: string;
  /** The other thing the message must name, where two do not fit together. */
  readonly besides?: string;
  /** What the hint must say, where the case is about the hint. */
  readonly hint?: string;
  /** Who is not paid because of it. */
  readonly withheld?: readonly string[];
  /** Nobody is paid: the fault is everybody's. */
  readonly nobody?: true;
}

/** Rows of a file beside people and actuals, and the issue they must bring. */
export interface RowsCase {
  readonly code: IssueCode;
  readonly file: 'leave' | 'earnings' | 'exceptions' | 'decisions' | 'changes';
  readonly when: string;
  readonly rows: unknown;
  readonly decimal?: '.' | ',';
  /** The people that changes are merged onto; Ann and Ben of the base where not given. */
  readonly people?: unknown;
  readonly where: Where;
  readonly says: string;
  readonly hint?: string;
  /** Whose records have faults, or who is withheld after changes; nobody where not given. */
  readonly withheld?: readonly string[];
}

/** A fault of a plan: the code, what was written, the plan, where it is told and what the message names. */
export const planFault = (
  code: IssueCode,
  when: string,
  document: unknown,
  where: Where,
  says: string,
  more: Partial<IssueCase> = {},
): IssueCase => ({ code, when, document, where, says, ...more });
