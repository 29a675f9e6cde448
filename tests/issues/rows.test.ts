import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/data/changes.js';
import { parseDecisions } from '../../src/data/decisions.js';
import { parseEarnings } from '../../src/data/earnings.js';
import { parseExceptions } from '../../src/data/exceptions.js';
import { parseLeave } from '../../src/data/leave.js';
import { type PersonRecord, unknownIds } from '../../src/data/records.js';
import type { TableInput } from '../../src/data/table.js';
import type { Issue } from '../../src/issue/issue.js';
import { basePeople, peopleOf } from '../support/base.js';
import { expectHelpful, expectIssue, expectNamed } from '../support/expect-issue.js';
import type { RowsCase } from './case.js';
import { rowsCases } from './cases.js';

interface Found {
  readonly issues: readonly Issue[];
  readonly withheld: readonly string[];
}

const found = (records: readonly PersonRecord[], issues: readonly Issue[]): Found => ({
  issues: [...issues, ...unknownIds(records, peopleOf(basePeople()))],
  withheld: records.filter(({ faults }) => faults.length > 0).map(({ person }) => person),
});

function read({ file, rows, decimal = '.', people }: RowsCase): Found {
  const input = rows as TableInput;
  if (file === 'leave') {
    const { leaves, issues } = parseLeave(input);
    return found(leaves, issues);
  }
  if (file === 'earnings') {
    const { earnings, issues } = parseEarnings(input, { decimal });
    return found(earnings, issues);
  }
  if (file === 'exceptions') {
    const { exceptions, issues } = parseExceptions(input, { decimal });
    return found(exceptions, issues);
  }
  if (file === 'decisions') {
    const { decisions, issues } = parseDecisions(input, { decimal });
    return found(decisions, issues);
  }
  const changed = applyChanges(peopleOf(people ?? basePeople()), input);
  const withheld = changed.people.filter(({ faults }) => faults.length > 0).map(({ id }) => id);
  return { issues: changed.issues, withheld };
}

describe('a fault of a row is named, and costs nobody else the award', () => {
  test.each(rowsCases.map((one) => [`${one.file}: ${one.code}: ${one.when}`, one] as const))(
    '%s',
    (_title, one) => {
      const { issues, withheld } = read(one);
      const issue = expectIssue(issues, one.code, one.where);
      expectNamed(issue, one.says);
      if (one.hint) expect(issue.hint).toContain(one.hint);
      for (const each of issues) expectHelpful(each);
      expect(withheld).toEqual(one.withheld ?? []);
    },
  );
});
