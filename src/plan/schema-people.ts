import * as z from 'zod/mini';
import { day, field, identity, literal, name, pair, strict, wholeNumber } from './fields.js';
import { prorationNames, treatmentWords } from './people-rules.js';
import { personField, source, within } from './schema-shared.js';

const word = z.string().check(z.minLength(1), z.maxLength(100));
const words = z.union([word, z.array(word).check(z.minLength(1), z.maxLength(1000))]);

const populationRule = strict({
  person: field(name, 'A column of the people file.', 'country'),
  atLeast: z.optional(field(literal, 'Holds at this value or above.', '50%')),
  moreThan: z.optional(field(literal, 'Holds above this value.', '0')),
  atMost: z.optional(field(literal, 'Holds at this value or below.', '100%')),
  lessThan: z.optional(field(literal, 'Holds below this value.', '100%')),
  within: z.optional(within),
  is: z.optional(field(words, 'Holds for this text, or one of these.', ['FR', 'BE'])),
  isNot: z.optional(field(words, 'Holds for other texts than these.', 'Temp')),
});

/** Who takes part. */
export const eligibility = strict({
  source: z.optional(source),
  employedAt: z.optional(
    field(
      z.enum(['periodEnd', 'paymentDate']),
      'Only people still employed on the last day of the period, or on the payment date.',
      'periodEnd',
    ),
  ),
  hiredBy: z.optional(field(day, 'Only people hired on this day or before.', '2026-09-30')),
  minimumService: z.optional(
    field(
      strict({
        days: z.optional(field(wholeNumber, 'Days of service needed.', 90)),
        months: z.optional(field(wholeNumber, 'Months of service needed.', 3)),
      }),
      'Service needed from hire to the end of the period or leaving, both days counted.',
      { days: 90 },
    ),
  ),
  where: z.optional(
    field(
      z.array(populationRule).check(z.minLength(1), z.maxLength(50)),
      'Population: days in an assignment count only where all of these hold.',
      [{ person: 'country', is: 'FR' }],
    ),
  ),
  notWith: z.optional(
    field(
      z.array(identity).check(z.minLength(1), z.maxLength(50)),
      'Plans that may not pay the same days: who would be in both is withheld.',
      ['other-plan'],
    ),
  ),
});

/** How part of the period counts. */
export const prorate = field(
  z.union([
    z.enum(prorationNames),
    strict({
      wholeMonths: field(
        strict({
          startBy: field(
            wholeNumber,
            'Who begins on this day of a month or before has the whole month, who begins later none of it.',
            15,
          ),
          endFrom: field(
            wholeNumber,
            'Who ends on this day of a month or after has the whole month, who ends before none of it.',
            16,
          ),
        }),
        'Whole months only; a change within is snapped as a beginning.',
        { startBy: 15, endFrom: 16 },
      ),
    }),
    strict({
      workingDays: field(
        z.union([name, personField]),
        'Working days of a calendar, or of the one that a column of people names.',
        'standard',
      ),
    }),
    strict({
      table: field(
        z.array(pair).check(z.minLength(1), z.maxLength(400)),
        'Eligible days and the share of the period they count for, in ascending order: the row reached counts, below the first nothing.',
        [
          [90, '50%'],
          [180, '100%'],
        ],
      ),
    }),
  ]),
  'How part of the period counts: calendarDays (both ends counted), act/act, 30/360, calendarMonths (each a twelfth, part of one by its days), wholeMonths, workingDays, a table of days, or none (the whole for everyone eligible).',
  'calendarDays',
);

/** Working calendars by name. */
export const calendars = field(
  z.record(
    name,
    strict({
      week: field(
        z.array(literal).check(z.minLength(7), z.maxLength(7)),
        'Weights of the days from Monday to Sunday.',
        [1, 1, 1, 1, 1, 0, 0],
      ),
      days: z.optional(
        field(z.record(day, literal), 'Single days that weigh otherwise.', {
          '2026-12-24': '0.5',
          '2026-12-25': 0,
        }),
      ),
    }),
  ),
  'Working calendars, for prorate: { workingDays }.',
  { standard: { week: [1, 1, 1, 1, 1, 0, 0] } },
);

/** Leave by type. */
export const leave = field(
  z.record(
    word,
    strict({
      counts: field(literal, 'Share of these days that counts.', '50%'),
      fromDay: z.optional(
        field(wholeNumber, 'From which day of the leave on; the days before count in full.', 31),
      ),
    }),
  ),
  'Leave by type; otherwise is for types not listed. Without it a type not listed is reported and the person withheld.',
  { parental: { counts: '0%' }, sick: { counts: '50%', fromDay: 31 } },
);

/** What leavers get, by reason. */
export const leavers = field(
  z.record(
    word,
    z.union([
      z.enum(treatmentWords),
      strict({
        days: field(z.enum(['served', 'all']), 'Days served, or all days to the end of the period.', 'all'),
        results: field(z.enum(['actual', 'target']), 'At actual results, or at target.', 'actual'),
      }),
    ]),
  ),
  'What leavers get by the reason in leftReason: forfeit, prorate (days served, actual results), payTarget (days served, at target), payActual (all days, actual results), accelerate (all days, at target), or days and results by themselves; otherwise is for reasons not listed.',
  { resignation: 'forfeit', retirement: 'prorate', death: 'payTarget' },
);
