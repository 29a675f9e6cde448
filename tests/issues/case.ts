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
  /** What the hint must say, where the case is about the hint. */
  readonly hint?: string;
  /** Who is not paid because of it. */
  readonly withheld?: readonly string[];
  /** Nobody is paid: the fault is everybody's. */
  readonly nobody?: true;
}
