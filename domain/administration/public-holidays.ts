import type { Holidays, HolidayZone } from './administration.ts';
import { addDays } from './local-time.ts';

/** A holiday of one year; date `YYYY-MM-DD`. */
export interface DatedHoliday {
  date: string;
  name: string;
}
/** A holiday that falls on the same day every year; month 1 to 12. */
export interface FixedHoliday {
  month: number;
  day: number;
  name: string;
}

/** Code du travail, article L3133-1: the eight fixed ones of the eleven legal holidays. */
const nationalFixed: readonly FixedHoliday[] = [
  { month: 1, day: 1, name: "Jour de l'an" },
  { month: 5, day: 1, name: 'Fête du travail' },
  { month: 5, day: 8, name: 'Victoire de 1945' },
  { month: 7, day: 14, name: 'Fête nationale' },
  { month: 8, day: 15, name: 'Assomption' },
  { month: 11, day: 1, name: 'Toussaint' },
  { month: 11, day: 11, name: 'Armistice de 1918' },
  { month: 12, day: 25, name: 'Noël' },
];

const abolition = (month: number, day: number): FixedHoliday[] => [{ month, day, name: "Abolition de l'esclavage" }];

/**
 * What each zone adds. Commemorations of the abolition of slavery: Code du travail, article L3422-2; the Pacific
 * territories: the State's open data (etalab). Saint-Martin keeps 28 May in practice, where the Code says 27 May.
 * Customary days are left to `holidays.extra`: 21 July in Guadeloupe; 5 March, Good Friday and 20 November in
 * Polynesia; the Muslim feasts in Mayotte.
 */
const zoneFixed: Readonly<Record<HolidayZone, readonly FixedHoliday[]>> = {
  metropole: [],
  'alsace-moselle': [{ month: 12, day: 26, name: 'Saint-Étienne' }],
  guadeloupe: abolition(5, 27),
  martinique: abolition(5, 22),
  guyane: abolition(6, 10),
  reunion: abolition(12, 20),
  mayotte: abolition(4, 27),
  'saint-barthelemy': abolition(10, 9),
  'saint-martin': abolition(5, 28),
  'saint-pierre-et-miquelon': [],
  'wallis-et-futuna': [
    { month: 4, day: 28, name: 'Saint Pierre Chanel' },
    { month: 7, day: 29, name: 'Fête du territoire' },
  ],
  polynesie: [{ month: 6, day: 29, name: "Fête de l'autonomie" }],
  'nouvelle-caledonie': [{ month: 9, day: 24, name: 'Fête de la citoyenneté' }],
};

/** Easter Sunday, Gregorian calendar, `YYYY-MM-DD`: the anonymous algorithm (Nature, 1876; Meeus, Astronomical Algorithms). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunarCorrection + 15) % 30;
  const leapYears = 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4);
  const toSunday = (32 + leapYears - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysFromMarchFirst = epact + toSunday - 7 * lateMoon + 21;
  return addDays(`${year}-03-01`, daysFromMarchFirst);
}

/** The holidays of the zone that fall on the same day every year. */
export const fixedHolidays = (zone: HolidayZone): FixedHoliday[] => [...nationalFixed, ...zoneFixed[zone]];

/** The holidays of the zone that follow Easter. Good Friday in Alsace-Moselle: ordinance of 16 August 1892. */
export function movableHolidays(zone: HolidayZone, year: number): DatedHoliday[] {
  const easter = easterSunday(year);
  const goodFriday = zone === 'alsace-moselle' ? [{ date: addDays(easter, -2), name: 'Vendredi saint' }] : [];
  return [
    ...goodFriday,
    { date: addDays(easter, 1), name: 'Lundi de Pâques' },
    { date: addDays(easter, 39), name: 'Ascension' },
    { date: addDays(easter, 50), name: 'Lundi de Pentecôte' },
  ];
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** All public holidays of the zone in that year, by date. Two may share a date (1 May and Ascension in 2008). */
export function publicHolidays(zone: HolidayZone, year: number): DatedHoliday[] {
  const fixed = fixedHolidays(zone).map(({ month, day, name }) => ({
    date: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    name,
  }));
  return [...fixed, ...movableHolidays(zone, year)].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

/** The dates `YYYY-MM-DD` of that year on which the line is closed whatever its weekly hours say. `extra` wins over `openOn`. */
export function closedDates(holidays: Holidays, year: number): ReadonlySet<string> {
  const kept = publicHolidays(holidays.zone, year)
    .map(({ date }) => date)
    .filter((date) => !holidays.openOn.includes(date));
  return new Set([...kept, ...holidays.extra.filter((date) => date.startsWith(`${year}-`))]);
}
