import { addDays, type Day, isDay } from './day.js';

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;

/** Ten digits are the seconds from September 2001 to 2286; eight digits are somebody's 20260301, which is refused. */
const UNIX_SECONDS = /^\d{10}$/;

/**
 * The day in UTC of a moment as tools export it: a day, an ISO timestamp, or Unix seconds. A timestamp without an
 * offset is taken to be UTC already. Undefined for anything else: 03/04/2026 is March to some and April to others.
 *
 * @example dayOfMoment('2026-03-31T22:30:00-05:00') // '2026-04-01'
 * @example dayOfMoment('1775001600') // '2026-04-01'
 */
export function dayOfMoment(text: string): Day | undefined {
  if (isDay(text)) return text;
  if (UNIX_SECONDS.test(text)) return within(addDays('1970-01-01', Math.floor(Number(text) / 86_400)));
  const [, day, hours, minutes, offset] = TIMESTAMP.exec(text) ?? [];
  if (!isDay(day)) return undefined;
  const inUtc = Number(hours) * 60 + Number(minutes) - minutesOf(offset);
  return inUtc >= 0 && inUtc < 1440 ? day : within(addDays(day, inUtc < 0 ? -1 : 1));
}

function within(day: Day): Day | undefined {
  return isDay(day) ? day : undefined;
}

/** Minutes that a clock of this offset is ahead of UTC. */
function minutesOf(offset = 'Z'): number {
  if (offset === 'Z' || offset === 'UTC') return 0;
  const size = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -size : size;
}
