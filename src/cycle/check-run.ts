import { isRecord } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Misfit } from '../retro/form.js';
import { inputsForm } from '../retro/inputs-form.js';
import { runForm } from '../retro/run-form.js';
import { misfitsOf, own } from '../verify/loose-run.js';

/**
 * What keeps data from being a stored run, so that whatever is read of it afterwards is there.
 *
 * Issues:   cycle.run.form, cycle.run.differences
 */
export function runFaults(run: unknown): Issue[] {
  const ofRun = misfitsOf(run, runForm);
  const inputs = isRecord(run) ? own(run, 'inputs') : undefined;
  const misfits = ofRun.length > 0 ? ofRun : misfitsOf(inputs, inputsForm, ['inputs']);
  if (misfits.length > 0) return misfits.map(misfitIssue);
  const follows = isRecord(run) ? own(run, 'follows') : undefined;
  return follows === undefined ? [] : [differencesOnly()];
}

function misfitIssue({ path, value, expected }: Misfit): Issue {
  return issue({
    code: 'cycle.run.form',
    path,
    message:
      value === undefined
        ? `This is not a stored run: ${path.length === 0 ? 'there is none' : `it lacks ${quote(path.at(-1))}`}`
        : `This is not a run as it was stored: ${quote(value)} does not belong here`,
    expected,
    hint: 'Give the run.json that was written, unchanged',
  });
}

function differencesOnly(): Issue {
  return issue({
    code: 'cycle.run.differences',
    path: ['follows'],
    message: 'The awards of this run are differences, which its inputs alone do not give',
    expected: 'a run of whole awards',
    hint: 'Give the stored run the differences were made for',
  });
}
