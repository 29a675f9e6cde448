import * as z from 'zod/mini';
import { field, literal, name, text } from './fields.js';
import { counts, peerFolds, tieRules } from './formula.js';
import { direction, formula, valueNode } from './schema-node.js';

const among = field(
  z.union([name, z.enum(['company'])]),
  'Column of people that groups peers, or company. A person counts in the group of their last day that counts.',
  'grade',
);
const missing = z.optional(
  field(
    z.enum(['leaveOut']),
    'Leave out whose value cannot be had. Without it one such person makes the result faulty for all who need it.',
    'leaveOut',
  ),
);
/** Nodes that read other people. */
export const peerNodes = {
  result: valueNode({
    result: field(name, 'Name of a formula under terms.', 'ownGoals'),
    of: field(z.record(name, text), 'Fields that only one person has.', { role: 'ceo' }),
  }).check(
    z.meta({
      description: "Another person's named term, by the days that count for that person.",
      examples: [{ result: 'ownGoals', of: { role: 'ceo' } }],
    }),
  ),
  total: valueNode({
    total: field(
      name,
      'awards: those before the gate that reads it, rounded; or a field, such as salary or wages: rates are prorated.',
      'wages',
    ),
    missing,
  }).check(z.meta({ description: 'A sum over everybody eligible.', examples: [{ total: 'wages' }] })),
  peers: valueNode({
    peers: field(z.enum(peerFolds), 'What is made of their values.', 'mean'),
    of: field(formula, 'What is read of each of them.', { metric: 'nps' }),
    among,
    missing,
  }).check(
    z.meta({
      description: 'One number over the eligible people of a group.',
      examples: [{ peers: 'mean', of: { metric: 'csat' }, among: 'team' }],
    }),
  ),
  meanOfTop: valueNode({
    meanOfTop: field(literal, 'The best part of the peers.', '60%'),
    of: field(formula, 'What is read of each of them.', { metric: 'nps' }),
    among,
    count: field(z.enum(counts), 'How the number of people that counts is rounded.', 'up'),
    direction,
    missing,
  }).check(
    z.meta({
      description: 'The mean of the best part of the eligible people of a group.',
      examples: [{ meanOfTop: '60%', of: { metric: 'nps' }, among: 'grade', count: 'up' }],
    }),
  ),
  rank: valueNode({
    rank: field(formula, 'What is read of each of them.', { metric: 'nps' }),
    among,
    ties: field(
      z.enum(tieRules),
      'Which place people with one value share: the best, the mean or the worst of theirs.',
      'best',
    ),
    direction,
    missing,
  }).check(
    z.meta({
      description: 'The place among the eligible people of a group; 1 is best.',
      examples: [{ rank: { metric: 'nps' }, among: 'team', ties: 'best' }],
    }),
  ),
};
