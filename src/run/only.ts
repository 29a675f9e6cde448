import type { PersonRecord } from '../data/records.js';
import type { Issue } from '../issue/issue.js';
import type { Data } from './calculate.js';

/** The data of some people; what is wrong with others is of no concern then. */
export function onlyPeople(data: Data, only: readonly string[]): Data {
  const wanted = new Set(only);
  const others = data.people.people.filter(({ id }) => !wanted.has(id));
  const theirs = new Set(others.flatMap(({ faults, warnings }) => [...faults, ...warnings]));
  const people = {
    ...data.people,
    people: data.people.people.filter(({ id }) => wanted.has(id)),
    issues: data.people.issues.filter((one) => !theirs.has(one)),
  };
  const { leave, earnings, exceptions, decisions, rates } = data;
  const own = <R extends PersonRecord>(records: readonly R[]) =>
    records.filter(({ person }) => wanted.has(person));
  const about = (issues: readonly Issue[], records: readonly PersonRecord[]) => {
    const others = new Set(
      records.filter(({ person }) => !wanted.has(person)).flatMap(({ faults }) => faults),
    );
    return issues.filter((one) => !others.has(one));
  };
  return {
    people,
    actuals: data.actuals,
    ...(leave && { leave: { leaves: own(leave.leaves), issues: about(leave.issues, leave.leaves) } }),
    ...(earnings && {
      earnings: {
        ...earnings,
        earnings: own(earnings.earnings),
        issues: about(earnings.issues, earnings.earnings),
      },
    }),
    ...(exceptions && {
      exceptions: {
        ...exceptions,
        exceptions: own(exceptions.exceptions),
        issues: about(exceptions.issues, exceptions.exceptions),
      },
    }),
    ...(decisions && {
      decisions: {
        decisions: own(decisions.decisions),
        issues: about(decisions.issues, decisions.decisions),
      },
    }),
    ...(rates && { rates }),
  };
}
