import { addDays } from '../administration/local-time.ts';

const daysOfAWeek = 7;
const thursday = 4;

/** 1 on Monday to 7 on Sunday. */
const weekdayNumber = (day: string): number => new Date(day).getUTCDay() || daysOfAWeek;

/** The week of a local day by ISO 8601, `2026-W48`: it begins on Monday, and is of the year that has its Thursday. */
export function weekOf(day: string): string {
  const middle = addDays(day, thursday - weekdayNumber(day));
  const year = middle.slice(0, 4);
  const dayOfYear = (Date.parse(middle) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / daysOfAWeek) + 1).padStart(2, '0')}`;
}

/** Monday to Sunday of a week as `weekOf` names it. */
export function daysOfWeek(week: string): string[] {
  const [year, number] = week.split('-W');
  // 4 January is always in the first week.
  const fourth = `${year}-01-04`;
  const firstMonday = addDays(fourth, 1 - weekdayNumber(fourth));
  const monday = addDays(firstMonday, (Number(number) - 1) * daysOfAWeek);
  return Array.from({ length: daysOfAWeek }, (_, index) => addDays(monday, index));
}
