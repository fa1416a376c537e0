import type { Weekday } from '../administration.ts';
import { addDays, weekdayOf } from '../local-time.ts';
import type { AdministrationPhrases } from '../phrases.ts';

const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
};
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const upToSixteen = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const tens = [
  '',
  'dix',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** 0 to 99. Seventies and nineties count on from sixty and eighty; "et" joins 1 and 11, except after eighty. */
function belowHundred(value: number): string {
  const small = upToSixteen[value];
  if (small !== undefined) return small;
  const ten = Math.floor(value / 10);
  const countsOn = ten === 7 || ten === 9;
  const rest = countsOn ? value - (ten - 1) * 10 : value % 10;
  const stem = tens[ten] ?? '';
  if (rest === 0) return ten === 8 ? 'quatre-vingts' : stem;
  const joined = (rest === 1 || rest === 11) && ten > 1 && ten < 8 ? ' et ' : '-';
  return stem + joined + belowHundred(rest);
}

/** 0 to 999. "cents" takes its s only where nothing follows. */
function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest);
  const stem = hundreds === 1 ? 'cent' : `${belowHundred(hundreds)} cent`;
  if (rest === 0) return hundreds === 1 ? stem : `${stem}s`;
  return `${stem} ${belowHundred(rest)}`;
}

/** "un" ends the words of 1, 21 to 61, 81, 101, … but not of 11, 71 and 91. */
const endsInOne = (value: number): boolean => value % 10 === 1 && ![11, 71, 91].includes(value % 100);

function numberInWords(value: number, gender: 'masculine' | 'feminine'): string {
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  // Before "mille", which is invariable, "cents" and "quatre-vingts" lose their s.
  const thousandsInWords =
    thousands === 1 ? 'mille' : `${belowThousand(thousands).replace(/(cent|vingt)s$/u, '$1')} mille`;
  const restInWords = rest === 0 && thousands > 0 ? '' : belowThousand(rest);
  const words = [thousands > 0 ? thousandsInWords : '', restInWords].filter((part) => part !== '').join(' ');
  return gender === 'feminine' && endsInOne(value) ? `${words}e` : words;
}

/** One or two digits are left to the voice, which reads them as masculine: only where the feminine differs are they words. */
const feminineCount = (count: number): string =>
  endsInOne(count) || count >= 100 ? numberInWords(count, 'feminine') : String(count);

const plural = (noun: string, count: number): string => (count >= 2 ? `${noun}s` : noun);

function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (minute === 0 && hour === 0) return 'minuit';
  if (minute === 0 && hour === 12) return 'midi';
  const hours = `${feminineCount(hour)} ${plural('heure', hour)}`;
  return minute === 0 ? hours : `${hours} ${feminineCount(minute)}`;
}

function shortClock(minutes: number): string {
  const minute = minutes % 60;
  return `${Math.floor(minutes / 60)}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`;
}

function dateInWords(date: string): string {
  const dayOfMonth = Number(date.slice(8, 10));
  const month = months[Number(date.slice(5, 7)) - 1];
  return `${weekdays[weekdayOf(date)]} ${dayOfMonth === 1 ? 'premier' : dayOfMonth} ${month}`;
}

function day(date: string, today: string): string {
  if (date === today) return "aujourd'hui";
  return date === addDays(today, 1) ? 'demain' : dateInWords(date);
}

function dayInFull(date: string, today: string): string {
  const spoken = day(date, today);
  return spoken === 'demain' ? `demain, ${dateInWords(date)},` : spoken;
}

function nearDay(date: string, today: string): string {
  const isNear = date > today && date <= addDays(today, 6) && date !== addDays(today, 1);
  return isNear ? weekdays[weekdayOf(date)] : day(date, today);
}

/** One or two digits; a leading zero is said. */
const pairInWords = (pair: string): string =>
  pair.length === 2 && pair.startsWith('0') ? `zéro ${belowHundred(Number(pair[1]))}` : belowHundred(Number(pair));

function digitsInPairs(digits: string): string {
  const pairs = digits.match(digits.length % 2 === 0 ? /\d\d/gu : /^\d|\d\d/gu) ?? [];
  return pairs.map(pairInWords).join(', ');
}

export const french: AdministrationPhrases = {
  clock,
  window: (fromMinutes, toMinutes) => `entre ${clock(fromMinutes)} et ${clock(toMinutes)}`,
  date: dateInWords,
  day,
  dayInFull,
  nearDay,
  feminineCount,
  minutes: (count) => `${feminineCount(count)} ${plural('minute', count)}`,
  numberInWords,
  digitsInPairs,
  digitsOneByOne: (digits) => Array.from(digits, (digit) => belowHundred(Number(digit))).join(', '),
  shortClock,
  shortWindow: (fromMinutes, toMinutes) => `entre ${shortClock(fromMinutes)} et ${shortClock(toMinutes)}`,
  shortDate: (date) => `${weekdays[weekdayOf(date)]} ${date.slice(8, 10)}/${date.slice(5, 7)}`,
};
