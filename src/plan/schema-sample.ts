import * as z from 'zod/mini';
import { field, literal, name, strict } from './fields.js';
import { tooFewPolicies } from './sample-rules.js';
import { rule } from './schema-amounts.js';
import { source } from './schema-shared.js';

const level = z.union([name, z.enum(['company'])]);

const bound = strict({
  bound: field(
    literal,
    'Confidence of the interval, two-sided: 80%, 90%, 95%, 98%, 99% or 99.9%. Wilson for shares, adjusted Wald for nps.',
    '90%',
  ),
  round: field(rule, 'How the bound is rounded: it has no last decimal.', { to: '0.1', mode: 'halfUp' }),
});

const credibility = strict({
  toward: field(
    z.union([level, strict({ value: field(literal, 'A value, the same for everybody.', '92%') })]),
    'What small samples are drawn toward: a wider level, or a value.',
    'company',
  ),
  strength: z.optional(
    field(
      literal,
      'Responses that weigh as much as the wider score: weight = n ÷ (n + strength). K of Bühlmann, a + b of a beta, strength of a Dirichlet prior.',
      30,
    ),
  ),
  fullAt: z.optional(
    field(
      literal,
      'Responses from which a score stands alone (limited fluctuation): weight = √(n ÷ fullAt). Instead of strength; needs round.',
      1083,
    ),
  ),
  round: z.optional(
    field(rule, 'How the blended score is rounded; without it never.', { to: '0.1', mode: 'halfUp' }),
  ),
});

const flags = strict({
  responseRate: z.optional(field(literal, 'Fewest responses for each invited.', '20%')),
  tens: z.optional(
    field(literal, 'Greatest change of the share of tens since the period before; nps only.', '10%'),
  ),
  change: z.optional(
    field(
      literal,
      'Greatest change of the score since the period before, where that rests on enough, too.',
      15,
    ),
  ),
  then: z.optional(
    field(
      z.enum(['tooFew']),
      'What is flagged counts as too few responses. Without it flags are reported and change no pay.',
      'tooFew',
    ),
  ),
});

/** What a score must rest on before pay hangs on it. */
export const sample = strict({
  atLeast: z.optional(
    field(literal, 'Fewest responses (answers or customers) of a score that counts as it is.', 30),
  ),
  tooFew: z.optional(
    field(
      z.union([z.enum(tooFewPolicies), strict({ use: field(level, 'The wider level.', 'company') })]),
      'What becomes of a score from fewer: spread (its weight goes to the other goals), payTarget, payZero, { use: a wider level }, or blend (by credibility).',
      { use: 'company' },
    ),
  ),
  notMeasured: z.optional(
    field(
      z.enum(['tooFew']),
      'A group without any row counts as one with too few responses; without this it is withheld.',
      'tooFew',
    ),
  ),
  pays: z.optional(
    field(
      z.union([z.enum(['measured', 'blended']), bound]),
      'What pays: the score as measured (default), blended by credibility, or the end of its confidence interval that pays less.',
      { bound: '90%', round: { to: '0.1', mode: 'halfUp' } },
    ),
  ),
  credibility: z.optional(
    field(credibility, 'How much weight a score gets by its number of responses.', {
      toward: 'company',
      strength: 30,
    }),
  ),
  deadBand: z.optional(field(literal, 'A score so near to target counts as target.', 2)),
  changeAtMost: z.optional(
    field(
      literal,
      'How far a score may move from that of the period before (a row with period previous); beyond, it counts as moved so far.',
      10,
    ),
  ),
  flags: z.optional(
    field(flags, 'What is worth a look before a score pays.', { responseRate: '20%', tens: '10%' }),
  ),
  shownFrom: z.optional(field(literal, 'Fewest responses of a group whose score may be shown.', 8)),
  source: z.optional(source),
});
