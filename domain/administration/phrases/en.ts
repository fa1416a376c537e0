import type { Weekday } from '../administration.ts';
import { addDays, weekdayOf } from '../local-time.ts';
import type { AdministrationPhrases } from '../phrases.ts';

const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
const months = 'January February March April May June July August September October November December'.split(' ');
const upToNineteen =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function belowHundred(value: number): string {
  const small = upToNineteen[value];
  if (small !== undefined) return small;
  const stem = tens[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? stem : `${stem}-${belowHundred(value % 10)}`;
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  if (hundreds === 0) return belowHundred(value);
  const stem = `${belowHundred(hundreds)} hundred`;
  return value % 100 === 0 ? stem : `${stem} and ${belowHundred(value % 100)}`;
}

function numberInWords(value: number): string {
  const thousands = Math.floor(value / 1000);
  if (thousands === 0) return belowThousand(value);
  const rest = value % 1000;
  const stem = `${belowThousand(thousands)} thousand`;
  if (rest === 0) return stem;
  return rest < 100 ? `${stem} and ${belowThousand(rest)}` : `${stem} ${belowThousand(rest)}`;
}

/** "10 30 AM": twelve hours, as people say them. */
function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const spokenMinute = minute === 0 ? '' : minute < 10 ? ` oh ${minute}` : ` ${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${spokenMinute} ${hour < 12 ? 'AM' : 'PM'}`;
}

const shortClock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const date = (local: string): string =>
  `${weekdays[weekdayOf(local)]} ${Number(local.slice(8, 10))} ${months[Number(local.slice(5, 7)) - 1]}`;

function day(wanted: string, today: string): string {
  if (wanted === today) return 'today';
  return wanted === addDays(today, 1) ? 'tomorrow' : date(wanted);
}

function dayInFull(wanted: string, today: string): string {
  const spoken = day(wanted, today);
  return spoken === 'tomorrow' ? `tomorrow, ${date(wanted)},` : spoken;
}

function nearDay(wanted: string, today: string): string {
  const isNear = wanted > today && wanted <= addDays(today, 6) && wanted !== addDays(today, 1);
  return isNear ? weekdays[weekdayOf(wanted)] : day(wanted, today);
}

/** One or two digits are left to the voice. */
const count = (value: number): string => (value >= 100 ? numberInWords(value) : String(value));

const digitsOneByOne = (digits: string): string =>
  Array.from(digits, (digit) => belowHundred(Number(digit))).join(', ');

/** Pairs of digits, each digit by its name: English does not read "42" in a telephone number as a number. */
function digitsInPairs(digits: string): string {
  const pairs = digits.match(digits.length % 2 === 0 ? /\d\d/gu : /^\d|\d\d/gu) ?? [];
  return pairs.map((pair) => Array.from(pair, (digit) => belowHundred(Number(digit))).join(' ')).join(', ');
}

export const english: AdministrationPhrases = {
  clock,
  window: (fromMinutes, toMinutes) => `between ${clock(fromMinutes)} and ${clock(toMinutes)}`,
  date,
  day,
  dayInFull,
  nearDay,
  feminineCount: count,
  minutes: (value) => `${count(value)} ${value === 1 ? 'minute' : 'minutes'}`,
  numberInWords,
  digitsInPairs,
  digitsOneByOne,
  shortClock,
  shortWindow: (fromMinutes, toMinutes) => `between ${shortClock(fromMinutes)} and ${shortClock(toMinutes)}`,
  shortDate: (wanted) => `${weekdays[weekdayOf(wanted)]} ${wanted.slice(8, 10)}/${wanted.slice(5, 7)}`,
};
