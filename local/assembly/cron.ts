import type { CronTimes } from '../deployment.ts';

interface Field {
  name: string;
  least: number;
  most: number;
  /** Three letters each, from `least` on. */
  words?: readonly string[];
}
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const minute: Field = { name: 'minutes', least: 0, most: 59 };
const hour: Field = { name: 'hours', least: 0, most: 23 };
const dayOfMonth: Field = { name: 'day of month', least: 1, most: 31 };
const month: Field = { name: 'month', least: 1, most: 12, words: months };
const dayOfWeek: Field = { name: 'day of week', least: 1, most: 7, words: weekdays };
const year: Field = { name: 'year', least: 1970, most: 2199 };

/**
 * The six fields of an EventBridge cron expression: minutes, hours, day of month, month, day of week, year. `L`, `W` and `#` are not played.
 * @throws Error naming the schedule and the field
 */
export function readCron(scheduleName: string, fields: string): CronTimes {
  const parts = fields.split(/\s+/);
  if (parts.length !== 6) throw new Error(`schedule ${scheduleName}: cron(${fields}) has not six fields`);
  const read = (index: number, field: Field): number[] => valuesOf(scheduleName, parts[index] ?? '', field);
  const unlessAny = (index: number, field: Field): number[] | undefined =>
    ['*', '?'].includes(parts[index] ?? '') ? undefined : read(index, field);
  const days = { daysOfMonth: unlessAny(2, dayOfMonth), daysOfWeek: unlessAny(4, dayOfWeek) };
  if ((parts[2] === '?') === (parts[4] === '?')) {
    throw new Error(`schedule ${scheduleName}: cron(${fields}) needs ? in exactly one field of days`);
  }
  return { minutes: read(0, minute), hours: read(1, hour), months: read(3, month), ...days, years: unlessAny(5, year) };
}

function valuesOf(scheduleName: string, text: string, field: Field): number[] {
  const values = text.split(',').flatMap((part) => {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first = '', last] = range.split('-');
    const from = range === '*' ? field.least : numberOf(first, field);
    const to = last === undefined ? (range === '*' || part.includes('/') ? field.most : from) : numberOf(last, field);
    if (!(from >= field.least && to <= field.most && from <= to && Number(step) > 0)) {
      throw new Error(`schedule ${scheduleName}: "${text}" in the ${field.name} of cron is not played locally`);
    }
    return Array.from(
      { length: Math.floor((to - from) / Number(step)) + 1 },
      (_, index) => from + index * Number(step),
    );
  });
  return [...new Set(values)].toSorted((one, other) => one - other);
}

function numberOf(text: string, { least, words = [] }: Field): number {
  const index = words.indexOf(text.toUpperCase());
  if (index !== -1) return least + index;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
