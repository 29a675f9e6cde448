import { type Day, isCalendarDay } from '../time/day.js';
import type { DateForm } from './layout.js';

/** A day in the form of a file. */
export function writtenDay(day: Day, form: DateForm): string {
  return form.replace('YYYY', day.slice(0, 4)).replace('MM', day.slice(5, 7)).replace('DD', day.slice(8));
}

/** The day that a text in this form says; undefined where there is no such day or the form is another. */
export function dayWrittenAs(text: string, form: DateForm): Day | undefined {
  const cut = (part: string) => text.slice(form.indexOf(part), form.indexOf(part) + part.length);
  const day = ['YYYY', 'MM', 'DD'].map(cut).join('-');
  return isCalendarDay(day) && writtenDay(day, form) === text ? day : undefined;
}
