import type { Issue } from '../issue/issue.js';
import type { PayRun } from '../payroll/index.js';
import type { Correction, StoredRun } from '../retro/index.js';
import type { Run } from '../run/run.js';

/** What a calculation came to. */
export interface Result {
  readonly run: Run;
  /** The run with its inputs; absent where nothing was calculated. */
  readonly stored?: StoredRun;
  /** The differences, where final runs are followed. */
  readonly correction?: Correction;
  readonly pay?: PayRun;
  readonly previous?: Run;
  readonly issues: readonly Issue[];
}
