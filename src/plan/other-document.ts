import { type Issue, issue } from '../issue/issue.js';

/** Documents beside the plan: faults of their form have codes of their own, which begin with the name of the schema. */
type OtherDocument = 'sources' | 'accrual';

/** A fault of form, which is told of a plan, told of another document. */
export function inWordsOf(kind: OtherDocument, { code, message, hint, ...one }: Issue): Issue {
  const isOfKey = code === 'plan.key.unknown' || code === 'plan.key.missing';
  const fault = code === 'plan.key.unknown' ? 'unknown' : 'missing';
  return issue({
    ...one,
    code: isOfKey ? `${kind}.key.${fault}` : `${kind}.value.form`,
    message: message.replace(/^The plan /, 'The document '),
    ...(hint !== undefined && { hint: hint.replace('schema plan', `schema ${kind}`) }),
  });
}
