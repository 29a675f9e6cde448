import type { WhatIfAnswers } from './what-if.js';

/** A line of an answer as a file shows it; every question fills its own columns. */
export interface WhatIfRow {
  readonly question: string;
  readonly plan?: string;
  readonly currency?: string;
  readonly person?: string;
  readonly fate?: string;
  readonly before?: string | undefined;
  readonly now?: string | undefined;
  readonly difference?: string | undefined;
  readonly line?: string;
  readonly note?: string;
}

/** An answer as lines: people with the lines that moved, cells, inputs, or solutions. */
export function whatIfRows({ scenarios = [], sweep, tornado = [], seek }: WhatIfAnswers): WhatIfRow[] {
  return [
    ...scenarios.flatMap(({ scenario, people }) =>
      people.flatMap(
        ({ person, plan, currency = '', fate, before, now, difference, reasons, lines }): WhatIfRow[] => {
          const own = { question: scenario, person, plan, currency, fate };
          const note = reasons.join('; ');
          return [
            { ...own, before, now, difference, note },
            ...lines.map((one) => ({
              ...own,
              line: one.name,
              before: one.before,
              now: one.now,
              difference: one.difference,
            })),
          ];
        },
      ),
    ),
    ...(sweep?.cells ?? []).flatMap(({ values, totals, awards = [], issues }): WhatIfRow[] => {
      const question = (sweep?.inputs ?? []).map((input, index) => `${input} = ${values[index]}`).join(', ');
      const rows = totals.map(({ plan, currency, amount }) => ({ question, plan, currency, now: amount }));
      const own = awards.map(({ plan, currency = '', amount, status }) => ({
        question,
        plan,
        currency,
        now: amount,
        note: `award: ${status}`,
      }));
      return issues.length > 0
        ? [{ question, note: issues.map(({ message }) => message).join('; ') }]
        : [...rows, ...own];
    }),
    ...tornado.flatMap(({ input, totals, ...step }) =>
      totals.flatMap(({ plan, currency, now, ...side }): WhatIfRow[] =>
        (['down', 'up'] as const).map((way) => ({
          question: `${input} ${step[way]}`,
          plan,
          currency,
          before: now,
          now: side[way],
          difference: side[`${way}By`],
        })),
      ),
    ),
    ...(seek?.solutions ?? []).map(
      (one): WhatIfRow => ({
        question: `${seek?.wanted}, by ${seek?.input}`,
        fate: one.kind,
        now: one.figure,
        note: one.kind === 'interval' ? `${one.from} to ${one.to}` : one.value,
      }),
    ),
  ];
}
