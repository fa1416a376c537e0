import * as fc from 'fast-check';
import type { HolidayZone } from '../../domain/administration/administration.ts';
import { weekdayOf } from '../../domain/administration/local-time.ts';
import {
  closedDates,
  easterSunday,
  fixedHolidays,
  movableHolidays,
  publicHolidays,
} from '../../domain/administration/public-holidays.ts';

const fixedInFrance = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday; Good Friday. */
const movable: Record<number, { national: string[]; goodFriday: string }> = {
  2026: { national: ['04-06', '05-14', '05-25'], goodFriday: '04-03' },
  2027: { national: ['03-29', '05-06', '05-17'], goodFriday: '03-26' },
  2028: { national: ['04-17', '05-25', '06-05'], goodFriday: '04-14' },
  2029: { national: ['04-02', '05-10', '05-21'], goodFriday: '03-30' },
  2030: { national: ['04-22', '05-30', '06-10'], goodFriday: '04-19' },
};
const added = new Map<HolidayZone, string[]>([
  ['metropole', []],
  ['alsace-moselle', ['12-26']],
  ['guadeloupe', ['05-27']],
  ['martinique', ['05-22']],
  ['guyane', ['06-10']],
  ['reunion', ['12-20']],
  ['mayotte', ['04-27']],
  ['saint-barthelemy', ['10-09']],
  ['saint-martin', ['05-28']],
  ['saint-pierre-et-miquelon', []],
  ['wallis-et-futuna', ['04-28', '07-29']],
  ['polynesie', ['06-29']],
  ['nouvelle-caledonie', ['09-24']],
]);
const zones = [...added.keys()];
const years = Object.keys(movable).map(Number);
const dates = (zone: HolidayZone, year: number): string[] => publicHolidays(zone, year).map(({ date }) => date);

describe('the public holidays', () => {
  it.each(zones.flatMap((zone) => years.map((year) => ({ zone, year }))))(
    'of $zone in $year are exact',
    ({ zone, year }) => {
      const { national = [], goodFriday = '' } = movable[year] ?? {};
      const friday = zone === 'alsace-moselle' ? [goodFriday] : [];
      const expected = [...fixedInFrance, ...national, ...friday, ...(added.get(zone) ?? [])].map(
        (day) => `${year}-${day}`,
      );
      expect(dates(zone, year)).toEqual(expected.toSorted());
    },
  );

  it('are the fixed and the movable ones together, each with a name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 2020, max: 2099 }), (zone, year) => {
        const all = publicHolidays(zone, year);
        expect(all).toHaveLength(fixedHolidays(zone).length + movableHolidays(zone, year).length);
        for (const { date, name } of all) {
          expect(date.startsWith(`${year}-`)).toBe(true);
          expect(name).not.toBe('');
        }
      }),
    );
  });

  it('put Easter on a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2299 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe('sunday');
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });

  it.each([
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2008, '2008-03-23'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2285, '2285-03-22'],
  ])('put Easter %i on %s', (year, easter) => {
    expect(easterSunday(year)).toBe(easter);
  });
});

describe('the closed dates', () => {
  const holidays = { zone: 'metropole' as const, through: 2028, extra: ['2027-05-07'], openOn: ['2027-05-17'] };

  it('leave out the holidays on which the line is open and add the days of the file', () => {
    const closed = closedDates(holidays, 2027);
    expect(closed.has('2027-05-17')).toBe(false);
    expect(closed.has('2027-05-07')).toBe(true);
    expect(closed.has('2027-05-06')).toBe(true);
    expect(closed.size).toBe(11);
  });

  it('open a day of one year only', () => {
    expect(closedDates(holidays, 2028).has('2028-06-05')).toBe(true);
    expect(closedDates(holidays, 2028).size).toBe(11);
  });

  it('settle by the file what is doubtful: Saint-Martin on 27 May, Good Friday in a commune without a temple', () => {
    const saintMartin = closedDates(
      { zone: 'saint-martin', through: 2028, extra: ['2027-05-27'], openOn: ['2027-05-28'] },
      2027,
    );
    expect([saintMartin.has('2027-05-27'), saintMartin.has('2027-05-28')]).toEqual([true, false]);
    const alsace = closedDates({ zone: 'alsace-moselle', through: 2028, extra: [], openOn: ['2027-03-26'] }, 2027);
    expect([alsace.has('2027-03-26'), alsace.has('2027-12-26')]).toEqual([false, true]);
  });
});
